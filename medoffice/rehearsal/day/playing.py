"""Playing one office day from the first call to the last settled claim, in the current world."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from medoffice.clinic.charting.api import unsigned_notes
from medoffice.exchange.simulators.payer.api import settled
from medoffice.kernel import clock, trace
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.api import encounters_on
from medoffice.rehearsal.day.proving import day_counts, day_proofs
from medoffice.rehearsal.day.types import DayReport
from medoffice.rehearsal.demo.api import close_day, people, play_day, register_people, set_up_office
from medoffice.rehearsal.demo.office import ZONE
from medoffice.revenue.claims.api import claims_of
from medoffice.security.api import seal
from medoffice.security.types import PROGRAM

POPULATION, VISITS = 120, 40
MAX_DAYS = 120  # a claim is settled long before; more would be a fault to be seen


def play(seed: int, on: date, *, visits: int = VISITS) -> DayReport:
    """Set up an office, play a day, move the clock on until every claim is settled, and prove everything."""
    clock.freeze(datetime.combine(on - timedelta(days=1), time(7), ZoneInfo(ZONE)))
    office = set_up_office(seed)
    patients = register_people(office, people(seed, POPULATION, on), on)
    play_day(seed, on, office, patients, visits)
    counts = day_counts(on)
    evening = on
    close_day(evening)
    while not settled() and (evening - on).days < MAX_DAYS:
        evening += timedelta(days=1)
        close_day(evening)
    close_day(evening + timedelta(days=1))
    seal()
    return DayReport(
        seed=seed,
        date=on.isoformat(),
        settled_on=evening.isoformat(),
        counts=counts,
        story=tuple(_story(on)),
        unsigned=tuple(f"{note.author}, visit of {note.started_at:%m/%d/%Y}" for note in unsigned_notes(PROGRAM)),
        proofs=tuple(day_proofs(on)),
    )


def _story(on: date) -> list[str]:
    """One patient's way from the call to the ledger, in plain words."""
    visits = [visit for visit in encounters_on(None, on) if any(claim.paid for claim in claims_of(visit.id))]
    if not visits:
        return ["No claim of this day was paid."]
    start = Ref("encounter", visits[0].id)
    told, waiting, lines = set[Ref](), [*_causes(start), start], []
    while waiting:
        ref = waiting.pop(0)
        step = trace.step(ref)
        if ref in told or step is None:
            continue
        told.add(ref)
        when = step.at.astimezone(ZoneInfo(ZONE)).strftime("%m/%d %H:%M") if step.at else ""
        quote = f" \u201c{step.quote[slice(*step.quote_span)]}\u201d" if step.quote_span[1] else ""
        amount = f" {step.amount}" if step.amount else ""
        lines.append(f"{when:<12}{step.stage}: {step.title}, {step.words}{quote}{amount}")
        waiting += trace.effects_of(ref)
    return lines


def _causes(ref: Ref) -> list[Ref]:
    """What led to this, first cause first."""
    step = trace.step(ref)
    found: list[Ref] = []
    for cause in step.causes if step else ():
        found += [*_causes(cause), cause]
    return found


def a_working_day(today: date) -> date:
    """Today, or the Friday before on a weekend."""
    while today.weekday() > 4:
        today -= timedelta(days=1)
    return today
