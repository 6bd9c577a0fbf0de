"""Medicare's national coverage determinations: CMS's table of them, and the codes of each as the office writes them.

CMS's download names the determinations and no code; the codes of some stand in spreadsheets of their own, which change
in shape. They are read from a table with a header of ours: NCD, Title, Use, Code, a code a row.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from medoffice.standards.code_lists.coverage import table
from medoffice.standards.code_lists.reading import CODE, cell, needed, place_of, rows_of, squeezed, unfit
from medoffice.standards.code_lists.types import CodeRow, CoverageRow, CoverageUse

DETERMINATIONS = "ncd_trkg"
TABLES = (DETERMINATIONS,)
_COLUMNS = ("NCD_vrsn_num", "cvrg_lvl_cd", "NCD_mnl_sect", "NCD_mnl_sect_title", "NCD_efctv_dt", "NCD_trmntn_dt")
_DIAGNOSIS = re.compile(r"[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?", re.ASCII)
_LEVELS = frozenset("1234")
_SHORT, _LONGEST_SECTION = 40, 12
Told = Mapping[str, str]


def read_determinations(opened: Callable[[str], Iterable[str]]) -> Iterator[CodeRow]:
    """The determinations by their section of the manual, in the words of the last version, from the first one's day on.

    Raises Refusal without a column, and for a date or a section that is none.
    """
    last, began = dict[str, tuple[tuple[int, str], Told]](), dict[str, list[date | None]]()
    for row in table(opened, DETERMINATIONS, *_COLUMNS):
        section, version = row["NCD_mnl_sect"].strip(), row["NCD_vrsn_num"].strip()
        if not section or len(section) > _LONGEST_SECTION:
            raise unfit(f"The section {section[:20] or '(none)'} of the manual is none.")
        began.setdefault(section, []).append(_day(row["NCD_efctv_dt"], section))
        order = (int(version) if version.isdecimal() else 0, row["NCD_efctv_dt"])
        if section not in last or last[section][0] < order:
            last[section] = order, row
    for section, (_, row) in sorted(last.items()):
        title, level = " ".join(row["NCD_mnl_sect_title"].split()), row["cvrg_lvl_cd"].strip()
        yield CodeRow(
            code=section,
            short=title[:_SHORT],
            long=title,
            valid_from=_first(began[section]),
            valid_to=_day(row["NCD_trmntn_dt"], section),
            coverage=level if level in _LEVELS else "",
            kind="retired" if "RETIRED" in title.upper() else "",
        )


def read_national_codes(lines: Iterable[str]) -> Iterator[CoverageRow]:
    """The codes of determinations, a code a row. Raises Refusal with the line for what is no row of it."""
    places: list[int] = []
    for number, row in rows_of(lines, ","):
        if not places:
            names = [squeezed(one) for one in row]
            places = [needed(place_of(names, one.lower(), whole=True), one) for one in ("NCD", "Title", "Use", "Code")]
        elif any(row):
            section, title, use, code = (cell(row, place) for place in places)
            yield _code(section, title, use.lower(), code.upper(), number)


def _code(section: str, title: str, use: str, code: str, line: int) -> CoverageRow:
    if not section or len(section) > _LONGEST_SECTION:
        raise unfit(f"the section {section[:20] or '(none)'} of the manual is none.", line)
    if use not in set(CoverageUse):
        raise unfit(f"{use[:20] or 'a blank'} is no use: procedure, covered or not covered.", line)
    if use == CoverageUse.PROCEDURE:
        if not CODE.fullmatch(code):
            raise unfit(f"{code[:20] or 'a blank'} is no five-character code.", line)
    else:
        code = code if "." in code or len(code) <= 3 else f"{code[:3]}.{code[3:]}"
        if not _DIAGNOSIS.fullmatch(code):
            raise unfit(f"{code[:20] or 'a blank'} is no diagnosis code.", line)
    return CoverageRow(section, title[:200], CoverageUse(use), 0, code)


def _first(days: list[date | None]) -> date | None:
    """The earliest; None if one of them has no day."""
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _day(text: str, section: str) -> date | None:
    """A date as ISO writes it, with a time behind it or without; None for a blank. Raises Refusal."""
    try:
        return date.fromisoformat(text.strip()[:10]) if text.strip() else None
    except ValueError as error:
        raise unfit(f"{text[:20]} of section {section} is no date.") from error
