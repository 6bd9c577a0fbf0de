"""What codes of a visit do to each other: signs give way, exact codes win, pairs become one, words add a status."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from medoffice.standards.suggestions.assertion import told_away
from medoffice.standards.terminology.icd10 import excludes1

_FILE = Path(__file__).resolve().parent / "data" / "guidelines.toml"
LIKELY = 0.4
HINT = 0.3  # the score of what is shown with the less sure ones
BESIDE = 0.56  # the score of what is added beside a coded disease
_PREGNANT = re.compile(r"\b(?:IUP|intrauterine pregnancy|prenatal (?:visit|care))\b", re.IGNORECASE)
_OF_WEIGHT = ("E66", "R634", "R636", "E4")
_BMI = re.compile(
    r"\b(?:BMI|body mass index)\b[^\d\n]{0,12}(\d{2,3}(?:\.\d+)?)(?!\s*(?:%|percent|th|st|nd|rd|\d))", re.IGNORECASE
)
_WEEKS = re.compile(
    r"\b(?:IUP|EGA|GA|gestation(?:al age)?|pregnan\w+)\b[^\d\n.]{0,12}(\d{1,2})\s*(?:w\b|w\d|wk|week|\d/7|\+|\s\d/7)"
    r"|\b(\d{1,2})(?:\s?w\d?d?|\s?\d/7|\+\d)?[ -]?(?:weeks?|wks?|w)\b(?: \d days?| and \d days?)?[ ,]*"
    r"(?:pregnant|gestation|IUP|GA|EGA)\b"
    r"|\b(?:at|now) (\d{1,2})\s?(?:weeks|wks)\b|\b(\d{1,2})\s?w\s?\dd\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:shoulder|elbow|wrist|hand|finger|hip|knee|ankle|foot|toe)\b")
_STOPPED = re.compile(
    r"\b(?:(?:no|not|stop(?:ped)?|discontinued?|denies|declined|off)\W+(?:\w+\W+){0,2}|without[^\w.;\n]+(?:[\w-]+[^\w.;\n]+){0,5})$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Candidate:
    """A code on its way to be a suggestion."""

    code: str
    title: str
    score: float
    spans: list[tuple[int, int]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    named: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that gave way: to which code, by which rule."""

    candidate: Candidate
    by: str
    rule: str


@cache
def rules() -> dict[str, list[dict[str, Any]]]:
    """The rows of the file by their kind; lists of codes as tuples without dots."""
    kinds = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {kind: [{key: _plain(value) for key, value in row.items()} for row in rows] for kind, rows in kinds.items()}


def _plain(value: object) -> object:
    return tuple(code.replace(".", "") for code in value) if isinstance(value, list) else value


def rule_ids() -> list[str]:
    """The ids of all rows, and of the rules that are code."""
    return [row["id"] for rows in rules().values() for row in rows]


def _under(code: str, beginnings: tuple[str, ...]) -> bool:
    return code.startswith(beginnings)


def together(found: dict[str, Candidate], titles: Callable[[str], str]) -> list[Dropped]:
    """Pairs that the tabular list puts into one code; what they replace is dropped."""
    dropped: list[Dropped] = []
    for row in rules()["together"]:
        first = [one for one in found.values() if _under(one.code, row["first"]) and one.score >= LIKELY]
        second = [one for one in found.values() if _under(one.code, row["second"]) and one.score >= LIKELY]
        title = titles(row["gives"].replace(".", ""))
        if not first or not second or not title:
            continue
        gives, spans = row["gives"].replace(".", ""), [*first[0].spans[:1], *second[0].spans[:1]]
        made = found.setdefault(gives, Candidate(gives, title, 0.0))
        made.score = max(made.score, min(0.95, (first[0].score + second[0].score) / 2 + 0.05))
        made.spans = sorted({*made.spans, *spans})
        made.rules.append(row["id"])
        made.named = made.named or first[0].named
        for code in row["instead"]:
            gone = found.pop(code, None)
            if gone:
                dropped.append(Dropped(gone, gives, row["id"]))
    return dropped


