"""For whom a diagnosis code is: by age and sex, and which codes are manifestations, as Medicare's code editor has it.

What it says is a question to a person, never a refusal: a record's sex may differ from the body a visit was about, and
the editor itself ended its sex edits on 09/30/2024. Its ages: newborn 0, pediatric 0-17, adult 15-124, maternity
9-64 (12-55 until 09/30/2024).
"""

import lzma
from datetime import date
from functools import cache
from pathlib import Path

from medoffice.kernel.findings import Finding, Severity
from medoffice.standards.terminology.icd10 import bare, dotted, number

DATA = Path(__file__).resolve().parent / "data" / "fits.tsv.xz"
_MATERNITY_WIDENED = 20241001
_AGES = {
    "n": (0, 0, "newborns"),
    "p": (0, 17, "patients of 0 to 17 years"),
    "a": (15, 124, "patients from 15 years on"),
}
_SEXES = {"f": ("M", "female", "male"), "s": ("F", "male", "female")}


def is_manifestation(code: str, on: date) -> bool:
    """Whether a code is one of a manifestation on a date: it stands behind the disease that it comes from."""
    return "x" in _letters(bare(code), number(on))


def check_fits(code: str, on: date, *, sex: str = "", born: date | None = None) -> list[Finding]:
    """What a person should look at: the code is for another age or sex. Sex by the last edition that spoke of it."""
    name, day = bare(code), number(on)
    now, ever = _letters(name, day), _ever(name)
    found = []
    age = _years(born, on) if born else None
    for letter, (least, most, whom) in [*_AGES.items(), ("m", _maternity(day))]:
        if age is not None and letter in now and not least <= age <= most:
            words = f"{dotted(name)} is for {whom}; the patient is {age} on {on:%m/%d/%Y}."
            words += " Look at the code and the birth date."
            found.append(Finding("age-unlikely", dotted(name), words, Severity.WARNING))
    for letter, (other, meant, told) in _SEXES.items():
        if letter in ever and sex.upper()[:1] == other:
            words = (
                f"{dotted(name)} is for {meant} patients and the record says {told}. Look at the code and the record."
            )
            found.append(Finding("sex-unlikely", dotted(name), words, Severity.WARNING))
    return found


def _maternity(day: int) -> tuple[int, int, str]:
    least, most = (9, 64) if day >= _MATERNITY_WIDENED else (12, 55)
    return least, most, f"patients of {least} to {most} years"


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _letters(name: str, day: int) -> str:
    return "".join(letters for start, stop, letters in _table().get(name, ()) if start <= day <= stop)


def _ever(name: str) -> str:
    return "".join(letters for _, _, letters in _table().get(name, ()))


@cache
def _table() -> dict[str, tuple[tuple[int, int, str], ...]]:
    table: dict[str, tuple[tuple[int, int, str], ...]] = {}
    for line in lzma.decompress(DATA.read_bytes()).decode("ascii").splitlines():
        code, start, stop, letters = line.split("\t")
        table[code] = (*table.get(code, ()), (int(start), int(stop), letters))
    return table
