"""What the desks show: composed of what the rooms offer, each part within its own statement budget."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.desks.rules.chain import unveiled, walk
from medoffice.desks.rules.fate import Fate, fate
from medoffice.front_office.calls.api import open_calls
from medoffice.front_office.calls.types import Call
from medoffice.front_office.flow.api import board_stamp, flow_board, free_room
from medoffice.front_office.flow.types import FlowCard
from medoffice.front_office.scheduling.api import find_free, visit_types
from medoffice.front_office.scheduling.types import Slot
from medoffice.kernel import clock, trace
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref, Step
from medoffice.practice.api import sites, staff_of_user
from medoffice.practice.types import Site
from medoffice.revenue.billing.api import charge, events_of_charge
from medoffice.revenue.claims.api import claims_in
from medoffice.revenue.claims.types import Claim, ClaimState
from medoffice.security.api import can
from medoffice.security.types import Actor

# Each column of the board: its key and title, what brings a ticket into it, and the columns it takes tickets from.
COLUMNS = (
    ("due", "Due", "", ""),
    ("arrived", "Arrived", "", ""),
    ("roomed", "Roomed", "room", "arrived with_provider"),
    ("with_provider", "With provider", "enter", "arrived roomed check_out"),
    ("check_out", "Check-out", "to-check-out", "roomed with_provider"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board with its cards."""

    key: str
    title: str
    verb: str
    takes: str
    cards: list[FlowCard]


@dataclass(frozen=True, slots=True)
class Board:
    """The flow board of a site; ``stamp`` is what it answers to being asked again, until somebody is moved."""

    site: Site
    columns: list[Column]
    free_room: str
    stamp: str

    @property
    def site_key(self) -> str:
        """The site as its address names it."""
        return str(self.site.id)

    @property
    def cards(self) -> list[FlowCard]:
        """Everybody on it."""
        return [card for column in self.columns for card in column.cards]

    @property
    def next_due(self) -> UUID | None:
        """Who is due first."""
        return next((card.id for card in self.cards if card.column == "due"), None)


@dataclass(frozen=True, slots=True)
class FrontDesk(Board):
    """The living desk of a site: the board, open calls, next free times."""

    sites: list[Site]
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
        sites=places,
        now=now.astimezone(ZoneInfo(place.zone)),
        calls=open_calls(actor),
        free=find_free(kinds[0], now, site_id=place.id, limit=5) if kinds else [],
    )


def board_of(actor: Actor, place: Site) -> Board:
    """The board of a site. Fourteen queries; the stamp is taken first, so that nothing is missed between."""
    stamp = board_stamp(place)
    cards = flow_board(actor, place.id)
    columns = [Column(*told, [card for card in cards if card.column == told[0]]) for told in COLUMNS]
    return Board(place, columns, free_room(place.id, cards), stamp)


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
