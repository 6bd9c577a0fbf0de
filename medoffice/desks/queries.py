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
from medoffice.front_office.check_in.api import flow_board
from medoffice.front_office.check_in.types import FlowCard
from medoffice.front_office.scheduling.api import find_free, visit_types
from medoffice.front_office.scheduling.types import Slot
from medoffice.kernel import clock, trace
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref, Step
from medoffice.practice.api import exam_rooms, sites, staff_of_user
from medoffice.practice.types import Site
from medoffice.revenue.billing.api import charge, events_of_charge
from medoffice.revenue.claims.api import claims_in
from medoffice.revenue.claims.types import Claim, ClaimState
from medoffice.security.api import can
from medoffice.security.types import Actor

COLUMNS = (
    ("due", "Due"),
    ("arrived", "Arrived"),
    ("roomed", "Roomed"),
    ("with_provider", "With provider"),
    ("check_out", "Check-out"),
)


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """The living desk of a site: the board by columns, open calls, next free times, and the day in a line."""

    site: Site
    sites: list[Site]
    now: datetime
    columns: list[tuple[str, str, list[FlowCard]]]
    calls: list[Call]
    free: list[Slot]
    late: int
    free_room: str

    @property
    def site_key(self) -> str:
        """The site as its address names it."""
        return str(self.site.id)


def front_desk(actor: Actor, wanted: str) -> FrontDesk:
    """The front desk of a site (the person's own, if this names none). Raises Refusal before there is a site."""
    places = sites()
    if not places:
        raise Refusal("not-set-up", "This office has no site yet.", "The owner or the manager adds one under Office.")
    place = next((one for one in places if str(one.id) == wanted), None) or _own_site(actor, places)
    kinds = sorted(visit_types(), key=lambda kind: (kind.key != "sick", kind.key))
    cards = flow_board(actor, place.id)
    now = clock.now()
    columns = [(key, title, [card for card in cards if card.column == key]) for key, title in COLUMNS]
    return FrontDesk(
        site=place,
        sites=places,
        now=now.astimezone(ZoneInfo(place.zone)),
        columns=columns,
        calls=open_calls(actor),
        free=find_free(kinds[0], now, site_id=place.id, limit=5) if kinds else [],
        late=sum(card.tone in ("bad", "warn") for card in cards),
        free_room=_free_room(place.id, cards),
    )


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


def _free_room(site_id: UUID, cards: list[FlowCard]) -> str:
    """The first room that nobody is in; blank if all are taken."""
    taken = {card.room for card in cards if card.column in ("roomed", "with_provider")}
    return next((room.name for room in exam_rooms(site_id) if room.name not in taken), "")


def _own_site(actor: Actor, places: list[Site]) -> Site:
    member = staff_of_user(actor.id)
    return next((place for place in places if member and place.id == member.site_id), places[0])
