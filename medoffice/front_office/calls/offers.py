"""What later rooms add to the telephone: how a balance is explained, and what the office did that makes people call."""

from collections.abc import Callable
from uuid import UUID

from medoffice.front_office.calls.types import BalanceTold, Because, OpenHours, Sender
from medoffice.kernel.registries import Registry
from medoffice.security.types import Actor

balances: Registry[Callable[[Actor, UUID], BalanceTold]] = Registry("explained balance")
reasons_to_call: Registry[Callable[[Actor, UUID], list[Because]]] = Registry("reason to call")
senders: Registry[Sender] = Registry("sender")
hours: Registry[Callable[[UUID], list[OpenHours]]] = Registry("hours of a site")


def register_hours(of_site: Callable[[UUID], list[OpenHours]]) -> None:
    """Say when people work at a site in a usual week, for the cards; one room does, from its ``registry.py``."""
    hours.register("hours", of_site)


def register_balance(explain: Callable[[Actor, UUID], BalanceTold]) -> None:
    """Explain a patient's balance to a caller; one room does, from its ``registry.py``."""
    balances.register("balance", explain)


def register_reason_to_call(key: str, found: Callable[[Actor, UUID], list[Because]]) -> None:
    """Say what was lately sent to or done for a patient that may make them call, latest first. Two queries at most."""
    reasons_to_call.register(key, found)


def register_sender(sender: Sender) -> None:
    """Send something to the patient of a call that is closed; one room does, from its ``registry.py``."""
    senders.register("message", sender)
