"""A refrigerator of the policy tests and a line of its log, which name nobody."""

from uuid import UUID

from medoffice.clinic.upkeep.api import equipment_of, log_entry
from medoffice.clinic.upkeep.tests.makers import make_fridge, reading
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM


def upkeep(office: Office) -> dict[str, UUID | str]:
    """A refrigerator and what it read."""
    known = equipment_of()
    fridge = known[0].id if known else make_fridge(office, vaccines=False)
    log = log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("4.1"))
    return {"equipment_id": fridge, "log_id": log}
