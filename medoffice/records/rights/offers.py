"""What later rooms may add to rights: things of a chart that are amended where they stand."""

from medoffice.kernel.registries import Registry
from medoffice.records.rights.types import Amendable

amendables: Registry[Amendable] = Registry("things of a chart that are amended where they stand")


def register_amendable(one: Amendable) -> None:
    """Let amendments be asked of a room's things, which it amends itself; called from its ``registry.py``."""
    amendables.register(one.kind, one)
