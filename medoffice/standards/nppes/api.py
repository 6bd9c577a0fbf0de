"""Pharmacies in a file shaped as NPPES's: a header line, then a row for each NPI, comma separated, in quotes."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from medoffice.kernel.ids import npi_is_valid
from medoffice.kernel.refusals import Refusal

__all__ = ["COLUMNS", "KINDS", "PharmacyRow", "read_pharmacies"]

# Health care provider taxonomy, 3336*: what a pharmacy is for.
KINDS = {
    "333600000X": "pharmacy",
    "3336C0002X": "clinic",
    "3336C0003X": "community",
    "3336C0004X": "compounding",
    "3336H0001X": "home infusion",
    "3336I0012X": "institutional",
    "3336L0003X": "long-term care",
    "3336M0002X": "mail order",
    "3336M0003X": "managed care",
    "3336N0007X": "nuclear",
    "3336S0011X": "specialty",
}
_AT = "Provider {line} Business Practice Location Address"
_TOWN = "Provider Business Practice Location Address"
COLUMNS = {
    "npi": "NPI",
    "entity": "Entity Type Code",
    "legal": "Provider Organization Name (Legal Business Name)",
    "other": "Provider Other Organization Name",
    "line1": _AT.format(line="First Line"),
    "line2": _AT.format(line="Second Line"),
    "city": f"{_TOWN} City Name",
    "state": f"{_TOWN} State Name",
    "zip": f"{_TOWN} Postal Code",
    "phone": f"{_TOWN} Telephone Number",
    "fax": f"{_TOWN} Fax Number",
    "closed": "NPI Deactivation Date",
    "open_again": "NPI Reactivation Date",
}
# Not NPPES's: an office that makes the file itself may say them.
_OURS = {"hours": "Hours", "ncpdp": "NCPDP Provider ID"}
_NEEDED = ("npi", "legal", "line1", "city", "state", "zip", "phone", "fax")
_TAXONOMIES = tuple(f"Healthcare Provider Taxonomy Code_{number}" for number in range(1, 16))
_PHARMACY = "3336"


@dataclass(frozen=True, slots=True)
class PharmacyRow:
    """A pharmacy as a row says it; telephone and fax are digits. ``closed``: its NPI holds no more."""

    npi: str
    name: str
    taxonomy: str
    line1: str
    line2: str
    city: str
    state: str
    zip: str
    phone: str
    fax: str
    hours: str
    ncpdp: str
    closed: bool


def read_pharmacies(lines: Iterable[str]) -> Iterator[PharmacyRow]:
    """Every pharmacy of the file, one at a time; other providers and rows with no right NPI are passed over.

    Raises Refusal for a file without the columns, and with the line for one that is broken.
    """
    rows = csv.DictReader(lines, strict=True)
    try:
        missing = [COLUMNS[name] for name in _NEEDED if COLUMNS[name] not in (rows.fieldnames or ())]
        missing += [] if _TAXONOMIES[0] in (rows.fieldnames or ()) else [_TAXONOMIES[0]]
        if missing:
            raise Refusal("not-nppes", f"It has no column {missing[0]}.", "Take a file with the columns of NPPES.")
        last = (rows.fieldnames or [""])[-1]
        for row in rows:
            if row.get(last) is None:
                words = f"Line {rows.line_num} ends before its last column: the file is a part of one."
                raise Refusal("not-nppes", words, "Take the file anew.")
            found = _pharmacy(row)
            if found is not None:
                yield found
    except csv.Error as error:
        raise Refusal("not-nppes", f"After line {rows.line_num}: {error}.", "Take the file anew.") from error


def _pharmacy(row: dict[str, str | None]) -> PharmacyRow | None:
    """The pharmacy of a row; None for any other provider. A person (entity 1) is none."""
    taxonomy = next((code for name in _TAXONOMIES if (code := _said(row, name)).startswith(_PHARMACY)), "")
    npi = _said(row, COLUMNS["npi"])
    if not taxonomy or _said(row, COLUMNS["entity"]) == "1" or not npi_is_valid(npi):
        return None
    closed, again = _said(row, COLUMNS["closed"]), _said(row, COLUMNS["open_again"])
    return PharmacyRow(
        npi=npi,
        name=(_said(row, COLUMNS["other"]) or _said(row, COLUMNS["legal"]))[:120],
        taxonomy=taxonomy[:10],
        line1=_said(row, COLUMNS["line1"])[:80],
        line2=_said(row, COLUMNS["line2"])[:80],
        city=_said(row, COLUMNS["city"])[:60],
        state=_said(row, COLUMNS["state"])[:2].upper(),
        zip=_zip(_digits(_said(row, COLUMNS["zip"]))),
        phone=_number(_said(row, COLUMNS["phone"])),
        fax=_number(_said(row, COLUMNS["fax"])),
        hours=_said(row, _OURS["hours"])[:160],
        ncpdp=_digits(_said(row, _OURS["ncpdp"]))[:7],
        closed=bool(closed) and not again,
    )


def _said(row: dict[str, str | None], column: str) -> str:
    return " ".join((row.get(column) or "").split())


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isascii() and one.isdigit())


def _zip(digits: str) -> str:
    """Five digits or nine; a spreadsheet takes the nought in front away."""
    return digits.zfill(5 if len(digits) < 6 else 9)[:9] if len(digits) in (4, 8) else digits[:9]


def _number(text: str) -> str:
    """A US telephone number, ten digits; "" for what is none."""
    digits = _digits(text)
    digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    return digits if len(digits) == 10 else ""
