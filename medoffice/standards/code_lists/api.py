"""The readers of code lists; nouns are in ``types``."""

from medoffice.standards.code_lists.coverage import TABLES, read_coverage
from medoffice.standards.code_lists.fees import read_localities, read_values
from medoffice.standards.code_lists.hcc import read_hcc
from medoffice.standards.code_lists.hcpcs import read_cpt, read_hcpcs
from medoffice.standards.code_lists.named import (
    read_carc,
    read_cvx,
    read_loinc,
    read_ndc,
    read_rarc,
    read_taxonomy,
)
from medoffice.standards.code_lists.national import TABLES as NATIONAL_TABLES
from medoffice.standards.code_lists.national import read_determinations, read_national_codes
from medoffice.standards.code_lists.ncci import read_add_ons, read_pairs, read_units
from medoffice.standards.code_lists.ndc import PRODUCT, ndc_codes
from medoffice.standards.code_lists.reading import decoded, unfit
from medoffice.standards.code_lists.rxnorm import TABLES as RXNORM_TABLES
from medoffice.standards.code_lists.rxnorm import read_rxnorm

__all__ = [
    "NATIONAL_TABLES",
    "PRODUCT",
    "RXNORM_TABLES",
    "TABLES",
    "decoded",
    "ndc_codes",
    "read_add_ons",
    "read_carc",
    "read_coverage",
    "read_cpt",
    "read_cvx",
    "read_determinations",
    "read_hcc",
    "read_hcpcs",
    "read_localities",
    "read_loinc",
    "read_national_codes",
    "read_ndc",
    "read_pairs",
    "read_rarc",
    "read_rxnorm",
    "read_taxonomy",
    "read_units",
    "read_values",
    "unfit",
]
