"""Planted files of the lists an office loads: odd quoting, marks, line ends, wrong columns, half files, days that are none.

Written before the readers were looked at. ``rows``: how many are read; ``said``: patterns of what is in them; without
``rows`` the file is refused. A case of the second lot was first run once the readers were mended.
"""

# ruff: noqa: E501 - a table: a case is a line

import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from medoffice.kernel.ids import npi_from
from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists import api
from medoffice.standards.code_lists.tests import makers
from medoffice.standards.nppes.api import COLUMNS, read_pharmacies


@dataclass(frozen=True)
class Case:
    """A file, its reader, and what is in it."""

    name: str
    reader: Callable[[Iterable[str]], Iterable[Any]]
    data: bytes | str
    rows: int | None = None
    said: tuple[str, ...] = ()

    @property
    def lot(self) -> int:
        """The second lot is about every fourth, by its name."""
        return 2 if sha256(self.name.encode()).digest()[0] % 4 == 0 else 1


def faults(case: Case) -> list[str]:
    """Where the reading is not what the case expects."""
    data = case.data.encode() if isinstance(case.data, str) else case.data
    try:
        found = list(case.reader(api.decoded(io.BytesIO(data))))
    except Refusal as refusal:
        return [] if case.rows is None else [f"refused: {refusal.words}"]
    if case.rows is None:
        return [f"it was not refused: {found}"]
    text = "\n".join(map(repr, found))
    wrong = [] if len(found) == case.rows else [f"{len(found)} rows, not {case.rows}"]
    return wrong + [f"lost: {one} in {text[:300]}" for one in case.said if not re.search(one, text)]


def pairs(lines: Iterable[str]) -> Iterable[Any]:
    """The reader of Medicare's pairs."""
    return api.read_pairs(lines)


P, M, V, L = makers.PTP, makers.MUE, makers.CVX, makers.LOINC
ROW = "Z9901\tZ9902\t\t20240101\t*\t1\tMisuse of the second code\r\n"
SWAPPED = "Column 2\tColumn 1\tEffective Date\tDeletion Date\tModifier Indicator\tPTP Edit Rationale\r\nZ9902\tZ9901\t20240101\t*\t0\tWhy\r\n"
GOOD = npi_from("199123456")
NAMES = [*COLUMNS.values(), "Healthcare Provider Taxonomy Code_1"]
CELLS = {
    "npi": GOOD,
    "entity": "2",
    "legal": "Corner Drug LLC",
    "other": "",
    "line1": "1 Main St",
    "city": "Riverbend",
    "state": "MA",
    "zip": "02139",
    "phone": "2175550142",
    "fax": "",
}


def nppes(names: list[str] = NAMES, end: str = "\r\n", **said: str) -> str:
    """NPPES's file of one pharmacy."""
    row = {COLUMNS[key]: text for key, text in (CELLS | said).items()} | {
        "Healthcare Provider Taxonomy Code_1": "3336C0003X"
    }
    return ",".join(f'"{one}"' for one in names) + end + ",".join(f'"{row.get(one, "")}"' for one in names) + end


