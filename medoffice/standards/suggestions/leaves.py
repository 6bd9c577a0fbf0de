"""From the name of a heading to one billable code: what the note says more decides, silence means unspecified."""

import re
from functools import lru_cache

from medoffice.standards.suggestions.dictionary import stem_of
from medoffice.standards.terminology.expand import words_of
from medoffice.standards.terminology.icd10 import dotted
from medoffice.standards.terminology.store import connection

_FREE = {
    "subsequ": 0.0, "sequela": 0.0,
    "unspecifi": 0.5, "initi": 0.3, "encount": 0.0, "without": 0.25, "uncompl": 0.3, "intract": 0.0, "compl": 0.0,
    "side": 0.0, "site": 0.0, "organ": 0.0, "type": 0.0, "adult": 0.1, "pediatr": 0.0, "status": 0.0, "closed": 0.3,
    "region": 0.0, "bronchu": 0.0,
}  # fmt: skip
_SAYS_LITTLE = re.compile(r"\bunspecified\b", re.IGNORECASE)
_NO_SIDE = re.compile(
    r"\bunspecified (?:\w+ ){0,2}(?:eye|ear|side|hand|foot|ankle|knee|hip|shoulder|elbow|wrist|arm|forearm|leg|limb"
    r"|breast|finger|toe|joint|extremity|thigh|calf|heel|lung|kidney|eyelid|ovary|testis)s?\b",
    re.IGNORECASE,
)
_FARTHER = 0.35  # what a code must say more that does not stand in the nearest family
_WIDEST = 250  # codes beside one that says little
_PLACES = frozenset({"ear", "ey", "side"})  # what a side is said of says nothing itself
_DEGREES = frozenset({"mild", "moder", "sever"})
_SIDE_WORDS = ("left", "right", "bilater")


@lru_cache(maxsize=30_000)
def kin(code: str, day: int, *, wide: bool = True) -> tuple[tuple[str, str, frozenset[str], frozenset[str]], ...]:
    """The billable codes at and below a code: code, title, its stems, those absent.

    Of a code that says little, if ``wide``, those beside it too, as far as its category unless that is very large; of a
    heading of one side only, those of both sides.
    """
    sql = (
        "SELECT id, title, parent FROM node WHERE id >= ? AND id < ? || '~'"
        " AND start > 0 AND start <= ? AND (stop = 0 OR stop >= ?)"
    )
    rows = connection().execute(sql, [code, code, day, day]).fetchall()
    above = code
    vague = wide and bool(rows) and all(_SAYS_LITTLE.search(row["title"]) for row in rows)
    while len(above) > 3 and (vague or _title(above).startswith("Unilateral ")):
        above = _parent(above)
        wider = connection().execute(sql, [above, above, day, day]).fetchall()
        if len(wider) > _WIDEST:
            break
        rows = wider
    if not rows:
        old = (
            "SELECT id, title, parent FROM node WHERE old = ? AND start > 0 AND start <= ? AND (stop = 0 OR stop >= ?)"
        )
        rows = connection().execute(old, [code, day, day]).fetchall()
    out = []
    for row in rows[:400]:
        there, absent = _told_apart(row["title"].lower())
        out.append((row["id"], row["title"], _stems(there), _stems(absent) - _PLACES))
    return tuple(out)


def _told_apart(title: str) -> tuple[str, str]:
    """What a title in small letters says is there, and what it says is absent (``without A``, up to comma or ``with``).

    What leaves open how severe something is says nothing of severity, and what is not yet over is not of its end.
    """
    plain = title.replace("unspecified severity", "unspecified").replace("not having achieved remission", "")
    plain = re.sub(r"(?<=, )unspecified (?:trimester|site|foot|hand|eye|ear|finger|toe)\b", "unspecified", plain)
    there, _, absent = plain.partition("without ")
    if "disturbance" not in absent:  # those are lists
        absent, _, more = absent.partition(", ")
        there += f" {more}"
    sides = " ".join(re.findall(r"\b(?:left|right|bilateral)\b", absent))
    return f"{there} {sides}", re.sub(r"\b(?:left|right|bilateral)\b", "", absent.partition(" with ")[0])


