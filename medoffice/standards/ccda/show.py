"""What a document says: as JSON for programs, in words for a person, and as a check."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from medoffice.kernel.findings import has_errors
from medoffice.standards.ccda.oids import SYSTEM_NAMES
from medoffice.standards.ccda.types import (
    Allergy,
    Code,
    Document,
    Entries,
    Entry,
    Immunization,
    Measurement,
    Medication,
    Moment,
    Period,
    Precision,
    Problem,
    Quantity,
    Range,
    Value,
)

_LAID_OUT = "blocks"  # of a section: its text says the same


def document_as_check(document: Document) -> dict[str, Any]:
    """What was found and what stands against it; ``coded`` entries that were ``read`` of the sections that are read."""
    return {
        "kind": document.code.words or document.title,
        "ok": not has_errors(document.findings),
        "entries": {kind.name: len(getattr(document.entries, kind.name)) for kind in fields(Entries)},
        "coded": sum(section.coded for section in document.sections),
        "read": sum(section.read for section in document.sections),
        "findings": [finding.as_json() for finding in document.findings],
    }


def document_as_json(document: Document) -> dict[str, Any]:
    """All of it; what the document does not say is left out. Numbers and times are text, a file is told by its size."""
    told: dict[str, Any] = _json(document)
    told["findings"] = [finding.as_json() for finding in document.findings]
    return told


def _json(value: object) -> Any:  # noqa: ANN401 - as JSON is
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    if is_dataclass(value):
        parts = ((part.name, getattr(value, part.name)) for part in fields(value) if part.name != _LAID_OUT)
        told = ((name, _json(one)) for name, one in parts if one not in (None, "", (), b"", False))
        return {name: one for name, one in told if one != {}}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def document_in_words(document: Document) -> str:
    """What it is and what it states, as lines a person reads."""
    return "\n".join(_lines(document))


def _lines(document: Document) -> Iterator[str]:
    patient = document.patient
    yield f"{document.title or document.code.words or 'a document without a title'} ({_moment(document.at)})"
    born, sex = _moment(patient.birth), patient.sex.words or "sex not said"
    yield f"  patient: {patient.name.words or '-'}, born {born}, {sex}"
    for who in document.authors:
        named = who.name.words if who.name else ""
        yield f"  written by: {', '.join(filter(None, (named, who.organization, who.device)))}"
    if document.custodian:
        yield f"  kept by: {document.custodian.organization or '-'}"
    for kind in fields(Entries):
        entries: tuple[Entry, ...] = getattr(document.entries, kind.name)
        if entries:
            yield kind.name
        for entry in entries:
            yield f"  {entry_in_words(entry)}"
            yield from (f"    {said}" for said in entry.comments)
    for finding in document.findings:
        yield f"{finding.severity}: {finding.where}: {finding.words} [{finding.code}]"


def entry_in_words(entry: Entry) -> str:
    """One entry as a line: what, its code, how it stands, when."""
    if isinstance(entry, Problem | Allergy | Medication) and entry.none_known:
        of_what = entry.kind.words if isinstance(entry, Allergy) else ""
        return f"none known{_after(subject(entry).words or of_what)}"
    parts = [code_in_words(subject(entry)), *_details(entry), period_in_words(entry.period)]
    return ("not: " if entry.negated else "") + ", ".join(filter(None, parts))


def subject(entry: Entry) -> Code:
    """What an entry is about."""
    if isinstance(entry, Allergy):
        return entry.substance
    if isinstance(entry, Medication):
        return entry.drug
    return entry.vaccine if isinstance(entry, Immunization) else entry.code


def _details(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Measurement):
        yield value_in_words(entry.value)
        yield " ".join(one.words for one in entry.interpretations)
        return
    if isinstance(entry, Allergy):
        for reaction in entry.reactions:
            yield f"{reaction.code.words}{_after(reaction.severity.words)}"
        yield entry.severity.words
    if isinstance(entry, Medication):
        yield entry.sig
    yield entry.status


def _after(words: str) -> str:
    return f" ({words})" if words else ""


def code_in_words(code: Code) -> str:
    """A code as ``Asthma (SNOMED CT 195967001)``."""
    coded = code.coded
    return code.words + _after(f"{SYSTEM_NAMES.get(coded.system, coded.system)} {coded.code}".strip() if coded else "")


def value_in_words(value: Value) -> str:
    """A value as a person reads it."""
    if isinstance(value, Quantity):
        return f"{value.value} {value.unit}".strip()
    if isinstance(value, Range):
        return value.text or f"{value_in_words(value.low) or '...'} to {value_in_words(value.high) or '...'}"
    return value.words if isinstance(value, Code) else value or ""


def period_in_words(period: Period) -> str:
    """A period as a person reads it; nothing if nothing is known."""
    if period.at:
        return _moment(period.at)
    if period.low and period.high:
        return f"{_moment(period.low)} to {_moment(period.high)}"
    return f"since {_moment(period.low)}" if period.low else f"until {_moment(period.high)}" if period.high else ""


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return "-"
    if moment.instant:
        return moment.instant.isoformat(" ", "minutes" if moment.precision is Precision.MINUTE else "seconds")
    return moment.day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(moment.precision, 10)]
