"""The screens of upkeep: the day, logs in and out of their limits, a line that was wrong, a month, setting up."""

from medoffice.clinic.upkeep.api import correct_entry, log_entry
from medoffice.clinic.upkeep.tests.makers import WARM, make_autoclave, make_fridge, make_room, reading
from medoffice.clinic.upkeep.types import Kind, Told, What
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def upkeep(add: Add, place: Place) -> None:
    """A refrigerator that was warm, with a corrected line; a sterilizer whose test failed; a room."""
    office = place.office
    add("ruiz", "upkeep:day")
    fridge, sterile, room = make_fridge(office, "Fridge <b>one</b>"), make_autoclave(office), make_room(office)
    wrong = log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("4"))
    right = correct_entry(actor=PROGRAM, entry_id=wrong, told=reading("4.4"), why="<i>misread</i>")
    log_entry(actor=PROGRAM, equipment_id=fridge, told=WARM)
    load = Told(What.LOAD, passed=True, load="12", cycle="132 °C, 4 minutes")
    log_entry(actor=PROGRAM, equipment_id=sterile, told=load)
    log_entry(actor=PROGRAM, equipment_id=sterile, told=Told(What.SPORE, passed=False, did="out of use"))
    for person in ("ruiz", "petrov"):
        add(person, "upkeep:day")
        for one in (fridge, sterile, room):
            add(person, "upkeep:equipment", one)
    for one in (wrong, right):
        add("ruiz", "upkeep:line", one)
    add("ruiz", "upkeep:month", fridge)
    add("petrov", "upkeep:change", fridge)
    for kind in Kind:
        add("petrov", "upkeep:new", kind)
