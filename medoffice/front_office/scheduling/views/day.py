"""Screens of the schedule itself: a day of many providers, a week of one, a list, and what is printed of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from medoffice.front_office.scheduling.queries.appointments import appointment
from medoffice.front_office.scheduling.queries.board import Board, day_board, week_board
from medoffice.front_office.scheduling.rules.grid import Cell, Column, lay_out
from medoffice.front_office.scheduling.types import OPEN, Appointment, Chip, Unit
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import providers, sites, staff_of_user
from medoffice.practice.types import Site, StaffMember
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.dates import day_to_show

_KEPT = ("on", "with", "site")  # of an address, when a visit was moved
_TONES = {"arrived": "ok", "no_show": "bad", "confirmed": "info"}  # what the grid says of a visit beside its time


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which days, where, as the address says; the clock of the office."""

    places: Sequence[Site]
    zone: ZoneInfo
    today: date
    on: date
    site: UUID | None
    people: Sequence[StaffMember]

    @property
    def here(self) -> Sequence[Site]:
        """The sites that are shown."""
        return [place for place in self.places if self.site in (None, place.id)]

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return self.on - timedelta(days=self.on.weekday())


@screen("appointments.read")
def day(request: OfficeRequest) -> HttpResponse:
    """The schedule of a day, a column for each provider; visits are lifted and put down elsewhere."""
    asked = _asked(request)
    board = _day(request, asked)
    return _shown(request, "scheduling/day.html", asked, board, view="day", step=1, table=_table(board, asked))


@screen("appointments.read")
def week(request: OfficeRequest) -> HttpResponse:
    """A week of one provider, a column for each day."""
    asked = _asked(request)
    who = _who(request, asked.people)
    board = week_board(request.actor, asked.monday, asked.places, who)
    more = {"who": who, "people": asked.people, "table": _table(board, asked)}
    return _shown(request, "scheduling/day.html", asked, board, view="week", step=7, **more)


@screen("appointments.read")
def listed(request: OfficeRequest) -> HttpResponse:
    """The visits of a day by time, whatever became of them; it is also the day sheet that is printed."""
    asked = _asked(request)
    board = _day(request, asked)
    lines = [_line(board, one, asked) for one in board.booked]
    return _shown(request, "scheduling/list.html", asked, board, view="list", step=1, lines=lines)


