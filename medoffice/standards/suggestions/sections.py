"""Cutting a note into its parts: which words are headings, and what each part is about."""

import re

from medoffice.standards.suggestions.types import Part, Section

_NAMES: dict[Part, str] = {
    Part.COMPLAINT: (
        r"chief complaints?|cc|c/c|presenting (?:complaint|problem)s?|reason for (?:visit|consultation)"
        r"|complaints?"
    ),
    Part.STORY: (
        r"history of (?:the )?present(?:ing)? illness|hpi|subjective|subj|s|interval history|history|present illness"
        r"|current (?:problem|complaint|history)|interim history|telephone.style dictation|visit type"
    ),
    Part.PAST: (
        r"past (?:medical |surgical |psychiatric |obstetric )*history|pmh|pmhx|psh|pshx"
        r"|medical history|surgical history"
        r"|past history|problem list|active problems|known problems|known|comorbidities"
        r"|ob history|gyn history|medical problems"
    ),
    Part.FAMILY: r"family (?:medical |psychiatric |mental health |cancer )?history|fh|fhx|fam hx|family hx",
    Part.SOCIAL: r"social history|sh|shx|soc hx|habits|substance use",
    Part.ALLERGIES: r"allergies|allergy|nkda|drug allergies",
    Part.MEDICINES: (
        r"(?:current |home |outpatient )?(?:medications?|meds)|medicines?|current medications? list"
        r"|prescriptions?"
    ),
    Part.REVIEW: r"review of systems?|ros|systems review",
    Part.EXAM: (
        r"(?:physical |clinical |neurologic(?:al)? |mental status )?exam(?:ination)?s?|pe|objective|obj|o"
        r"|physical|vitals?(?: signs)?|vitals? reviewed|mse|on exam(?:ination)?"
    ),
    Part.RESULTS: (
        r"results?|labs?|laborator(?:y|ies)(?: (?:data|results|tests?))?|imaging|radiology"
        r"|studies|diagnostic (?:studies|tests|data)"
        r"|tests?|x-?rays?|data(?: reviewed)?|ekg|ecg|echo|procedures?"
    ),
    Part.ASSESSMENT: (
        r"assess|assessments?(?: ?(?:and|&|/|\+) ?plans?)?|a ?[/&+] ?p|a|a and p|impressions?|imp"
        r"|diagnos[ei]s|dx|diagnostic impression"
        r"|assessment/recommendations|final diagnos[ei]s|impression and plan|problems?(?: addressed)?"
        r"|clinical impression"
        r"|impressions? ?(?:/|&|and) ?(?:plan|recommendations?)|diagnos[ei]s ?(?:/|&|and) ?(?:plan|treatment)s?"
        r"|medical decision making|mdm|summary and plan|assessments? ?& ?plans?|working diagnosis|dg"
    ),
    Part.PLAN: (
        r"plans?|p|recommendations?|treatments?|tx|rx|orders?|disposition|instructions|follow[- ]?up|patient education"
        r"|plan of care|treatment plan|rec|counseling|patient agreements?"
    ),
}
_ANY = "|".join(f"(?P<{part.value}>{names})" for part, names in _NAMES.items())
_SOME = "|".join(
    f"(?P<{part.value}>{names})" for part, names in _NAMES.items() if part not in (Part.RESULTS, Part.ALLERGIES)
)
_LEAD = r"^[ \t]*(?:[-*#•]+[ \t]*)?"
_ALONE = re.compile(rf"{_LEAD}(?:{_ANY})[ \t]*[:.]?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BEGINS = re.compile(rf"{_LEAD}(?:{_ANY})[ \t]*(?::|[ \t]-[ \t]|/[ \t])", re.IGNORECASE | re.MULTILINE)
_INSIDE = re.compile(rf"(?:(?<=[.!?;] )|(?<=[.!?;]  )|(?<=\n))(?:{_SOME})[ \t]*:", re.IGNORECASE)
# Words that begin a diagnosis in running text: "Dx strep pharyngitis", "Imp actinic keratoses".
_SAID = re.compile(
    r"(?:(?<=[.!?;\n] )|(?<=\n)|^)"
    r"(?P<assessment>(?:Dx|Imp|Impression|Assessment|Diagnosis|A/P|A&P|A\+P)\b[ \t]*)(?=[A-Za-z0-9(])"
)
_SHORT = frozenset(
    {"s", "o", "a", "p", "pe", "sh", "fh", "tx", "rx", "known", "history", "a and p", "data", "test", "tests"}
)


_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_FOUND = re.compile(
    r"\b(?:BP|HR|RR|SpO2|temp(?:erature)?|T|pulse|weight|wt|vitals?)\b[ :]{0,3}\d"
    r"|^(?:on )?(?:exam|cxr|x-?ray|ecg|ekg|labs?|ua|ultrasound)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:recheck|return|rtc|f/?u|follow[- ]?up|back in|come back|er if|call if|sooner)\b", re.IGNORECASE
)
_SHORT_VISIT = 400  # words
_FEW_LINES = 110  # words; what is longer is told through
_DONE = re.compile(
    r"^\W*(?:continue|cont|start|begin|increase|decrease|refer|order|return|rtc|recheck|repeat|follow|f/?u|check|call"
    r"|monitor|stop|hold|refill|avoid|add|resume|schedule|consider|will|plan|try|supportive|counsel\w*|rx|tx|labs?|cbc"
    r"|\S+ \d+ ?m?c?g)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[-*#•])")
_TELLS = re.compile(
    r"\b(?:is|was|are|were|has|had|have|reports?|states?|denies|denied|feels?|says|given|takes?|taking|came|comes|wants?"
    r"|no|not|never|exam|normal|nl|neg|negative|pos|positive|\d+/\d+|\w+s out)\b",
    re.IGNORECASE,
)


def sections(text: str) -> list[Section]:
    """The parts of a note in order; text before the first heading is OTHER. One part OTHER if there are no headings."""
    marks: dict[int, tuple[int, Part]] = {}
    for pattern in (_ALONE, _BEGINS, _INSIDE, _SAID):
        for found in pattern.finditer(text):
            part = _part(found)
            word = found.group(0).strip(" \t:.-*#•").lower()
            if pattern is _ALONE and word in _SHORT:
                continue
            marks.setdefault(_begin(text, found.start()), (found.end(), part))
    cuts = sorted(marks.items())
    out: list[Section] = []
    if not cuts or cuts[0][0] > 0:
        out.append(Section(Part.OTHER, 0, cuts[0][0] if cuts else len(text)))
    for place, (_, (after, part)) in enumerate(cuts):
        if place and after <= cuts[place - 1][1][0]:
            continue
        end = cuts[place + 1][0] if place + 1 < len(cuts) else len(text)
        if end > after:
            out.append(Section(part, after, end))
    out = [section for section in out if text[section.start : section.end].strip()]
    return out if any(section.part is Part.ASSESSMENT for section in out) else _unheaded(text, out)


def _unheaded(text: str, out: list[Section]) -> list[Section]:
    """A short visit told in paragraphs without a heading for it: what comes after all that was found is the assessment.

    It is one where something was measured and the end says when the patient comes again.
    """
    last = out[-1] if out else None
    if last is None or last.part is not Part.OTHER or len(text.split()) > _SHORT_VISIT:
        return out
    paragraphs = [(found.start(), found.end()) for found in _PARAGRAPH.finditer(text, last.start, last.end)]
    measured = [place for place, (start, end) in enumerate(paragraphs) if _FOUND.search(text[start:end])]
    if not measured or measured[-1] == len(paragraphs) - 1 or not _AGAIN.search(text[paragraphs[-1][0] :]):
        return _last_line(text, out)
    cut = paragraphs[measured[-1] + 1][0]
    return [*out[:-1], Section(Part.STORY, last.start, cut), Section(Part.ASSESSMENT, cut, last.end)]


def _last_line(text: str, out: list[Section]) -> list[Section]:
    """A note of a few lines without headings: the last that only names, before what is planned, is the assessment."""
    last = out[-1]
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]*\S[^\n]*", text[last.start : last.end])]
    if len(lines) < 2 or len(text.split()) > _FEW_LINES or "\n\n" in text.strip():
        return out
    for place in range(len(lines) - 1, 0, -1):
        start, end = lines[place]
        words = text[last.start + start : last.start + end]
        if _DONE.search(words):
            continue
        if _TELLS.search(words) or _FOUND.search(words) or ":" in words:
            return out
        while place > 1 and _ITEM.match(words) and _ITEM.match(text[last.start + lines[place - 1][0] :]):
            place -= 1  # noqa: PLW2901 - the whole list
        begin, over = last.start + lines[place][0], last.start + end
        rest = [Section(Part.PLAN, over, last.end)] if text[over : last.end].strip() else []
        return [*out[:-1], Section(Part.STORY, last.start, begin), Section(Part.ASSESSMENT, begin, over), *rest]
    return out


def _part(found: re.Match[str]) -> Part:
    return next((Part(name) for name, value in found.groupdict().items() if value), Part.OTHER)


def _begin(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\n":
        place += 1
    return place
