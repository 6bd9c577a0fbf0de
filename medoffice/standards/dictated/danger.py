"""The words of a text that are played back one by one: negations, sides, doses, other figures, names.

A wrong one of them reads well and does harm, so each is heard again, whatever a recogniser says of itself. Words are
what stands between spaces, as whoever keeps them numbers them. What belongs together ("10 mg", "March 3, 2026") is one
token. The figure that numbers a line of a list is none.
"""

import re
from collections.abc import Callable, Sequence

from medoffice.standards.dictated.tables import dangers, figures, measures, terms
from medoffice.standards.dictated.types import DangerKind, DangerToken

_PARTS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ENDS = tuple(".,;:?!)")
_AROUND, _BEHIND = "\"'()\u201c\u201d", "".join(_ENDS) + '"\u201d'
_ITEM = re.compile(r"\d{1,2}\.")
_TITLES = frozenset(terms.TITLES.values())
_SIGNS = {sign.lower(): kind for sign, kind in measures.UNITS.values()}
_LONGEST_UNIT = 3  # words
_MOST_NAMES = 3  # words behind a title


def danger_tokens(text: str, is_medicine: Callable[[str], bool]) -> list[DangerToken]:
    """What is to be heard again, in its order; no two share a word. ``is_medicine``: whether a word names one."""
    said, items = text.split(), _items(text)
    found: list[DangerToken] = []
    at = 0
    while at < len(said):
        one = None if at in items else _token(said, at, is_medicine)
        if one:
            found.append(one)
        at = one.first + one.count if one else at + 1
    return found


def _items(text: str) -> set[int]:
    """The places of words that number a line of a list."""
    found, at = set[int](), 0
    for line in text.split("\n"):
        words = line.split()
        if len(words) > 1 and _ITEM.fullmatch(words[0]):
            found.add(at)
        at += len(words)
    return found


def _token(said: Sequence[str], at: int, is_medicine: Callable[[str], bool]) -> DangerToken | None:
    parts = _parts(said[at])
    if not _has_figure(said[at]):
        if _negates(parts):
            return DangerToken(DangerKind.NEGATION, at, 1)
        if (any(part in dangers.SIDES for part in parts) and _is_side(said, at)) or _bare(said[at]) in dangers.EYES:
            return DangerToken(DangerKind.SIDE, at, 1)
    if often := _often(said, at):
        return DangerToken(DangerKind.DOSE, at, often)
    if (number := _number(said, at)) is not None:
        return number
    if (person := _person(said, at)) or _is_name(said, at, is_medicine):
        return DangerToken(DangerKind.NAME, at, person or 1)
    return None


def _negates(parts: Sequence[str]) -> bool:
    if parts[:1] == ["non"] and dangers.NAMED_NON & {*parts[1:2]}:
        return False
    return any(part in dangers.NEGATIONS or part in dangers.TURNED or part.endswith("n't") for part in parts)


def _is_side(said: Sequence[str], at: int) -> bool:
    """Not so "left the room" and "all right"; whatever is not surely something else is a side."""
    word, before, behind = _low(said, at), _low(said, at - 1), "" if _ends(said, at) else _low(said, at + 1)
    if word == "left":
        gone = behind in dangers.LEFT_BEHIND and before not in dangers.SIDE_AFTER and not _ends(said, at - 1)
        return not gone and before != "nothing"
    return word != "right" or not (behind in dangers.RIGHT_BEFORE or before in dangers.RIGHT_BEHIND)


def _often(said: Sequence[str], at: int) -> int:
    """How many words say how often a thing is taken: "twice a day", "daily" behind a figure."""
    word, behind = _low(said, at), _low(said, at + 1)
    if word in dangers.TIMES and not _ends(said, at):
        if behind in dangers.OFTEN:
            return 2
        return 3 if behind in dangers.EACH and _low(said, at + 2) in dangers.SPANS else 0
    if word == "every" and behind == "other":
        return 3 if _low(said, at + 2) in dangers.SPANS else 0
    return int(word in dangers.OFTEN and ("." in word or _behind_figure(said, at)))


def _behind_figure(said: Sequence[str], at: int) -> bool:
    """Whether a figure stands a few words before, in the same clause."""
    for place in range(at - 1, max(-1, at - 1 - dangers.CLAUSE), -1):
        if _ends(said, place):
            return False
        if _is_number(said[place]):
            return True
    return False


def _is_name(said: Sequence[str], at: int, is_medicine: Callable[[str], bool]) -> bool:
    parts = [part for part in _parts(said[at]) if is_medicine(part)]
    if not parts or any(part not in dangers.ALSO_ELSE for part in parts):
        return bool(parts)
    behind = "" if _ends(said, at) else _low(said, at + 1)
    dosed = bool(behind) and (dose := _number(said, at + 1)) is not None and dose.kind is DangerKind.DOSE
    taken = _low(said, at - 1) in dangers.TAKEN_BEFORE or behind in dangers.TAKEN_BEHIND
    return dosed or taken or (bool(behind) and is_medicine(behind))


