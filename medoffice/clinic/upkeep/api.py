"""What other rooms may use of upkeep."""

from medoffice.clinic.upkeep.actions.decide import decide
from medoffice.clinic.upkeep.actions.log_entry import correct_entry, log_entry
from medoffice.clinic.upkeep.actions.place_lots import place_lots
from medoffice.clinic.upkeep.actions.set_up_equipment import set_up_equipment
from medoffice.clinic.upkeep.actions.tell_missed import tell_missed
from medoffice.clinic.upkeep.queries import day, due_between, equipment, equipment_of, log_of, month, odd_of
from medoffice.clinic.upkeep.rules.judging import proposed

__all__ = [
    "correct_entry",
    "day",
    "decide",
    "due_between",
    "equipment",
    "equipment_of",
    "log_entry",
    "log_of",
    "month",
    "odd_of",
    "place_lots",
    "proposed",
    "set_up_equipment",
    "tell_missed",
]
