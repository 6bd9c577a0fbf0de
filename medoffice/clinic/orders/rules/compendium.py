"""A laboratory's list of tests as a file: tab-separated, a line each, with a line of names on top.

Columns: ``code``, ``name``, and as far as they are there ``specimen``, ``fasting`` (y), ``questions`` (divided by
``;``), ``loinc``, ``billed`` (procedure codes, divided by blanks or ``;``). The laboratory says what is in it; nothing
is filled in here.
"""

import re

from medoffice.clinic.orders.types import LabTest
from medoffice.kernel.findings import Finding

MOST = 20_000
_PROCEDURE = re.compile(r"[0-9A-Z][0-9]{3}[0-9A-Z]")


def read_compendium(text: str) -> tuple[list[LabTest], list[Finding]]:
    """The tests, and what in the file cannot be used. Never raises on content."""
    lines = [line for line in text.replace("\r", "").split("\n") if line.strip()]
    names = [name.strip().lower() for name in lines[0].split("\t")] if lines else []
    if "code" not in names or "name" not in names:
        return [], [Finding("compendium.names", "1", "The first line names the columns: code, name, ...")]
    tests, findings = [], []
    for number, line in enumerate(lines[1 : MOST + 1], 2):
        said = dict(zip(names, (part.strip() for part in line.split("\t")), strict=False))
        if not said.get("code") or not said.get("name"):
            findings.append(Finding("compendium.line", str(number), f"Line {number} has no code or no name."))
            continue
        asks = tuple(filter(None, (ask.strip()[:120] for ask in said.get("questions", "").split(";"))))
        fasting = said.get("fasting", "").lower() in ("y", "yes", "1", "true")
        if odd := [part for part in _parts(said.get("billed", "")) if not _PROCEDURE.fullmatch(part)]:
            words = f"Line {number}: {', '.join(odd)[:40]} is no procedure code; the test is taken without it."
            findings.append(Finding("compendium.billed", str(number), words))
        tests.append(
            LabTest(said["code"][:40], said["name"][:120], said.get("specimen", "")[:60], fasting, asks,
                    said.get("loinc", "")[:10], _billed(said.get("billed", "")))
        )  # fmt: skip
    return tests, findings


def _billed(told: str) -> tuple[str, ...]:
    """The procedure codes of a cell, each once; what is none is left out."""
    return tuple(dict.fromkeys(part for part in _parts(told) if _PROCEDURE.fullmatch(part)))


def _parts(told: str) -> list[str]:
    return told.upper().replace(";", " ").split()
