"""What codes of a visit do to each other: signs give way, exact codes win, pairs become one, medicines add a status."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from medoffice.standards.terminology.icd10 import excludes1

_FILE = Path(__file__).resolve().parent / "data" / "guidelines.toml"
LIKELY = 0.4
_STOPPED = re.compile(r"\b(?:no|not|stop(?:ped)?|discontinued?|denies|declined|off)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)


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
    """The rows of the file by their kind."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def rule_ids() -> list[str]:
    """The ids of all rows, and of the rules that are code."""
    return [row["id"] for rows in rules().values() for row in rows]


def _under(code: str, beginnings: list[str]) -> bool:
    return any(code.startswith(one.replace(".", "")) for one in beginnings)


def together(found: dict[str, Candidate], titles: Callable[[str], str]) -> list[Dropped]:
    """Pairs that the tabular list puts into one code; what they replace is dropped."""
    dropped: list[Dropped] = []
    for row in rules()["together"]:
        names = {code.replace(".", "") for code in row["first"]}
        first = [one for one in found.values() if one.code in names and one.score >= LIKELY]
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
            gone = found.pop(code.replace(".", ""), None)
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
            same = any(found[code] is one for one in over)
            if not same and found[code].score <= strongest.score + 0.3:
                dropped.append(Dropped(found.pop(code), strongest.code, row["id"]))
    return dropped


def medicines(text: str, found: dict[str, Candidate], titles: Callable[[str], str]) -> None:
    """A status of taking a medicine, where it is named and the disease it is for is coded."""
    for row in rules()["medicine"]:
        code = row["code"].replace(".", "")
        needed = any(_under(one.code, row["needs"]) and one.score >= LIKELY for one in found.values())
        barred = any(_under(one, row.get("unless", [])) for one in found)
        match = re.search(rf"\b(?:{row['words']})\b", text, re.IGNORECASE) if needed and not barred else None
        if match is None or _STOPPED.search(text[: match.start()][-40:]):
            continue
        if code not in found and titles(code):
            found[code] = Candidate(code, titles(code), 0.42, [match.span()], [row["id"]])


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
