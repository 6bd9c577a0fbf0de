"""From the name of a heading to one billable code: what the note says more decides, silence means unspecified."""

import re
from functools import lru_cache

from medoffice.standards.suggestions.dictionary import stem_of
from medoffice.standards.terminology.expand import words_of
from medoffice.standards.terminology.icd10 import dotted
from medoffice.standards.terminology.store import connection

_FREE = {
    "unspecifi": 0.5, "initi": 0.3, "encount": 0.0, "without": 0.25, "uncompl": 0.3, "intract": 0.0, "compl": 0.0,
    "side": 0.0, "site": 0.0, "organ": 0.0, "type": 0.0, "adult": 0.1, "pediatr": 0.0, "status": 0.0, "closed": 0.3,
}  # fmt: skip
_SIDE_WORDS = ("left", "right", "bilater")


@lru_cache(maxsize=30_000)
def kin(code: str, day: int) -> tuple[tuple[str, str, frozenset[str], frozenset[str]], ...]:
    """The billable codes at and below a code, or of a family with sides: code, title, its stems, those absent."""
    sql = (
        "SELECT id, title, parent FROM node WHERE id >= ? AND id < ? || '~'"
        " AND start > 0 AND start <= ? AND (stop = 0 OR stop >= ?)"
    )
    rows = connection().execute(sql, [code, code, day, day]).fetchall()
    if len(code) > 3 and all("unspecified" in row["title"] for row in rows):
        parent = connection().execute("SELECT parent FROM node WHERE id = ?", [code]).fetchone()
        parent = parent[0] if parent else code[:-1]
        wider = connection().execute(sql, [parent, parent, day, day]).fetchall()
        if len(wider) <= 60 and any(re.search(r"\b(?:left|right)\b", row["title"]) for row in wider):
            rows = wider
    if not rows:
        old = (
            "SELECT id, title, parent FROM node WHERE old = ? AND start > 0 AND start <= ? AND (stop = 0 OR stop >= ?)"
        )
        rows = connection().execute(old, [code, day, day]).fetchall()
    out = []
    for row in rows[:400]:
        there, _, absent = row["title"].lower().partition("without ")
        sides = _stems(" ".join(re.findall(r"\b(?:left|right|bilateral)\b", absent)))
        out.append((row["id"], row["title"], _stems(there) | sides, _stems(absent.partition(" with ")[0]) - sides))
    return tuple(out)


def choose(code: str, about: frozenset[str], own: frozenset[str], day: int, seventh: str = "A") -> tuple[str, str]:
    """The best billable code for a name and what else is said, with its title; ("", "") if none is in force."""
    best: tuple[float, str, str] | None = None
    family = kin(code, day)
    sided = any("left" in there for _, _, there, _ in family) and bool(about & set(_SIDE_WORDS))
    for one, title, there, absent in family:
        score = 0.0 if one != code else 0.4
        for stem in there - own:
            score += 1.0 if stem in about else _FREE.get(stem, -0.6)
        if "unspecified" in title:
            score += 0.3
        if sided and not there & about & set(_SIDE_WORDS):
            score -= 1.5
        score -= sum(0.8 for stem in absent if stem in about and stem not in own)
        score += 0.2 if absent else 0.0
        if title.lower().startswith("other "):
            score -= 0.5
        if len(one) == 7:
            score += 1.5 if one[6] == seventh or (one[6] in "0" and seventh == "A") else 0.0
            score += 0.4 if one[6] == "A" else 0.0
        wrong = {side for side in _SIDE_WORDS if side in there} - about
        score -= 2.0 * len(wrong)
        if best is None or score > best[0] + 1e-9:
            best = (score, one, title)
    return (best[1], best[2]) if best else ("", "")


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
