"""What the demo office looks after: a refrigerator for vaccines at each site, more at the first, read each working day.

Limits are those that are proposed; what is read is made up.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.immunizations.api import lots
from medoffice.clinic.upkeep.api import day, equipment_of, log_entry, place_lots, proposed, set_up_equipment
from medoffice.clinic.upkeep.types import Equipment, Kind, Told, What
from medoffice.kernel import clock
from medoffice.rehearsal.demo.actions.office_lab import hand_at
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.security.types import PROGRAM

COLD = "Vaccine refrigerator"
MORE = ((Kind.FREEZER, "Vaccine freezer"), (Kind.AUTOCLAVE, "Autoclave"), (Kind.ROOM, "Procedure room"))
USUAL = {Kind.REFRIGERATOR: (35, 62), Kind.FREEZER: (-230, -190)}  # tenths of a degree
LOOKS = ((7, 50), (11, 30), (16, 20))


def stock_upkeep(sites: Mapping[str, UUID]) -> None:
    """A refrigerator at each site, in which its lots stand; a freezer, an autoclave and a room at the first."""
    for site_id in sites.values():
        fridge = set_up_equipment(actor=PROGRAM, kept=proposed(Kind.REFRIGERATOR, site_id, COLD))
        mine = [one.id for one in lots() if one.site_id == site_id]
        place_lots(actor=PROGRAM, equipment_id=fridge, lot_ids=mine)
    for kind, name in MORE:
        set_up_equipment(actor=PROGRAM, kept=proposed(kind, next(iter(sites.values())), name))


def readings_of_days(scene: Scene, first: date, last: date) -> Script:
    """Each working day somebody of the site logs what is due, before it is late; and the loads of the autoclave."""
    zone = scene.riverbend.office.zone
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    for on in (one for one in days if one.weekday() < 5):
        for hour, minute in LOOKS:
            yield at(on, hour, minute, zone)
            _look(scene, on, hour)


def _look(scene: Scene, on: date, hour: int) -> None:
    """What is due next, unless the morning's look already did it; at noon the sterilizer runs."""
    due = {one.equipment.id for one in day(clock.now()) if one.next and one.next.due - clock.now() < timedelta(hours=2)}
    for one in equipment_of():
        by = hand_at(scene, one.kept.site_id)
        if one.kept.kind is Kind.AUTOCLAVE and hour == LOOKS[1][0]:
            load = Told(What.LOAD, passed=True, load=f"{on:%m%d}1", cycle="132 °C, 4 minutes")
            log_entry(actor=by, equipment_id=one.id, told=load)
        if one.id in due:
            log_entry(actor=by, equipment_id=one.id, told=_seen(one, on, hour))


def _seen(one: Equipment, on: date, hour: int) -> Told:
    if one.kept.kind is Kind.AUTOCLAVE:
        return Told(What.SPORE, passed=True)
    if one.kept.kind is Kind.ROOM:
        return Told(What.TERMINAL)
    low, high = USUAL[one.kept.kind]
    tenths = Chance(f"upkeep {one.kept.name} {one.kept.site_id} {on}").between(f"at {hour}", low, high)
    return Told(What.READING, Decimal(tenths) / 10)
