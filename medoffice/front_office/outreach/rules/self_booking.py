"""What may be asked for on the web: which of the free times, and how often from one place."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from ipaddress import ip_address, ip_network
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.types.visits import For, SelfBooking
from medoffice.front_office.scheduling.types import Slot

AN_HOUR, A_DAY, OF_ALL = 5, 10, 120  # how often one network may ask in an hour and a day, and everybody in an hour


def offered(
    rules: SelfBooking,
    free: Iterable[Slot],
    zones: dict[UUID, ZoneInfo],
    now: datetime,
    asked: Counter[tuple[UUID, date]],
) -> list[Slot]:
    """Of the free times those that may be asked for: not too near, not too far, no day with too many."""
    first, last = now + timedelta(hours=rules.lead_hours), now + timedelta(days=rules.horizon_days)
    return [
        slot
        for slot in free
        if first <= slot.starts <= last
        and asked[slot.provider_id, slot.starts.astimezone(zones[slot.site_id]).date()] < rules.per_day
    ]


def may_ask(rules: SelfBooking, *, known: bool) -> bool:
    """Whether somebody who was here before, or was not, may ask on the web."""
    return rules.who is For.BOTH or rules.who is (For.KNOWN if known else For.NEW)


def network(address: str) -> str:
    """The address; of IPv6 the network of a house; one word for what is no address."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return "nowhere"
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False).network_address)
