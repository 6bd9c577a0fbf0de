"""A signed note goes with a referral: with its addenda and what amends it, unless a label keeps the visit."""

from collections.abc import Iterator
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.clinic.charting.api import add_addendum, note, sign_note
from medoffice.clinic.charting.tests.makers import make_note
from medoffice.front_office.letters.api import sendings_of
from medoffice.front_office.letters.types.letters import Way
from medoffice.front_office.referrals.api import make_referral, referrals_of, send_packet
from medoffice.front_office.referrals.tests.makers import QUESTION, make_performer
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.rights.api import accept_amendment, ask_amendment
from medoffice.records.rights.types import Asker, Wanted
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
RIGHT = "The cough began on Monday."


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def refer(office: Office, note_id: UUID) -> UUID:
    return make_referral(
        actor=office.provider, patient_id=note(note_id).patient_id, performer_id=make_performer(), asked=QUESTION,
        requester_id=office.provider_id, encounter_id=note(note_id).encounter_id,
    )  # fmt: skip


def offered(referral_id: UUID) -> list[str]:
    page = sign_in("secretary").get(f"/referrals/{referral_id}/packet/").content.decode()
    return [line.partition('"')[0] for line in page.split('name="part" value="')[1:]]


def test_co5_a_signed_note_goes_with_its_addendum_and_its_amendment(office: Office, joan: Actor) -> None:
    note_id = make_note(office)
    who, made = note(note_id).patient_id, refer(office, note_id)
    assert offered(made) == []  # not signed
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    add_addendum(actor=office.provider, note_id=note_id, text="Chest is clear.")
    wanted = Wanted(f"note-{note_id.hex}", "Not on Sunday", "", Asker.PATIENT, "", "licence", NOW.date())
    asked = ask_amendment(actor=joan, patient_id=who, wanted=wanted)
    accept_amendment(actor=office.provider, amendment_id=asked, seen_version=1, statement=RIGHT, tell="")
    key = f"note:{note_id}"
    assert offered(made) == [key]
    send_packet(actor=joan, referral_id=made, way=Way.HAND, chosen=(key,))
    letter_id = referrals_of(joan, who)[0].letter_id
    assert letter_id
    (sent,) = sendings_of(letter_id)
    answer = sign_in("secretary").get(f"/letters/sent/{sent.id}.pdf")
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.content)).pages)
    for told in ("Chest is clear.", "Signed by Amara Okafor, MD", RIGHT):
        assert told in words


def test_a_note_a_label_keeps_is_not_offered_and_does_not_go(office: Office, joan: Actor) -> None:
    note_id = make_note(office, signed=True)
    made, key = refer(office, note_id), f"note:{note_id}"
    assert offered(made) == [key]
    seen = note(note_id)
    label_visit(actor=PROGRAM, subject=seen.patient_id, things=[seen.encounter_id], label=Label.PART2, why="programme")
    assert offered(made) == []
    with pytest.raises(Refusal):
        send_packet(actor=joan, referral_id=made, way=Way.HAND, chosen=(key,))
