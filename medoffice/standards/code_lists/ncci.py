"""NCCI's files: pairs of codes (PTP), most units (MUE), add-on codes. Medicare's and Medicaid's layouts."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from medoffice.standards.code_lists.reading import (
    CODE,
    cell,
    code_in,
    day_of,
    day_of_year,
    needed,
    place_of,
    rows_of,
    squeezed,
    unfit,
)
from medoffice.standards.code_lists.types import AddOnRow, PairMark, PairRow, UnitsMark, UnitsRow

_LEAD = 40  # rows within which a header must have come
_ANY_PRIMARY = "CCCCC"
_STILL = ("", "*")


def read_pairs(lines: Iterable[str]) -> Iterator[PairRow]:
    """The pairs of a PTP file (tab-delimited), one at a time; the header may stand over several lines.

    Raises Refusal without one of its columns, and with the line for a row that is none.
    """
    columns: list[str] = []
    places: tuple[int, int, int, int, int, int | None] | None = None
    for line, row in rows_of(lines, "\t"):
        if places is None and not _begins(row):
            _stack(columns, row, line)
            continue
        if not any(row):
            continue
        if places is None:
            places = _pair_columns(columns)
        yield _pair(row, places, line)
    if places is None:
        raise unfit("It has no pairs of codes.")


def _begins(row: list[str]) -> bool:
    return len(row) > 1 and all(CODE.fullmatch(one) for one in row[:2])


def _stack(columns: list[str], row: list[str], line: int) -> None:
    """Add a line of a header that stands over several to what each column is called."""
    if line > _LEAD:
        raise unfit("It has no column Column 1.")
    if len(row) < 2:
        return  # a notice
    columns.extend([""] * (len(row) - len(columns)))
    for place, words in enumerate(row):
        columns[place] += squeezed(words)


def _pair_columns(columns: list[str]) -> tuple[int, int, int, int, int, int | None]:
    return (
        needed(place_of(columns, "column1"), "Column 1"),
        needed(place_of(columns, "column2"), "Column 2"),
        needed(place_of(columns, "effective"), "Effective Date"),
        needed(place_of(columns, "deletion"), "Deletion Date"),
        needed(place_of(columns, "modifier"), "Modifier"),
        place_of(columns, "rationale"),
    )


def _pair(row: list[str], places: tuple[int, int, int, int, int, int | None], line: int) -> PairRow:
    first, second, begins, ends, mark, why = places
    marked = cell(row, mark)
    if marked not in ("0", "1", "9"):
        raise unfit(f"{marked[:20] or 'a blank'} is no modifier indicator (0, 1, 9).", line)
    deleted = cell(row, ends)
    found = PairRow(
        first=code_in(cell(row, first), line),
        second=code_in(cell(row, second), line),
        valid_from=day_of(cell(row, begins), line),
        valid_to=None if deleted in _STILL else day_of(deleted, line),
        mark=PairMark(int(marked)),
        why=cell(row, why),
    )
    if found.valid_to is not None and found.valid_to < found.valid_from:
        raise unfit("the pair ends before it begins.", line)
    return found


def read_units(lines: Iterable[str]) -> Iterator[UnitsRow]:
    """The most units of each code of an MUE file (CSV). Raises Refusal as the others."""
    places: tuple[int, int, int, int | None] | None = None
    for line, row in rows_of(lines, ","):
        if places is None:
            columns = [squeezed(name) for name in row]
            if place_of(columns, "muevalue") is not None:
                places = (
                    needed(place_of(columns, "hcpcscptcode", "hcpcs", "cptcode"), "HCPCS/CPT Code"),
                    needed(place_of(columns, "muevalue"), "MUE Values"),
                    needed(place_of(columns, "adjudicationindicator"), "MUE Adjudication Indicator"),
                    place_of(columns, "rationale"),
                )
            continue
        if any(row):
            yield _units(row, places, line)
    if places is None:
        raise unfit("It has no column MUE Values.")


def _units(row: list[str], places: tuple[int, int, int, int | None], line: int) -> UnitsRow:
    if places[3] is not None and len(row) <= places[3]:
        raise unfit("the row ends before its last column: the file is a part of one.", line)
    most, mark = cell(row, places[1]), cell(row, places[2])[:1]
    if not (most.isascii() and most.isdecimal() and len(most) <= 6):
        raise unfit(f"{most[:20] or 'a blank'} is no number of units.", line)
    if mark not in ("1", "2", "3"):
        raise unfit(f"{mark or 'a blank'} is no adjudication indicator (1, 2, 3).", line)
    return UnitsRow(code_in(cell(row, places[0]), line), int(most), UnitsMark(int(mark)), cell(row, places[3]))


def read_add_ons(lines: Iterable[str]) -> Iterator[AddOnRow]:
    """The add-on codes with their primaries (text of the file, delimited by tabs or commas). Raises Refusal."""
    head = iter(lines)
    first = list(islice(head, _LEAD))
    titled = next((line for line in first if "addoncode" in squeezed(line)), "")
    places: dict[str, int | None] | None = None
    for line, row in rows_of(chain(first, head), "\t" if "\t" in titled else ","):
        if places is None:
            places = _add_on_columns([squeezed(name) for name in row])
        elif any(row):
            yield _add_on(row, places, line)
    if places is None:
        raise unfit("It has no column Add-On Code.")


def _add_on_columns(columns: list[str]) -> dict[str, int | None] | None:
    if place_of(columns, "addoncode") is None or place_of(columns, "primarycode", whole=True) is None:
        return None
    return {
        "kind": needed(place_of(columns, "edittype"), "AOC Edit Type"),
        "code": place_of(columns, "addoncode"),
        "primary": place_of(columns, "primarycode", whole=True),
        "from": needed(place_of(columns, "editeffdt"), "AOC Edit EffDT"),
        "ends": needed(place_of(columns, "editdeldt"), "AOC Edit DelDT"),
        "code ends": place_of(columns, "aocdeldt", whole=True),
        "primary ends": place_of(columns, "primarycodedeldt"),
    }


def _add_on(row: list[str], places: dict[str, int | None], line: int) -> AddOnRow:
    kind, primary = cell(row, places["kind"]).removesuffix(".0"), cell(row, places["primary"])
    if kind not in ("1", "2", "3"):
        raise unfit(f"{kind[:20] or 'a blank'} is no type of add-on (1, 2, 3).", line)
    ends = [_ending(cell(row, places[name]), line) for name in ("ends", "code ends", "primary ends")]
    return AddOnRow(
        code=code_in(cell(row, places["code"]), line),
        primary="" if primary == _ANY_PRIMARY else code_in(primary, line),
        kind=int(kind),
        valid_from=day_of_year(cell(row, places["from"]), line),
        valid_to=min((one for one in ends if one), default=None),
    )


def _ending(text: str, line: int) -> date | None:
    return None if text in _STILL else day_of_year(text, line)
