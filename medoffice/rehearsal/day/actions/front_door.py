"""What happens at the front door on the played day: some come early and are seen earlier, and forms are signed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from medoffice.front_office.flow.api import flow_check
from medoffice.front_office.forms.api import due_at, end_link, fill_form, filled_by, hand_forms, handed_for
from medoffice.front_office.outreach.api import messages_of
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.scheduling.api import appointment, appointments_on
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import OVER
from medoffice.records.patients.api import find_by_mrn
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import Fate, PlannedVisit
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM

EARLY, SIGNERS = 2, 6  # how many come half an hour early, and how many sign what is due
ANSWERS = {"smokes": ["no"], "speak": ["full"], "allergies": ["none known"]}
# What a message would be for that told somebody their time is gone; reminders from before are none.
AGAINST = (Purpose.MOVED, Purpose.TOO_LATE, Purpose.MISSED, Purpose.STOPPED)
HALF_AN_HOUR, MINUTE = timedelta(minutes=30), timedelta(minutes=1)


def come_early(visits: Sequence[PlannedVisit], but: Sequence[PlannedVisit]) -> list[PlannedVisit]:
    """The same visits, of which the first few that are booked for later in the morning come half an hour early."""
    later = [one for one in visits if one.fate is Fate.SEEN and one.call and one.starts.hour >= 10 and one not in but]
    early = later[:EARLY]
    return [replace(one, arrives=one.starts - HALF_AN_HOUR) if one in early else one for one in visits]


def one_misses(visits: Sequence[PlannedVisit], but: Sequence[PlannedVisit]) -> list[PlannedVisit]:
    """The same visits, of which the last that could be is missed if none is."""
    could = [one for one in visits if one.fate is Fate.SEEN and one.call and one not in but]
    missed = [] if any(one.fate is Fate.NO_SHOW for one in visits) else could[-1:]
    return [replace(one, fate=Fate.NO_SHOW, arrives=None) if one in missed else one for one in visits]


def signing(scene: Scene, plan: PlannedVisit, script: Iterator[datetime]) -> Iterator[datetime]:
    """A visit on whose way the patient signs every form that is due, on a device that is handed back."""
    signed = False
    for instant in script:
        booked = None if signed else _here(scene, plan)
        if booked is not None:
            signed = True
            desk = scene.riverbend.desk[plan.site]
            if due_at([appointment(booked)])[booked]:
                hand_forms(actor=desk, appointment_id=booked)
                yield clock.now() + 2 * MINUTE
                _sign(scene, plan, booked)
                end_link(actor=desk, appointment_id=booked)
        yield max(instant, clock.now())


def _sign(scene: Scene, plan: PlannedVisit, booked: UUID) -> None:
    out, name = handed_for(booked), scene.population.people[plan.person].full_name
    if out is None:
        return
    for form in out.waiting:
        fill_form(actor=PROGRAM, link_id=out.id, definition_id=form.id, typed=ANSWERS, signed_name=name)


def front_door_proofs(scene: Scene, on: date, zone: str) -> list[Proof]:
    """Who came early was seen earlier and heard of no cancellation; what was signed is kept; one log tells where all
    are.
    """
    day = appointments_on(PROGRAM, None, on, zone)
    forward = [one for one in day if one.state is AppointmentState.MOVED and _went(one.moved_to, on, zone)]
    told = [one for one in forward if any(said.purpose in AGAINST for said in messages_of(PROGRAM, one.patient_id))]
    people = {one.patient_id for one in day}
    signed = [one for who in people for one in filled_by(PROGRAM, who)]
    (agrees,) = flow_check()
    words = f"{len(forward)} came early and were moved within the day, {len(told)} of them were written to"
    return [
        Proof("early", "Who comes early is seen earlier and hears of no cancellation", not told, words),
        Proof("forms", "What patients sign is kept", bool(signed), f"{len(signed)} forms signed"),
        Proof(
            "risks",
            "What would be denied is mended while the patient is here",
            len(scene.mended) >= len(scene.slips),
            _listed(scene),
        ),
        Proof("twice", "Who was registered twice is one patient", *_merged(scene)),
        Proof("flow", "Every view of the day is told by one log", not agrees.findings, agrees.found),
    ]


def _merged(scene: Scene) -> tuple[bool, str]:
    """Whether every number of a record that was merged leads to the patient it is a part of."""
    leads = [find_by_mrn(number) == who for number, who in scene.twice.items()]
    return bool(leads) and all(leads), f"{len(leads)} registered twice and merged"


def _listed(scene: Scene) -> str:
    told = ", ".join(sorted(scene.mended)) or "none"
    return f"{len(scene.slips)} slips from before, {len(scene.mended)} mended at check-in: {told}"


def _went(moved_to: UUID | None, on: date, zone: str) -> bool:
    return moved_to is not None and appointment(moved_to).starts.astimezone(clock.zone(zone)).date() == on


def _here(scene: Scene, plan: PlannedVisit) -> UUID | None:
    """The appointment of the patient's visit, once it has begun."""
    who = scene.patients.get(plan.person)
    mine = [one for one in encounters_on(None, plan.starts.date()) if one.patient_id == who and one.stage not in OVER]
    return mine[0].cause.id if mine else None
