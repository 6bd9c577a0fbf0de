"""What later rooms may add to claims: ways to a clearinghouse. Each adapter in ``exchange/`` registers itself."""

from medoffice.kernel.registries import Registry
from medoffice.revenue.claims.types import Clearinghouse

clearinghouses: Registry[Clearinghouse] = Registry("clearinghouse")


def register_clearinghouse(door: Clearinghouse) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    clearinghouses.register(door.key, door)
