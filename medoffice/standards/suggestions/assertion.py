"""How a clause speaks of a condition: stated, denied, merely possible, of the past, of a relative, of what might come.

A small engine of cues with a reach, like the published NegEx and ConText: a cue stands before or after the words it is
about, and its reach ends at a word that turns the sentence. The cues are ours.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from medoffice.standards.suggestions.types import Clause, Part, Standing

_ENDS = frozenset(
    {
        "but",
        "however",
        "although",
        "except",
        "though",
        "yet",
        "which",
        "who",
        "because",
        "presents",
        "presented",
        "reports",
    }
    | {"complains", "has", "shows", "showed"}
)
_FILE = Path(__file__).resolve().parent / "data" / "cues.toml"
# What begins like a denial and is none.
_NO_DENIAL = re.compile(
    r"\b(?:no change|not only|no improvement|not improv\w*|no increase|no doubt|not well|not at goal"
    r"|no longer than|no better"
    r"|not controlled|not certain|not responding|not intractable|not sure|no more than"
    r"|(?:no|without) (?:any )?abnormal findings?)\b"
)


_STILL_THERE = re.compile(
    r"\b(?:is|was|are|were|has|have) not (?:been |yet |well |fully |completely |adequately |optimally )*"
    r"(?:controlled|at goal|improv\w*|better|resolv\w*|respond\w*|heal\w*|tolerat\w*|chang\w*|stable|optimal|adequate)"
)


@cache
def _cues(place: str) -> list[tuple[Standing, int, re.Pattern[str], bool]]:
    """The cues that stand before or after what they are about, their reach, and whether it goes over a list."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))[place]
    return [
        (
            Standing(row["standing"]),
            row["reach"],
            re.compile(rf"(?<![a-z0-9])(?:{'|'.join(row['cues'])})(?![a-z0-9])"),
            row.get("listed", False),
        )
        for row in rows
    ]


def standing(text: str, clause: Clause, start: int, end: int) -> tuple[Standing, str]:
    """How the clause speaks of what stands from start to end, and the cue that says so ("" if it is stated)."""
    begin, over = clause.tokens[0].start, clause.tokens[-1].end
    if clause.part is Part.FAMILY:
        return Standing.FAMILY, "family history"
    if start and text[start - 1] == "-" and (start < 2 or text[start - 2] in " ,;\n"):
        listed = re.search(r"[+-][A-Za-z]", text[max(0, begin - 1, start - 300) : start - 1])
        if listed or clause.part is Part.REVIEW:
            return Standing.DENIED, "-"
    before, after = text[max(0, begin - 1, start - 300) : start].lower(), text[end : min(over, end + 200)].lower()
    own = _of_its_own(text[start:end].lower(), before)
    if own is not None:
        return own
    before = _NO_DENIAL.sub(lambda match: "x" * len(match.group(0)), before.replace("/", " ").replace("'", ""))
    for kind, reach, cue, _ in _cues("before"):
        for match in reversed(list(cue.finditer(before))):
            between = before[match.end() :]
            words = re.findall(r"[a-z0-9]+", between)
            if len(words) <= reach and not (_turns(words, between, kind)):
                return kind, match.group(0)
    return _after(after)


def told_away(before: str) -> bool:
    """Whether what stands before words denies or only supposes them, by the cues of a condition and their reach."""
    plain = _NO_DENIAL.sub(lambda match: "x" * len(match.group(0)), before.lower().replace("/", " ").replace("'", ""))
    for kind, reach, cue, _ in _cues("before"):
        if kind not in (Standing.DENIED, Standing.HYPOTHETICAL):
            continue
        for match in cue.finditer(plain):
            between = plain[match.end() :]
            if len(re.findall(r"[a-z0-9]+", between)) <= reach and not _turns(between.split(), between, kind):
                return True
    return False


def _of_its_own(words: str, before: str) -> tuple[Standing, str] | None:
    """A cue that is part of the words themselves: ``family / history of X``, ``absence of X`` as of a sign."""
    if words.startswith(("history", "hx")) and re.search(r"\bfam(?:ily|\.)?\s*$", before):
        return Standing.FAMILY, "family history"
    if re.match(r"absence of\b", words):
        return Standing.DENIED, "absence of"
    return None


def _after(after: str) -> tuple[Standing, str]:
    """What is said of a condition behind it."""
    after = _STILL_THERE.sub(lambda match: "x" * len(match.group(0)), after)
    for kind, reach, cue, listed in _cues("after"):
        match = cue.search(after)
        if match is None:
            continue
        between = after[: match.start()]
        words = re.findall(r"[a-z0-9]+", between)
        cut = ";" in between or (kind is not Standing.PAST and not listed and "," in between)
        if len(words) <= reach and not cut and not (_ENDS - {"has"}) & set(words):
            return kind, match.group(0)
    return Standing.STATED, ""


def _turns(words: list[str], between: str, kind: Standing) -> bool:
    """Whether what stands between a cue and the words ends its reach."""
    if kind is Standing.FAMILY and words[:1] == ["who"]:  # "her mother, who has dementia": still of the mother
        words = [word for word in words[1:] if word != "who"]
    if _ENDS & set(words):
        return kind is not Standing.FAMILY or bool({"but", "who", "she", "he", "patient"} & set(words))
    if kind in (Standing.PAST, Standing.POSSIBLE):
        return "," in between and " and " not in between and kind is Standing.POSSIBLE
    if kind is Standing.DENIED:
        return bool(
            re.search(
                r",\s*(?:with|has|on|takes|continue|now|she|he|plan|and (?:is|has|was|had))\b|:|\bwith\b", between
            )
        ) and not re.search(r"\bor\b|\bnor\b", between)
    return False
