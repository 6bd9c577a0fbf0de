"""What other rooms may use of coverage."""

from medoffice.records.coverage.actions.add_coverage import add_coverage
from medoffice.records.coverage.actions.ask_eligibility import ask_eligibility
from medoffice.records.coverage.actions.change_case import change_case
from medoffice.records.coverage.actions.change_coverage import change_coverage
from medoffice.records.coverage.actions.close_case import close_case
from medoffice.records.coverage.actions.end_coverage import end_coverage
from medoffice.records.coverage.actions.keep_asking import keep_asking
from medoffice.records.coverage.actions.open_case import open_case
from medoffice.records.coverage.actions.rows import policy_row
from medoffice.records.coverage.actions.take_answers import take_answers
from medoffice.records.coverage.forms import scanned_form, typed_policy
from medoffice.records.coverage.offers import register_eligibility_door
from medoffice.records.coverage.queries import (
    case,
    cases_of,
    cases_on,
    check,
    checks_of,
    checks_of_visits,
    coverage,
    coverages_of,
    coverages_on,
    member_ids_of,
    patients_with_member_ids,
    policies_on,
)

__all__ = [
    "add_coverage",
    "ask_eligibility",
    "case",
    "cases_of",
    "cases_on",
    "change_case",
    "change_coverage",
    "check",
    "checks_of",
    "checks_of_visits",
    "close_case",
    "coverage",
    "coverages_of",
    "coverages_on",
    "end_coverage",
    "keep_asking",
    "member_ids_of",
    "open_case",
    "patients_with_member_ids",
    "policies_on",
    "policy_row",
    "register_eligibility_door",
    "scanned_form",
    "take_answers",
    "typed_policy",
]
