"""Finding ICD-10-CM codes by words: abbreviations, lay words and slips of the pen understood; billable codes only.

What is typed is first put into the tabular list's words. Candidates come from whole phrases and from full-text
searches (all words in the title, all words anywhere, any word), merged by reciprocal rank. Then a re-ranker prefers
codes that say what was asked and nothing else: ``unspecified`` and ``without`` where nothing more was said, and no
newborn, pregnancy or late effect that nobody spoke of. A code that needs a seventh character is offered with each of
them, the one that fits the words first.
"""

import re
import sqlite3
import time
from collections.abc import Iterable, Sequence
from datetime import date
from os.path import commonprefix
from typing import Any

from medoffice.standards.terminology.expand import exact_key
from medoffice.standards.terminology.icd10 import bare, dotted, icd10_check, number
from medoffice.standards.terminology.queries import Asked, understood
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.types import NO_TITLE, SearchHit

_CODE = re.compile(r"[A-Za-z][0-9Aa](?:[0-9A-Za-z](?:\.?[0-9A-Za-z]{0,4}))?", re.ASCII)
_POOL, _READ = 120, 160
_SECOND = 0.6  # against what only the second reading of the query finds
_DENIED = 0.2  # against a code that says that what was asked for is absent
_CALLED_SO = 0.3  # for a code that is called just what was asked
# Stems that change what a code is about; if nobody spoke of them they count against a code this much.
_UNASKED = {
    **dict.fromkeys(
        ("newborn", "perinat", "neonat", "congenit", "matern", "pregnanc", "puerperium", "childbirth"), 0.35
    ),
    **dict.fromkeys(
        ("sequela", "histori", "famili", "person", "screen", "poison", "underdos", "advers", "deliveri"), 0.3
    ),
    **dict.fromkeys(("drug", "alcohol", "tubercul", "gonococc", "syphilit", "chlamydi", "juvenil", "secondari"), 0.25),
    **dict.fromkeys(
        ("neoplasm", "malign", "traumat", "postprocedur", "postop", "induc", "abort", "recurr", "other"), 0.12
    ),
    **dict.fromkeys(("bilater", "right", "left"), 0.05),
}
_SILENT = {"unspecifi": 0.12, "without": 0.06, "uncompl": 0.06}
_SIDES = frozenset({"left", "right", "bilater"})
_SIDE = 0.1  # for the side that was asked for; a code that does not say it is not preferred for its silence
_FREE = frozenset({"unspecifi", "without", "uncompl", "initi", "encount", "site", "organ", "a", "specifi"})
_FIRST = "ABC012345679"  # which seventh character to offer first when nothing was said


def icd10_search(text: str, on: date, limit: int = 20) -> list[SearchHit]:
    """Billable codes in force on the date that fit the words (or begin with the code) typed, best first.

    Any text may be given; what nothing fits gives an empty list. Scores compare within one search only.
    """
    if limit <= 0:
        return []
    if _CODE.fullmatch(text.strip()):
        found = _by_code(text, on, limit)
        if found:
            return found
    best: dict[int, tuple[float, sqlite3.Row]] = {}
    readings = understood(text)
    for reading, asked in enumerate(readings):
        ranks = _candidates(asked, number(on))
        for row in _leaves(sorted(ranks, key=lambda leaf: (-ranks[leaf], leaf))[:_READ]):
            score = _score(row, asked) + ranks[row["id"]] - _SECOND * reading
            if row["id"] not in best or best[row["id"]][0] < score:
                best[row["id"]] = (score, row)
    scored = sorted(best.values(), key=lambda pair: (-pair[0], pair[1]["code"]))
    return _offered(scored, readings[0], on, limit) if readings else []


def codes_search(text: str, on: date, limit: int) -> dict[str, Any]:
    """A search in the shape the command line promises: query, results, milliseconds."""
    began = time.perf_counter()
    hits = icd10_search(text, on, limit)
    results = [{"code": hit.code, "title": hit.title, "score": round(hit.score, 4)} for hit in hits]
    return {"query": text, "results": results, "ms": round((time.perf_counter() - began) * 1000, 2)}


def codes_check(codes: Iterable[str], on: date) -> list[dict[str, Any]]:
    """Each code of a list checked on a date, in the order given, as the command line prints it."""
    return [
        {"code": code, "date": on.isoformat(), "findings": [found.as_json() for found in icd10_check(code, on)]}
        for code in codes
    ]


def _by_code(text: str, on: date, limit: int) -> list[SearchHit]:
    """What was typed is the beginning of a code: ``m72``, ``E11.9``."""
    sql = (
        "SELECT n.*, o.title AS old_title FROM node n LEFT JOIN node o ON o.id = n.old WHERE n.id >= :name AND"
        " n.id < :end AND n.start > 0 AND n.start <= :day AND (n.stop = 0 OR n.stop >= :day) ORDER BY n.id LIMIT :limit"
    )
    name = bare(text)
    rows = connection().execute(sql, {"name": name, "end": name + "~", "day": number(on), "limit": limit})
    return [_hit(row, 1.0 / (1 + rank)) for rank, row in enumerate(rows)]


def _candidates(asked: Asked, day: int) -> dict[int, float]:
    """Leaves worth a look, with their merged reciprocal ranks (about 0 to 1)."""
    ranks: dict[int, float] = {}
    rare = asked.rarest()
    queries = [(0.3, f"title : ({' AND '.join(rare)})"), (0.3, " AND ".join(rare))]
    lists: list[tuple[float, Iterable[int]]] = [(0.3, _exactly(asked, day))]
    lists += [(weight, _matching(query, day)) for weight, query in queries]
    for weight, leaves in lists:
        for rank, leaf in enumerate(leaves):
            ranks[leaf] = ranks.get(leaf, 0.0) + weight * 10 / (10 + rank)
    if len(ranks) < 40 and len(asked.stems) > 1:
        for rank, leaf in enumerate(_matching(" OR ".join(asked.rarest(4)), day)):
            ranks[leaf] = ranks.get(leaf, 0.0) + 0.2 * 10 / (10 + rank)
    return ranks


