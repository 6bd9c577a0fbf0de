"""Lists taken in for tests, through the action; the files are those of the readers' own tests."""

import io
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from medoffice.revenue.code_lists.api import take_list
from medoffice.revenue.code_lists.types import Licence, Period, Taken
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.api import (
    decoded,
    read_add_ons,
    read_carc,
    read_coverage,
    read_cpt,
    read_cvx,
    read_determinations,
    read_hcc,
    read_loinc,
    read_national_codes,
    read_ndc,
    read_pairs,
    read_rarc,
    read_rxnorm,
    read_taxonomy,
    read_units,
    read_values,
)
from medoffice.standards.code_lists.tests import makers
from medoffice.standards.code_lists.types import ListKind

BEGINS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
LICENCE = Licence("Riverbend Family Medicine", "made-up-1", 5, ENDS)
READERS = {
    ListKind.PAIRS: (read_pairs, makers.PTP),
    ListKind.PAIRS_MEDICAID: (read_pairs, makers.PTP_MEDICAID),
    ListKind.UNITS: (read_units, makers.MUE),
    ListKind.ADD_ONS: (read_add_ons, makers.ADD_ON),
    ListKind.VALUES: (read_values, makers.RVU),
    ListKind.CPT: (read_cpt, makers.CPT),
    ListKind.REASONS: (read_carc, makers.CARC),
    ListKind.REMARKS: (read_rarc, makers.RARC),
    ListKind.TAXONOMY: (read_taxonomy, makers.TAXONOMY),
    ListKind.VACCINES: (read_cvx, makers.CVX),
    ListKind.LABORATORY: (read_loinc, makers.LOINC),
    ListKind.DRUGS: (read_ndc, makers.NDC_PACKAGE),
    ListKind.NATIONAL_CODES: (read_national_codes, makers.NATIONAL_CODES),
    ListKind.HCC: (read_hcc, makers.HCC),
}


def take(
    kind: ListKind, text: str = "", *, begins: date = BEGINS, ends: date = ENDS, licence: Licence | None = LICENCE
) -> Taken:
    """A list taken in: the file of its reader's tests, or this text."""
    if kind is ListKind.COVERAGE:
        covered = read_coverage(lambda name: io.StringIO(makers.TABLES[name]), frozenset({"IL"}))
        return _take(kind, covered, "coverage", begins, ends, None)
    if kind is ListKind.NATIONAL:
        told = makers.NATIONAL["ncd_trkg"]
        return _take(kind, read_determinations(lambda _: io.StringIO(told)), "national", begins, ends, None)
    if kind is ListKind.RXNORM:
        names, links = (decoded(io.BytesIO(one.encode())) for one in (makers.RXNCONSO, makers.RXNREL))
        return _take(kind, read_rxnorm(names, links), "rxnorm", begins, ends, None)
    read, own = READERS[kind]
    told = text or own
    rows = read(decoded(io.BytesIO(told.encode())))
    return _take(kind, rows, told, begins, ends, licence if kind is ListKind.CPT else None)


def _take(
    kind: ListKind, rows: Iterable[object], told: str, begins: date, ends: date, licence: Licence | None
) -> Taken:
    return take_list(
        actor=PROGRAM,
        kind=kind,
        period=Period("made up", begins, ends),
        source="made-up.txt",
        digest=sha256(told.encode()).hexdigest(),
        rows=rows,
        licence=licence,
    )
