"""What other rooms may use of coding."""

from medoffice.revenue.coding.actions.answer_query import answer_query
from medoffice.revenue.coding.actions.ask_provider import ask_provider
from medoffice.revenue.coding.actions.code_diagnosis import code_diagnosis
from medoffice.revenue.coding.actions.code_service import code_service
from medoffice.revenue.coding.actions.define_service import define_service
from medoffice.revenue.coding.actions.finish_coding import finish_coding
from medoffice.revenue.coding.actions.remove_code import remove_code
from medoffice.revenue.coding.actions.rows import coding_finished, coding_row, diagnosis_row, service_row
from medoffice.revenue.coding.actions.start_coding import start_coding
from medoffice.revenue.coding.offers import register_voided
from medoffice.revenue.coding.queries.asked import answer_evidence, queries_of
from medoffice.revenue.coding.queries.codings import (
    coded,
    coded_of_visits,
    coders_by_name,
    coding,
    coding_in_hand,
    coding_of_diagnosis,
    coding_of_service,
    service,
    services,
)
from medoffice.revenue.coding.queries.facts import (
    codes_released,
    diagnoses_among,
    diagnoses_between,
    diagnoses_of,
    yearly_codes,
)
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.queries.missing import missing_charges
from medoffice.revenue.coding.queries.supposing import suppose
from medoffice.revenue.coding.rules.supposing import Change, Supposed, What, changes, differences

__all__ = [
    "Change",
    "Supposed",
    "What",
    "answer_evidence",
    "answer_query",
    "ask_provider",
    "changes",
    "code_diagnosis",
    "code_service",
    "coded",
    "coded_of_visits",
    "coders_by_name",
    "codes_released",
    "coding",
    "coding_finished",
    "coding_in_hand",
    "coding_of_diagnosis",
    "coding_of_service",
    "coding_row",
    "define_service",
    "diagnoses_among",
    "diagnoses_between",
    "diagnoses_of",
    "diagnosis_row",
    "differences",
    "findings",
    "finish_coding",
    "missing_charges",
    "queries_of",
    "register_voided",
    "remove_code",
    "service",
    "service_row",
    "services",
    "start_coding",
    "suppose",
    "yearly_codes",
]
