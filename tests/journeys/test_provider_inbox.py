"""The provider's bars 7 and 10 by keyboard: what comes of an unusual result, and an inbox of thirty that is closed."""

from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.prescriptions.api import (
    ask_renewal,
    prepare_prescription,
    prepare_renewal,
    renewal,
    sign_prescription,
)
from medoffice.clinic.prescriptions.tests.makers import said
from medoffice.clinic.prescriptions.types.renewals import Asking, Stands, Way
from medoffice.clinic.results.api import report, reports_of
from medoffice.clinic.results.tests.makers import POTASSIUM, oru, take
from medoffice.clinic.results.types import BACK, TASK, ReportState
from medoffice.kernel.trace import Ref
from medoffice.practice.api import staff_member, work_items, work_on
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.api import patient, search
from medoffice.revenue.coding.api import ask_provider, queries_of, start_coding
from medoffice.revenue.coding.types import Evidence, QueryState
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM, Role
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_clinic_bars import at, office
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey
HIGH = POTASSIUM.replace("|5.1|", "|5.9|").replace("|N|", "|H|")
USUAL = POTASSIUM.replace("|5.1|", "|4.4|")
SEEN, UNUSUAL, RENEWALS, QUESTIONS = 20, 4, 3, 3
PLAN = "Assessment and Plan:\n1. Acute pharyngitis.\n2. Essential hypertension, stable.\n"


def came(here: Office, who: UUID, number: str, line: str) -> UUID:
    """A result that Dr Okafor ordered."""
    known, provider = patient(who), staff_member(here.provider_id)
    named = f"{known.name.family}^{known.name.given}||{known.birth_date:%Y%m%d}|{known.sex}"
    take(oru(line, who=named, control=number, filler=number, npi=f"{provider.npi}^Okafor^Amara"))
    return next(one.id for one in reports_of(PROGRAM, who) if one.filler == number)


def renewals(here: Office, who: UUID) -> list[UUID]:
    """Renewals that keep to their protocol and are prepared."""
    made = []
    for medicine in ("lisinopril 10 mg tablet", "amlodipine 5 mg tablet", "atorvastatin 20 mg tablet")[:RENEWALS]:
        before = prepare_prescription(
            actor=PROGRAM, patient_id=who, prescriber_id=here.provider_id, says=said(medicine)
        )  # fmt: skip
        sign_prescription(actor=here.provider, prescription_id=before, seen_version=1)
        asking = Asking(medicine, Way.FAX, "Corner Drug", "Corner Drug", "(217) 555-0142")
        asked = ask_renewal(actor=PROGRAM, patient_id=who, asking=asking, prescription_id=before)
        prepare_renewal(actor=PROGRAM, renewal_id=asked, seen_version=1)
        made.append(asked)
    return made


def questions(here: Office, who: UUID) -> list[UUID]:
    """Visits about which the coder has asked."""
    made = []
    for _ in range(QUESTIONS):
        visit = make_visit(here, who)
        note_id = start_note(actor=here.provider, encounter_id=visit, text=PLAN)
        sign_note(actor=here.provider, note_id=note_id, seen_version=note(note_id).version)
        coding_id = start_coding(actor=actor_named("abara"), encounter_id=visit)
        start = PLAN.index("Essential")
        evidence = Evidence(Ref("note", note_id), start, start + 22, PLAN[start : start + 22])
        ask_provider(actor=actor_named("abara"), coding_id=coding_id, template="course", evidence=evidence)
        made.append(coding_id)
    return made


def follows_up(okafor: Counted) -> None:
    """The remark that is the task, whose it is, and when the patient is seen again."""
    okafor.press("f")
    okafor.writes("Repeat the potassium, stop the supplement")
    okafor.press("Tab")
    okafor.type("M")
    okafor.press("Tab")
    okafor.type("2")
    okafor.go("Control+Enter")


def test_provider_7_an_unusual_result_becomes_a_task_and_a_visit(person: Person) -> None:
    here, who = office(), search(PROGRAM, "Vale")[0].id
    one = came(here, who, "B7", HIGH)
    okafor = at(person, "okafor", f"/results/{one}/")
    follows_up(okafor)
    look(okafor, "bars-follow-up")
    okafor.looks()
    okafor.go("s")
    okafor.keeps_to(8, 30, decisions=3)
    assert report(one).state is ReportState.SIGNED
    asked = work_on(PROGRAM, Ref("lab_report", one), TASK, BACK)
    assert [(item.queue, "potassium" in item.title) for item in asked] == [
        (Role.MEDICAL_ASSISTANT, True),
        (Role.RECEPTIONIST, False),
    ]


def test_provider_10_an_inbox_of_thirty_is_closed_within_eight_minutes(person: Person) -> None:
    here, vale, quist = office(), search(PROGRAM, "Vale")[0].id, search(PROGRAM, "Quist")[0].id
    unusual = [came(here, vale, f"U{number}", HIGH) for number in range(UNUSUAL)]
    usual = [came(here, quist, f"N{number}", USUAL) for number in range(SEEN)]
    asked_again, codings = renewals(here, quist), questions(here, vale)
    waits = len(unusual) + len(usual) + len(asked_again) + len(codings)
    assert waits == 30
    mine = {"result-sign", "result-critical", "renewal-to-decide", "provider-query"}
    assert len([one for one in work_items(here.provider, limit=200) if one.kind in mine]) >= waits

    okafor = at(person, "okafor", "/results/")
    look(okafor, "bars-inbox")
    for number in range(len(unusual) + len(usual)):
        if number == 0:
            okafor.press("j")
            okafor.go("Enter")
        if number < len(unusual):
            follows_up(okafor)
        okafor.looks()
        okafor.go("n" if number >= len(unusual) else "s")
    to(okafor, "asked for again")
    for _ in asked_again:
        okafor.go("y")
    for _ in codings:
        to(okafor, "Work")
        okafor.press("j")
        okafor.go("Enter")
        okafor.press("Space")
        okafor.go("Control+Enter")
    decisions = 3 * len(unusual) + len(usual) + len(asked_again) + 3 * len(codings)
    okafor.keeps_to(200, 8 * 60, decisions=decisions)
    assert {report(one).state for one in (*unusual, *usual)} == {ReportState.SIGNED}
    assert {renewal(PROGRAM, one).stands for one in asked_again} == {Stands.APPROVED}
    assert {one.state for coding_id in codings for one in queries_of(coding_id)} == {QueryState.ANSWERED}


def to(person: Counted, room: str) -> None:
    """By the palette."""
    person.press("Control+k")
    person.type(room)
    person.go("Enter")
