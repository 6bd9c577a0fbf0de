"""What later rooms may add to outreach: gateways, and who puts a missed visit's fee on the patient's account."""

from collections.abc import Callable
from uuid import UUID

from medoffice.front_office.outreach.types.messages import Gateway
from medoffice.front_office.outreach.types.recalls import Basis, CodeSource
from medoffice.kernel.money import Money
from medoffice.kernel.registries import Registry
from medoffice.kernel.trace import Ref
from medoffice.security.types import Actor

recall_sources: Registry[CodeSource] = Registry("source of recalls")
gateways: Registry[Gateway] = Registry("gateway")
FeeTaken = Callable[[Actor, UUID, Money], Ref]  # who acts, the appointment, how much: what was made
fees: Registry[FeeTaken] = Registry("fee of a missed visit")


def register_gateway(door: Gateway) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    gateways.register(door.key, door)


def register_missed_fee(take: FeeTaken) -> None:
    """Put fees of missed visits on accounts; called from the ``registry.py`` of the room that keeps them."""
    fees.register("fee", take)


def register_recall_source(basis: Basis, source: CodeSource) -> None:
    """Say who had a diagnosis or a service; called from the ``registry.py`` of the room that knows."""
    recall_sources.register(basis.value, source)
