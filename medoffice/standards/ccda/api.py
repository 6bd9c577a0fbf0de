"""The public functions of C-CDA, and the names of code systems by OID.

Nouns are in ``types``; nothing else of this package is for other code.
"""

from medoffice.standards.ccda.oids import SYSTEM_NAMES
from medoffice.standards.ccda.reading import read_document
from medoffice.standards.ccda.show import (
    code_in_words,
    document_as_check,
    document_as_json,
    document_in_words,
    entry_in_words,
    period_in_words,
    subject,
    value_in_words,
)
from medoffice.standards.ccda.writing import write_ccd, write_referral

__all__ = [
    "SYSTEM_NAMES",
    "code_in_words",
    "document_as_check",
    "document_as_json",
    "document_in_words",
    "entry_in_words",
    "period_in_words",
    "read_document",
    "subject",
    "value_in_words",
    "write_ccd",
    "write_referral",
]
