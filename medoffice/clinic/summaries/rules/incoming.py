"""From what a clinical document states to entries that wait beside the lists. One entry for each thing, by its code.

Statuses and names are turned into those of the lists (FHIR R4). A code of ICD-10-CM or CVX stands first where the
document has one and the office knows it (``known``); other codes are kept as they came. What the lists could not keep
of an entry (a day before birth, words too long) is left out of it; the document has it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TypeVar

from medoffice.clinic.charting.types import CARRIED, Incoming, ListKind, Told
from medoffice.standards.ccda.api import SYSTEM_NAMES, value_in_words
from medoffice.standards.ccda.types import (
    Allergy,
    Code,
    Entries,
    Immunization,
    Measurement,
    Medication,
    Moment,
    Period,
    Precision,
    Problem,
    Procedure,
    Range,
)

OURS = frozenset({"ICD-10-CM", "CVX"})
NAMES = {oid: name for oid, name in SYSTEM_NAMES.items() if name in OURS | CARRIED}
WORDS, DETAIL, CODE = 300, 200, 20
_SEVERITIES = {"255604002": "mild", "371923003": "mild", "6736007": "moderate", "371924009": "moderate",
               "24484000": "severe", "399166001": "severe"}  # fmt: skip
_CRITICALITIES = {"CRITL": "low", "CRITH": "high", "CRITU": "unable-to-assess"}
_MEDICATIONS = {"active": "active", "completed": "completed", "aborted": "stopped", "suspended": "on-hold"}
_PROCEDURES = {"completed": "completed", "active": "in-progress", "aborted": "stopped", "cancelled": "not-done"}
_MEASURED = {"active": "preliminary", "aborted": "cancelled", "cancelled": "cancelled"}
_NEVER = frozenset({"aborted", "cancelled"})  # of a vaccine: begun or meant, and not given
_SMOKING = "72166-2"
Known = Callable[[str, str], bool]
_Sort = TypeVar("_Sort", Allergy, Medication, Problem)


def entries_of(entries: Entries, known: Known, today: date, born: date) -> tuple[Incoming, ...]:
    """What waits, in the order of the lists; ``known`` says whether the office has a code of ICD-10-CM or CVX.

    Of several entries of one list about the same thing the one that says most is kept, one that holds first.
    """
    found = [(kind, _kept(told, today, born)) for kind, told in _all(entries, known) if told.words.strip()]
    best: dict[tuple[str, ...], tuple[ListKind, Told]] = {}
    for kind, told in found:
        about = _about(kind, told)
        if about not in best or _weight(told) > _weight(best[about][1]):
            best[about] = (kind, told)
    return tuple(Incoming(kind, told, _key(kind, told)) for kind, told in best.values())


def _all(entries: Entries, known: Known) -> Iterator[tuple[ListKind, Told]]:
    said = {
        ListKind.ALLERGY: map(_allergy, _some(entries.allergies)),
        ListKind.MEDICATION: map(_medication, _some(entries.medications)),
        ListKind.PROBLEM: map(_problem, _some(entries.problems)),
        ListKind.IMMUNIZATION: map(_immunization, (one for one in entries.immunizations if not one.intended)),
        ListKind.PROCEDURE: map(_procedure, (one for one in entries.procedures if not one.intended)),
        ListKind.SOCIAL: map(_social, (one for one in entries.social if not one.negated)),
        ListKind.MEASURED: (
            _measured(one, category)
            for category, held in (("laboratory", entries.results), ("vital-signs", entries.vitals))
            for one in held
            if not one.negated
        ),
    }
    for kind, tolds in said.items():
        for code, told in tolds:
            yield kind, _coded(told, code, kind, known)


def _some(entries: Iterable[_Sort]) -> Iterator[_Sort]:
    """All but what says that there is none, which whoever asks the patient attests, and what was withdrawn."""
    return (one for one in entries if not one.none_known and not _is_withdrawn(one))


def _is_withdrawn(one: Allergy | Medication | Problem) -> bool:
    return "nullified" in (one.status, "" if isinstance(one, Medication) else one.concern)


def _allergy(one: Allergy) -> tuple[Code, Told]:
    severity = next((each for each in (one.severity, *(said.severity for said in one.reactions)) if each.code), Code())
    details = {
        "reaction": ", ".join(filter(None, (said.code.words for said in one.reactions))),
        "severity": _SEVERITIES.get(severity.code, ""),
        "criticality": _CRITICALITIES.get(one.criticality.code, ""),
    }
    return one.substance, Told(
        one.substance.words,
        status=one.status or ("inactive" if one.concern in ("completed", "suspended") else "active"),
        verification="refuted" if one.negated else "confirmed",
        began=_began(one.period),
        details=details,
    )


def _problem(one: Problem) -> tuple[Code, Told]:
    over = one.period.high is not None or one.concern == "completed"
    return one.code, Told(
        one.code.words,
        status=one.status or ("resolved" if over else "active"),
        verification="refuted" if one.negated else "confirmed",
        began=_began(one.period),
        ended=_partial(one.period.high),
    )


def _medication(one: Medication) -> tuple[Code, Told]:
    standing = _MEDICATIONS.get(one.status, "unknown" if one.status else "active")
    status = "not-taken" if one.negated else "intended" if one.intended and standing == "active" else standing
    every = f"every {value_in_words(one.every)}" if one.every else ""
    details = {
        "dose": value_in_words(one.dose),
        "route": one.route.words,
        "frequency": one.sig or " ".join(filter(None, (every, "as needed" if one.as_needed else ""))),
        "reason": one.reason.words,
    }
    return one.drug, Told(
        one.drug.words, status=status, began=_began(one.period), ended=_partial(one.period.high), details=details
    )


def _immunization(one: Immunization) -> tuple[Code, Told]:
    details = {"record": "historical", "lot": one.lot, "reason": one.reason.words if one.negated else ""}
    status = "not-done" if one.negated or one.status in _NEVER else "completed"
    return one.vaccine, Told(one.vaccine.words, status=status, began=_began(one.period), details=details)


def _procedure(one: Procedure) -> tuple[Code, Told]:
    status = "not-done" if one.negated else _PROCEDURES.get(one.status, "unknown" if one.status else "completed")
    where = one.performer.organization if one.performer else ""
    return one.code, Told(one.code.words, status=status, began=_began(one.period), details={"where": where})


def _social(one: Measurement) -> tuple[Code, Told]:
    words = ": ".join(filter(None, (one.code.words, value_in_words(one.value))))
    topic = "tobacco" if one.code.code == _SMOKING else "other"
    over = _partial(one.period.high)
    return one.code, Told(
        words, status="former" if over else "final", began=_began(one.period), ended=over, details={"topic": topic}
    )


def _measured(one: Measurement, category: str) -> tuple[Code, Told]:
    flags = " ".join(filter(None, (said.code for said in one.interpretations)))
    details = {
        "value": value_in_words(one.value),
        "flag": flags,
        "range": ", ".join(map(_range, one.ranges)),
        "panel": one.panel.words,
        "category": category,
    }
    status = _MEASURED.get(one.status, "final")
    return one.code, Told(one.code.words, status=status, began=_began(one.period), details=details)


def _range(one: Range) -> str:
    return value_in_words(one)


def _began(period: Period) -> str:
    return _partial(period.low or period.at)


def _partial(moment: Moment | None) -> str:
    """As far as it is known; the time of day is left to the document."""
    if moment is None:
        return ""
    return moment.day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(moment.precision, 10)]


def _coded(told: Told, code: Code, kind: ListKind, known: Known) -> Told:
    """With the code the list asks for where there is one the office has, else the first of a system that has a name."""
    said = [one for one in (code, *code.others) if one.code and len(one.code) <= CODE and one.system in NAMES]
    wanted = {ListKind.PROBLEM: "ICD-10-CM", ListKind.IMMUNIZATION: "CVX"}.get(kind, "")
    ours = next((one for one in said if NAMES[one.system] == wanted and known(wanted, one.code)), None)
    chosen = ours or next((one for one in said if NAMES[one.system] not in OURS), None)
    return replace(told, system=NAMES[chosen.system], code=chosen.code) if chosen else told


def _kept(told: Told, today: date, born: date) -> Told:
    """Without what no list keeps: days to come and before birth, more words than there is room for."""
    began, ended = (_possible(text, today, born) for text in (told.began, told.ended))
    if began and ended and ended < began[: len(ended)]:
        ended = ""
    details = {key: _cut(text, DETAIL) for key, text in told.details.items() if text}
    return replace(told, words=_cut(told.words, WORDS), began=began, ended=ended, details=details)


def _possible(text: str, today: date, born: date) -> str:
    """A partial date compares as its text, as far as it goes."""
    fits = born.isoformat()[: len(text)] <= text <= today.isoformat()[: len(text)]
    return text if fits and "1850" <= text[:4] <= "2199" else ""


def _cut(text: str, most: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _about(kind: ListKind, told: Told) -> tuple[str, ...]:
    """What makes two entries of a document one: the thing, and of what happens or is measured, when and what."""
    thing = f"{told.system} {told.code}" if told.code else told.words.casefold()
    once = kind in (ListKind.IMMUNIZATION, ListKind.PROCEDURE, ListKind.MEASURED)
    return (kind.value, thing, told.began, told.details.get("value", "")) if once else (kind.value, thing)


def _weight(told: Told) -> tuple[bool, int]:
    return told.status in ("active", "intended"), len("".join((told.began, told.ended, *told.details.values())))


def _key(kind: ListKind, told: Told) -> str:
    """The same statement, from whatever document, is the same key."""
    said = (told.words, told.system, told.code, told.status, told.verification, told.began, told.ended)
    parts = (kind.value, *said, *(f"{key}={text}" for key, text in sorted(told.details.items())))
    return "c-cda " + sha256("\n".join(parts).encode()).hexdigest()
