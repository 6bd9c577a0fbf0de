"""Pharmacies that are made up, in a file as NPPES writes it: pure, from a seed."""

import csv
import io

from medoffice.kernel.ids import npi_from
from medoffice.rehearsal.population.types import Chance
from medoffice.standards.nppes.api import COLUMNS

_FIRST = ("Corner", "Prairie", "Main Street", "Lakeview", "Oak Park", "Old Mill", "Cardinal", "Sunflower", "Blue Heron",
          "Depot", "Courthouse", "Twin Creeks", "Maple", "Northgate", "Riverside", "Harvest")  # fmt: skip
_LAST = ("Drug", "Pharmacy", "Apothecary", "Chemists", "Drug Store")
_TOWNS = (("Riverbend", "62701"), ("Oakfield", "62702"), ("Millbrook", "62703"), ("Lindale", "62704"))
_STREETS = ("Main St", "Court St", "Depot Rd", "Second Ave", "Mill Ln", "Prairie Dr")
_HOURS = (
    "Mon-Fri 8 AM-9 PM, Sat-Sun 9 AM-6 PM",
    "Mon-Fri 9 AM-6 PM, Sat 9 AM-1 PM",
    "open 24 hours",
    "Mon-Sat 8 AM-8 PM",
)
# Of a hundred: what they are for.
_KINDS = (("3336C0003X", 84), ("3336L0003X", 4), ("3336M0002X", 4), ("3336S0011X", 4), ("3336C0004X", 4))
_CLOSED, _NO_FAX = 3, 6  # of a hundred


def pharmacies_file(seed: int, count: int = 200) -> str:
    """The file; the same seed makes the same. Numbers are of those that nobody has (555-01nn), NPIs of our own."""
    file = io.StringIO()
    taxonomy = "Healthcare Provider Taxonomy Code_1"
    out = csv.DictWriter(file, [*COLUMNS.values(), taxonomy, "Hours"], quoting=csv.QUOTE_ALL, lineterminator="\n")
    out.writeheader()
    for index in range(count):
        chance = Chance(f"pharmacies/{seed}/{index}")
        said = _row(chance, index)
        row = {COLUMNS[name]: text for name, text in said.items()}
        out.writerow(row | {taxonomy: _kind(chance), "Hours": _HOURS[chance.number("hours", len(_HOURS))]})
    return file.getvalue()


def _row(chance: Chance, index: int) -> dict[str, str]:
    first, last = _FIRST[index % len(_FIRST)], _LAST[index // len(_FIRST) % len(_LAST)]
    town, postal = _TOWNS[chance.number("town", len(_TOWNS))]
    store = f" {index // (len(_FIRST) * len(_LAST)) + 1}" if index >= len(_FIRST) * len(_LAST) else ""
    gone = chance.number("closed", 100) < _CLOSED
    return {
        "npi": npi_from(f"1998{index:05d}"),
        "entity": "2",
        "legal": f"{first} {last} LLC",
        "other": f"{first} {last}{store}",
        "line1": f"{chance.between('number', 1, 990)} {_STREETS[chance.number('street', len(_STREETS))]}",
        "line2": "",
        "city": town,
        "state": "IL",
        "zip": postal,
        "phone": f"217-555-01{chance.number('phone', 100):02d}",
        "fax": "" if chance.number("fax", 100) < _NO_FAX else f"217-555-01{chance.number('fax.number', 100):02d}",
        "closed": "01/02/2026" if gone else "",
        "open_again": "",
    }


def _kind(chance: Chance) -> str:
    drawn = chance.number("kind", 100)
    for code, share in _KINDS:
        if drawn < share:
            return code
        drawn -= share
    return _KINDS[0][0]
