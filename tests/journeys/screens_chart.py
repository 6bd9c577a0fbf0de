"""The screens of the chart: measures and growth, lists in each of their states, made through the actions."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.charting.api import (
    attest_list,
    decide_noted,
    note,
    note_gestation,
    note_of,
    record_vitals,
    revise_note,
    sign_note,
    start_note,
    take_in_entries,
)
from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import Cause, CauseKind, Decision, Incoming, ListKind, Told, Vitals
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import payers, sites, staff, today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import add_line, ask_amendment, deny_amendment
from medoffice.records.rights.types import Asker, LineKind, Wanted
from medoffice.revenue.claims.tests.makers import Place
from medoffice.revenue.coding.tests.makers import make_visit
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def measures(add: Add, place: Place) -> None:
    """A child that was measured twice and came early; its mother, who was never measured."""
    child, mother = make_patient("Quist", "Ana", born=date(2025, 3, 2)), make_patient("Quist", "Marisol")
    for weight, length in (("9.4", "76"), ("14.2", "84.5")):
        sizes = Vitals(systolic=92, pulse=118, oxygen=91, weight=Decimal(weight), length=Decimal(length))
        record_vitals(actor=PROGRAM, encounter_id=make_visit(place.office, child), vitals=sizes)
    note_gestation(actor=PROGRAM, patient_id=child, weeks=34, days=2)
    for who in (child, mother):
        add("ruiz", "charting:vitals-sheet", who)
    for chart in ("infant_weight", "weight_for_length", "bmi"):
        add("ruiz", "charting:growth", child, query=f"?chart={chart}")


def chart(add: Add, who: UUID) -> None:
    """A chart with something on every list, what contradicts it, and what came in; an entry in each of its states."""
    taken = enter(who, ListKind.MEDICATION, "Amoxicillin", details={"dose": "500 mg", "frequency": "three times a day"})
    enter(who, ListKind.ALLERGY, "Penicillin", details={"reaction": "hives", "criticality": "high"})
    gout = enter(who, ListKind.PROBLEM, "Gout, unspecified", system="ICD-10-CM", code="M10.9", began="2019-05")
    enter(who, ListKind.PROBLEM, "Otitis media", status="resolved", began="2020", ended="2020-03")
    enter(who, ListKind.IMMUNIZATION, "Tdap", system="CVX", code="115", began="2021-06-01")
    enter(who, ListKind.FAMILY, "Stroke", details={"relationship": "mother", "age": "70"})
    attest_list(actor=PROGRAM, patient_id=who, kind=ListKind.ALLERGY)
    add("okafor", "summaries:give", who)
    came = [
        Incoming(ListKind.MEDICATION, Told("Amoxicillin 250 mg"), "m"),
        Incoming(ListKind.PROBLEM, Told("Hypertension", began="2018"), "p"),
    ]
    letter = Cause(CauseKind.IMPORT, None, "CCD of Harbor Clinic, 11/20/2026")
    take_in_entries(actor=PROGRAM, patient_id=who, entries=came, cause=letter)
    for query in ("", "?add=medication", f"?edit={taken}", f"?strike={taken}", f"?at={gout}", "?on=11/23/2026"):
        add("okafor", "charting:chart", who, query=query)
    asked = [ask_amendment(actor=PROGRAM, patient_id=who, wanted=_wanted(one)) for one in (taken, gout)]
    why = "It was <measured>."
    deny_amendment(actor=PROGRAM, amendment_id=asked[1], seen_version=1, ground="right_as_it_is", why=why)
    add_line(actor=PROGRAM, amendment_id=asked[1], kind=LineKind.DISAGREES, words="It was my <brother>.")
    add("okafor", "charting:chart", who)
    add("okafor", "charting:amend", asked[0])
    add("okafor", "rights:amendment", asked[0])
    add("abara", "charting:chart", who)
    add("ruiz", "charting:chart", make_patient("Ito", "Ren"))
    add("ruiz", "charting:reconcile", who)
    add("okafor", "charting:noted", _noted(who))
    add("okafor", "charting:noted", _gone(who))
    add("okafor", "charting:deficiencies")
    add("petrov", "charting:routes")
    add("petrov", "charting:note-templates")
    for key in ("visit", "new"):
        add("petrov", "charting:note-template", key)


def _noted(who: UUID) -> UUID:
    """A visit whose signed note says what the lists lack, and that something of them was stopped."""
    okafor = actor_named("okafor")
    mine = next(one for one in staff() if one.user_id == okafor.id)
    visit = begin(Office(sites()[0].id, mine.id, okafor, payers()[0].id), who, Ref("appointment", new_id()))
    text = (
        "Allergies: latex.\nAssessment: Essential hypertension. Takes Mounjaro 5 mg weekly.\n"
        "Plan: Stop amoxicillin. Start lisinopril 10 mg daily."
    )
    written = note(start_note(actor=PROGRAM, encounter_id=visit, text=text))
    sign_note(actor=okafor, note_id=written.id, seen_version=written.version)
    return visit


def _gone(who: UUID) -> UUID:
    """Another whose note put on a list what it says no more."""
    okafor, visit = actor_named("okafor"), _noted(who)
    written = note_of(visit)
    if written is None:
        raise LookupError
    decide_noted(actor=okafor, encounter_id=visit, row="allergy:latex", decision=Decision.ACCEPTED)
    revise_note(actor=okafor, note_id=written.id, why="Misheard", text=written.text.replace("latex", "none"))
    return visit


def _wanted(entry: UUID) -> Wanted:
    wrong = "I never took <it>"
    return Wanted(f"list_entry-{entry.hex}", wrong, "", Asker.PATIENT, "", "licence", today_here())