def choose(
    code: str,
    about: frozenset[str],
    own: frozenset[str],
    day: int,
    seventh: str = "A",
    lacks: frozenset[str] = frozenset(),
    *,
    wide: bool = True,
) -> tuple[str, str]:
    """The best billable code for a name and what else is said, and is said not to be there; with its title.

    ("", "") if none is in force. Not ``wide``, a code that says little is left at that.
    """
    best: tuple[float, str, str] | None = None
    family = kin(code, day, wide=wide)
    sided = _sided(family) if about & set(_SIDE_WORDS) else frozenset()
    vague = _vague(code)
    unsaid = -0.9 if vague else -0.6
    meant = own - _DEGREES | vague  # beside a code that says little another must say more of the same
    for one, title, there, absent in family:
        score = 0.4 if one == code else 0.0
        score -= _FARTHER if vague and one[: len(code) - 2] != code[:-2] else 0.0
        for stem in there - meant - _PLACES:
            said = 1.2 if stem in _DEGREES else 1.0
            score += said if stem in about else _FREE.get(stem, unsaid)
        score -= sum(0.5 for stem in vague - there if stem not in _FREE and stem not in _SIDE_WORDS)
        if "unspecified" in title:
            score += 0.3
        if _group(one) in sided and "site" not in there and not there & about & set(_SIDE_WORDS):
            score -= 1.5
        score -= sum(0.8 for stem in absent if stem in about and stem not in own)
        score += 0.6 if absent & lacks else 0.0
        score -= sum(1.0 for stem in there & lacks if stem not in own)
        score += 0.2 if absent else 0.0
        if title.lower().startswith("other ") and one[: len(code) - 1] != code[:-1]:
            score -= 0.5
        if len(one) == 7:
            score += 1.5 if one[6] == seventh else 0.0
            score += 0.4 if one[6] == "A" else 0.0
        wrong = {side for side in _SIDE_WORDS if side in there} - about
        score -= 2.0 * len(wrong)
        if best is None or score > best[0] + 1e-9:
            best = (score, one, title)
    return (best[1], best[2]) if best else ("", "")


def on_both_sides(
    code: str, about: frozenset[str], own: frozenset[str], day: int, seventh: str
) -> list[tuple[str, str]]:
    """The code of the right and that of the left for what is bilateral and has no code of both; else none."""
    right, left = (
        choose(code, about - {"bilater"} | {side}, own - {"bilater"}, day, seventh) for side in ("right", "left")
    )
    sided = "right" in right[1].lower().split() and "left" in left[1].lower().split()
    return [right, left] if sided and right[0].startswith(code[:3]) else []


def _group(code: str) -> str:
    """The codes that differ from a code in one place: its side, or what it says instead."""
    return code[:-2] if len(code) == 7 else code[:-1]


@lru_cache(maxsize=30_000)
def _sided(family: tuple[tuple[str, str, frozenset[str], frozenset[str]], ...]) -> frozenset[str]:
    """The groups of a family in which a side is told or left open, if any of it tells one."""
    if not any("left" in there for _, _, there, _ in family):
        return frozenset()
    return frozenset(
        _group(one) for one, title, there, _ in family if there & set(_SIDE_WORDS) or _NO_SIDE.search(title)
    )


@lru_cache(maxsize=30_000)
def _vague(code: str) -> frozenset[str]:
    """The stems of the title of a code that leaves something unspecified; none of another."""
    title = _title(code)
    return _stems(_told_apart(title.lower())[0]) if _SAYS_LITTLE.search(title) else frozenset()


def _title(code: str) -> str:
    row = connection().execute("SELECT title FROM node WHERE id = ?", [code]).fetchone()
    return str(row["title"]) if row else ""


def _parent(code: str) -> str:
    row = connection().execute("SELECT parent FROM node WHERE id = ?", [code]).fetchone()
    return str(row["parent"]) if row else code[:-1]


def coach(code: str, day: int) -> str:
    """What would say more than an unspecified code: the codes beside it that tell the side, type or stage."""
    rows = connection().execute("SELECT title, parent FROM node WHERE id = ?", [code]).fetchone()
    if rows is None or "unspecified" not in rows["title"].lower():
        return ""
    beside = [row for row in kin(rows["parent"], day) if row[0] != code and "unspecified" not in row[1].lower()]
    if not beside or len(beside) > 12:
        return ""
    return "More detail would give " + ", ".join(dotted(row[0]) for row in beside[:4]) + "."


@lru_cache(maxsize=60_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(filter(None, (stem_of(word) for word in words_of(text))))
