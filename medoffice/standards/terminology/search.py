"""Finding ICD-10-CM codes by words: abbreviations, lay words and slips of the pen understood; billable codes only.

Several full-text searches (all words in titles, all words anywhere, any word) are merged by reciprocal rank, then what
is more general than was asked for is preferred (``unspecified``), and what says more than was asked for is held back.
"""

import re
import time
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz import process

from medoffice.standards.terminology.icd10 import bare, dotted, to_code
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.types import SearchHit

_LEXICON = Path(__file__).resolve().parent / "data" / "lexicon.toml"
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"of", "the", "a", "an", "in", "on", "with", "and", "or", "to", "for", "due", "by", "at", "from"})
_HELD_BACK = frozenset(
    {"newborn", "pregnancy", "puerperium", "childbirth", "congenital", "sequela", "subsequent", "neonatal", "maternal"}
    | {"juvenile", "tuberculous", "gonococcal", "syphilitic", "chlamydial", "postprocedural", "secondary", "poisoning"}
    | {"underdosing", "delivery", "drug", "alcohol", "traumatic"}
)
_POOL = 250


def icd10_search(text: str, on: date, limit: int = 20) -> list[SearchHit]:
    """Billable codes in force on the date that fit the words (or begin with the code) typed, best first."""
    by_code = _by_code(text, on, limit)
    if by_code:
        return by_code
    words = _understood(text)
    if not words:
        return []
    ranks: dict[str, float] = {}
    for weight, query in (
        (3.0, _all_of(words, "title")),
        (2.0, _all_of(words, "")),
        (1.0, " OR ".join(map(_quoted, words))),
    ):
        for rank, code in enumerate(_run(query, on)):
            ranks[code] = ranks.get(code, 0.0) + weight / (8 + rank)
    asked = set(words)
    scored = [(score * _fit(code, asked), code) for code, score in ranks.items()]
    return [_hit(code, score) for score, code in sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:limit]]


def codes_search(text: str, on: date, limit: int) -> dict[str, Any]:
    """A search in the shape the command line promises: query, results, milliseconds."""
    began = time.perf_counter()
    hits = icd10_search(text, on, limit)
    results = [{"code": hit.code, "title": hit.title, "score": round(hit.score, 4)} for hit in hits]
    return {"query": text, "results": results, "ms": round((time.perf_counter() - began) * 1000, 2)}


def _by_code(text: str, on: date, limit: int) -> list[SearchHit]:
    """What was typed is the beginning of a code: ``m72``, ``E11.9``."""
    if not re.fullmatch(r"[A-Za-z]\d[0-9A-Za-z]?(\.?[0-9A-Za-z]{0,4})", text.strip()):
        return []
    start, day = bare(text), on.year * 10_000 + on.month * 100 + on.day
    rows = connection().execute(
        "SELECT * FROM code WHERE code >= ? AND code < ? AND billable AND start <= ? AND (stop = 0 OR stop >= ?)"
        " ORDER BY code LIMIT ?",
        [start, start + "Z~", day, day, limit],
    )
    return [SearchHit(dotted(row["code"]), to_code(row).title, 1.0 / (1 + rank), True) for rank, row in enumerate(rows)]


def _run(query: str, on: date) -> list[str]:
    day = on.year * 10_000 + on.month * 100 + on.day
    sql = (
        "SELECT f.code FROM found f JOIN code c ON c.code = f.code WHERE found MATCH ? AND c.start <= ?"
        " AND (c.stop = 0 OR c.stop >= ?) ORDER BY bm25(found, 0, 8.0, 6.0, 2.0) LIMIT ?"
    )
    return [row[0] for row in connection().execute(sql, [query, day, day, _POOL])]


def _fit(code: str, asked: set[str]) -> float:
    """More than one for a title that says no more than was asked, less for one that adds what was not asked."""
    row = _row(code)
    title = set(_WORD.findall((row["title"] or row["old_title"]).lower())) - _SMALL
    extra = title - asked
    factor = 1.0 / (1.0 + 0.12 * len(extra - {"unspecified"}))
    if "unspecified" in extra:
        factor *= 1.25
    if extra & _HELD_BACK:
        factor *= 0.5
    overlap = sum(any(word.startswith(want[:5]) for word in title) for want in asked) / len(asked)
    return factor * (0.6 + 0.6 * overlap)


def _hit(code: str, score: float) -> SearchHit:
    return SearchHit(dotted(code), to_code(_row(code)).title, score, True)


def _row(code: str) -> Any:  # noqa: ANN401 - a sqlite3.Row that is there
    return connection().execute("SELECT * FROM code WHERE code = ?", [code]).fetchone()


def _all_of(words: list[str], column: str) -> str:
    joined = " AND ".join(map(_quoted, words))
    return f"{column} : ({joined})" if column else joined


def _quoted(word: str) -> str:
    return f'"{word}"*' if len(word) > 3 else f'"{word}"'


def _understood(text: str) -> list[str]:
    """The words to search by: phrases and abbreviations replaced, small words left out, slips mended."""
    lowered = " ".join(_WORD.findall(text.lower()))
    for phrase, meant in _lexicon():
        lowered = re.sub(rf"\b{re.escape(phrase)}\b", meant, lowered)
    words = [word for word in _WORD.findall(lowered) if word not in _SMALL]
    return list(dict.fromkeys(_mended(word) for word in words))[:12]


def _mended(word: str) -> str:
    """A word of the tables as it is; another one of five letters or more as its nearest neighbour, if near enough."""
    if len(word) < 5 or word in _vocabulary() or any(known.startswith(word) for known in _starting(word[:4])):
        return word
    nearest = process.extractOne(word, _starting(word[:1]), score_cutoff=82)
    return str(nearest[0]) if nearest else word


@cache
def _lexicon() -> list[tuple[str, str]]:
    """Phrases and what they mean, longest first."""
    rows = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))["means"]
    return sorted(rows.items(), key=lambda row: -len(row[0]))


@cache
def _vocabulary() -> frozenset[str]:
    words: set[str] = set()
    for row in connection().execute("SELECT title, terms FROM found"):
        words.update(_WORD.findall(f"{row[0]} {row[1]}".lower()))
    return frozenset(word for word in words if len(word) > 3 and not word.isdigit())


@cache
def _starting(letters: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in _vocabulary() if word.startswith(letters)))
