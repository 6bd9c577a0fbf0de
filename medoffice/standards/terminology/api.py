"""The terminology's public functions; nouns are in ``types``."""

from medoffice.standards.terminology.icd10 import (
    billable_count,
    editions,
    icd10,
    icd10_check,
    icd10_notes,
    icd10_replacements,
)
from medoffice.standards.terminology.search import codes_search, icd10_search
from medoffice.standards.terminology.tables import carc_words, modifiers, place_of_service, placeholder_services

__all__ = [
    "billable_count",
    "carc_words",
    "codes_search",
    "editions",
    "icd10",
    "icd10_check",
    "icd10_notes",
    "icd10_replacements",
    "icd10_search",
    "modifiers",
    "place_of_service",
    "placeholder_services",
]
