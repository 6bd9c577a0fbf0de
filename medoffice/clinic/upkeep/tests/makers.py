"""What is looked after, for tests, made through the actions."""

from datetime import time
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.upkeep.api import set_up_equipment
from medoffice.clinic.upkeep.types import Kept, Kind, Told, What
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WARM = Told(What.READING, Decimal("11.2"), did="door was open; moved to the other one")


def reading(value: str, did: str = "") -> Told:
    """What a thermometer reads."""
    return Told(What.READING, Decimal(value), did=did)


def make_fridge(office: Office, name: str = "Vaccine refrigerator", *, vaccines: bool = True) -> UUID:
    """A refrigerator that is read by 9:30 and 17:00."""
    kept = Kept(
        office.site_id, Kind.REFRIGERATOR, name, (time(9, 30), time(17)), EVERY_DAY, "°C", Decimal(2), Decimal(8),
        "made up", vaccines,
    )  # fmt: skip
    return set_up_equipment(actor=PROGRAM, kept=kept)


def make_autoclave(office: Office) -> UUID:
    """A sterilizer whose biological test is due on Tuesdays at noon."""
    return set_up_equipment(
        actor=PROGRAM, kept=Kept(office.site_id, Kind.AUTOCLAVE, "Autoclave", (time(12),), (1,))
    )  # fmt: skip


def make_room(office: Office) -> UUID:
    """A room that is cleaned for the night by 18:00."""
    return set_up_equipment(actor=PROGRAM, kept=Kept(office.site_id, Kind.ROOM, "Room 1", (time(18),), EVERY_DAY))
