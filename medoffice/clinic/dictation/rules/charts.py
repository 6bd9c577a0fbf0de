"""Where the chart and a report do not agree: a dose, an allergy, a side, a sex. Nothing is changed.

A chart may be wrong and a report right, so what does not agree is a question and never a correction. What the chart
does not know (a drug without strengths, a patient without a sex) is not asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from medoffice.standards.dictated.tables import terms
from medoffice.standards.dictated.types import Flag, FlagKind

_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|\d+(?:,\d{3})*(?:\.\d+)?(?:[/-]\d+(?:\.\d+)?)*|[.;\n]")
_DOSE = re.compile(r"\s+(\d+(?:,\d{3})*(?:\.\d+)?)\s?(mg|mcg|g|mL|units?|mEq|%)(?![A-Za-z/])")
_SENTENCE = re.compile(r"[^.\n]*(?:\.(?=\S)[^.\n]*)*")
_ALLERGY = re.compile(r"\ballerg(?:ic|y|ies)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|stop|stopped|stopping|discontinued?)\b(?:\s+[\w'-]+){0,3}\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ChartMedicine:
    """A medicine of the chart: its name, and the strengths it has there ("500 mg"), if they are known."""

    name: str
    doses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartFacts:
    """What a chart says that a report may contradict; ``sex`` as FHIR says it, empty where it is not to be asked."""

    medicines: tuple[ChartMedicine, ...] = ()
    problems: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    sex: str = ""


def medicine_of(words: str, dose: str = "") -> ChartMedicine:
    """A line of a list of medicines: its name stands before the first figure; its strengths are all that it says."""
    name = re.split(r"\d", words, maxsplit=1)[0].strip(" ,;(")
    return ChartMedicine(name, tuple(f"{number} {unit}" for number, unit in _DOSE.findall(f" {words} ; {dose}")))


def disagreements(report: str, facts: ChartFacts) -> tuple[Flag, ...]:
    """Where a report and a chart do not agree. Spans are of the report, in its order."""
    found = [*_doses(report, facts), *_allergies(report, facts), *_sides(report, facts), *_sex(report, facts)]
    return tuple(Flag(kind, at, to, at, said) for at, to, kind, said in sorted(found))


_Found = tuple[int, int, FlagKind, str]


def _doses(report: str, facts: ChartFacts) -> Iterator[_Found]:
    """A strength right behind the name of a drug that the chart has otherwise, in the same unit."""
    known: dict[str, set[tuple[float, str]]] = {}
    for medicine in facts.medicines:
        if medicine.name:
            strengths = {
                _strength(*match.groups()) for dose in medicine.doses if (match := _DOSE.fullmatch(f" {dose}"))
            }
            known.setdefault(medicine.name.lower(), set()).update(strengths)
    for name, strengths in known.items():
        for said in re.finditer(rf"\b{re.escape(name)}\b", report, re.IGNORECASE):
            dose = _DOSE.match(report, said.end())
            number, unit = _strength(*dose.groups()) if dose else (0.0, "")
            there = sorted(value for value, one in strengths if one == unit)
            if dose and there and number not in there:
                chart = " or ".join(f"{value:g}" for value in there)
                words = f"{name} {dose[1]} {dose[2]} here, {chart} {dose[2]} on the chart: which?"
                yield dose.start(1), dose.end(), FlagKind.DOSE, words


def _strength(number: str, unit: str) -> tuple[float, str]:
    return float(number.replace(",", "")), unit.rstrip("s")


def _allergies(report: str, facts: ChartFacts) -> Iterator[_Found]:
    """The first mention of something to which the patient is allergic, unless it is denied, or told as an allergy."""
    allergic = {allergy.lower() for allergy in facts.allergies}
    for match in _WORD.finditer(report):
        low = match[0].lower()
        if low in allergic and not _is_denied(report, match.start()):
            allergic.discard(low)
            yield match.start(), match.end(), FlagKind.DRUG, f"{low}: the chart has an allergy to it."


def _is_denied(report: str, at: int) -> bool:
    """Whether a word is said to be an allergy in its sentence, or a negation stands in the four words before it."""
    sentence = next(one for one in _SENTENCE.finditer(report) if one.start() <= at <= one.end())
    said = report[sentence.start() : at]
    return bool(_ALLERGY.search(said) or _NEGATED.search(said))


def _sides(report: str, facts: ChartFacts) -> Iterator[_Found]:
    """A side of a part of the body of which the chart has problems on the other side alone."""
    known: dict[str, set[str]] = {}
    for text in facts.problems:
        for side, part, *_ in _sided(text):
            known.setdefault(part, set()).add(side)
    for side, part, at, to in _sided(report):
        there = known.get(part, set())
        if there and side not in there and len(there) == 1:
            yield at, to, FlagKind.SIDE, f"{side} {part} here, {min(there)} {part} on the chart: which?"


def _sided(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each side with the part beside it: "left knee", "left lower leg", "pain in knee, left"."""
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    for at, (word, start, end) in enumerate(words):
        if word in {"left", "right", "bilateral"}:
            near = [words[at + step][0] for step in (1, 2, -1) if 0 <= at + step < len(words)]
            parts = [one for one in near if one in terms.SIDED and one not in {"lower", "upper"}]
            sides = ("left", "right") if word == "bilateral" else (word,)
            yield from ((side, parts[0], start, end) for side in sides if parts)


def _sex(report: str, facts: ChartFacts) -> Iterator[_Found]:
    """The first word that says the other sex, where nobody else is spoken of in its sentence or the one before."""
    wrong = {"female": terms.HE | terms.MEN, "male": terms.SHE | terms.WOMEN}.get(facts.sex, frozenset[str]())
    others = 0
    for match in _WORD.finditer(report):
        low = match[0].lower()
        others = 2 if low in terms.OTHERS else others
        if low in wrong and not others:
            yield match.start(), match.end(), FlagKind.SEX, f"“{match[0]}” here, {facts.sex} on the chart: which?"
            return
        if low in {".", ";", "\n"}:
            others = max(0, others - 1)
