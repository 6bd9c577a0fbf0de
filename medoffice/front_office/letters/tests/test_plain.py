"""A letter said in plain words: another letter to the same reader that a provider reads and signs before it goes."""

from collections.abc import Iterator

import pytest

from medoffice.front_office.letters.actions.set_plain_word import set_plain_word
from medoffice.front_office.letters.api import (
    change_letter,
    send_letter,
    send_link,
    sendings_of,
    sign_letter,
    start_letter,
    write_plain_copy,
)
from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.queries.letters import letter, shown
from medoffice.front_office.letters.queries.plain import glossary
from medoffice.front_office.letters.types.letters import LetterState, Way
from medoffice.front_office.letters.types.plain import Gloss
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
HARD = "Dear Ingrid:\n\nYou have hypertension and no edema; notify us prior to the biopsy of 12/01. Take 20 mg daily.\n"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def written(actor: Actor, office: Office, words: str = HARD) -> Letter:
    """A letter in words of its own, signed by nobody in particular."""
    made = start_letter(actor=actor, patient_id=make_patient(), key="missed_visit")
    now = letter(actor, made)
    change_letter(
        actor=actor, letter_id=made, seen_version=now.version, given={}, recipient=now.recipient,
        signer_id=office.provider_id, why="", words=words,
    )  # fmt: skip
    return Letter.objects.get(id=made)


def test_co8_a_plain_copy_says_the_same_and_goes_only_signed(joan: Actor, office: Office) -> None:
    row = written(joan, office)
    made = write_plain_copy(actor=joan, letter_id=row.id)
    assert write_plain_copy(actor=joan, letter_id=row.id) == made
    copy = letter(joan, made)
    assert copy.words.splitlines()[2] == (
        "You have high blood pressure and no swelling. Tell us before the biopsy of 12/01. Take 20 mg daily."
    )
    assert "biopsy: a small piece is taken" in copy.words
    assert (copy.plain_of, copy.signed, copy.signer_id) == (row.id, True, office.provider_id)
    for way in set(Way) - {Way.LINK}:
        with pytest.raises(Refusal, match="signs this letter first"):
            send_letter(actor=joan, letter_id=made, way=way)
    with pytest.raises(Refusal, match="signs this letter first"):
        send_link(actor=joan, letter_id=made, place="https://office.example/letters/open/")
    sign_letter(actor=office.provider, letter_id=made)
    send_letter(actor=joan, letter_id=made, way=Way.HAND)
    assert len(sendings_of(made)) == 1
    assert letter(joan, row.id).state is LetterState.DRAFT
    with pytest.raises(Refusal, match="No plain copy"):
        write_plain_copy(actor=joan, letter_id=made)


def test_a_copy_of_a_letter_that_changed_does_not_go(joan: Actor, office: Office) -> None:
    row = written(joan, office)
    made = write_plain_copy(actor=joan, letter_id=row.id)
    assert shown(joan, letter(joan, made)).findings == ()
    now = letter(joan, row.id)
    change_letter(
        actor=joan, letter_id=row.id, seen_version=now.version, given={}, recipient=now.recipient,
        signer_id=now.signer_id, why="", words="Dear Ingrid:\n\nYou are well.\n",
    )  # fmt: skip
    assert "was changed since" in shown(joan, letter(joan, made)).findings[0].words
    with pytest.raises(Refusal, match="cannot go"):
        sign_letter(actor=office.provider, letter_id=made)
    desk = sign_in("secretary")
    desk.post(f"/letters/{made}/", {"do": "withdraw", "version": letter(joan, made).version})
    assert write_plain_copy(actor=joan, letter_id=row.id) != made


def test_what_is_not_english_or_not_whole_has_no_copy(joan: Actor) -> None:
    spanish = start_letter(actor=joan, patient_id=make_patient("Vega", "Luz"), key="missed_visit", language="es")
    with pytest.raises(Refusal, match="English only"):
        write_plain_copy(actor=joan, letter_id=spanish)
    lacks = start_letter(actor=joan, patient_id=make_patient("Quist", "Otto"), key="payment_plan")
    with pytest.raises(Refusal, match="cannot go"):
        write_plain_copy(actor=joan, letter_id=lacks)


def test_the_office_says_words_its_own_way_and_one_is_refused_that_changes_the_sense(office: Office) -> None:
    assert office.site_id
    person("ferreira")
    desk = sign_in("ferreira")
    typed = {"term": "edema", "says": "water in the legs", "means": "", "source": "the partners, 11/24"}
    assert desk.post("/letters/plain/", typed).status_code == 302
    found = {one.term: one for one in glossary()}
    assert (found["edema"].says, found["edema"].verified) == ("water in the legs", True)
    assert not found["dyspnea"].verified
    page = desk.get("/letters/plain/").content.decode()
    assert "water in the legs" in page
    assert "unverified" in page
    for wrong in ({"says": "without water"}, {"term": "Edema"}, {"source": "unverified"}):
        answer = desk.post("/letters/plain/", typed | wrong)
        assert answer.status_code == 422
    desk.post("/letters/plain/", typed | {"says": "", "means": ""})
    assert "edema" not in {one.term for one in glossary()}
    with pytest.raises(Invalid):
        set_plain_word(actor=PROGRAM, gloss=Gloss("edema", "2 litres", "", "me"))


def test_the_page_explains_words_and_leads_from_one_to_the_other(joan: Actor, office: Office) -> None:
    row, desk = written(joan, office), sign_in("secretary")
    page = desk.get(f"/letters/{row.id}/").content.decode()
    assert "In plain words" in page
    said = {"do": "plain", "version": letter(joan, row.id).version, "signer": office.provider_id}
    answer = desk.post(f"/letters/{row.id}/", said)
    made = write_plain_copy(actor=joan, letter_id=row.id)
    assert answer["Location"] == f"/letters/{made}/"
    page = desk.get(f"/letters/{made}/").content.decode()
    assert 'popovertarget="gloss-' in page
    assert f'href="/letters/{row.id}/"' in page
    assert f'href="/letters/{made}/"' in desk.get(f"/letters/{row.id}/").content.decode()