def give_way(found: dict[str, Candidate], *, signs: bool) -> list[Dropped]:
    """Signs of what is diagnosed, and what is said more exactly, are dropped; signs only where a visit is coded."""
    dropped: list[Dropped] = []
    for row in [*rules()["exact"], *(rules()["integral"] if signs else [])]:
        over = [one for one in found.values() if _under(one.code, row["of"]) and one.score >= LIKELY]
        if not over:
            continue
        strongest = max(over, key=lambda one: one.score)
        for code in [one for one in found if _under(one, row["drops"])]:
            kept = any(found[code] is one for one in over) or (row.get("unless_named") and found[code].named)
            kept = kept or (row.get("of_one_site") and found[code].named and _elsewhere(found[code].title, over))
            if not kept and found[code].score <= strongest.score + 0.3:
                dropped.append(Dropped(found.pop(code), strongest.code, row["id"]))
    return dropped


def _elsewhere(title: str, over: list[Candidate]) -> bool:
    """Whether a sign is of a joint of which none of what is diagnosed is."""
    sites = set(_JOINT.findall(title.lower()))
    return bool(sites) and all((named := set(_JOINT.findall(one.title.lower()))) and not named & sites for one in over)


def beside(text: str, found: dict[str, Candidate], titles: Callable[[str], str]) -> None:
    """What words of a note add beside a coded disease, or by themselves: of a medicine, a stage, a germ, a vaccine."""
    for row in rules()["beside"]:
        code = row["code"].replace(".", "")
        needs = row.get("needs")
        needed = needs is None or any(_under(one.code, needs) and one.score >= LIKELY for one in found.values())
        barred = any(_under(one, row.get("unless", ())) for one in found)
        match = re.search(rf"\b(?:{row['words']})\b", text, re.IGNORECASE) if needed and not barred else None
        if match is not None and not (
            _STOPPED.search(text[: match.start()][-60:])
            or (row.get("stated") and told_away(text[_begin(text, match.start()) : match.start()]))
        ):
            add(found, code, titles(code), match.span(), row["id"])


def weigh(found: dict[str, Candidate]) -> None:
    """Signs that a coded disease asks for become surer; a status without its disease is only a hint."""
    for row in rules()["asked"]:
        if any(_under(one.code, row["of"]) and one.score >= LIKELY for one in found.values()):
            for one in found.values():
                if _under(one.code, row["raises"]):
                    one.score = max(one.score, BESIDE)
                    one.rules.append(row["id"])
    for row in rules()["status"]:
        if not any(_under(one.code, row["needs"]) and one.score >= LIKELY for one in found.values()):
            for one in found.values():
                if _under(one.code, row["of"]):
                    one.score = min(one.score, HINT)


def of_one_type(found: dict[str, Candidate], titles: Callable[[str], str]) -> None:
    """What diabetes does is of the type the note names: where that is type 1 alone, of type 1."""
    named = {
        one.code for one in found.values() if one.score >= LIKELY and one.code.startswith(("E10", "E119", "E1165"))
    }
    if not named or any(code.startswith("E11") for code in named):
        return
    for code in [code for code in found if code.startswith("E11") and titles(f"E10{code[3:]}")]:
        one = found.pop(code)
        one.code, one.title = f"E10{code[3:]}", titles(f"E10{code[3:]}")
        one.rules.append("diabetes-of-one-type")
        found.setdefault(one.code, one)


def told(text: str, found: dict[str, Candidate], titles: Callable[[str], str]) -> list[Dropped]:
    """Codes that what their own sentence says makes others."""
    dropped: list[Dropped] = []
    for row in rules()["told"]:
        one, gives = found.get(row["of"].replace(".", "")), row["gives"].replace(".", "")
        if one is None or one.score < LIKELY or not titles(gives):
            continue
        spans = [span for span in one.spans if _sentence_says(text, span, row["words"])]
        if not spans:
            continue
        made = found.setdefault(gives, Candidate(gives, titles(gives), 0.0))
        made.score, made.named = max(made.score, one.score), made.named or one.named
        made.spans += spans
        made.rules.append(row["id"])
        dropped.append(Dropped(found.pop(one.code), gives, row["id"]))
    return dropped


