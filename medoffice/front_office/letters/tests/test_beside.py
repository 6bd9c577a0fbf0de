"""A letter that was amended does not go again without what amends it: printed, sent, or saved for a word processor."""

from io import BytesIO
from uuid import UUID

import pytest
from docx import Document
from pypdf import PdfReader

from medoffice.front_office.letters.api import change_letter, send_letter, sendings_of, start_letter
from medoffice.front_office.letters.types.letters import Recipient, Way
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import accept_amendment, ask_amendment, deny_amendment
from medoffice.records.rights.types import Asker, Wanted
from medoffice.security.tests.makers import make_user, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
RIGHT = "He works at a mill, not at the quarry."


@pytest.fixture
def office() -> Office:
    clock.freeze(NOW)
    return make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def amended(joan: Actor, who: UUID) -> tuple[UUID, UUID]:
    """A letter that went, and an amendment of it that is asked."""
    made = start_letter(actor=joan, patient_id=who, key="custom")
    given = {"asked.note": "Works at the quarry."}
    change_letter(
        actor=joan, letter_id=made, seen_version=1, given=given, recipient=Recipient(""), signer_id=None, why=""
    )
    sent = send_letter(actor=joan, letter_id=made, way=Way.MAIL)
    wanted = Wanted(f"letter-{sent.hex}", "Not at the quarry", "", Asker.PATIENT, "", "licence", NOW.date())
    return made, ask_amendment(actor=joan, patient_id=who, wanted=wanted)


def said(place: str) -> list[str]:
    """The words of each page."""
    answer = sign_in("secretary").get(place)
    assert answer.status_code == 200
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.content)).pages]


def test_cm4_a_letter_printed_sent_or_saved_again_takes_its_amendment_along(office: Office, joan: Actor) -> None:
    who = make_patient()
    made, asked = amended(joan, who)
    first = f"/letters/sent/{sendings_of(made)[0].id}.pdf"
    assert len(said(first)) == 1  # asked is not accepted
    accept_amendment(actor=office.provider, amendment_id=asked, seen_version=1, statement=RIGHT, tell="")
    pages = said(first)
    assert (len(pages), RIGHT in pages[1], "Works at the quarry." in pages[0]) == (2, True, True)
    again = send_letter(actor=joan, letter_id=made, way=Way.HAND)
    went = said(f"/letters/sent/{again}.pdf")
    assert sum(RIGHT in page for page in went) >= 1
    assert log(PROGRAM, Sought(patient_id=who))[0][0].what.endswith("; Amendment")
    answer = sign_in("secretary").get(f"/letters/{made}/letter.docx")
    assert RIGHT in " ".join(one.text for one in Document(BytesIO(answer.content)).paragraphs)


def test_a_denial_nobody_wants_along_does_not_go(office: Office, joan: Actor) -> None:
    made, asked = amended(joan, make_patient())
    deny_amendment(actor=office.provider, amendment_id=asked, seen_version=1, ground="right_as_it_is", why="It is so")
    assert len(said(f"/letters/sent/{sendings_of(made)[0].id}.pdf")) == 1
