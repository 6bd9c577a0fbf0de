"""What the desks show: composed of what the rooms offer, each part within its own statement budget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.clinic.charting.api import notes_standing
from medoffice.clinic.immunizations.api import lacking_of
from medoffice.desks.rules.chain import unveiled, walk
from medoffice.desks.rules.fate import Fate, fate
from medoffice.desks.rules.huddle import worth_knowing
from medoffice.front_office.calls.api import open_calls
from medoffice.front_office.calls.types import Call
from medoffice.front_office.check_in.api import arrival_of, copay_of, insurance_of
from medoffice.front_office.flow.api import board_stamp, day_stamp, flow_board, free_room, provider_day
from medoffice.front_office.flow.types import DayLine, FlowCard
from medoffice.front_office.scheduling.api import (
    appointment,
    appointments_of,
    appointments_on,
    chips_of,
    find_free,
    no_show_risks,
    visit_type,
    visit_types,
)
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, OPEN, Chip, Risk, Slot, VisitType
from medoffice.kernel import clock, trace
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref, Step
from medoffice.practice.api import office_zone, providers, site, sites, staff_member, staff_of_user, today_here
from medoffice.practice.types import Site
from medoffice.records.encounters.types import Encounter
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.billing.api import charge, events_of_charge, receipts_of_visit
from medoffice.revenue.claims.api import claims_in
from medoffice.revenue.claims.types import Claim, ClaimState
from medoffice.security.api import can, kept
from medoffice.security.types import Actor

# Each column of the board: its key and title, what brings a ticket into it, and the columns it takes tickets from; the
# keys of the desk that do nothing for who stands in it, and what is said then.
COLUMNS = (
    ("due", "Due", "", "", "o", "is not checked in yet."),
    ("arrived", "Arrived", "", "", "i o", "is checked in and waits for a room."),
    ("roomed", "Roomed", "room", "arrived with_provider check_out", "i o", "is checked in and in a room."),
    (
        "with_provider",
        "With provider",
        "enter",
        "arrived roomed check_out",
        "i o",
        "is checked in and seen now.",
    ),
    ("check_out", "Check-out", "to-check-out", "roomed with_provider", "i", "was checked in and is at check-out."),
)
DUE_SHOWN = 30  # about two hours of ten providers; who comes later is on the day's list


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board with its cards."""

    key: str
    title: str
    verb: str
    takes: str
    deaf: str
    stands: str
    cards: list[FlowCard]
    later: int = 0  # how many more are due later today than are shown

    @property
    def rows(self) -> list[tuple[FlowCard, str]]:
        """Each card with what is to be at hand after it was acted on: itself, the next, the one before."""
        ids = [f"ticket-{card.id}" for card in self.cards]
        around = [[ids[at], *ids[at + 1 : at + 2], *ids[max(0, at - 1) : at]] for at in range(len(ids))]
        return [(card, ",".join(near)) for card, near in zip(self.cards, around, strict=True)]

    @property
    def total(self) -> int:
        """Everybody of the column, shown or not."""
        return len(self.cards) + self.later


@dataclass(frozen=True, slots=True)
class Board:
    """The flow board of a site; ``stamp`` is what it answers to being asked again, until somebody is moved.

    ``vaccines``: the visits of who is here and lacks a vaccine, as far as whoever looks may know.
    """

    site: Site
    columns: list[Column]
    free_room: str
    stamp: str
    vaccines: frozenset[UUID]

    @property
    def site_key(self) -> str:
        """The site as its address names it."""
        return str(self.site.id)

    @property
    def cards(self) -> list[FlowCard]:
        """Everybody who is shown on it."""
        return [card for column in self.columns for card in column.cards]

    @property
    def next_due(self) -> UUID | None:
        """Who is due first."""
        return next((card.id for card in self.cards if card.column == "due"), None)

    @property
    def next_out(self) -> UUID | None:
        """Who stands at check-out longest."""
        leaving = [card for card in self.cards if card.column == "check_out"]
        return max(leaving, key=lambda card: card.seconds).id if leaving else None


@dataclass(frozen=True, slots=True)
class FrontDesk(Board):
    """The living desk of a site: the board, open calls, next free times."""

    others: list[Site]
    now: datetime
    calls: list[Call]
    free: list[Slot]


