"""What of a visit may count for its level, proposed from the words of the note and from what was ordered. Pure.

Nothing proposed counts before a person takes it. Words in a sentence that denies them propose nothing; where the note
does not say how a condition stands, the lower kind is proposed, and the reason says so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from medoffice.kernel.trace import Ref
from medoffice.revenue.coding.rules.levels import MINUTES
from medoffice.revenue.coding.types import CodedDiagnosis, Evidence, LevelElement
from medoffice.standards.suggestions.api import told_away


@dataclass(frozen=True, slots=True)
class Proposed:
    """An element that may count: its kind, what it is about, the evidence, why it is of this kind, its minutes."""

    kind: str
    about: str
    evidence: Evidence
    why: str
    minutes: int = 0

    @property
    def key(self) -> str:
        """What tells it from the others of its visit."""
        return f"{self.kind}.{self.evidence.ref.kind}.{self.evidence.ref.id}.{self.evidence.start}"


@dataclass(frozen=True, slots=True)
class Done:
    """Something the chart holds beside the note: an order or a prescription, in its own words."""

    ref: Ref
    kind: str
    words: str


_LINE = re.compile(r"[^\n.;!?]+(?:\.\d+[^\n.;!?]*)*")
_DECLINED = re.compile(
    r"\b(?:declin\w+|refus\w+|may)\b", re.IGNORECASE
)  # of what is done, beside the cues of a condition
_SEVERE = re.compile(r"\bsevere(?:ly)? (?:exacerbat|worse|progress|decompensat)\w*", re.IGNORECASE)
_WORSE = re.compile(
    r"\b(?:uncontrolled|poorly controlled|not (?:well |adequately )?controlled|not at goal|above goal|worse\w*"
    r"|exacerbat\w+|side effects?|inadequate\w*|suboptimal|deteriorat\w+|progress(?:ing|ed)|elevated)\b",
    re.IGNORECASE,
)
_STABLE = re.compile(
    r"\b(?:stable|at goal|(?:well |adequately )?controlled|unchanged|doing well|in remission)\b", re.IGNORECASE
)
_ACUTE_TITLE = re.compile(
    r"\b(?:acute|sprain|strain|contusion|laceration|bite|burn|fracture|infection|cystitis|gastroenteritis)\b",
    re.IGNORECASE,
)
_ACUTE_CODE = re.compile(r"^(?:[AB]|J0|J1|J2[0-2]|H10|H6[056]|N39\.0|L0|[ST]|R)")
_PHRASES: tuple[tuple[str, str, str], ...] = (
    (
        "historian",
        "history",
        (
            r"\bhistory\b[^\n.]{0,40}\b(?:from|by|per)\b[^\n.]{0,12}\b(?:mother|father|parents?|daughter"
            r"|son|wife|husband|spouse|caregiver|guardian|sister|brother)\b"
        ),
    ),
    (
        "interpretation",
        "reading",
        (
            r"\b(?:independently|personally) (?:interpreted|reviewed|read|viewed)\b[^\n.]*"
            r"|\bmy (?:own )?(?:interpretation|read(?:ing)?)\b[^\n.]*"
        ),
    ),
    (
        "discussion",
        "talk",
        (
            r"\b(?:discussed|spoke|talked|conferred)\b[^\n.]{0,40}\bwith\b[^\n.]{0,20}\b(?:dr\b"
            r"|cardiolog|surgeon|specialist|hospitalist|pharmacist|therapist|school|radiolog|psychiatr|neurolog)\w*"
        ),
    ),
    (
        "outside-note",
        "outside note",
        (
            r"\b(?:reviewed|read)\b[^\n.]{0,60}\b(?:discharge summary|(?:outside|hospital"
            r"|consult(?:ation)?|specialist|cardiology|emergency|ED|ER) (?:notes?|records?|reports?))\b"
        ),
    ),
    (
        "result-reviewed",
        "result",
        (
            r"\b(?:reviewed|review of)\b[^\n.]{0,60}\b(?:labs?|results?|a1c|lipids?|cbc|bmp|cmp"
            r"|x-?ray|ct|mri|echo\w*|ultrasound|culture|ecg|ekg)\b"
        ),
    ),
    (
        "hospital",
        "hospital",
        (
            r"\b(?:admit(?:ted)?|admission|hospitali[sz](?:ed|ation)|sent|transfer\w*)\b[^\n.]{0,20}"
            r"\b(?:hospital|emergency (?:department|room)|ED|ER|inpatient)\b"
        ),
    ),
    ("toxic-monitoring", "monitoring", r"\bmonitor\w*\b[^\n.]{0,40}\btoxicity\b"),
    (
        "prescription",
        "medicine",
        (
            r"\b(?:continue[ds]?|start(?:ed)?|increase[ds]?|decrease[ds]?|refill(?:ed)?"
            r"|prescribed?|begin|began|titrate[ds]?|switch(?:ed)? to|stop(?:ped)?)\b[^\n.]{0,40}?"
            r"\b(?:\d+(?:\.\d+)? ?(?:mg|mcg|units?|ml|puffs?)|(?!saline\b)[a-z]{4,}"
            r"(?:pril|sartan|olol|statin|formin|cillin|mycin|floxacin|prazole|triptan|pine|pam"
            r"|tidine|azole|oxetine|aline|thiazide|semide|gliptin|gliflozin|glutide|sone|lukast|terol|cycline))\b"
        ),
    ),
    (
        "social",
        "circumstances",
        (
            r"\b(?:cannot afford|can't afford|homeless|unhoused|food insecurity|no transportation"
            r"|lack of transportation|uninsured)\b"
        ),
    ),
    ("low", "over the counter", r"\b(?:over[- ]the[- ]counter|otc|ibuprofen|acetaminophen|physical therapy)\b"),
    ("minimal", "rest", r"\b(?:rest and fluids|fluids and rest|supportive care|ice|elastic bandage|rest)\b"),
)
_FOUND = tuple((kind, about, re.compile(words, re.IGNORECASE)) for kind, about, words in _PHRASES)
_TIME = re.compile(
    r"\b(?:total|spent|time)\b[^\n]{0,60}?\b(?P<a>\d{1,3}) ?min(?:utes?)?\b"
    r"|\b(?P<b>\d{1,3}) ?min(?:utes?)?\b[^\n]{0,40}\b(?:total|spent|on (?:the|this) (?:day|date))\b",
    re.IGNORECASE,
)


def proposed(
    note: Ref, text: str, diagnoses: Sequence[CodedDiagnosis], done: Iterable[Done], taken: Iterable[str] = ()
) -> list[Proposed]:
    """What may count, by column; of one kind each thing once, and nothing that is taken already (by its key)."""
    made = [*_problems(note, text, diagnoses), *_of_chart(done), *_phrases(note, text), *_minutes(note, text)]
    gone = set(taken)
    by_key = {one.key: one for one in made if one.key not in gone}
    return list(by_key.values())


def supposed(one: Proposed) -> LevelElement:
    """A proposed element as if it counted, to say what all of them together would give."""
    return LevelElement(one.evidence.ref.id, one.kind, one.about, one.minutes, one.evidence)


def _problems(note: Ref, text: str, diagnoses: Sequence[CodedDiagnosis]) -> Iterator[Proposed]:
    """Each coded diagnosis that is a problem, with the line that speaks of it."""
    for one in diagnoses:
        if one.evidence.ref != note or one.code.startswith("Z"):
            continue
        start, end = _line(text, one.evidence.start, one.evidence.end)
        kind, why = _kind(one, text[start:end])
        yield Proposed(kind, f"{one.code} {one.title}"[:120], Evidence(note, start, end, text[start:end]), why)


def _kind(one: CodedDiagnosis, line: str) -> tuple[str, str]:
    acute = bool(_ACUTE_TITLE.search(one.title) or _ACUTE_CODE.match(one.code))
    if acute:
        return "acute", "By its code it is acute."
    for pattern, kind in ((_SEVERE, "chronic-severe"), (_WORSE, "chronic-worse"), (_STABLE, "chronic-stable")):
        found = pattern.search(line)
        if found:
            return kind, f"The note says “{found.group(0)}”."
    return "chronic-stable", "The note does not say how it stands."


def _of_chart(done: Iterable[Done]) -> Iterator[Proposed]:
    for one in done:
        kind = "prescription" if one.ref.kind == "prescription" else "test-ordered"
        if kind == "prescription" or one.kind == "lab":
            evidence = Evidence(one.ref, 0, len(one.words), one.words)
            yield Proposed(kind, one.words[:120], evidence, "The chart holds it.")


def _phrases(note: Ref, text: str) -> Iterator[Proposed]:
    for line in _LINE.finditer(text):
        for kind, about, pattern in _FOUND:
            found = pattern.search(line.group(0))
            if found and not _away(line.group(0)[: found.start()]):
                start, end = _trimmed(text, line.start(), line.end())
                words = found.group(0) if kind in ("result-reviewed", "outside-note", "prescription") else about
                yield Proposed(kind, words[:120], Evidence(note, start, end, text[start:end]), "The note says so.")


def _away(before: str) -> bool:
    """Whether the words before deny, suppose or decline what follows: as of a condition (``told_away``)."""
    return told_away(before) or bool(_DECLINED.search(before))


def _minutes(note: Ref, text: str) -> Iterator[Proposed]:
    found = _TIME.search(text)
    if found:
        start, end = _trimmed(text, found.start(), found.end())
        spent = int(found.group("a") or found.group("b"))
        why = "Only the practitioner's own time of this day counts, without what is billed beside it."
        yield Proposed(MINUTES, "the practitioner's time", Evidence(note, start, end, text[start:end]), why, spent)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The line that holds these words."""
    begin = text.rfind("\n", 0, start) + 1
    over = text.find("\n", end)
    return _trimmed(text, begin, len(text) if over < 0 else over)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