@screen("appointments.read")
def sheets(request: OfficeRequest) -> HttpResponse:
    """For print: each provider's agenda, and what each room and device is used for."""
    asked = _asked(request)
    board = _day(request, asked)
    lines = [_line(board, one, asked) for one in board.booked if one.id in board.chips]
    agendas = [
        (member.name, [line for line in lines if line.visit.provider_id == member.id]) for member in asked.people
    ]
    used: dict[tuple[str, str], list[_Line]] = {}
    for line in lines:
        for unit in line.held:
            used.setdefault((unit.name, unit.kind.value), []).append(line)
    told = [(name, found) for name, found in agendas if found]
    return _shown(
        request, "scheduling/sheets.html", asked, board, view="sheets", step=1, agendas=told, used=sorted(used.items())
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A visit as the schedule shows it."""

    visit: Appointment
    person: Patient
    starts: datetime
    provider: str
    chips: Sequence[Chip]
    held: Sequence[Unit]
    open: bool

    @property
    def tone(self) -> str:
        """How it looks on the grid."""
        return _TONES.get(self.visit.state, "")

    @property
    def at(self) -> str:
        """When it begins, and what became of it."""
        state = self.visit.state.replace("_", " ") if self.tone else ""
        return ", ".join(filter(None, (f"{self.starts:%-I:%M}", "walk-in" if self.visit.walk_in else "", state)))


@dataclass(frozen=True, slots=True)
class _Table:
    """The grid as a page shows it: the heads of its columns, and of each row its time and what is in it."""

    heads: Sequence[tuple[Column, int, datetime]] = ()
    rows: Sequence[tuple[time, Sequence[tuple[SafeString, Cell | None, _Line | None]]]] = ()


def _table(board: Board, asked: _Asked) -> _Table:
    grid = lay_out(board.columns)
    if not grid.rows:
        return _Table()
    heads = list(zip(board.columns, grid.lanes, grid.begins, strict=True))
    return _Table(heads, [(at, list(_cells(board, cells, asked))) for at, cells in grid.rows])


def _cells(
    board: Board, cells: Sequence[Cell], asked: _Asked
) -> Iterator[tuple[SafeString, Cell | None, _Line | None]]:
    """Each visit of a row with what is free before it; that is written here, since a page has thousands of it."""
    gap = list[SafeString]()
    for cell in cells:
        if cell.visit:
            yield _joined(gap), cell, _line(board, cell.visit, asked)
            gap = []
        else:
            gap.append(_free(cell))
    yield _joined(gap), None, None


def _joined(cells: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((cell,) for cell in cells))


def _free(cell: Cell) -> SafeString:
    if not cell.label:
        return _empty(cell.kind, cell.column)
    said = format_html('<span class="xs cut">{}</span>', cell.label)
    return format_html('<td class="{}" data-cell="{}">{}</td>', cell.kind, cell.column, said)


@lru_cache(1024)
def _empty(kind: str, column: int) -> SafeString:
    return format_html('<td class="{}" data-cell="{}"></td>', kind, column)


def _day(request: OfficeRequest, asked: _Asked) -> Board:
    return day_board(request.actor, asked.on, asked.here, asked.people, asked.site)


def _shown(
    request: OfficeRequest, template: str, asked: _Asked, board: Board, *, view: str, step: int, **more: object
) -> HttpResponse:
    saw(request, board.people)
    context = {
        "board": board,
        "view": view,
        "on": asked.on,
        "monday": asked.monday,
        "before": asked.on - timedelta(days=step),
        "after": asked.on + timedelta(days=step),
        "count": len(board.chips),
        "sites": asked.places,
        "site": asked.site,
        "undo": _undo(request),
        "here": f"{request.path}?{urlencode({name: request.GET[name] for name in _KEPT if request.GET.get(name)})}",
        "lifts": request.may("appointments.book"),
        "room": "schedule",
    }
    return render(request, template, {**context, **more})


def _line(board: Board, one: Appointment, asked: _Asked) -> _Line:
    return _Line(
        visit=one,
        person=board.people[one.patient_id],
        starts=one.starts.astimezone(asked.zone),
        provider=next((member.name for member in asked.people if member.id == one.provider_id), ""),
        chips=board.chips.get(one.id, []),
        held=board.held.get(one.id, []),
        open=one.state in OPEN,
    )


def _undo(request: OfficeRequest) -> Appointment | None:
    """The visit that was moved a moment ago, as it was, if the address names one that this person may move."""
    try:
        then = appointment(UUID(request.GET.get("moved", "")))
    except (ValueError, NotFound):
        return None
    return then if then.moved_to and can(request.actor, "appointments.book", then.patient_id) else None


def _asked(request: OfficeRequest) -> _Asked:
    """One's own site unless the address names another, or ``all``. Three queries."""
    places = sites()
    zone = ZoneInfo(places[0].zone if places else "UTC")
    today = clock.today(zone)
    on = day_to_show(request.GET.get("on", ""), today)
    member = staff_of_user(request.actor.id)
    wanted = request.GET.get("site") or str(member.site_id if member else "")
    site = next((place.id for place in places if str(place.id) == wanted), None)
    return _Asked(places, zone, today, on, site, providers())


def _who(request: OfficeRequest, people: Sequence[StaffMember]) -> StaffMember | None:
    """Whose week it is: as asked, or one's own, or the first's."""
    asked = next((one for one in people if str(one.id) == request.GET.get("with", "")), None)
    own = next((one for one in people if one.user_id == request.actor.id), None)
    return asked or own or (people[0] if people else None)
