"""What other rooms may use of immunizations."""

from medoffice.clinic.immunizations.actions.correct_dose import correct_dose, strike_dose
from medoffice.clinic.immunizations.actions.give_dose import give_dose
from medoffice.clinic.immunizations.actions.keep_registry import keep_registry
from medoffice.clinic.immunizations.actions.note_fact import note_fact
from medoffice.clinic.immunizations.actions.recall_lot import recall_lot
from medoffice.clinic.immunizations.actions.receive_lot import receive_lot
from medoffice.clinic.immunizations.actions.set_aside import decide_lot, set_aside
from medoffice.clinic.immunizations.actions.take_out import count_lot, take_out
from medoffice.clinic.immunizations.actions.take_schedule import take_schedule
from medoffice.clinic.immunizations.offers import register_registry_door
from medoffice.clinic.immunizations.queries.doses import (
    dose,
    doses_given,
    doses_of_lots,
    doses_of_visit,
    orders_to_answer,
    reports_of,
)
from medoffice.clinic.immunizations.queries.plans import facts_of, lacking_of, plan_of, schedule
from medoffice.clinic.immunizations.queries.stock import lot, lots, lots_for, lots_of_site, moves_of, registry

__all__ = [
    "correct_dose",
    "count_lot",
    "decide_lot",
    "dose",
    "doses_given",
    "doses_of_lots",
    "doses_of_visit",
    "facts_of",
    "give_dose",
    "keep_registry",
    "lacking_of",
    "lot",
    "lots",
    "lots_for",
    "lots_of_site",
    "moves_of",
    "note_fact",
    "orders_to_answer",
    "plan_of",
    "recall_lot",
    "receive_lot",
    "register_registry_door",
    "registry",
    "reports_of",
    "schedule",
    "set_aside",
    "strike_dose",
    "take_out",
    "take_schedule",
]