def sentence_of(text: str, span: tuple[int, int]) -> str:
    """The sentence or line that a place of a text is in."""
    begin = _begin(text, span[0])
    ends = [place for mark in (". ", "\n", ";") if (place := text.find(mark, span[1])) >= 0]
    return text[begin : min(ends, default=len(text))]


def _begin(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in (". ", "\n", ";")) + 1


def _sentence_says(text: str, span: tuple[int, int], words: str) -> bool:
    """Whether the sentence of a span says so, and does not say that it is not so."""
    sentence = sentence_of(text, span)
    return any(not told_away(sentence[: match.start()]) for match in re.finditer(words, sentence, re.IGNORECASE))


def measured(text: str, found: dict[str, Candidate], titles: Callable[[str], str], *, grown: bool) -> int:
    """A body mass index beside the disease it belongs to (of adults), and the weeks of a pregnancy that is coded.

    The weeks are returned, 0 if nobody is pregnant or they are not told.
    """
    sure = [one.code for one in found.values() if one.score >= LIKELY]
    if grown and any(_under(code, _OF_WEIGHT) for code in sure):
        match = _BMI.search(text)
        code = bmi_code(float(match.group(1))) if match else ""
        if match and code and not any(one.startswith("Z68") for one in found):
            add(found, code, titles(code), match.span(), "body-mass-index")
    if any(code.startswith(("O", "Z34")) for code in sure) or _PREGNANT.search(text):
        match = _WEEKS.search(text)
        week = int(next(filter(None, match.groups()), "0")) if match else 0
        code = f"Z3A{week:02d}"
        if match and titles(code) and not any(one.startswith("Z3A") for one in found):
            add(found, code, titles(code), match.span(), "weeks-of-pregnancy")
        return week
    return 0


def bmi_code(index: float) -> str:
    """The code of a body mass index of an adult (Z68.20 to Z68.45), "" for what is none.

    Below 20 the list was cut anew in October 2026 and its titles are not loaded: a person chooses.
    """
    if not 20 <= index < 150:
        return ""
    if index < 40:
        return f"Z68{int(index)}"
    return f"Z684{min(5, 1 + int(index - 40) // 5 if index < 50 else 3 + int(index - 50) // 10)}"


def add(found: dict[str, Candidate], code: str, title: str, span: tuple[int, int], rule: str) -> None:
    """A code that words or a number add; one that is known already only becomes surer."""
    if title:
        one = found.setdefault(code, Candidate(code, title, 0.0))
        one.score = max(one.score, BESIDE)
        one.spans.append(span)
        one.rules.append(rule)


def history(code: str, of: Literal["past", "kin"]) -> str:
    """The code of the patient's or the family's history of what is coded so; "" if there is none of its own."""
    return next((row["gives"].replace(".", "") for row in rules()[of] if _under(code, row["of"])), "")


def apart(found: dict[str, Candidate]) -> list[Dropped]:
    """Of two codes that an Excludes1 note keeps apart, the less sure one is dropped (tabular list)."""
    dropped: list[Dropped] = []
    order = sorted(found.values(), key=lambda one: -one.score)[:30]
    for place, strong in enumerate(order):
        for weak in order[place + 1 :]:
            both = weak.code in found and strong.code in found and weak.score < strong.score
            if both and (_kept_apart(strong.code, weak.code) or _kept_apart(weak.code, strong.code)):
                dropped.append(Dropped(found.pop(weak.code), strong.code, "excludes1"))
    return dropped


@lru_cache(maxsize=20_000)
def _kept_apart(code: str, other: str) -> bool:
    """Whether an Excludes1 note that holds for a code names the other; whole chapters named count as nothing."""
    return any(one.holds(other) for one in excludes1(code) if one.first[:1] == one.last[:1])
