"""What later rooms may add to outreach: gateways. Each adapter in ``exchange/`` registers itself."""

from medoffice.front_office.outreach.types import Gateway
from medoffice.kernel.registries import Registry

gateways: Registry[Gateway] = Registry("gateway")


def register_gateway(door: Gateway) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    gateways.register(door.key, door)
