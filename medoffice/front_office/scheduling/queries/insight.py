"""What the past of the schedule says: lengths, waits, and who may not come."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models.functions import Lower

from medoffice.front_office.scheduling.models import Appointment as Row
from medoffice.front_office.scheduling.queries.supply import HORIZON, SPELLS, Supply, find_free
from medoffice.front_office.scheduling.queries.units import rules, visit_types
from medoffice.front_office.scheduling.rules.arrival import arriving
from medoffice.front_office.scheduling.rules.calibration import proven
from medoffice.front_office.scheduling.rules.insight import Past, access, foretold, learned, risk, waits
from medoffice.front_office.scheduling.rules.limits import minutes
from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.types import (
    OPEN,
    Access,
    Appointment,
    AppointmentState,
    Arriving,
    Judged,
    Learned,
    PastVisit,
    Proven,
    Risk,
    VisitType,
    Waits,
)
from medoffice.kernel import clock
from medoffice.practice.api import office_zone, providers, sites
from medoffice.records.coverage.api import policies_on
from medoffice.records.encounters.api import stage_times
from medoffice.records.encounters.types import StageTimes
from medoffice.records.patients.api import patients_by_id, years_of
from medoffice.records.patients.types.people import LANGUAGES, Patient

BEHIND, RECENT = timedelta(days=90), 5_000  # how far back lengths and waits look; visits that risks are counted in
NOBODY = "Nobody; they pay themselves"
_ENDED = (AppointmentState.ARRIVED, AppointmentState.NO_SHOW)


def real_lengths() -> list[Learned]:
    """The kinds that take longer or shorter with somebody than planned, in the last ninety days. Four queries."""
    times = _times()
    kinds = dict(Row.objects.filter(id__in=[one.cause for one in times]).values_list("id", "visit_type_id"))
    known, said = visit_types(), rules()
    people = {one.provider_id for one in times}
    planned = {(kind.key, who): minutes(said, who, kind.key, kind.minutes) for kind in known for who in people}
    took = [
        (kinds[one.cause], one.provider_id, (one.done - one.entered).total_seconds() / 60)
        for one in times
        if one.cause in kinds and one.entered and one.done
    ]
    return learned(planned, took)


def fairness(kind: VisitType) -> list[Waits]:
    """How long each provider's patients waited to be seen, and for the third free time of a kind. Fourteen queries."""
    waited = [
        (one.provider_id, (one.entered - one.arrived).total_seconds() / 60)
        for one in _times()
        if one.entered is not None
    ]
    return waits(waited, _third(kind))


def access_by_payer(kind: VisitType) -> list[Access]:
    """How many days ahead visits of a kind were booked, by who pays first, in the last ninety days. Two queries."""
    rows = Row.objects.filter(visit_type_id=kind.key, walk_in=False, state__in=_ENDED)
    rows = rows.filter(during__startswith__gte=clock.now() - BEHIND, during__startswith__lt=clock.now())
    zone = office_zone()
    told = [
        (who, starts.astimezone(zone).date(), (starts - booked_at).days)
        for who, starts, booked_at in rows.order_by(Lower("during").desc())[:RECENT].values_list(
            "patient_id", Lower("during"), "booked_at"
        )
    ]
    pay = policies_on((who, on) for who, on, _ in told)
    return access((pay[who, on][0].payer_name if pay[who, on] else NOBODY, days) for who, on, days in told)


def no_show_risk(booked: Appointment) -> Risk | None:
    """How likely an appointment that is to come is missed, and why; None if it is over, or nothing can be said.

    From the office's last five thousand visits. Two queries.
    """
    return no_show_risks([booked])[booked.id]


def no_show_risks(visits: Sequence[Appointment]) -> dict[UUID, Risk | None]:
    """The same of several, which are counted in the same past. Two queries."""
    ahead = [one for one in visits if one.state in OPEN and one.starts > clock.now()]
    found: dict[UUID, Risk | None] = dict.fromkeys(one.id for one in visits)
    if not ahead:
        return found
    zone = office_zone()
    past, own = Past(), dict[UUID, tuple[int, int]]()
    for patient_id, state, starts, booked_at, kind in _recent():
        missed = state == AppointmentState.NO_SHOW
        past.add(_counted(starts, booked_at, kind, zone, missed=missed))
        before = own.get(patient_id, (0, 0))
        own[patient_id] = (before[0] + missed, before[1] + 1)
    for one in ahead:
        visit = _counted(one.starts, one.booked_at, one.visit_type, zone)
        found[one.id] = risk(past, own.get(one.patient_id, (0, 0)), visit)
    return found


