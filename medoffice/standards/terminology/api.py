"""The terminology's public functions; nouns are in ``types``."""

from medoffice.standards.terminology.changes import changed_on, update_days
from medoffice.standards.terminology.claim_check import check_claim_codes
from medoffice.standards.terminology.drugs import (
    drug_named,
    drug_search,
    vaccine,
    vaccine_search,
)
from medoffice.standards.terminology.fits import check_fits, is_manifestation
from medoffice.standards.terminology.icd10 import (
    bare,
    billable_count,
    code_first,
    dotted,
    editions,
    excludes1,
    excludes2,
    icd10,
    icd10_check,
    icd10_children,
    icd10_notes,
    icd10_replacements,
    icd10_seventh,
    icd10_verdict,
    last_day,
)
from medoffice.standards.terminology.listed import is_listed, is_medicine
from medoffice.standards.terminology.medicines import (
    classes_of,
    ingredient,
    ingredients_in,
    ingredients_known,
    medicine,
    medicine_search,
)
from medoffice.standards.terminology.search import codes_check, codes_search, icd10_search
from medoffice.standards.terminology.tables import carc_words, modifiers, place_of_service, placeholder_services, states
from medoffice.standards.terminology.texts import codes_in, recoded
from medoffice.standards.terminology.whole import file_faults
from medoffice.standards.terminology.words import is_word

__all__ = [
    "bare",
    "billable_count",
    "carc_words",
    "changed_on",
    "check_claim_codes",
    "check_fits",
    "classes_of",
    "code_first",
    "codes_check",
    "codes_in",
    "codes_search",
    "dotted",
    "drug_named",
    "drug_search",
    "editions",
    "excludes1",
    "excludes2",
    "file_faults",
    "icd10",
    "icd10_check",
    "icd10_children",
    "icd10_notes",
    "icd10_replacements",
    "icd10_search",
    "icd10_seventh",
    "icd10_verdict",
    "ingredient",
    "ingredients_in",
    "ingredients_known",
    "is_listed",
    "is_manifestation",
    "is_medicine",
    "is_word",
    "last_day",
    "medicine",
    "medicine_search",
    "modifiers",
    "place_of_service",
    "placeholder_services",
    "recoded",
    "states",
    "update_days",
    "vaccine",
    "vaccine_search",
]
