"""What the identifiers of an office must look like before a claim can carry them."""

import re

from medoffice.kernel.ids import npi_is_valid


def npi_words(npi: str) -> str:
    """Why this is no National Provider Identifier; empty if it is one."""
    if npi_is_valid(npi):
        return ""
    if not npi.strip():
        return "An NPI is needed."
    if not re.fullmatch(r"[0-9]{10}", npi):
        return f"{npi} is not a valid NPI: it has ten digits."
    return f"{npi} is not a valid NPI: its check digit is wrong, so a digit was mistyped."


def tax_id_words(tax_id: str) -> str:
    """Why this is no tax id; empty if it may be one."""
    return "" if re.fullmatch(r"[0-9]{2}-?[0-9]{7}", tax_id) else "A tax id has nine digits, such as 99-9999999."


def taxonomy_words(taxonomy: str) -> str:
    """Why this is no provider taxonomy code; empty if it may be one."""
    fits = re.fullmatch(r"[0-9A-Z]{9}X", taxonomy)
    return "" if fits else "A taxonomy code has ten letters and digits and ends in X, such as 207Q00000X."
