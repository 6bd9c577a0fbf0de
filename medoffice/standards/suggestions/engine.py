"""From a note to suggestions: parts, clauses, names, standing, leaves, guidelines, scores."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from medoffice.standards.suggestions.assertion import standing
from medoffice.standards.suggestions.calibration import REPORT, VISIT, chance
from medoffice.standards.suggestions.clauses import clauses
from medoffice.standards.suggestions.families import complicating, dementia, of_the_heel, over, ulcers, vaguer
from medoffice.standards.suggestions.guidelines import (
    Candidate,
    Dropped,
    apart,
    beside,
    give_way,
    history,
    measured,
    of_one_type,
    together,
    told,
    weigh,
)
from medoffice.standards.suggestions.leaves import choose, coach, on_both_sides
from medoffice.standards.suggestions.matcher import SIDES, found, found_learned
from medoffice.standards.suggestions.sections import sections
from medoffice.standards.suggestions.types import (
    Clause,
    Mention,
    Part,
    Rejected,
    Section,
    Standing,
    Suggested,
    Suggestion,
    Token,
)
from medoffice.standards.terminology.icd10 import dotted, icd10, last_day, number

TRUSTED = Path(__file__).resolve().parent / "data" / "trusted.tsv"
SHOWN, LEAST = 0.5, 0.15  # of the score as it is counted, before it is calibrated
MOST_TEXT = 200_000
_CHRONIC = re.compile(
    r"I1[0-3]|I2[05]|I27|I4[278]|I50|I7[03]|E0[0-7]|E1[013]|E66|E78|J4[3-5]|N18|N40|F[0-9]|G2[0-5]|G3|G4[037]|M0[5-9]"
    r"|M1[5-9]|M1A|M3|M81|M79\.?7|K2[01]|K5[0178]|K7[0-6]|B18|B20|D5[67]|H40|L40|C|Q|Z9|Z8|R73|E55|M10|D6[68]|G8|J84|I69"
    r"|K90|L20|M4[1578]"
)
_ACT = (
    "Z00",
    "Z01",
    "Z02",
    "Z11",
    "Z12",
    "Z13",
    "Z23",
    "Z30",
    "Z32",
    "Z34",
    "Z47",
    "Z48",
    "Z51",
    "Z71",
    "Z76",
    "Z08",
    "Z09",
    "Z3A",
)
_LATER = re.compile(
    r"\b(?:subsequent|healing|healed|follow[- ]?up (?:of|for) (?:the |his |her )?(?:\w+ )?"
    r"(?:fracture|sprain|laceration|injury)|suture removal(?! (?:in|at|on|after|\d))"
    r"|cast (?:removal|check)|weeks? (?:out|after|post)"
    r"|routine healing)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:prior|previous|old|history of|hx of|hx)\b[^.;\n]*$", re.IGNORECASE)  # of another injury
_LACKING, _REACH = frozenset({"no", "not", "without", "denies", "never", "neither"}), 4
_WITH_AGAIN = frozenset({"with", "but", "has", "now"})
_SIDE = {"left": "left", "right": "right", "bilateral": "bilater"}
_REASON = {
    Standing.DENIED: ("is denied", "denied"),
    Standing.POSSIBLE: ("is not certain; code the sign instead until it is confirmed", "uncertain"),
    Standing.PAST: ("is of the past", "past"),
    Standing.FAMILY: ("is of a relative or another person", "family"),
    Standing.HYPOTHETICAL: ("is not said of the patient's present state", "hypothetical"),
}


def suggest(text: str, on: date, *, sex: str = "", born: date | None = None) -> Suggested:
    """What a note supports on a date of service, for a patient of that sex (F, M) and birth date if known.

    Any text may be given; it never fails. Only codes in force and billable on the date are suggested.
    """
    text = text[:MOST_TEXT]
    parts = sections(text)
    cut = clauses(text, parts)
    narrative = _is_report(text, parts)
    day = number(on)
    mentions = [mention for clause in cut for mention in _mentions(text, clause)]
    sides = _sides(cut)
    candidates, rejected = _candidates(mentions, day, sides, text, narrative=narrative)
    if narrative:
        _learned(cut, text, candidates, day)
    grown = born is None or (on - born).days >= 20 * 365.25
    dropped = _guided(text, candidates, day, narrative=narrative, grown=grown)
    _fits(candidates, sex, born, on)
    rejected += [_gave_way(one) for one in dropped]
    return _sorted(candidates, rejected, on, REPORT if narrative else VISIT)


def lasting(code: str) -> bool:
    """Whether a code is of a disease that lasts: who had it has it, unless it is said to be over."""
    return bool(_CHRONIC.match(code)) and not code.startswith(("C", "F1", "R", "Z"))


def _is_report(text: str, parts: list[Section]) -> bool:
    """Whether a text is a report told through and not the note of a visit: no assessment, and told at length."""
    kinds = {part.part for part in parts}
    if Part.ASSESSMENT in kinds or len(kinds) > 3:
        return False
    return len(text.split()) > 110 and not re.search(r"\b(?:Dx|Diagnosis|Impression|Assessment|A/P)\b", text)


def _mentions(text: str, clause: Clause) -> Iterable[Mention]:
    lacks = _lacks(clause)
    first = clause.tokens[0]  # the number of a problem says nothing of it
    stems = (
        frozenset(one.stem for one in clause.tokens if one.stem and not (one is first and _numbers(text, one))) - lacks
    )
    for start, end, code, kind, own in found(clause):
        how, cue = standing(text, clause, start, end)
        yield Mention(start, end, code, own, kind, clause, how, cue, stems, lacks)


def _numbers(text: str, token: Token) -> bool:
    """Whether a number counts a problem (``2. Asthma``) and is not of it (``20 weeks gestation``)."""
    return token.word.isdigit() and (
        text[token.end : token.end + 1] in (".", ")", ":") or text[: token.start][-1:] == "#"
    )


def _lacks(clause: Clause) -> frozenset[str]:
    """The stems of what a clause says is not there: some words behind each that denies."""
    out: set[str] = set()
    left = 0
    for token in clause.tokens:
        if token.word in _LACKING:
            left = _REACH
        elif token.word in _WITH_AGAIN:
            left = 0
        elif left and token.stem:
            out.add(token.stem)
            left -= 1
    return frozenset(out)


def _sides(told: list[Clause]) -> frozenset[str]:
    """The one side a note speaks of, if it speaks of one only."""
    seen = {
        _SIDE[token.word]
        for clause in told
        for token in clause.tokens
        if token.word in _SIDE and clause.part is not Part.EXAM
    }
    return frozenset(seen) if len(seen) == 1 else frozenset()


def _candidates(
    mentions: list[Mention], day: int, sides: frozenset[str], text: str, *, narrative: bool
) -> tuple[dict[str, Candidate], list[Rejected]]:
    out: dict[str, Candidate] = {}
    rejected: list[Rejected] = []
    assessed = any(one.clause.part is Part.ASSESSMENT and one.standing is Standing.STATED for one in mentions)
    later = "D" if any(not _BEFORE.search(text[: match.start()][-60:]) for match in _LATER.finditer(text)) else "A"
    for one in mentions:
        weight, rule = _weight(one, assessed=assessed, narrative=narrative)
        seventh = "S" if "sequela" in one.about else later
        about = _about(one, sides)
        code, title = choose(
            of_the_heel(one.code, about), about, one.stems, day, seventh, one.lacks, wide=not narrative
        )
        of = "" if narrative else _history_of(one, code)
        if of:
            code, title = choose(of, frozenset(), frozenset(), day)
            weight, rule = one.clause.weight * 0.9, one.standing.value
        if not code:
            continue
        if weight <= 0:
            words, name = _REASON[one.standing]
            rejected.append(
                Rejected(
                    one.start, one.end, dotted(code), title, f"“{text[one.start : one.end]}” {words} ({one.cue}).", name
                )
            )
            continue
        if narrative and trusted():
            weight += 0.75 * (trusted().get(code, 0.54) - 0.54)
        both = not narrative and not of and "bilater" in one.about and "bilateral" not in title.lower()
        for leaf, words in (on_both_sides(one.code, about, one.stems, day, seventh) if both else []) or [(code, title)]:
            _stand(out, one, leaf, words, weight, rule)
    return out, rejected


def _stand(out: dict[str, Candidate], one: Mention, code: str, title: str, weight: float, rule: str) -> None:
    """A mention makes its code a candidate, or a surer one."""
    made = out.setdefault(code, Candidate(code, title, 0.0))
    made.score = max(made.score, weight) + (0.03 if made.spans else 0.0)
    made.spans.append((one.start, one.end))
    made.named = made.named or one.clause.heading
    for name in (f"name-{one.kind}", f"zone-{one.clause.zone}", rule):
        if name and name not in made.rules:
            made.rules.append(name)


def _history_of(one: Mention, code: str) -> str:
    """The history that something of the past is, or of a relative where it is named as a problem; "" if none."""
    if one.standing is Standing.PAST:
        return history(code, "past")
    return history(code, "kin") if one.standing is Standing.FAMILY and one.clause.heading else ""


def _about(one: Mention, sides: frozenset[str]) -> frozenset[str]:
    own = one.about & SIDES
    near = {token.stem for token in one.clause.tokens if token.stem in SIDES and abs(token.start - one.start) < 60}
    return (one.about - SIDES) | (near or own or sides)


def _weight(one: Mention, *, assessed: bool, narrative: bool) -> tuple[float, str]:
    """How sure a mention is by where and how it stands; 0 if it is no ground at all. And the rule that says so."""
    if one.standing is Standing.FAMILY:
        kept = one.code.startswith(("Z80", "Z81", "Z82", "Z83", "Z84"))
        return (0.7 if one.clause.heading else 0.3, "family-status") if kept else (0.0, "")
    if one.standing in (Standing.DENIED, Standing.HYPOTHETICAL):
        acts = one.standing is Standing.HYPOTHETICAL and one.code.startswith(_ACT)
        return (0.4, "act") if acts and one.clause.part is Part.ASSESSMENT else (0.0, "")
    return _told(one) if narrative else _visited(one, assessed=assessed)


def _visited(one: Mention, *, assessed: bool) -> tuple[float, str]:
    """In the note of a visit it counts what is named in the assessment; elsewhere it is a hint."""
    code, weight, rule = one.code, one.clause.weight, ""
    if one.standing is Standing.POSSIBLE:
        return (0.0, "") if not code.startswith("R") else (weight * 0.6, "uncertain-sign")
    if one.standing is Standing.PAST and not code.startswith(("Z8", "Z9")):
        if one.cue.endswith(("resolved", "gone")) or not _CHRONIC.match(code) or code.startswith(("C", "F1", "R")):
            return 0.0, ""
        weight, rule = weight * 0.8, "chronic"
    if not assessed and one.clause.part in (Part.COMPLAINT, Part.STORY, Part.OTHER):
        weight, rule = weight + 0.25, "no-assessment"
    return weight * _class(one), rule


def _class(one: Mention) -> float:
    """How far a kind of code is coded where it is only mentioned: signs, causes and statuses less than diseases."""
    code, heading = one.code, one.clause.heading
    if code.startswith(("V", "W", "X", "Y")):
        return 0.6
    if code.startswith("R") and not code.startswith(("R73", "R97", "R91")):
        return 0.75 if one.clause.zone in ("assessed", "below") else 1.0
    if code.startswith(("Z8", "Z9", "Z79")):
        return 0.9 if heading else 0.75
    return 0.5 if code.startswith(("Z7", "Z3041")) and not heading else 1.0


@cache
def trusted() -> dict[str, float]:
    """How often of one a code that a report names was coded by people (``data/trusted.tsv``)."""
    if not TRUSTED.exists():
        return {}
    lines = TRUSTED.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {code: (int(coded) + 1.1) / (int(named) + 2) for code, named, coded in rows}


def _told(one: Mention) -> tuple[float, str]:
    """In a report that is told through everything that is stated counts, signs too."""
    weight = 0.56 if one.kind == "own" else 0.58
    weight += 0.06 if len(one.stems) > 1 else 0.0
    if one.standing is Standing.POSSIBLE:
        weight -= 0.08
    if one.standing is Standing.PAST and not _CHRONIC.match(one.code):
        weight -= 0.1
    if one.code.startswith(("V", "W", "X", "Y", "Z")):
        weight -= 0.15
    return weight, "report"


def _learned(told: list[Clause], text: str, out: dict[str, Candidate], day: int) -> None:
    """In reports: what the same words were coded as by people before (data/learned.tsv)."""
    for clause in told:
        for start, end, code, share in found_learned(clause):
            how, _ = standing(text, clause, start, end)
            if how in (Standing.DENIED, Standing.FAMILY, Standing.HYPOTHETICAL):
                continue
            leaf, title = choose(code, frozenset(token.stem for token in clause.tokens), frozenset(), day)
            if not leaf:
                continue
            if leaf not in out:
                out[leaf] = Candidate(leaf, title, 0.0, [], ["learned"])
            out[leaf].score = max(out[leaf].score, share)
            out[leaf].spans.append((start, end))


def _guided(text: str, out: dict[str, Candidate], day: int, *, narrative: bool, grown: bool) -> list[Dropped]:
    def title(code: str) -> str:
        known = icd10(code, date(day // 10_000, day // 100 % 100, day % 100))
        return known.title if known and known.billable else ""

    of_one_type(out, title)
    dropped = [] if narrative else told(text, out, title)
    dropped += give_way(out, signs=not narrative)
    if not narrative:
        beside(text, out, title)
        dropped += together(out, title) + dementia(out, title) + give_way(out, signs=True)
        ulcers(text, out, title, day)
        week = measured(text, out, title, grown=grown)
        if week:
            complicating(out, title, week)
        dropped += give_way(out, signs=True) + over(out) + vaguer(out)
        weigh(out)
        dropped += apart(out)
    return dropped


def _fits(out: dict[str, Candidate], sex: str, born: date | None, on: date) -> None:
    """Take out what cannot be of this patient: by sex and age, and pregnancy codes where nobody is pregnant."""
    age = (on - born).days / 365.25 if born else None
    for code in list(out):
        male_only, female_only = (
            code.startswith(("N4", "C60", "C61", "C62", "N50", "N51", "N52", "N53", "Z12.5")),
            code.startswith(("O", "N7", "N8", "N9", "C5", "D25", "D27")),
        )
        if (
            (sex.upper()[:1] == "F" and male_only)
            or (sex.upper()[:1] == "M" and female_only and not code.startswith("C50"))
            or (
                age is not None
                and (
                    (code.startswith("P") and age > 1)
                    or (code.startswith("Z001") and age >= 18)
                    or (code.startswith("Z000") and age < 18)
                )
            )
        ):
            del out[code]


def _gave_way(one: Dropped) -> Rejected:
    start, end = one.candidate.spans[0] if one.candidate.spans else (0, 0)
    words = f"{dotted(one.candidate.code)} gives way to {dotted(one.by)}."
    return Rejected(start, end, dotted(one.candidate.code), one.candidate.title, words, one.rule)


def _sorted(out: dict[str, Candidate], rejected: list[Rejected], on: date, kind: str) -> Suggested:
    ranked = sorted(out.values(), key=lambda one: (-one.score, one.spans[0] if one.spans else (0, 0)))
    sure = [_suggestion(one, on, kind) for one in ranked if one.score >= SHOWN]
    less = [_suggestion(one, on, kind) for one in ranked if LEAST <= one.score < SHOWN]
    kept = {one.code for one in (*sure, *less)}
    over = f"No codes are loaded for dates after {last_day():%m/%d/%Y}." if on > last_day() else ""
    return Suggested(
        tuple(sure),
        tuple(less),
        tuple(
            sorted({one for one in rejected if one.code not in kept}, key=lambda one: (one.start, one.end, one.code))
        ),
        over,
    )


def _suggestion(one: Candidate, on: date, kind: str) -> Suggestion:
    title = one.title
    if not title:
        known = icd10(one.code, on)
        title = known.title if known else ""
    spans = tuple(sorted(set(one.spans)))[:12]
    return Suggestion(
        dotted(one.code),
        title,
        round(chance(min(one.score, 0.99), kind), 3),
        spans,
        tuple(one.rules),
        coach(one.code, number(on)),
    )