def risk_quality() -> list[Proven]:
    """How right the risk would have been in the last ninety days, each day told from the days before. Two queries."""
    zone, since = office_zone(), clock.today(office_zone()) - BEHIND
    rows = list(reversed(_recent()))
    told = [
        (
            starts.astimezone(zone).date(),
            who,
            _counted(starts, booked_at, kind, zone, missed=state == AppointmentState.NO_SHOW),
        )
        for who, state, starts, booked_at, kind in rows
    ]
    said = [(on, who, visit.missed, chance) for (on, who, visit), chance in zip(told, foretold(told), strict=True)]
    lately = [(on, who, missed, chance) for on, who, missed, chance in said if on >= since and chance is not None]
    people = patients_by_id({who for _, who, _, _ in lately})
    return proven([_judged(chance, people[who], on, missed=missed) for on, who, missed, chance in lately])


def arriving_now(booked: Appointment) -> Arriving | None:
    """What to do if the patient of an open appointment of today stands here now.

    Nine queries; none on other days, one for who is near their time.
    """
    now, zone = clock.now(), office_zone()
    if booked.state not in OPEN or booked.starts.astimezone(zone).date() != clock.today(zone):
        return None
    if arriving(booked.starts, booked.ends, now, None) is None:
        return None
    free = find_free(booked.visit_type, now, booked.provider_id, booked.site_id, limit=1)
    today = [one.starts for one in free if one.starts.astimezone(zone).date() == clock.today(zone)]
    return arriving(booked.starts, booked.ends, now, today[0] if today else None)


def _judged(chance: float, who: Patient, on: date, *, missed: bool) -> Judged:
    return Judged(chance, missed, LANGUAGES.get(who.language, who.language), years_of(who, on))


def _recent() -> list[tuple[UUID, str, datetime, datetime, str]]:
    """The last visits that were booked and are over: whose, how it ended, when, when it was booked, its kind."""
    rows = Row.objects.filter(walk_in=False, state__in=_ENDED, during__startswith__lt=clock.now())
    named = rows.order_by(Lower("during").desc(), "id")[:RECENT]
    return list(named.values_list("patient_id", "state", Lower("during"), "booked_at", "visit_type_id"))


def _counted(starts: datetime, booked_at: datetime, kind: str, zone: ZoneInfo, *, missed: bool = False) -> PastVisit:
    local = starts.astimezone(zone)
    return PastVisit((starts - booked_at).days, local.weekday(), local.hour, kind, missed)


def _times() -> list[StageTimes]:
    today = clock.today(office_zone())
    return stage_times(today - BEHIND, today)


def _third(kind: VisitType) -> dict[UUID, int | None]:
    """The days to each provider's third free time of a kind; None if there are not three in sixty days."""
    now, places, people = clock.now(), sites(), providers()
    if not places or not people:
        return {}
    first = now.astimezone(ZoneInfo(places[0].zone)).date()
    supply = Supply(kind, {one.id: one.name for one in people}, places, first, HORIZON + 1)
    found: dict[UUID, list[int]] = {one.id: [] for one in people}
    offset = 0
    for days in SPELLS:
        begin = now + timedelta(days=offset)
        supply.read(Span(begin - timedelta(days=1), begin + timedelta(days=days + 1)))
        for number in range(offset, offset + days):
            for who in (who for who, seen in found.items() if len(seen) < 3):
                for place in places:
                    free = supply.day(who, place, first + timedelta(days=number)).starts(now)
                    found[who] += [number] * len(free)
        offset += days
        if all(len(seen) >= 3 for seen in found.values()):
            break
    return {who: seen[2] if len(seen) >= 3 else None for who, seen in found.items()}