def _number(said: Sequence[str], at: int) -> DangerToken | None:
    """A figure, or number words, with what belongs to them: a month before, a year behind, a unit."""
    if (dated := _date(said, at)) > at:
        return DangerToken(DangerKind.NUMBER, at, dated - at)
    if _low(said, at) in dangers.ORDINALS and not _ends(said, at) and _low(said, at + 1) in dangers.COUNTED_PARTS:
        return DangerToken(DangerKind.NUMBER, at, 2)
    end = _run(said, at)
    if end == at:
        roman = at and _bare(said[at - 1]).lower() in dangers.ROMAN_BEHIND and _bare(said[at]) in figures.ROMAN[1:]
        return DangerToken(DangerKind.NUMBER, at, 1) if roman else None
    after, kind = _unit(said, end)
    alone = _bare(said[at]).lower()
    sometime = (_low(said, at - 1), alone, _low(said, at + 1)) == ("at", "one", "point")
    if alone in dangers.PERHAPS and end == at + 1 and (after == end or sometime):
        return None
    glued = re.search(r"\d([a-z\u00b5]+)$", _bare(said[end - 1]).lower())
    dosed = kind is DangerKind.DOSE or (glued and _SIGNS.get(glued[1]) == "drug")
    return DangerToken(DangerKind.DOSE if dosed else DangerKind.NUMBER, at, after - at)


def _run(said: Sequence[str], at: int) -> int:
    """The place behind figures that are said as one: "2 x 3", "5 to 10", "one hundred and twenty"."""
    if not (_is_number(said[at]) or _bare(said[at]).lower() in dangers.PERHAPS):
        return at
    end = at + 1
    while end < len(said) and not said[end - 1].endswith(_ENDS):
        link = said[end].lower() in dangers.LINKS
        step = end + link
        joins = _spelled(said[end - 1]) and _bare(said[end]).lower() in {*dangers.NUMBER_WORDS, "one"}
        if not (joins or (link and step < len(said) and _is_number(said[step]))):
            break
        if said[end].lower() in {"and", "or"} and not (_spelled(said[end - 1]) and _spelled(said[step])):
            break
        end = step + 1
    return end


def _unit(said: Sequence[str], at: int) -> tuple[int, DangerKind]:
    """The place behind the unit that stands here, and what figure it makes."""
    if at >= len(said) or said[at - 1].endswith(_ENDS):
        return at, DangerKind.NUMBER
    for length in range(_LONGEST_UNIT, 0, -1):
        words = said[at : at + length]
        if any(word.endswith(_ENDS) for word in words[:-1]):
            continue
        low = tuple(_bare(word).lower() for word in words)
        sign, kind = measures.UNITS.get(low, ("", ""))
        head, *under = low[-1].split("/")
        if length == 1 and not kind:
            kind = _SIGNS.get(head, "")
        if kind:
            concentration = bool({"dl", "l", "ml"} & set(under)) or "/" in sign
            return at + len(words), DangerKind.DOSE if kind == "drug" and not concentration else DangerKind.NUMBER
    word = _bare(said[at]).lower()
    if word in dangers.GIVEN:
        return at + 1, DangerKind.DOSE
    return at + (word in measures.COUNTED), DangerKind.NUMBER


def _date(said: Sequence[str], at: int) -> int:
    """The place behind a date whose month is a word; the same place if none stands here."""
    if said[at].lower() not in figures.MONTHS or at + 1 >= len(said) or not said[at + 1][:1].isdigit():
        return at
    end = at + 2
    more = end < len(said) and re.fullmatch(r"\d{4}\W*", said[end]) and re.fullmatch(r"\d{1,2},?", said[at + 1])
    return end + bool(more)


def _person(said: Sequence[str], at: int) -> int:
    """How many words name a person here: a title, and the names behind it."""
    if said[at].lstrip("(") not in _TITLES:
        return 0
    end, names = at + 1, 0
    for place, word in enumerate(said[at + 1 :], at + 1):
        if word not in dangers.PARTICLES:
            if names == _MOST_NAMES or not word[:1].isupper() or _has_figure(word):
                break
            end, names = place + 1, names + 1
        if _ends(said, place):
            break
    return end - at if names else 0


def _parts(word: str) -> list[str]:
    return [part.lower().replace("\u2019", "'") for part in _PARTS.findall(word)]


def _bare(word: str) -> str:
    return word if word.isalpha() else word.strip(_AROUND).rstrip(_BEHIND)


def _low(said: Sequence[str], at: int) -> str:
    """The word at a place, in small letters and without what clings to it; nothing where none stands."""
    return _bare(said[at]).lower() if 0 <= at < len(said) else ""


def _ends(said: Sequence[str], at: int) -> bool:
    return 0 <= at < len(said) and said[at].endswith(_ENDS)


def _has_figure(word: str) -> bool:
    return not word.isalpha() and any(letter.isnumeric() for letter in word)


def _is_number(word: str) -> bool:
    return _has_figure(word) or _spelled(word)


def _spelled(word: str) -> bool:
    low = _bare(word).lower()
    return low in dangers.NUMBER_WORDS or low in {"one", "oh"} or _hyphened(low)


def _hyphened(low: str) -> bool:
    """ "Twenty-five"."""
    return "-" in low and all(part in {*dangers.NUMBER_WORDS, "one"} for part in low.split("-"))
