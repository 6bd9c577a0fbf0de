"""The coder's bars but the audit's by keyboard: the queue, codes, pointers, the level, a pair, a question, updates."""

from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note, note_of, sign_note, start_note
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import book
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import staff_of_user, today_here
from medoffice.records.patients.api import find_by_mrn
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.revenue.coding.api import (
    code_diagnosis,
    code_service,
    coded,
    define_service,
    queries_of,
    start_coding,
)
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey
WORDS = (
    "Assessment and Plan:\n1. Acute pharyngitis. Reviewed the culture. Start amoxicillin 500 mg.\n"
    "2. Essential hypertension, stable.\n"
)


def seen(number: str) -> UUID:
    """A visit with Dr Okafor whose note is signed."""
    okafor = staff_of_user(actor_named("okafor").id)
    assert okafor is not None
    who = find_by_mrn(number)
    assert who is not None
    booked = book(
        actor=PROGRAM, patient_id=who, provider_id=okafor.id, site_id=okafor.site_id, starts=clock.now(),
        visit_type="sick", reason="Sore throat", walk_in=True,
    )  # fmt: skip
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    note_id = start_note(actor=actor_named("okafor"), encounter_id=visit, text=WORDS)
    sign_note(actor=actor_named("okafor"), note_id=note_id, seen_version=note(note_id).version)
    return visit


def test_a_visit_is_coded_and_its_level_verified_by_a_few_keys(person: Person) -> None:
    visit = seen("M-10001")
    abara = Counted(person.page, person.address)
    abara.come_in("abara", f"/coding/visit/{visit}/")
    abara.acts = 0
    abara.press("g")
    abara.go("a")
    abara.keeps_to(acts=2, seconds=3, decisions=1)
    abara.press("g")
    abara.go("a")
    abara.acts = 0
    abara.go("l")
    abara.sees("With all that is proposed:")
    abara.go("v")
    abara.sees("Why not higher")
    abara.go("s")
    abara.keeps_to(acts=4, seconds=15, decisions=3)
    codes = coded(visit)
    assert codes is not None
    assert {one.code for one in codes.diagnoses} == {"J02.9", "I10"}
    assert [(one.key, one.pointers) for one in codes.services] == [("new_3", (1, 2))]
    abara.go("R")
    abara.keeps_to(acts=15, seconds=60, decisions=2)
    again = coded(visit)
    assert again is not None
    assert again.finished


def test_a_provider_is_asked_answers_and_the_answer_is_coded(person: Person) -> None:
    visit = seen("M-10002")
    abara = Counted(person.page, person.address)
    abara.come_in("abara", f"/coding/visit/{visit}/")
    abara.acts = 0
    abara.press("g")
    abara.go("q")
    abara.press("ArrowDown", "ArrowDown")
    abara.go("Control+Enter")
    abara.keeps_to(acts=6, seconds=20, decisions=3)
    abara.sees("did not answer")
    coding_id = start_coding(actor=actor_named("abara"), encounter_id=visit)
    (asked,) = queries_of(coding_id)
    assert asked.quote in WORDS
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/coding/query/{asked.id}/")
    okafor.acts = 0
    okafor.press("Space")
    okafor.go("Control+Enter")
    okafor.keeps_to(acts=2, seconds=15, decisions=1)  # Provider 9
    okafor.sees("it stands in the note")
    abara.come_in("abara", f"/coding/visit/{visit}/")
    abara.sees(queries_of(coding_id)[0].answer)
    abara.press("n")
    abara.type("acute pharyngitis")
    abara.page.locator("#pick-answered-hits:not([aria-busy]) [aria-selected=true]").wait_for()
    abara.go("Enter")
    codes = coded(visit)
    assert codes is not None
    assert [one.evidence.ref.kind for one in codes.diagnoses] == ["answer"]


def test_the_next_note_is_one_key_away_and_a_code_is_found_by_words(person: Person) -> None:
    first = seen("M-10004")
    seen("M-10005")
    abara = Counted(person.page, person.address)
    abara.come_in("abara", f"/coding/visit/{first}/")
    abara.acts = 0
    abara.go("N")
    abara.keeps_to(acts=1, seconds=1, decisions=0)
    second = UUID(abara.page.url.rstrip("/").rsplit("/", 1)[1])
    assert second != first
    abara.press("w", "Shift+ArrowRight", "d")
    abara.type("gout")
    abara.page.locator("#pick-code-hits:not([aria-busy]) [aria-selected=true]").wait_for()
    abara.go("Enter")
    abara.keeps_to(acts=10, seconds=6, decisions=2)
    codes = coded(second)
    assert codes is not None
    assert [one.code[:3] for one in codes.diagnoses] == ["M10"]


def test_a_suggestion_is_turned_down_by_one_key_with_its_reason(person: Person) -> None:
    visit = seen("M-10003")
    abara = Counted(person.page, person.address)
    abara.come_in("abara", f"/coding/visit/{visit}/")
    abara.acts = 0
    abara.press("g")
    abara.go("2")
    abara.keeps_to(acts=2, seconds=4, decisions=1)
    abara.sees("Turned down")
    abara.sees("not seen to at this visit ·")


def two_services(number: str) -> UUID:
    """A visit with two diagnoses and two services that the list of pairs does not pay together; its codes' id."""
    take(ListKind.PAIRS)
    for key, code in (("first", "Z9901"), ("second", "Z9902")):
        define_service(
            actor=PROGRAM, key=key, code=code, words=key, kind="procedure", placeholder=True,
            valid_from=today_here() - timedelta(days=300),
        )  # fmt: skip
    visit = seen(number)
    note = note_of(visit)
    assert note is not None
    coding_id = start_coding(actor=actor_named("abara"), encounter_id=visit)
    for code, words in (("J02.9", "Acute pharyngitis"), ("I10", "Essential hypertension")):
        start = note.text.index(words)
        evidence = Evidence(Ref("note", note.id), start, start + len(words), words)
        code_diagnosis(actor=PROGRAM, coding_id=coding_id, code=code, evidence=evidence)
    for key in ("first", "second"):
        code_service(actor=PROGRAM, coding_id=coding_id, key=key, evidence=evidence, pointers=[1])
    return visit


def test_coder_4_and_6_pointers_are_linked_and_a_pair_resolved_at_its_row(person: Person) -> None:
    visit = two_services("M-10006")
    abara = Counted(person.page, person.address)
    abara.come_in("abara", f"/coding/visit/{visit}/")
    abara.acts = 0
    abara.press("e")
    abara.go("2")
    abara.keeps_to(acts=3, seconds=4, decisions=1)
    abara.go("1")  # the row is still at hand
    codes = coded(visit)
    assert codes is not None
    assert [one.pointers for one in codes.services] == [(2,), (1,)]
    abara.acts = 0
    abara.press("t")
    abara.sees("Z9902 is not paid beside Z9901")
    abara.go("5")
    abara.keeps_to(acts=4, seconds=12, decisions=1)
    abara.sees("says that both were done separately")
    codes = coded(visit)
    assert codes is not None
    assert codes.services[1].modifiers == ("XU",)


def test_coder_10_what_changed_in_the_codes_is_two_keys_away(person: Person) -> None:
    abara = Counted(person.page, person.address)
    abara.come_in("abara", "/coding/")
    abara.acts = 0
    abara.go("u")
    abara.sees("New where you code")
    abara.go("2")
    abara.keeps_to(acts=2, seconds=10, decisions=1)
    assert "from=" in abara.page.url
