"""The coding desk on the screen: finding, giving, removing codes, and what stands against the release."""

import html
import re
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.api import coded
from medoffice.revenue.coding.forms import ServiceForm
from medoffice.revenue.coding.tests.makers import NOTE, make_office, make_visit
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit() -> UUID:
    office = make_office()
    return make_visit(office, make_patient("Quist", "Per"))


@pytest.fixture
def abara(visit: UUID) -> Client:  # noqa: ARG001 - coder Abara works in an office
    return signed_in("abara")


def text(client: Client, visit: UUID) -> str:
    answer = client.get(f"/coding/visit/{visit}/")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def values(page: str) -> list[str]:
    """What a list of hits offers."""
    return re.findall(r'role="option" data-value="([^"]+)"', page)


def on_words(page: str, words: str) -> dict[str, str]:
    """A form on these words of the note."""
    note = re.findall(r'name="note" value="([^"]+)"', page)[0]
    start = NOTE.index(words)
    return {"note": note, "start": str(start), "end": str(start + len(words)), "quote": words, "once": new_id().hex}


def test_from_the_words_to_what_may_be_released(visit: UUID, abara: Client) -> None:
    page = text(abara, visit)
    assert "Not yet: No diagnosis is coded yet. No service is coded yet." in page
    assert 'data-key="R"' not in page
    found = abara.post(f"/coding/search/{visit}/", {"q": "cough"}).content.decode()
    assert values(found)[0] == "R05.9"
    codes = coded(visit)
    assert codes is not None
    sent = {**on_words(page, "Cough"), "code": "R05.9", "next": f"/coding/visit/{visit}/"}
    assert abara.post(f"/coding/{codes.id}/diagnosis/", sent)["Location"] == sent["next"]
    offered = values(abara.post(f"/coding/{visit}/find-service/", {"q": "visit"}).content.decode())
    assert offered == ["visit"]
    line = {**on_words(page, "Sore throat"), "key": "visit", "pointers": "1", "units": "1"}
    assert abara.post(f"/coding/{codes.id}/service/", line).status_code == 302
    page = text(abara, visit)
    assert "Not yet" not in page
    assert 'data-key="R"' in page
    assert page.count('data-key="x"') == 2  # each code is taken back by one key at its row
    for action in re.findall(r'action="(/coding/code/[^"]+/remove/)"', page)[::-1]:
        assert abara.post(action, {"next": "/coding/"}).status_code == 302
    assert "Not yet" in text(abara, visit)


def test_what_cannot_be_coded_is_said_at_the_desk(visit: UUID, abara: Client) -> None:
    page = text(abara, visit)
    codes = coded(visit)
    assert codes is not None
    for path, sent in (
        ("diagnosis", {"code": "R05.9"}),
        ("service", {"key": "visit", "pointers": "1", "units": "1"}),
    ):
        answer = abara.post(f"/coding/{codes.id}/{path}/", {**sent, "note": on_words(page, "Cough")["note"]})
        assert answer.status_code == 422
        said = answer.content.decode()
        assert "No words are marked." in said
        assert "Cough for three days" in said
    again = coded(visit)
    assert again is not None
    assert (again.diagnoses, again.services) == ((), ())


def test_nothing_fits_is_said_and_offers_nothing(visit: UUID, abara: Client) -> None:
    for path in (f"/coding/search/{visit}/", f"/coding/{visit}/find-service/"):
        said = abara.post(path, {"q": "xyzzy"}).content.decode()
        assert values(said) == []
        assert "fits" in said
    lind = signed_in("lind")
    assert lind.post(f"/coding/{visit}/find-service/", {"q": ""}).status_code == 404


def test_pointers_are_read_as_numbers_or_not_at_all() -> None:
    form = ServiceForm({"key": "visit", "units": "1", "pointers": "1, 2 \u00b2 x"})
    assert form.is_valid()
    assert form.pointer_list() == [1, 2]


def test_what_the_note_supports_is_offered_on_its_words_and_taken_by_one_key(visit: UUID, abara: Client) -> None:
    page = text(abara, visit)
    taken = re.findall(r'data-key="a"', page)
    found = re.search(
        r'name="code" value="([^"]+)"><input type="hidden" name="start" value="(\d+)"><input type="hidden" name="end"'
        r' value="(\d+)"><input type="hidden" name="quote" value="([^"]+)"',
        page,
    )
    assert found is not None
    assert taken
    code, start, end, quote = found.groups()
    assert NOTE[int(start) : int(end)] == quote
    codes = coded(visit)
    assert codes is not None
    sent = {**on_words(page, quote), "code": code, "next": f"/coding/visit/{visit}/"}
    assert abara.post(f"/coding/{codes.id}/diagnosis/", sent).status_code == 302
    again = coded(visit)
    assert again is not None
    assert [one.code for one in again.diagnoses] == [code]
    assert f'aria-label="{code} is suggested"' not in text(abara, visit)


@pytest.mark.parametrize(("born", "offered"), [(date(1968, 3, 8), True), (date(2019, 3, 8), False)])
def test_what_is_suggested_fits_the_patient_s_age(born: date, offered: bool) -> None:
    office = make_office()
    encounter_id = begin(office, make_patient("Quist", "Per", born=born), Ref("appointment", new_id()))
    words = "Assessment and Plan:\n1. Annual physical exam without abnormal findings.\n"
    note_id = start_note(actor=PROGRAM, encounter_id=encounter_id, text=words)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    page = text(signed_in("abara"), encounter_id)
    assert ('aria-label="Z00.00 is suggested"' in page) is offered