def front_desk(actor: Actor, wanted: str) -> FrontDesk:
    """The front desk of a site (the person's own, if this names none). Raises Refusal before there is a site."""
    places = sites()
    if not places:
        raise Refusal("not-set-up", "This office has no site yet.", "The owner or the manager adds one under Office.")
    place = next((one for one in places if str(one.id) == wanted), None) or _own_site(actor, places)
    kinds = sorted(visit_types(), key=lambda kind: (kind.key != "sick", kind.key))
    now, board = clock.now(), board_of(actor, place)
    return FrontDesk(
        site=place,
        columns=board.columns,
        free_room=board.free_room,
        stamp=board.stamp,
        vaccines=board.vaccines,
        others=[one for one in places if one.id != place.id],
        now=now.astimezone(ZoneInfo(place.zone)),
        calls=open_calls(actor),
        free=find_free(kinds[0], now, site_id=place.id, limit=5) if kinds else [],
    )


def board_of(actor: Actor, place: Site) -> Board:
    """The board of a site. Fifteen queries, and those of the vaccines for who may know of them.

    The stamp is taken first, so that nothing is missed between.
    """
    stamp = board_stamp(place)
    cards = flow_board(actor, place.id)
    columns = []
    for told in COLUMNS:
        found = [card for card in cards if card.column == told[0]]
        shown = DUE_SHOWN if told[0] == "due" else len(found)
        columns.append(Column(*told, found[:shown], later=len(found[shown:])))
    here = {card.encounter_id: card.patient_id for card in cards if card.encounter_id}
    lacks = lacking_of(actor, here.values(), today_here())
    vaccines = frozenset(visit for visit, who in here.items() if who in lacks)
    return Board(place, columns, free_room(place), stamp, vaccines)


def board_since(actor: Actor, wanted: str, seen: str) -> Board | None:
    """The board of a site if it is another than was seen; None if it is the same, which costs three queries."""
    place = next((one for one in sites() if str(one.id) == wanted), None)
    if place is None or board_stamp(place) == seen:
        return None
    return board_of(actor, place)


def chain_of(actor: Actor, ref: Ref) -> list[Step]:
    """The whole chain through a thing, in the order of the flow; only with the texts this person may read."""
    return unveiled(walk(ref, trace.step, trace.effects_of), cache(partial(can, actor)))


def fate_of(steps: list[Step]) -> Fate | None:
    """What became of the money of a chain's charges; None if it has none. Two queries a charge."""
    ids = [one.ref.id for one in steps if one.ref.kind == "charge"]
    if not ids:
        return None
    return fate([charge(found) for found in ids], [event for found in ids for event in events_of_charge(found)])


def settled_claim(actor: Actor) -> Claim | None:
    """A paid claim this person may see, as an example of a whole chain."""
    paid = claims_in(actor, [ClaimState.PAID])
    return max(paid, key=lambda claim: (claim.date, claim.number), default=None)


def _own_site(actor: Actor, places: list[Site]) -> Site:
    member = staff_of_user(actor.id)
    return next((place for place in places if member and place.id == member.site_id), places[0])


@dataclass(frozen=True, slots=True)
class HuddleLine:
    """A visit of the day as the morning's sheet tells it."""

    patient_id: UUID
    time: str
    patient: str
    reason: str
    chips: list[Chip]
    risk: Risk | None
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HuddleOf:
    """A provider's day: the visits, and the times that are free."""

    provider: str
    lines: list[HuddleLine]
    gaps: list[str]


@dataclass(frozen=True, slots=True)
class HuddleSheet:
    """The day of the office on one page."""

    on: datetime
    providers: list[HuddleOf]


def huddle_sheet(actor: Actor) -> HuddleSheet:
    """Today's visits by provider with what each needs, who may not come and why, how to meet them, and the gaps.

    Of whom a label keeps, not how to meet them: their record opens with a reason. Fourteen
    queries and those of the chips, and for each provider those of finding free times.
    """
    now, zone = clock.now(), office_zone()
    today = now.astimezone(zone)
    booked = [one for one in appointments_on(actor, None, today.date(), zone.key) if one.state in HOLDS_THE_SLOT]
    people = patients_by_id({one.patient_id for one in booked})
    closed = kept(actor, "patients.read", [(who, None) for who in people])
    chips, risks = chips_of(actor, booked), no_show_risks(booked)
    lines: dict[UUID, list[HuddleLine]] = {}
    for one in booked:
        who = people[one.patient_id]
        line = HuddleLine(
            patient_id=one.patient_id,
            time=f"{one.starts.astimezone(zone):%-I:%M %p}",
            patient=who.name.sorted_form,
            reason=one.reason,
            chips=chips[one.id],
            risk=risks[one.id],
            told=() if (who.id, None) in closed else worth_knowing(who, today.date()),
        )
        lines.setdefault(one.provider_id, []).append(line)
    kind = next((one for one in sorted(visit_types(), key=lambda kind: (kind.key != "sick", kind.key))), None)
    found = [
        HuddleOf(member.name, lines.get(member.id, []), _gaps(kind, now, member.id, zone) if kind else [])
        for member in providers()
    ]
    return HuddleSheet(today, [one for one in found if one.lines or one.gaps])