def _exactly(asked: Asked, day: int) -> list[int]:
    """The leaves at and below what is called exactly as asked."""
    sql = (
        "SELECT DISTINCT l.id FROM exact e JOIN leaf l ON l.code >= e.node AND l.code < e.node || '~'"
        " WHERE e.stems = ? AND l.start <= ? AND l.stop >= ? ORDER BY length(l.code), l.code LIMIT ?"
    )
    rows = connection().execute(sql, [exact_key(list(asked.stems)), day, day, _POOL])
    return [row[0] for row in rows]


def _matching(query: str, day: int) -> list[int]:
    sql = (
        "SELECT f.rowid FROM found f JOIN leaf l ON l.id = f.rowid WHERE found MATCH ? AND l.start <= ? AND l.stop >= ?"
        " ORDER BY bm25(found, 8.0, 6.0, 2.0), f.rowid LIMIT ?"
    )
    return [row[0] for row in connection().execute(sql, [query, day, day, _POOL])]


def _leaves(ids: Sequence[int]) -> list[sqlite3.Row]:
    marks = ",".join("?" * len(ids))
    return connection().execute(f"SELECT * FROM leaf WHERE id IN ({marks})", list(ids)).fetchall()  # noqa: S608


def _score(row: sqlite3.Row, asked: Asked) -> float:
    """How well a leaf says what was asked, and nothing else: about 0 to 2."""
    own, _, handed_down = (row["phrases"] + "\n").partition("\n\n")
    called = [_told(phrase, asked) for phrase in own.split("\n")]
    kin = [_told(phrase, asked) for phrase in handed_down.split("\n")]
    title = called[0]
    everything = title.union(row["above"].split(), *called, *kin)
    mine = max(asked.likeness(phrase, _FREE) for phrase in called)
    best = max(mine, *(0.97 * asked.likeness(phrase, _FREE) for phrase in kin))
    score = best + 0.5 * asked.covered(everything) + 0.15 * asked.covered(title) + (_CALLED_SO if mine > 0.99 else 0.0)
    if _denied(own.partition("\n")[0], asked):
        score -= _DENIED
    if "remiss" in own.partition("\n")[0] and "remiss" not in asked.all_stems:
        score -= _DENIED
    extra = title - asked.all_stems
    score -= min(0.5, sum(_UNASKED.get(stem, 0.0) for stem in extra))
    score -= 0.012 * len(extra - _FREE)
    sides = asked.all_stems & _SIDES
    if sides <= title:
        score += max((_SILENT.get(stem, 0.0) for stem in extra), default=0.0) + (_SIDE if sides else 0.0)
    if row["code"][0] in "VWXY" and best < 0.8:
        score -= 0.4
    if row["code"][0] in "OPQ" and not asked.all_stems & {"pregnanc", "pregnant", "newborn", "congenit"}:
        score -= 0.15
    return score


def _told(phrase: str, asked: Asked) -> set[str]:
    """The stems of a phrase; what it says is absent (after ``without``) only if it was asked for."""
    there, without, absent = phrase.partition(" without ")
    return {*there.split(), *without.split(), *(asked.all_stems & set(absent.split()))}


def _denied(title: str, asked: Asked) -> bool:
    """Whether a title says that just what was asked for is absent: ``without neurogenic claudication``."""
    absent = title.partition("without ")[2].split()[:2]
    return "without" not in asked.all_stems and bool(asked.all_stems & set(absent) - {"right", "left"})


def _offered(scored: list[tuple[float, sqlite3.Row]], asked: Asked, on: date, limit: int) -> list[SearchHit]:
    """The billable codes of the best leaves: the fitting seventh character in its place, the others later."""
    sql = (
        "SELECT n.*, o.title AS old_title FROM member m JOIN node n ON n.id = m.code LEFT JOIN node o ON o.id = n.old"
        " WHERE m.leaf = :leaf AND n.start <= :day AND (n.stop = 0 OR n.stop >= :day)"
    )
    first: list[SearchHit] = []
    later: list[SearchHit] = []
    for score, leaf in scored:
        if len(first) >= limit:
            break
        rows = connection().execute(sql, {"leaf": leaf["id"], "day": number(on)}).fetchall()
        shared = commonprefix([row["title"] for row in rows]).rpartition(" ")[0]  # noqa: RUF071 - titles, not paths
        rows.sort(key=lambda row: (-asked.ending(row["title"], shared), _place(row["id"]), row["id"]))
        first += [_hit(row, score) for row in rows[:1]]
        later += [_hit(row, score * 0.5) for row in rows[1:]]
    return sorted(first + later, key=lambda hit: -hit.score)[:limit]


def _place(code: str) -> int:
    return _FIRST.find(code[6]) % 50 if len(code) == 7 else 0


def _hit(row: sqlite3.Row, score: float) -> SearchHit:
    if row["title"]:
        return SearchHit(dotted(row["id"]), row["title"], score, billable=True)
    old = f" (predecessor {dotted(row['old'])}: {row['old_title']})" if row["old"] else ""
    note = f"the title is the predecessor's, {dotted(row['old'])}" if row["old"] else "see the heading above it"
    return SearchHit(dotted(row["id"]), NO_TITLE + old, score, billable=True, note=f"{NO_TITLE}; {note}")
