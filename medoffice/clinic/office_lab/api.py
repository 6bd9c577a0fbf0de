"""What other rooms may use of the office's laboratory."""

from medoffice.clinic.office_lab.actions.enter_test import correct_test, enter_test
from medoffice.clinic.office_lab.actions.run_controls import run_controls
from medoffice.clinic.office_lab.actions.set_up_test import set_up_test
from medoffice.clinic.office_lab.actions.stand import stand
from medoffice.clinic.office_lab.actions.take_control import take_control
from medoffice.clinic.office_lab.actions.take_kit import end_kit, take_kit
from medoffice.clinic.office_lab.queries.bench import kit, kits, office_test, office_tests, runs_of_kits, standings
from medoffice.clinic.office_lab.queries.found import found_at, found_one, found_with, orders_to_test

__all__ = [
    "correct_test",
    "end_kit",
    "enter_test",
    "found_at",
    "found_one",
    "found_with",
    "kit",
    "kits",
    "office_test",
    "office_tests",
    "orders_to_test",
    "run_controls",
    "runs_of_kits",
    "set_up_test",
    "stand",
    "standings",
    "take_control",
    "take_kit",
]
