"""A note as its sections: each begins with its title and a colon on a line of its own or at the start of one.

The code of a section is what others name it by (a dictation, a search); its title may change, its code never.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from medoffice.clinic.charting.types import Found, NoteSection, NoteTemplate

TITLE = re.compile(r"[^\W_](?:[\w ,&'/-]*\w)?")
_OPEN = re.compile(r"\[[^\[\]\n]+ (?:is missing|nothing is listed)\]")


def sections_in(text: str, wanted: Sequence[NoteSection]) -> tuple[Found, ...]:
    """The wanted sections that stand in a text, in the order of the text; the first of each counts."""
    heads = _heads(text, wanted)
    ends = [head.start() for _, head in heads[1:]] + [len(text)] * bool(heads)
    return tuple(_found(one, text, head.end(), end) for (one, head), end in zip(heads, ends, strict=True))


def begun(sections: Iterable[NoteSection], words: dict[str, str] | None = None) -> str:
    """A note of these sections in order, with the words of each by its code, else what it begins with."""
    given = words or {}
    return "\n\n".join(f"{one.title}: {given.get(one.code, one.start).strip()}".rstrip() for one in sections)


def missing(text: str, template: NoteTemplate) -> list[str]:
    """The titles of required sections that are not there or say nothing, or still wait for a value."""
    said = {one.code: one.text for one in sections_in(text, template.sections)}
    return [one.title for one in template.sections if one.required and _empty(said.get(one.code, ""))]


def not_signed(lacks: Sequence[str]) -> str:
    """What is said of a note that is not signed because sections say nothing; there is at least one."""
    names = " and ".join(filter(None, (", ".join(lacks[:-1]), lacks[-1])))
    return f"Not signed: {names} {'says' if len(lacks) == 1 else 'say'} nothing yet."


def carried(text: str, old: Sequence[NoteSection], new: Sequence[NoteSection]) -> str:
    """What was written under one template, under another: the same sections keep their words, no word is lost.

    What was written before any section stands first; sections the new one has not, and that say more than what they
    began with, stand last under the title they had.
    """
    taken = {one.code for one in old} | {one.title.casefold() for one in old}
    known = [*old, *(one for one in new if not {one.code, one.title.casefold()} & taken)]
    found = sections_in(text, known)
    starts = {one.code: one.start.strip() for one in old}
    said = {one.code: one.text for one in found if one.text and one.text != starts.get(one.code)}
    codes = {one.code for one in new}
    heads = _heads(text, known)
    before = text[: heads[0][1].start()].strip() if heads else text.strip()
    left = [f"{one.title}: {said[one.code]}" for one in found if one.code not in codes and one.code in said]
    return "\n\n".join(part for part in (before, begun(new, said), *left) if part)


def code_for(title: str, taken: Iterable[str]) -> str:
    """A code for a new section: its title in small letters, with a number where that is taken."""
    base = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:40] or "section"
    used, at = set(taken), 2
    if base not in used:
        return base
    while f"{base}-{at}" in used:
        at += 1
    return f"{base}-{at}"


def _empty(text: str) -> bool:
    return not _OPEN.sub("", text).strip(" \t\r\n.:-")


def _heads(text: str, wanted: Sequence[NoteSection]) -> list[tuple[NoteSection, re.Match[str]]]:
    """Where the titles of the wanted sections stand, the first of each, in the order of the text."""
    titles = {one.title.casefold(): one for one in wanted}
    if not titles:
        return []
    either = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
    first: dict[str, tuple[NoteSection, re.Match[str]]] = {}
    for head in re.finditer(rf"^[ \t]*({either})[ \t]*:", text, re.IGNORECASE | re.MULTILINE):
        one = titles[head[1].casefold()]
        first.setdefault(one.code, (one, head))
    return list(first.values())


def _found(one: NoteSection, text: str, start: int, end: int) -> Found:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    inner = words.strip()
    return Found(one.code, one.title, inner, start + lead, start + lead + len(inner))


def changed(sections: Sequence[NoteSection], verb: str) -> tuple[list[NoteSection], int]:
    """The sections after ``add``, ``up 3``, ``down 3`` or ``remove 3``, and the place it was about (-1: none).

    A section without a code gets one by its title, and keeps it.
    """
    found, (word, _, place) = list(_coded(sections)), verb.partition(" ")
    at = int(place) if place.isascii() and place.isdigit() and len(place) < 4 else -1
    if word == "add":
        return [*found, NoteSection("", "")], len(found)
    if word not in ("up", "down", "remove") or not 0 <= at < len(found):
        return found, -1
    one = found.pop(at)
    if word == "remove":
        return found, -1
    to = max(at - 1, 0) if word == "up" else min(at + 1, len(found))
    found.insert(to, one)
    return found, to


def _coded(sections: Sequence[NoteSection]) -> Iterator[NoteSection]:
    taken = {one.code for one in sections if one.code}
    for one in sections:
        code = one.code or (code_for(one.title, taken) if one.title else "")
        taken.add(code)
        yield replace(one, code=code)
