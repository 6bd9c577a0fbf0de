"""The rooms of a site, and who is in them."""

from dataclasses import dataclass
from uuid import UUID

from medoffice.front_office.flow.queries.board import flow_board
from medoffice.front_office.flow.types import FlowCard
from medoffice.practice.api import exam_rooms
from medoffice.security.types import Actor

IN_A_ROOM = ("roomed", "with_provider")


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room and who is in it, if somebody is."""

    name: str
    card: FlowCard | None


def rooms_of(actor: Actor, site_id: UUID) -> list[RoomState]:
    """The rooms of a site by name. The queries of the board and one."""
    inside = {card.room: card for card in flow_board(actor, site_id) if card.column in IN_A_ROOM}
    return [RoomState(room.name, inside.get(room.name)) for room in exam_rooms(site_id)]


def free_room(site_id: UUID, cards: list[FlowCard]) -> str:
    """The first room that nobody is in; blank if all are taken. One query."""
    taken = {card.room for card in cards if card.column in IN_A_ROOM}
    return next((room.name for room in exam_rooms(site_id) if room.name not in taken), "")
