"""Planted documents: what a case is, how a reading is put in words, and which lot a case is of.

The tables (planted_entries, planted_measured, planted_documents) were written before the reader was looked at; what is
expected is the standard's, not the reader's. A case of the second lot was first run once the reader was mended.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import sha256
from typing import Any

from medoffice.kernel.refusals import Refusal
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.tests.makers import CCDA, HEADER, LOINC, RXNORM, SNOMED, document
from medoffice.standards.ccda.types import Code, Document, Moment, Period, Precision, Quantity, Range, Source

SECTIONS = {
    "meds": "10160-0",
    "allergies": "48765-2",
    "problems": "11450-4",
    "results": "30954-2",
    "vitals": "8716-3",
    "immunizations": "11369-6",
    "procedures": "47519-4",
    "social": "29762-2",
    "encounters": "46240-8",
}


@dataclass(frozen=True)
class Case:
    """A document and what it says.

    ``expect``: a path into the document to the words there. ``kept``: patterns, each of which is in an entry, the
    header or a finding (not in the narrative alone). ``told``: a pattern of a finding. ``refused``: it is none.
    """

    name: str
    data: bytes
    expect: dict[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    told: str = ""
    refused: bool = False

    @property
    def lot(self) -> int:
        """The second lot is about every fourth, by its name."""
        return 2 if sha256(self.name.encode()).digest()[0] % 4 == 0 else 1


def of(kind: str, *entries: str, text: str = "", header: str = HEADER, marks: str = "") -> bytes:
    """A document of one section."""
    held = "".join(f"<entry>{one}</entry>" for one in entries)
    inner = f'<code code="{SECTIONS[kind]}" codeSystem="{LOINC}"/><title>A section</title><text>{text}</text>{held}'
    return document(f"<section {marks}>{inner}</section>", header=header)


def faults(case: Case) -> list[str]:
    """Where the reading is not what the case expects."""
    try:
        read = read_document(case.data)
    except Refusal as refusal:
        return [] if case.refused else [f"refused: {refusal.words}"]
    if case.refused:
        return ["it was not refused"]
    found = [f"{one.code} {one.where} {one.words}" for one in read.findings]
    wrong = [
        f"{path}: {said!r}, not {words!r}"
        for path, words in case.expect.items()
        if not re.fullmatch(words, said := put(at(read, path)))
    ]
    everything = "\n".join([*parts(read.entries), *parts(read.patient), *found])
    wrong += [f"lost: {one}" for one in case.kept if not re.search(one, everything, re.IGNORECASE)]
    if case.told and not any(re.search(case.told, one, re.IGNORECASE) for one in found):
        wrong.append(f"not told: {case.told}; findings {found}")
    return wrong


def at(read: Document, path: str) -> Any:  # noqa: ANN401 - whatever stands there
    """What stands at a path as ``medications.0.dose``; ``#`` counts, a list that is too short has nothing."""
    here: Any = read if path.split(".", maxsplit=1)[0] in {one.name for one in fields(read)} else read.entries
    for step in path.split("."):
        if here is None:
            return None
        if step == "#":
            here = str(len(here))
        elif step.isdecimal():
            here = here[int(step)] if int(step) < len(here) else None
        else:
            here = getattr(here, step)
    return here


def put(value: object) -> str:  # noqa: PLR0911 - a return for each sort
    """A value in words."""
    match value:
        case None:
            return ""
        case Quantity():
            return f"{value.value} {value.unit}".strip()
        case Moment(instant=None):
            return value.day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(value.precision, 10)]
        case Moment():
            assert value.instant is not None
            return value.instant.isoformat()
        case Period():
            return put(value.at) if value.at else f"{put(value.low)}..{put(value.high)}"
        case Range():
            return value.text or f"{put(value.low)}..{put(value.high)}"
        case Code():
            return value.words
        case tuple():
            return ", ".join(map(put, value))
    return str(value)