CASES = (
    Case("pairs with plain line ends", pairs, P.replace("\r\n", "\n"), 4, ("Misuse of the second code",)),
    Case("pairs with a mark of byte order", pairs, b"\xef\xbb\xbf" + P.encode(), 4),
    Case("pairs without a column", pairs, "Column 1\tEffective Date\tModifier Indicator\tPTP Edit Rationale\r\nZ9901\t20240101\t0\tWhy\r\n"),
    Case("pairs with a month that is none", pairs, P.replace("20240101\t*", "20241301\t*", 1)),
    Case("pairs cut in a row", pairs, P[:-40]),
    Case("pairs with a mark that is none", pairs, P.replace("\t1\tMisuse", "\t5\tMisuse")),
    Case("pairs with columns in another order", pairs, SWAPPED, 1, ("first='Z9901'", "second='Z9902'")),
    Case("pairs in UTF-16", pairs, P.encode("utf-16")),
    Case("pairs that end before they begin", pairs, P.replace("20240101\t*\t1", "20240101\t20230101\t1")),
    Case("pairs of old years", pairs, P.replace("\t20240101\t*\t1", "\t19960101\t19991231\t1"), 4, (r"1999, 12, 31",)),
    Case("pairs with a head alone", pairs, makers.PTP_HEAD),
    Case("ten times the pairs", pairs, makers.PTP_HEAD + ROW * 40_000, 40_000),
    Case("units in quotes", api.read_units, M.replace("Z9901,2,", '"Z9901","2",'), 3, ("most=2",)),
    Case("units below nought", api.read_units, M.replace("Z9901,2,", "Z9901,-2,")),
    Case("units in words", api.read_units, M.replace("Z9901,2,", "Z9901,two,")),
    Case("units cut in a row", api.read_units, M[:-40]),
    Case("units by semicolons", api.read_units, M.replace(",", ";")),
    Case("units with a thousand", api.read_units, M.replace("Z9901,2,", 'Z9901,"1,200",')),
    Case("reasons with Windows line ends", api.read_carc, makers.CARC.replace("\n", "\r\n"), 3, (r"1995, 1, 1", r"2026, 6, 30")),
    Case("reasons cut within a quote", api.read_carc, makers.CARC[: makers.CARC.index("Stop")]),
    Case("reasons of a day that is none", api.read_carc, makers.CARC.replace("01/01/1995", "13/45/1995")),
    Case("reasons that are remarks", api.read_carc, makers.RARC),
    Case("remarks in Windows-1252", api.read_rarc, makers.RARC.replace("Another.", "Another – one.").encode("cp1252"), 2, ("Another – one",)),
    Case("taxonomy with a mark of byte order", api.read_taxonomy, b"\xef\xbb\xbf" + makers.TAXONOMY.encode(), 2, ("99XX00000X",)),
    Case("taxonomy without a code", api.read_taxonomy, makers.TAXONOMY.replace("99XX00001X", "")),
    Case("taxonomy of a classification in quotes", api.read_taxonomy, makers.TAXONOMY.replace(",Helper,Of Rivers", ',"Helper, ""old""",Of Rivers'), 2, ('old',)),
    Case("taxonomy without its columns", api.read_taxonomy, "a,b\n1,2\n"),
    Case("vaccines by commas", api.read_cvx, V.replace("|", ",")),
    Case("vaccines cut in a row", api.read_cvx, V[:-25]),
    Case("vaccines with Windows line ends and a blank line", api.read_cvx, V.replace("\n", "\r\n") + "\r\n", 2, ("code='03'",)),
    Case("vaccines with a number alone", api.read_cvx, V.replace("03        |", "3|"), 2, ("code='03'",)),
    Case("laboratory in another order", api.read_loinc, '"STATUS","LONG_COMMON_NAME","SHORTNAME","COMPONENT","LOINC_NUM"\n"ACTIVE","Made-up mass","M","C","718-7"\n', 1, ("718-7", "Made-up mass")),
    Case("laboratory with a line break in a cell", api.read_loinc, L.replace("Made-up mass, in", "Made-up mass,\nin"), None if False else 2, (r"Made-up mass,(\\n| )in",)),
    Case("laboratory with quotes in a cell", api.read_loinc, L.replace("Made-up mass", 'Made-up ""mass""'), 2, ('"mass"',)),
    Case("laboratory cut within a quote", api.read_loinc, L[:-40]),
    Case("laboratory with a check digit that is wrong", api.read_loinc, L.replace("718-7", "718-8")),
    Case("drugs of a day that is none", api.read_ndc, makers.NDC_PRODUCT.replace("20200102", "20200230")),
    Case("drugs by commas", api.read_ndc, makers.NDC_PRODUCT.replace("\t", ",")),
    Case("drugs cut in a row", api.read_ndc, makers.NDC_PRODUCT[:-35]),
    Case("drugs with a quote in a name", api.read_ndc, makers.NDC_PRODUCT.replace("\tOther\t", '\t"Other\t'), 2, ('"Other',)),
    Case("supplies with plain line ends and no blanks", api.read_hcpcs, "\n".join(one.rstrip() for one in makers.hcpcs_file().split("\r\n")) + "\n", 2, ("Widget, disposable, each",)),
    Case("supplies of a day that is none", api.read_hcpcs, makers.hcpcs_file((makers.hcpcs_record("Z9902", "3", "Old", ends="20251331"),))),
    Case("supplies cut in a record", api.read_hcpcs, makers.hcpcs_file()[:380]),
    Case("supplies with a letter of two bytes", api.read_hcpcs, makers.hcpcs_file().replace("disposable,", "disposablé,").encode("latin-1"), 2, ("2025, 12, 31",)),
    Case("own codes by tabs", api.read_cpt, makers.CPT.replace(",", "\t"), 2),
    Case("own codes with American days", api.read_cpt, makers.CPT.replace("20240101", "01/01/2024"), 2, (r"2024, 1, 1",)),
    Case("own codes with a mark of byte order", api.read_cpt, b"\xef\xbb\xbf" + makers.CPT.encode(), 2),
    Case("own codes with a comma in words", api.read_cpt, makers.CPT.replace("A made-up descriptor", '"A made-up, descriptor"'), 2, ("made-up, descriptor",)),
    Case("own codes that end before they begin", api.read_cpt, makers.CPT.replace("20240101,20251231", "20240101,20201231")),
    Case("categories in quotes", api.read_hcc, makers.HCC.replace("A419,2,CMS-HCC Model V28", '"A419","2","CMS-HCC Model V28"'), 3),
    Case("categories of an old model alone", api.read_hcc, makers.HCC.replace("V28", "V24")),
    Case("categories without their columns", api.read_hcc, "code,hcc\nA419,2\n"),
    Case("categories cut in a row", api.read_hcc, makers.HCC[: makers.HCC.index("199,")]),
    Case("localities without a state", api.read_localities, makers.GPCI.replace("State,", "", 1)),
    Case("localities with a comma in a number", api.read_localities, makers.GPCI.replace("1.012", '"1,012"')),
    Case("values not valued", api.read_values, makers.RVU, 2, ("office=None",)),
    Case("values with an empty number", api.read_values, makers.RVU.replace("1.50,2.00", "x,2.00")),
    Case("pharmacy with a mark of byte order", read_pharmacies, b"\xef\xbb\xbf" + nppes().encode(), 1, ("02139",)),
    Case("pharmacy in another order", read_pharmacies, nppes(NAMES[::-1]), 1, ("Corner Drug LLC",)),
    Case("pharmacy cut within a quote", read_pharmacies, nppes()[:-30]),
    Case("pharmacy cut between cells", read_pharmacies, nppes().rpartition(',"')[0].rpartition(',"')[0].rpartition(',"')[0] + "\r\n"),
    Case("pharmacy with a line break in its name", read_pharmacies, nppes(legal="Corner\r\nDrug LLC"), 1, ("Corner Drug LLC",)),
    Case("pharmacy with plain line ends", read_pharmacies, nppes(end="\n"), 1),
    Case("pharmacy whose number is none", read_pharmacies, nppes(npi="1234567890"), 0),
    Case("pharmacy closed and open again", read_pharmacies, nppes(closed="01/01/2020", open_again="02/02/2021"), 1, ("closed=False",)),
    Case("pharmacy that lost its nought", read_pharmacies, nppes(zip="2139"), 1, ("zip='02139'",)),
    Case("pharmacy without an address", read_pharmacies, nppes([one for one in NAMES if "First Line" not in one])),
)  # fmt: skip
