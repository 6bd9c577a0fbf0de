"""How the telephone is answered: calls by hour and kind, how soon, what waits too long, promises, causes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import ExtractHour, TruncWeek

from medoffice.front_office.calls import models
from medoffice.front_office.calls.rules.figures import middle, ninth
from medoffice.front_office.calls.types import EventKind
from medoffice.kernel import clock


@dataclass(frozen=True, slots=True)
class Week:
    """The causes of one week's calls, the most frequent first, and how many called again within seven days."""

    monday: date
    causes: list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Figures:
    """The telephone from one day to another: ``hours`` has the calls of each kind by the hour they came in.

    Minutes to the first touch are of calls touched by now; ``late`` were closed after they were due, ``overdue`` are
    open and due before now. Promises count by the day they were due.
    """

    kinds: list[str]
    hours: list[tuple[int, list[int], int]]
    calls: int
    touched: int
    middle_minutes: int | None
    ninth_minutes: int | None
    late: int
    overdue: int
    kept: int
    broken: int
    pending: int
    weeks: list[Week]

    @property
    def sums(self) -> list[int]:
        """All hours of each kind."""
        return [sum(row[1][place] for row in self.hours) for place in range(len(self.kinds))]


@dataclass(frozen=True, slots=True)
class Telephone:
    """The whole telephone log in counts, for the proofs of a day."""

    calls: int
    kinds: int
    waiting: int
    emergencies: int
    escalated: int
    promises: int
    kept: int
    brought: int


def figures(first: date, last: date, zone: ZoneInfo) -> Figures:
    """The telephone from the first day to the last, both included, in the office's zone. Six queries."""
    now = clock.now()
    since, until = _start(first, zone), _start(last + timedelta(days=1), zone)
    rows = models.Call.objects.filter(started_at__gte=since, started_at__lt=until)
    hours = rows.annotate(hour=ExtractHour("started_at", tzinfo=zone)).values_list("hour", "kind")
    counted = {(hour, kind): n for hour, kind, n in hours.annotate(n=Count("id")).order_by("hour", "kind")}
    kinds = sorted({kind for _, kind in counted})
    waits = sorted(
        int((touched - began).total_seconds() // 60)
        for began, touched in rows.values_list("started_at", "touched_at")
        if touched is not None
    )
    states = rows.aggregate(
        late=Count("id", filter=Q(ended_at__gt=F("due_at"))),
        overdue=Count("id", filter=Q(ended_at=None, due_at__lt=now)),
    )
    kept, broken, pending = _promises(since, until, now)
    return Figures(
        kinds=kinds,
        hours=[_hour(hour, kinds, counted) for hour in sorted({hour for hour, _ in counted})],
        calls=sum(counted.values()),
        touched=len(waits),
        middle_minutes=middle(waits),
        ninth_minutes=ninth(waits),
        late=states["late"],
        overdue=states["overdue"],
        kept=kept,
        broken=broken,
        pending=pending,
        weeks=_weeks(since, until, zone),
    )


def telephone(now: datetime) -> Telephone:
    """The whole log in counts: what is open, emergencies with and without a log, promises, messages. Four queries."""
    calls = models.Call.objects.aggregate(
        calls=Count("id"), kinds=Count("kind", distinct=True), waiting=Count("id", filter=Q(ended_at=None))
    )
    flagged = models.Call.objects.exclude(red_flags=[])
    handed = models.CallEvent.objects.filter(kind=EventKind.ESCALATION, call=OuterRef("pk"))
    kept, broken, pending = _promises(datetime(1900, 1, 1, tzinfo=UTC), now, now)
    return Telephone(
        **calls,
        emergencies=flagged.count(),
        escalated=flagged.filter(Exists(handed)).count(),
        promises=kept + broken + pending,
        kept=kept,
        brought=models.Message.objects.count(),
    )


def _hour(hour: int, kinds: Sequence[str], counted: dict[tuple[int, str], int]) -> tuple[int, list[int], int]:
    row = [counted.get((hour, kind), 0) for kind in kinds]
    return hour, row, sum(row)


def _promises(since: datetime, until: datetime, now: datetime) -> tuple[int, int, int]:
    """How many of the promises due in this time were kept, were broken, and are still ahead."""
    rows = models.Promise.objects.filter(due_at__gte=since, due_at__lt=until)
    in_time, late = Q(done_at__lte=F("due_at")), Q(done_at__gt=F("due_at")) | Q(done_at=None, due_at__lt=now)
    found = rows.aggregate(kept=Count("id", filter=in_time), broken=Count("id", filter=late), all=Count("id"))
    return found["kept"], found["broken"], found["all"] - found["kept"] - found["broken"]


def _weeks(since: datetime, until: datetime, zone: ZoneInfo) -> list[Week]:
    """The causes of each week, latest week first."""
    rows = models.Call.objects.filter(started_at__gte=since, started_at__lt=until).exclude(cause="")
    before = models.Call.objects.exclude(patient=None).filter(
        patient=OuterRef("patient"),
        started_at__lt=OuterRef("started_at"),
        started_at__gte=OuterRef("started_at") - timedelta(days=7),
    )
    rows = rows.annotate(again=Exists(before), week=TruncWeek("started_at", tzinfo=zone))
    counts = rows.values_list("week", "cause").annotate(n=Count("id"), again_n=Count("id", filter=Q(again=True)))
    found: dict[date, list[tuple[str, int, int]]] = {}
    for week, cause, n, again in counts.order_by("-week", "-n", "cause"):
        found.setdefault(week.date(), []).append((cause, n, again))
    return [Week(monday, causes) for monday, causes in found.items()]


def _start(on: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, time.min, zone).astimezone(UTC)