def parts(value: object) -> Iterator[str]:
    """Every word of it, deep, a place in the document aside."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif is_dataclass(value) and not isinstance(value, Source):
        yield put(value) if isinstance(value, Quantity | Moment | Period | Range) else ""
        for one in fields(value):
            said = getattr(value, one.name)
            yield from [one.name] if said is True else parts(said)
    elif isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, Source):
        yield str(value)


def tid(last: str) -> str:
    """A template as R2.1 says it."""
    return f'<templateId root="{CCDA}.{last}" extension="2014-06-09"/>'


def code(value: str, name: str, system: str = SNOMED, tag: str = "code", inside: str = "") -> str:
    """A code in an element."""
    kind = ' xsi:type="CD"' if tag == "value" else ""
    return f'<{tag}{kind} code="{value}" codeSystem="{system}" displayName="{name}">{inside}</{tag}>'


def med(*inner: str, mood: str = "EVN", status: str = "active", drug: str = "", marks: str = "", end: str = "") -> str:
    """A medication activity: ``inner`` before the product, ``end`` after it."""
    what = drug or code("314076", "lisinopril 10 MG Oral Tablet", RXNORM)
    product = f'<manufacturedProduct classCode="MANU">{tid("4.23")}<manufacturedMaterial>{what}</manufacturedMaterial>'
    return (
        f'<substanceAdministration classCode="SBADM" moodCode="{mood}" {marks}>{tid("4.16")}<id root="2.25.77"/>'
        f'<statusCode code="{status}"/>{"".join(inner)}<consumable>{product}</manufacturedProduct></consumable>{end}'
        "</substanceAdministration>"
    )


def when(low: str = "", high: str = "") -> str:
    """The effective time as a period; a word instead of a number is a null flavor."""
    ends = [("low", low), ("high", high)]
    told = [f"<{tag} {'value' if one.isdigit() else 'nullFlavor'}='{one}'/>" for tag, one in ends if one]
    return f'<effectiveTime xsi:type="IVL_TS">{"".join(told)}</effectiveTime>'


def linked(what: str, kind: str = "REFR", marks: str = "") -> str:
    """An entry relationship."""
    return f'<entryRelationship typeCode="{kind}" {marks}>{what}</entryRelationship>'


def act(observation: str, template: str, status: str = "active", time: str = "") -> str:
    """A concern act round observations."""
    return (
        f'<act classCode="ACT" moodCode="EVN">{tid(template)}<code code="CONC" codeSystem="2.16.840.1.113883.5.6"/>'
        f'<statusCode code="{status}"/>{time}{observation}</act>'
    )


def obs(template: str, *inner: str, marks: str = "", what: str = "", status: str = "completed") -> str:
    """An observation."""
    named = what or '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>'
    return (
        f'<observation classCode="OBS" moodCode="EVN" {marks}>{tid(template)}<id root="2.25.78"/>{named}'
        f'<statusCode code="{status}"/>{"".join(inner)}</observation>'
    )


def problem(*inner: str, marks: str = "", status: str = "active", time: str = "") -> bytes:
    """A document of one problem."""
    return of("problems", act(linked(obs("4.4", *inner, marks=marks), "SUBJ"), "4.3", status, time))


def allergy(*inner: str, marks: str = "", status: str = "active") -> bytes:
    """A document of one allergy."""
    return of("allergies", act(linked(obs("4.7", *inner, marks=marks), "SUBJ"), "4.30", status))


def causing(what: str) -> str:
    """The participant that is the substance."""
    return (
        '<participant typeCode="CSM"><participantRole classCode="MANU"><playingEntity classCode="MMAT">'
        f"{what}</playingEntity></participantRole></participant>"
    )


def panel(kind: str, *observations: str, name: str = "", time: str = "") -> bytes:
    """A document of one organizer of results or vital signs."""
    last = {"results": "4.1", "vitals": "4.26"}[kind]
    named = name or code("24323-8", "Panel", LOINC)
    held = "".join(f"<component>{one}</component>" for one in observations)
    return of(
        kind,
        f'<organizer classCode="BATTERY" moodCode="EVN">{tid(last)}<id root="2.25.79"/>{named}'
        f'<statusCode code="completed"/>{time}{held}</organizer>',
    )


def result(*inner: str, status: str = "completed", marks: str = "") -> bytes:
    """A document of one result."""
    what = code("2345-7", "Glucose", LOINC)
    return panel(
        "results", obs("4.2", '<effectiveTime value="20240305"/>', *inner, what=what, status=status, marks=marks)
    )
