"""Slips of the pen that a claim would come back for, and how the desk mends them while the patient is here."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from uuid import UUID

from medoffice.front_office.check_in import api as desk
from medoffice.front_office.check_in.types import Mend, Risk
from medoffice.front_office.scheduling.api import appointment, appointments_on
from medoffice.front_office.scheduling.types import OPEN, Appointment
from medoffice.kernel import clock
from medoffice.records.coverage.api import change_coverage, coverage
from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import Fate, PlannedVisit
from medoffice.security.types import PROGRAM, Actor

FROM = 11  # o'clock: these are still due when a newcomer looks


def slips_of_day(scene: Scene, on: date, visits: Iterable[PlannedVisit]) -> Script:
    """Of one patient the street was never written down, of another two signs of the member id changed places.

    The payer is asked about the second, and does not know it. Only those who will come, and of whom all is in order.
    """
    yield at(on, 7, 10, scene.riverbend.office.zone)
    coming = [one for one in visits if one.fate is Fate.SEEN and one.call and one.starts.hour >= FROM]
    coming.sort(key=lambda one: bool(scene.population.people[one.person].key))  # who is named has a story already
    chosen = list(islice(_in_order(scene, on, [scene.patients.get(one.person) for one in coming]), 2))
    if len(chosen) < 2:
        return
    first, second = chosen
    who = patient(first.patient_id)
    change_patient(actor=PROGRAM, patient_id=who.id, seen_version=who.version, changes=PatientChanges(line1=""))
    policy = desk.insurance_of(second).policies[0].policy
    wrong = policy.member_id[:-2] + policy.member_id[-1] + policy.member_id[-2]
    change_coverage(actor=PROGRAM, coverage_id=policy.id, seen_version=policy.version, member_id=wrong)
    yield clock.now() + timedelta(minutes=1)
    desk.ask_for_visit(actor=PROGRAM, appointment_id=second.id)
    scene.slips.extend((first.patient_id, second.patient_id))


def _in_order(scene: Scene, on: date, people: Iterable[UUID | None]) -> Iterator[Appointment]:
    """Visits of these people with nothing against them once their payers were asked, with a member id to mistake."""
    booked = {one.patient_id: one for one in appointments_on(PROGRAM, None, on, scene.riverbend.office.zone)}
    for one in (booked[who] for who in dict.fromkeys(people) if who in booked and booked[who].state in OPEN):
        known = desk.insurance_of(one).policies
        if known and len(set(known[0].policy.member_id[-2:])) == 2:
            if any(each.latest is None for each in known):
                desk.ask_for_visit(actor=PROGRAM, appointment_id=one.id)
            if not desk.risks_of(PROGRAM, desk.arriving(PROGRAM, one)):
                yield one


def mend_at_desk(scene: Scene, actor: Actor, person: int, appointment_id: UUID) -> None:
    """The desk asks for the street that is missing, and compares the member id with the card."""
    for risk in desk.risks_of(actor, desk.arriving(actor, appointment(appointment_id))):
        if risk.mend is Mend.ADDRESS:
            home = scene.population.people[person].address
            who = patient(scene.patients[person])
            changes = PatientChanges(line1=home.line1, city=home.city, state=home.state, zip=home.zip)
            change_patient(actor=actor, patient_id=who.id, seen_version=who.version, changes=changes)
            scene.mended.append(risk.code)
        elif risk.mend is Mend.MEMBER_ID and risk.about:
            _as_on_the_card(scene, actor, person, appointment_id, risk)


def _as_on_the_card(scene: Scene, actor: Actor, person: int, appointment_id: UUID, risk: Risk) -> None:
    known = coverage(risk.about) if risk.about else None
    cards = [one.member_id for one in scene.population.coverages if one.person == person]
    if known is None or known.member_id in cards:
        return
    right = [card for card in cards if sorted(card) == sorted(known.member_id)]
    for card in right:
        desk.correct_member_id(
            actor=actor,
            appointment_id=appointment_id,
            coverage_id=known.id,
            member_id=card,
            seen_version=known.version,
        )
        scene.mended.append(risk.code)
