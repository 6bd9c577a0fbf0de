"""What other rooms may use of prescriptions."""

from medoffice.clinic.prescriptions.actions.change_prescription import change_prescription
from medoffice.clinic.prescriptions.actions.drop_favourite import drop_favourite
from medoffice.clinic.prescriptions.actions.end_prescription import end_prescription
from medoffice.clinic.prescriptions.actions.keep_favourite import keep_favourite
from medoffice.clinic.prescriptions.actions.prepare_prescription import prepare_prescription
from medoffice.clinic.prescriptions.actions.sign_prescription import sign_prescription
from medoffice.clinic.prescriptions.actions.take_safety_book import take_safety_book
from medoffice.clinic.prescriptions.actions.try_checker import try_checker
from medoffice.clinic.prescriptions.actions.withdraw_prescription import withdraw_prescription
from medoffice.clinic.prescriptions.queries.filling import prescribe_as_typed
from medoffice.clinic.prescriptions.queries.prescriptions import (
    favourites,
    prescription,
    prescriptions_of,
    prescriptions_of_visit,
    story_of,
    to_sign,
)
from medoffice.clinic.prescriptions.queries.safety import alerts_of, checked, self_test

__all__ = [
    "alerts_of",
    "change_prescription",
    "checked",
    "drop_favourite",
    "end_prescription",
    "favourites",
    "keep_favourite",
    "prepare_prescription",
    "prescribe_as_typed",
    "prescription",
    "prescriptions_of",
    "prescriptions_of_visit",
    "self_test",
    "sign_prescription",
    "story_of",
    "take_safety_book",
    "to_sign",
    "try_checker",
    "withdraw_prescription",
]
