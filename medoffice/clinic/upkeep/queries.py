"""Reads of upkeep. No patients."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from medoffice.clinic.immunizations.api import lots_of_site
from medoffice.clinic.immunizations.types import Lot
from medoffice.clinic.upkeep import models
from medoffice.clinic.upkeep.rules.due import days_of, missed, slots
from medoffice.clinic.upkeep.types import (
    Decision,
    Entry,
    Equipment,
    Kept,
    Kind,
    Line,
    Month,
    Slot,
    Told,
    Verdict,
    What,
)
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import closures, sites

BACK = 7  # days in which what was missed is looked for
WIDE = timedelta(days=1)  # a day of a site lies within a day of that day anywhere


def equipment_of(site_id: UUID | None = None, *, every: bool = False) -> list[Equipment]:
    """What is looked after, by site and name; with ``every`` also what was. One query."""
    rows = models.Equipment.objects.order_by("site__name", "kind", "name")
    rows = rows if every else rows.filter(used=True)
    return [_equipment(row) for row in (rows.filter(site_id=site_id) if site_id else rows)]


def equipment(equipment_id: UUID) -> Equipment:
    """One of them. Raises NotFound. One query."""
    row = models.Equipment.objects.filter(id=equipment_id).first()
    if row is None:
        raise NotFound
    return _equipment(row)


def entry(entry_id: UUID) -> Entry:
    """A line of the log. Raises NotFound. One query."""
    row = _entries().filter(id=entry_id).first()
    if row is None:
        raise NotFound
    return _entry(row)


def log_of(equipment_id: UUID, limit: int = 60) -> list[Entry]:
    """The latest lines of a log, wrong ones too, latest first. One query."""
    rows = _entries().filter(equipment_id=equipment_id).order_by("-at", "-id")
    return [_entry(row) for row in rows[:limit]]


def loads_and_tests(equipment_id: UUID) -> list[Entry]:
    """The loads and biological tests of a sterilizer that stand, oldest first. One query."""
    rows = _entries().filter(equipment_id=equipment_id, what__in=[What.LOAD, What.SPORE], later=None)
    return [_entry(row) for row in rows.order_by("at", "id")]


def odd_of(ids: Collection[UUID]) -> dict[UUID, list[Entry]]:
    """What is out of its limits and was not decided, by equipment, oldest first. One query."""
    decided = models.Decided.objects.filter(
        equipment_id=OuterRef("equipment_id"), whole=True, at__gte=OuterRef("entered_at")
    )
    rows = _entries().filter(~Exists(decided), equipment_id__in=ids, later=None).exclude(odd="")
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for row in rows.order_by("at", "id"):
        found[row.equipment_id].append(_entry(row))
    return found


def decisions_of(equipment_id: UUID, limit: int = 20) -> list[Decision]:
    """What was decided, latest first. One query."""
    rows = models.Decided.objects.filter(equipment_id=equipment_id).order_by("-id")[:limit]
    return [_decision(row) for row in rows]


def day(now: datetime, site_id: UUID | None = None) -> list[Line]:
    """The lines of a day at a time: what is due, what was logged, what waits. Six queries."""
    things = equipment_of(site_id)
    ids = [one.id for one in things]
    latest = _entries().filter(equipment_id__in=ids, later=None).order_by("equipment_id", "-at", "-id")
    last = {row.equipment_id: _entry(row) for row in latest.distinct("equipment_id")}
    waits, found = odd_of(ids), []
    for one, due in _slots(things, now, back=0):
        late = missed(due, now)
        ahead = [each for each in due if each.entry is None and each.due > now]
        found.append(
            Line(
                equipment=one,
                last=last.get(one.id),
                slots=tuple(due),
                odd=tuple(waits.get(one.id, ())),
                next=late[-1] if late else next(iter(ahead), None),
                late=bool(late),
            )
        )
    return found


def missed_now(now: datetime) -> list[tuple[Equipment, datetime]]:
    """What was not logged by its time in the last days, and nobody was told of. Five queries."""
    late = [(one, each.due) for one, due in _slots(equipment_of(), now, back=BACK) for each in missed(due, now)]
    if not late:
        return []
    rows = models.MissedEntry.objects.filter(due__gte=min(due for _, due in late))
    told = set(rows.values_list("equipment_id", "due"))
    return [(one, due) for one, due in late if (one.id, due) not in told]


def due_between(first: date, last: date) -> list[Slot]:
    """All that was due on these days, at all sites, with what answers it. As ``missed_now``."""
    found = _slots(equipment_of(), _night(last), back=(last - first).days)
    return [each for _, due in found for each in due]


def month(equipment_id: UUID, first: date) -> Month:
    """A month of a log, from its first day: each line, wrong ones too, what was missed and decided. Five queries."""
    one = equipment(equipment_id)
    zone = _zones()[one.kept.site_id]
    after = (first.replace(day=1) + timedelta(days=31)).replace(day=1)
    span = (datetime(first.year, first.month, 1, tzinfo=zone), datetime(after.year, after.month, 1, tzinfo=zone))
    rows = _entries().filter(equipment_id=one.id, at__gte=span[0], at__lt=span[1]).order_by("at", "id")
    late = models.MissedEntry.objects.filter(equipment_id=one.id, due__gte=span[0], due__lt=span[1])
    made = models.Decided.objects.filter(equipment_id=one.id, at__gte=span[0], at__lt=span[1]).order_by("id")
    return Month(
        one, first.replace(day=1), tuple(_entry(row) for row in rows),
        tuple(late.order_by("due").values_list("due", flat=True)), tuple(_decision(row) for row in made),
    )  # fmt: skip


def lots_in(one: Equipment) -> list[tuple[Lot, bool]]:
    """Lots with something left that stand in it, or of which nobody said where; whether they did. Two queries."""
    if not one.kept.vaccines:
        return []
    lots = [each for each in lots_of_site(one.kept.site_id) if each.on_hand]
    said = {row.lot_id: row.equipment_id for row in models.LotPlace.objects.filter(lot_id__in=[e.id for e in lots])}
    return [(each, said.get(each.id) == one.id) for each in lots if said.get(each.id) in (None, one.id)]


def zone_of(one: Equipment) -> ZoneInfo:
    """By which clock it is logged. One query."""
    return _zones()[one.kept.site_id]


def _slots(things: Iterable[Equipment], now: datetime, *, back: int) -> list[tuple[Equipment, list[Slot]]]:
    """What is due of each thing, on the day of its site and so many days before. Three queries."""
    things, zones = list(things), _zones()
    since = now - timedelta(days=back) - WIDE
    entries = defaultdict(list)
    ids = [one.id for one in things]
    for row in _entries().filter(equipment_id__in=ids, later=None, at__gte=since).order_by("at", "id"):
        entries[row.equipment_id].append(_entry(row))
    shut: dict[UUID, set[date]] = defaultdict(set)
    places = {one.kept.site_id for one in things}
    for one in closures(places, since.date(), now.date() + WIDE):
        shut[one.site_id].add(one.on)
    found = []
    for thing in things:
        zone = zones[thing.kept.site_id]
        today = now.astimezone(zone).date()
        days = days_of(today - timedelta(days=back), today)
        found.append((thing, slots(thing, days, zone, shut[thing.kept.site_id], entries[thing.id])))
    return found


def _night(on: date) -> datetime:
    """The end of a day, where the first site is."""
    zone = next(iter(_zones().values()))
    return datetime(on.year, on.month, on.day, 23, 59, tzinfo=zone)


def _zones() -> dict[UUID, ZoneInfo]:
    return {one.id: ZoneInfo(one.zone) for one in sites()}


def _entries() -> QuerySet[models.LogEntry]:
    return models.LogEntry.objects.select_related("later")


def _equipment(row: models.Equipment) -> Equipment:
    kept = Kept(
        site_id=row.site_id, kind=Kind(row.kind), name=row.name, times=tuple(row.times), days=tuple(row.days),
        unit=row.unit, low=plain(row.low), high=plain(row.high), source=row.source, vaccines=row.vaccines,
    )  # fmt: skip
    return Equipment(row.id, kept, row.since, row.used, row.version)


def _entry(row: models.LogEntry) -> Entry:
    told = Told(What(row.what), plain(row.value), row.passed, row.load, row.cycle, row.did)
    return Entry(
        id=row.id, equipment_id=row.equipment_id, told=told, odd=row.odd, at=row.at, entered_at=row.entered_at,
        by=row.by, instead_of=row.instead_of_id, why=row.why, stands=not hasattr(row, "later"),
    )  # fmt: skip


def _decision(row: models.Decided) -> Decision:
    return Decision(Verdict(row.verdict), row.lots, row.why, row.at, row.by)


def plain(number: Decimal | None) -> Decimal | None:
    """A number without the zeros its column adds: 4.1, not 4.10."""
    return None if number is None else Decimal(f"{number.normalize():f}")
