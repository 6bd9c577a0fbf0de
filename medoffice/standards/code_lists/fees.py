"""The Medicare fee schedule's files: relative values (PPRRVU) and localities (GPCI). Descriptions are never read."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from medoffice.standards.code_lists.reading import CODE, cell, needed, number_of, place_of, rows_of, squeezed, unfit
from medoffice.standards.code_lists.types import LocalityRow, ValueRow

_LEAD = 40
_DAYS = re.compile(r"\d{3}|[A-Z]{3}", re.ASCII)
_YEARLY = re.compile(r"\d{4}(pw|pe|mp)gpci")
# What the two lines of the header make of each column, squeezed; a file of another year may have words before them.
_VALUES = {
    "code": ("hcpcs", "HCPCS"),
    "modifier": ("mod", "MOD"),
    "status": ("statuscode", "STATUS CODE"),
    "work": ("workrvu", "WORK RVU"),
    "malpractice": ("mprvu", "MP RVU"),
    "days": ("globdays", "GLOB DAYS"),
    "pctc": ("pctcind", "PCTC IND"),
    "multiple": ("multproc", "MULT PROC"),
    "bilateral": ("bilatsurg", "BILAT SURG"),
    "factor": ("convfactor", "CONV FACTOR"),
}


def read_values(lines: Iterable[str]) -> Iterator[ValueRow]:
    """The relative values of each code and modifier (CSV with a header of several lines).

    A footnote after the codes ends them. Raises Refusal without one of the columns, and with the line for a bad row.
    """
    above: list[str] = []
    places: dict[str, int] | None = None
    for line, row in rows_of(lines, ","):
        if places is None:
            if squeezed(cell(row, 0)) == "hcpcs":
                places = _value_columns(above, row)
            elif line > _LEAD:
                break
            above = row
        elif any(row) and not CODE.fullmatch(cell(row, places["code"])):
            if sum(map(bool, row)) > 2:
                raise unfit(f"{cell(row, places['code'])[:20] or 'a blank'} is no five-character code.", line)
        elif any(row):
            yield _value(row, places, line)
    if places is None:
        raise unfit("It has no column HCPCS.")


def _value_columns(above: list[str], last: list[str]) -> dict[str, int]:
    names = [squeezed(f"{cell(above, place)} {words}") for place, words in enumerate(last)]
    places = {}
    for key, (name, told) in _VALUES.items():
        place = next((place for place, one in enumerate(names) if one.endswith(name)), None)
        places[key] = needed(place, told)
    facility = next((place for place, one in enumerate(names) if re.search(r"(?<!non)facilityperv", one)), None)
    office = next((place for place, one in enumerate(names) if re.search(r"nonfac(?:ility)?perv", one)), None)
    return places | {"facility": needed(facility, "FACILITY PE RVU"), "office": needed(office, "NON-FAC PE RVU")}


def _value(row: list[str], places: dict[str, int], line: int) -> ValueRow:
    days = cell(row, places["days"]).zfill(3)
    if not _DAYS.fullmatch(days):
        raise unfit(f"{days[:20]} is no number of global days.", line)
    return ValueRow(
        code=cell(row, places["code"]),
        modifier=cell(row, places["modifier"])[:2],
        status=cell(row, places["status"])[:1],
        work=number_of(cell(row, places["work"]) or "0", line),
        office=_if_valued(cell(row, places["office"]), line),
        facility=_if_valued(cell(row, places["facility"]), line),
        malpractice=number_of(cell(row, places["malpractice"]) or "0", line),
        days=days,
        pctc=cell(row, places["pctc"])[:1],
        multiple=cell(row, places["multiple"])[:1],
        bilateral=cell(row, places["bilateral"])[:1],
        factor=number_of(cell(row, places["factor"]) or "0", line),
    )


def _if_valued(text: str, line: int) -> Decimal | None:
    return None if text.upper() in ("NA", "") else number_of(text, line)


def read_localities(lines: Iterable[str]) -> Iterator[LocalityRow]:
    """The localities with their three price indices (CSV); the first blank row ends them. Raises Refusal."""
    places: dict[str, int] | None = None
    for line, row in rows_of(lines, ","):
        if places is None:
            columns = [squeezed(name) for name in row]
            if place_of(columns, "localitynumber") is not None:
                places = _locality_columns(columns)
            elif line > _LEAD:
                break
        elif not any(row):
            return
        else:
            yield LocalityRow(
                contractor=cell(row, places["contractor"])[:5],
                state=cell(row, places["state"])[:2],
                locality=cell(row, places["locality"]).zfill(2)[:2],
                name=cell(row, places["name"]).rstrip("*")[:80],
                work=number_of(cell(row, places["pw"]), line),
                practice=number_of(cell(row, places["pe"]), line),
                malpractice=number_of(cell(row, places["mp"]), line),
            )
    if places is None:
        raise unfit("It has no column Locality Number.")


def _locality_columns(columns: list[str]) -> dict[str, int]:
    """Where each stands; of two work indices the one with the floor."""
    found = {
        "contractor": needed(
            place_of(columns, "medicareadministrativecontractor"), "Medicare Administrative Contractor"
        ),
        "state": needed(place_of(columns, "state", whole=True), "State"),
        "locality": needed(place_of(columns, "localitynumber"), "Locality Number"),
        "name": needed(place_of(columns, "localityname"), "Locality Name"),
    }
    for place, column in enumerate(columns):
        told = _YEARLY.match(column)
        if told and not ("without" in column and told[1] in found):
            found[told[1]] = found[told[1]] if told[1] in found and "without" not in columns[found[told[1]]] else place
    for key in ("pw", "pe", "mp"):
        needed(found.get(key), f"{key.upper()} GPCI")
    return found
