"""Medicare's coverage articles (since 2020 the codes of local coverage stand there): the tables of the download.

An article holds for the states of its contractors. Its groups pair procedures with diagnoses only by its text, so what
comes of it is a thing to look at, never a stop.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping

from medoffice.standards.code_lists.reading import CODE, unfit
from medoffice.standards.code_lists.types import CoverageRow, CoverageUse

_ACTIVE = "A"
_CODES = (
    ("article_x_hcpc_code", CoverageUse.PROCEDURE, "hcpc_code_id", "hcpc_code_group"),
    ("article_x_icd10_covered", CoverageUse.COVERED, "icd10_code_id", "icd10_covered_group"),
    ("article_x_icd10_noncovered", CoverageUse.NOT_COVERED, "icd10_code_id", "icd10_noncovered_group"),
)
TABLES = ("state_lookup", "contractor_jurisdiction", "article_x_contractor", "article", *(name for name, *_ in _CODES))
Opened = Callable[[str], Iterable[str]]


def read_coverage(opened: Opened, states: frozenset[str]) -> Iterator[CoverageRow]:
    """The codes of the active articles that hold in these states (postal letters).

    ``opened`` gives the lines of a table by name. Raises Refusal without a table's column, naming both.
    """
    here = _articles_in(opened, states)
    titles = {
        (row["article_id"], row["article_version"]): row["title"]
        for row in table(opened, "article", "article_id", "article_version", "title", "status")
        if row["status"].upper().startswith(_ACTIVE) and (row["article_id"], row["article_version"]) in here
    }
    for name, use, code_column, group_column in _CODES:
        for row in table(opened, name, "article_id", "article_version", code_column, group_column):
            key, code = (row["article_id"], row["article_version"]), row[code_column].strip().upper()
            if key not in titles:
                continue
            if use is CoverageUse.PROCEDURE and not CODE.fullmatch(code):
                continue  # a range in words, or no code at all
            group = row[group_column].strip()
            yield CoverageRow(key[0], titles[key][:200], use, int(group) if group.isdecimal() else 0, code[:8])


def _articles_in(opened: Opened, states: frozenset[str]) -> set[tuple[str, str]]:
    """The articles (with version) of contractors of these states."""
    numbers = {
        row["state_id"]
        for row in table(opened, "state_lookup", "state_id", "state_abbrev")
        if row["state_abbrev"].upper() in states
    }
    contractors = {
        row["contractor_id"]
        for row in table(opened, "contractor_jurisdiction", "contractor_id", "state_id")
        if row["state_id"] in numbers
    }
    return {
        (row["article_id"], row["article_version"])
        for row in table(opened, "article_x_contractor", "article_id", "article_version", "contractor_id")
        if row["contractor_id"] in contractors
    }


def table(opened: Opened, name: str, *columns: str) -> Iterator[Mapping[str, str]]:
    """These columns of the rows of a table. Raises Refusal without one, naming both."""
    rows = csv.DictReader(opened(name))
    try:
        missing = next((one for one in columns if one not in (rows.fieldnames or ())), "")
        if missing:
            raise unfit(f"The table {name} has no column {missing}.")
        for row in rows:
            yield {one: row[one] or "" for one in columns}
    except csv.Error as error:
        raise unfit(f"the table {name}: {error}.", rows.line_num) from error
