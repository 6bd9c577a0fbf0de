"""Missing charges: what was seen and is not coded, what was done and stands on no line; each with its reason."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.api import ask_provider, finish_coding, start_coding
from medoffice.revenue.coding.queries.missing import missing_charges
from medoffice.revenue.coding.rules.missing import Lacks, missing_of
from medoffice.revenue.coding.tests.makers import make_coded, make_office, make_visit
from medoffice.revenue.coding.types import CodedEncounter, CodedService, Evidence
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

KINDS = {"visit": "office", "strep": "lab", "flu": "vaccine", "vaccine_admin": "vaccine"}
AT = datetime(2026, 11, 3, 15, tzinfo=UTC)


def order(key: str, state: OrderState = OrderState.DONE, outside: bool = False) -> Order:
    about = (new_id(), new_id(), new_id())
    return Order(*about, key, key.title(), "Okafor", AT, state, "done", "Ruiz", AT, "", new_id() if outside else None)


def line(key: str, rests: UUID | None = None, units: int = 1) -> CodedService:
    ref = Ref("order", rests) if rests else Ref("note", new_id())
    return CodedService(new_id(), 1, key, "ZZ001", key, (), units, (1,), Evidence(ref, 0, 1, "x"))


def codes(*lines: CodedService, finished: bool = True) -> CodedEncounter:
    return CodedEncounter(new_id(), new_id(), new_id(), date(2026, 11, 3), "Abara", finished, (), lines)


def lacks(
    signed: bool | None, found: CodedEncounter | None, *orders: Order, asked: bool = False, doses: int = 0
) -> list[Lacks]:
    return [one.lacks for one in missing_of(signed, found, asked, orders, doses, KINDS)]


def test_what_stands_in_the_way_is_said_first_and_alone() -> None:
    done = order("strep")
    assert lacks(None, None, done) == [Lacks.NOTE]
    assert lacks(False, None, done) == [Lacks.SIGNATURE]
    assert lacks(True, None, done) == [Lacks.CODES]
    assert lacks(True, codes(finished=False), done) == [Lacks.RELEASE]
    assert lacks(True, codes(finished=False), done, asked=True) == [Lacks.ANSWER]


def test_what_was_done_needs_a_line_that_names_it_or_rests_on_it() -> None:
    done = order("strep")
    assert lacks(True, codes(line("visit")), done) == [Lacks.ORDER]
    assert lacks(True, codes(line("visit"), line("strep")), done) == []
    assert lacks(True, codes(line("visit", rests=done.id)), done) == []
    for other in (order("strep", OrderState.ORDERED), order("strep", outside=True), order("ecg")):
        assert lacks(True, codes(line("visit")), other) == []


def test_each_dose_needs_a_vaccine_s_line_and_its_giving_is_none() -> None:
    assert lacks(True, codes(line("vaccine_admin")), doses=1) == [Lacks.VACCINE]
    assert lacks(True, codes(line("flu"), line("vaccine_admin")), doses=1) == []
    assert lacks(True, codes(line("flu")), doses=2) == [Lacks.VACCINE]
    assert lacks(True, codes(line("flu", units=2)), doses=2) == []


def test_what_was_billed_and_is_so_no_longer_is_said_before_the_lines() -> None:
    found = missing_of(True, codes(line("visit")), False, [order("strep")], 0, KINDS, "Claim 7 was voided.")
    assert (found[0].lacks, found[0].words) == (Lacks.VOIDED, "Claim 7 was voided.")
    assert [one.lacks for one in found] == [Lacks.VOIDED, Lacks.ORDER]
    assert [one.lacks for one in missing_of(None, None, False, [], 0, KINDS, "Claim 7")] == [Lacks.NOTE]


def over(visit: UUID) -> None:
    """The visit goes its way to the end."""
    for stage in (Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.FINISHED):
        move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage, room="1")


@pytest.fixture
def office(db: None) -> Office:  # noqa: ARG001 - it writes
    return make_office()


def test_the_worklist_says_of_each_visit_what_it_lacks(office: Office) -> None:
    nothing = begin(office, make_patient("Aas", "Bo"), Ref("appointment", new_id()))
    unsigned = make_visit(office, make_patient("Berg", "Bo"), signed=False)
    uncoded = make_visit(office, make_patient("Cole", "Bo"))
    begun, whole = (make_coded(office, make_patient(name, "Bo")) for name in ("Dahl", "Ek"))
    finish_coding(actor=PROGRAM, coding_id=start_coding(actor=PROGRAM, encounter_id=whole))
    for visit in (nothing, unsigned, uncoded, begun, whole):
        over(visit)
    today = today_here()
    found = {one.visit.id: one.missing.lacks for one in missing_charges(PROGRAM, today, today)}
    assert found == {nothing: Lacks.NOTE, unsigned: Lacks.SIGNATURE, uncoded: Lacks.CODES, begun: Lacks.RELEASE}
    assert missing_charges(PROGRAM, today + timedelta(days=1), today + timedelta(days=2)) == []
    coding_id = start_coding(actor=PROGRAM, encounter_id=begun)
    written = note_of(begun)
    assert written
    words = Evidence(Ref("note", written.id), 0, 5, "Cough")
    ask_provider(actor=PROGRAM, coding_id=coding_id, template="course", evidence=words)
    found = {one.visit.id: one.missing.lacks for one in missing_charges(PROGRAM, today, today)}
    assert found[begun] is Lacks.ANSWER
    abara = signed_in("abara")
    assert "Nothing is missing." in abara.get("/coding/missing/").content.decode()  # today's work is no audit
    with clock.frozen(clock.now() + timedelta(days=1)):
        page = sign_in("abara").get("/coding/missing/").content.decode()
    for words_of_page in (
        "Aas, Bo",
        "no note",
        "Berg, Bo",
        "note not signed",
        "Cole, Bo",
        "not coded",
        "a question waits",
    ):
        assert words_of_page in page
    assert "Ek, Bo" not in page


def test_any_days_are_looked_at_a_year_at_once_and_never_today(office: Office) -> None:
    visit = make_visit(office, make_patient("Cole", "Bo"))
    over(visit)
    person("abara")
    with clock.frozen(clock.now() + timedelta(days=200)):
        abara = sign_in("abara")
        assert "Nothing is missing." in abara.get("/coding/missing/").content.decode(), "of the last thirty days"
        assert "Cole, Bo" in abara.get("/coding/missing/?first=-201d&last=-190d").content.decode()
        assert "Cole, Bo" in abara.get("/coding/missing/?first=-364d&last=t").content.decode()
        for wrong in ("first=-400d&last=t", "first=t&last=-3d", "first=soon&last=t", "first="):
            assert abara.get(f"/coding/missing/?{wrong}").status_code == 422, wrong
    assert "Cole, Bo" not in sign_in("abara").get("/coding/missing/?first=t&last=t").content.decode()