def _gaps(kind: VisitType, now: datetime, provider_id: UUID, zone: ZoneInfo) -> list[str]:
    """The free times of today, as the day sheet says them."""
    free = [one.starts.astimezone(zone) for one in find_free(kind, now, provider_id, limit=20)]
    return [f"{one:%-I:%M %p}" for one in free if one.date() == now.astimezone(zone).date()]


def chips_of_visit(actor: Actor, visit: Encounter) -> list[Chip]:
    """What the visit needed; what is still missing can be seen to before the patient goes. One query and the chips'."""
    arrival = arrival_of(visit.id)
    return chips_of(actor, [appointment(arrival.appointment_id)])[arrival.appointment_id] if arrival else []


def copay_due(visit: Encounter) -> Money | None:
    """The copay of this visit that has not been taken; None if there is none. Nine queries."""
    arrival = arrival_of(visit.id)
    booked = appointment(arrival.appointment_id) if arrival else None
    if arrival is None or booked is None or arrival.case_id or not visit_type(booked.visit_type).takes_copay:
        return None
    copay = copay_of(insurance_of(booked))
    if copay is None:
        return None
    taken = Money.total(one.amount for one in receipts_of_visit(visit.id) if one.copay and not one.taken_back)
    due = copay - taken
    return due if due.cents > 0 else None


def visits_ahead(actor: Actor, patient_id: UUID) -> list[tuple[str, str]]:
    """When the patient comes again, and to whom, soonest first. Two queries and one for each provider."""
    now = clock.now()
    coming = [one for one in appointments_of(actor, patient_id) if one.state in OPEN and one.starts > now]
    zones = {one.site_id: ZoneInfo(site(one.site_id).zone) for one in coming}
    return [
        (f"{one.starts.astimezone(zones[one.site_id]):%A, %m/%d/%Y %-I:%M %p}", staff_member(one.provider_id).name)
        for one in sorted(coming, key=lambda one: one.starts)
    ]


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A visit of a provider's day and how its note stands: not begun, unsigned, signed; blank where none is due yet."""

    day: DayLine
    note: str

    @property
    def card(self) -> FlowCard:
        """The patient's card of the board."""
        return self.day.card

    @property
    def lacks(self) -> bool:
        """Whether the visit is over or at check-out and its note is not signed."""
        return self.note in ("no note", "not signed") and (self.day.over or self.card.column == "check_out")


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A provider's day; ``stamp`` is what it answers to being asked again, until somebody is moved."""

    now: datetime
    lines: list[OwnLine]
    stamp: str

    @property
    def here(self) -> int:
        """How many are in the office."""
        return sum(1 for one in self.lines if one.card.encounter_id and not one.day.over)

    @property
    def due(self) -> int:
        """How many are still to come."""
        return sum(1 for one in self.lines if one.card.column == "due" and not one.day.over)

    @property
    def lacking(self) -> int:
        """How many notes of the day are not signed though the patient has been seen."""
        return sum(1 for one in self.lines if one.lacks)

    @property
    def next_up(self) -> UUID | None:
        """Whom to see next: who waits longest in a room, else longest at all; None if nobody does."""
        waits = [one.card for one in self.lines if one.card.column in ("roomed", "arrived")]
        return max(waits, key=lambda card: (card.column == "roomed", card.seconds)).id if waits else None


def own_day(actor: Actor) -> OwnDay:
    """Today's visits of the provider behind this account; none for who is no provider. Fourteen queries."""
    member = staff_of_user(actor.id)
    stamp = day_stamp(office_zone())
    lines = provider_day(actor, member.id) if member else []
    notes = notes_standing(line.card.encounter_id for line in lines if line.card.encounter_id)
    told = [OwnLine(line, _note_words(line, notes)) for line in lines]
    return OwnDay(clock.now().astimezone(office_zone()), told, stamp)


def own_day_since(actor: Actor, seen: str) -> OwnDay | None:
    """The day if it is another than was seen; None if it is the same, which costs three queries."""
    return None if day_stamp(office_zone()) == seen else own_day(actor)


def _note_words(line: DayLine, notes: Mapping[UUID, bool]) -> str:
    visit = line.card.encounter_id
    if visit is None:
        return ""
    return "no note" if visit not in notes else "signed" if notes[visit] else "not signed"
