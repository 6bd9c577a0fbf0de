"""The rooms of a site, and who is in them."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.flow.queries.board import flow_board
from medoffice.front_office.flow.types import FlowCard
from medoffice.kernel import clock
from medoffice.practice.api import exam_rooms, site
from medoffice.practice.types import Site
from medoffice.records.encounters.api import rooms_taken
from medoffice.records.encounters.types import IN_A_ROOM
from medoffice.security.types import Actor


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room, whether somebody is in it, and who, as far as one may know."""

    name: str
    taken: bool
    cards: list[FlowCard]


def rooms_of(actor: Actor, site_id: UUID) -> list[RoomState]:
    """The rooms of a site by name. The queries of the board and three."""
    inside = [card for card in flow_board(actor, site_id) if card.column in IN_A_ROOM]
    taken = _taken(site(site_id))
    return [
        RoomState(room.name, room.name in taken, [card for card in inside if card.room == room.name])
        for room in exam_rooms(site_id)
    ]


def free_room(place: Site) -> str:
    """The first room of a site that nobody is in, whoever that is kept from; blank if all are taken. Two queries."""
    taken = _taken(place)
    return next((room.name for room in exam_rooms(place.id) if room.name not in taken), "")


def _taken(place: Site) -> set[str]:
    return rooms_taken(place.id, clock.today(ZoneInfo(place.zone)))
