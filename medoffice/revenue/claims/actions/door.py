"""The door to the clearinghouse: adapters register themselves; the office's setting picks one."""

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.registries import Registry
from medoffice.revenue.claims.types import Clearinghouse

clearinghouses: Registry[Clearinghouse] = Registry("clearinghouse")


def register_clearinghouse(door: Clearinghouse) -> None:
    """Make an adapter known, from ``exchange/``."""
    clearinghouses.register(door.key, door)


def clearinghouse() -> Clearinghouse:
    """The adapter in use: the simulator in demo, training and test worlds, the folder in a practice's own."""
    from medoffice.kernel.worlds import current

    key = "folder" if current.kind() == "practice" else "simulator"
    door = clearinghouses.get(key)
    if door is None:
        raise Refusal("no-clearinghouse", "No way to the payers is set up.", "Set up the clearinghouse first.")
    return door
