"""The door to the clearinghouse: which of the registered adapters is in use."""

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.revenue.claims.offers import clearinghouses
from medoffice.revenue.claims.types import Clearinghouse


def clearinghouse() -> Clearinghouse:
    """The simulator in demo, training and test worlds, the folder in a practice's own. Raises Refusal without one."""
    key = "folder" if current.kind() == "practice" else "simulator"
    door = clearinghouses.get(key)
    if door is None:
        raise Refusal("no-clearinghouse", "No way to the payers is set up.", "Set up the clearinghouse first.")
    return door
