"""The office's own layout of a payer's list of medicines: one line a medicine, as CSV with a first line of names.

``payer`` (the number or key the office knows it by), ``plan`` (blank: all of its plans), ``starts`` (2027-01-01),
``name``, ``rxnorm``, ``ndc`` (one of the three at least), ``tier`` (``excluded`` for what the payer does not pay),
``authorization``, ``step`` (yes or no, never blank), ``limit`` (the quantity limit in the payer's words),
``alternatives`` (several apart by semicolons). No layout of a payer is read.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date

from medoffice.kernel.refusals import Refusal
from medoffice.revenue.authorizations.types import FormularyRow, FormularySaid

COLUMNS = (
    "payer", "plan", "starts", "name", "rxnorm", "ndc", "tier", "authorization", "step", "limit", "alternatives",
)  # fmt: skip
_LONGEST = {"payer": 40, "plan": 80, "name": 200, "tier": 40, "limit": 80, "alternatives": 2000}
_MARKS = {"yes": True, "y": True, "no": False, "n": False}
_FIX = "Mend the line and take the whole file again; nothing was taken in."


def read_formulary(lines: Iterable[str]) -> list[FormularySaid]:
    """The lists of a file, one for each payer, plan and day. Raises Refusal, with the line, for what is not of it."""
    table = csv.reader(lines, strict=True)
    found: dict[tuple[str, str, date], list[FormularyRow]] = {}
    try:
        _refuse_other_columns(next(table, []))
        for cells in table:
            if any(one.strip() for one in cells):
                said = _cells(cells, table.line_num)
                begins = _day(said["starts"], table.line_num)
                found.setdefault((said["payer"], said["plan"], begins), []).append(_row(said, table.line_num))
    except csv.Error as error:
        raise Refusal("formulary-line", f"Line {table.line_num} is no CSV: {error}.", _FIX) from error
    if not found:
        raise Refusal("formulary-empty", "The file names no medicine.", "Name a file with a line for each medicine.")
    return [FormularySaid(payer, plan, starts, tuple(rows)) for (payer, plan, starts), rows in found.items()]


def _refuse_other_columns(first: list[str]) -> None:
    named = [one.strip().lower() for one in first]
    if sorted(named) != sorted(COLUMNS) or named != list(COLUMNS):
        words = "Line 1 does not name the columns of a list of medicines."
        raise Refusal("formulary-columns", words, f"It is: {','.join(COLUMNS)}")


def _cells(cells: list[str], number: int) -> Mapping[str, str]:
    if len(cells) != len(COLUMNS):
        raise Refusal("formulary-line", f"Line {number} has {len(cells)} cells, not {len(COLUMNS)}.", _FIX)
    said = dict(zip(COLUMNS, (one.strip() for one in cells), strict=True))
    if not all(one.isprintable() for one in said.values()):
        raise Refusal("formulary-line", f"Line {number} has signs in it that are no text.", _FIX)
    if not said["payer"]:
        raise Refusal("formulary-line", f"Line {number} names no payer.", _FIX)
    for name, most in _LONGEST.items():
        if len(said[name]) > most:
            raise Refusal("formulary-line", f"Line {number}: {name} is longer than {most} characters.", _FIX)
    return said


def _row(said: Mapping[str, str], number: int) -> FormularyRow:
    rxnorm, ndc = said["rxnorm"], said["ndc"].replace("-", "")
    if not (said["name"] or rxnorm or ndc):
        raise Refusal("formulary-line", f"Line {number} names no medicine: no name, no RxNorm, no NDC.", _FIX)
    if rxnorm and not re.fullmatch(r"[0-9]{1,12}", rxnorm):
        raise Refusal("formulary-line", f"Line {number}: {rxnorm} is no RxNorm number.", _FIX)
    if ndc and not re.fullmatch(r"[0-9]{8,11}", ndc):
        raise Refusal("formulary-line", f"Line {number}: {said['ndc']} is no NDC: eight to eleven digits.", _FIX)
    return FormularyRow(
        name=said["name"],
        rxnorm=rxnorm,
        ndc=ndc,
        tier=said["tier"],
        authorization=_mark(said, "authorization", number),
        step=_mark(said, "step", number),
        limit=said["limit"],
        alternatives=tuple(one.strip() for one in said["alternatives"].split(";") if one.strip()),
    )


def _mark(said: Mapping[str, str], name: str, number: int) -> bool:
    typed = said[name].lower()
    if typed not in _MARKS:
        raise Refusal("formulary-line", f"Line {number}: {name} is {said[name] or 'blank'}, not yes or no.", _FIX)
    return _MARKS[typed]


def _day(typed: str, number: int) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        words = f"Line {number}: starts is {typed or 'blank'}, not a day such as 2027-01-01."
        raise Refusal("formulary-line", words, _FIX) from error
