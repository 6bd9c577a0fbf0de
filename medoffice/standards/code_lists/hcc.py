"""CMS's mapping of diagnoses to HCC: a row for each code, category and model; the rows of CMS-HCC V28 are taken.

The layout is that of the mapping files at hand: columns ``diagnosis_code`` (without its dot), ``cc``, ``model_name``.
"""

import re
from collections.abc import Iterable, Iterator

from medoffice.standards.code_lists.reading import cell, needed, place_of, rows_of, squeezed, unfit
from medoffice.standards.code_lists.types import CodeRow

MODEL, KIND = "CMS-HCC Model V28", "V28"
_COLUMNS = ("diagnosis_code", "cc", "model_name")
_DIAGNOSIS = re.compile(r"[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}", re.ASCII)
_CATEGORY = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)


def read_hcc(lines: Iterable[str]) -> Iterator[CodeRow]:
    """Each code with its categories, by code. Raises Refusal with the line for what is no row of it, for a row that

    stands twice, and for a file that says nothing of the model.
    """
    found: dict[str, list[str]] = {}
    places: list[int] = []
    for number, row in rows_of(lines, ","):
        if not places:
            names = [squeezed(one) for one in row]
            places = [needed(place_of(names, squeezed(one), whole=True), one) for one in _COLUMNS]
        elif any(row):
            code, hcc, model = (cell(row, place) for place in places)
            if not model:
                raise unfit("it names no model.", number)
            if model == MODEL:
                _add(found, code.upper().replace(".", ""), hcc, number)
    if not found:
        raise unfit(f"It has no row of {MODEL}.")
    for name, hccs in sorted(found.items()):
        code = f"{name[:3]}.{name[3:]}" if len(name) > 3 else name
        yield CodeRow(code, "", "", None, None, kind=KIND, of=" ".join(sorted(hccs, key=int)))


def _add(found: dict[str, list[str]], code: str, hcc: str, line: int) -> None:
    if not _DIAGNOSIS.fullmatch(code):
        raise unfit(f"{code[:20] or 'a blank'} is no diagnosis code.", line)
    if not _CATEGORY.fullmatch(hcc):
        raise unfit(f"{hcc[:20] or 'a blank'} is no category.", line)
    if hcc in found.setdefault(code, []):
        raise unfit(f"{code} with category {hcc} stands there twice.", line)
    found[code].append(hcc)
