"""What goes wrong at a desk when somebody is registered a second time: one function a slip, each of a record as it was.

A slip that has nothing to work on gives None: no nickname is known, the day cannot be a month, the name has no hyphen.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from bench.planted_people.chances import common, nicknames, words
from bench.planted_people.town import LINES, TODAY, address, telephone
from bench.planted_people.types import Record
from medoffice.rehearsal.population.types import Chance

Slip = Callable[[Record, Chance], Record | None]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TRIES = 200
BY_EAR = (
    ("ph", "f"), ("ck", "k"), ("ie", "y"), ("ey", "y"), ("y", "i"), ("c", "k"), ("th", "t"), ("ll", "l"), ("nn", "n"),
    ("tt", "t"), ("ei", "ie"), ("ea", "e"), ("son", "sen"), ("s", "z"),
)  # fmt: skip


def typo(word: str, chance: Chance) -> str | None:
    """A word with one letter left out, doubled, changed, or changed for its neighbour; the first letter seldom."""
    if len(word) < 3:
        return None
    place = (
        chance.number("place", len(word)) if chance.happens("any place", 0.1) else 1 + chance.number("p", len(word) - 1)
    )
    kind = chance.pick("kind", ("left out", "doubled", "other", "swapped"))
    if kind == "left out":
        typed = word[:place] + word[place + 1 :]
    elif kind == "doubled":
        typed = word[:place] + word[place] * 2 + word[place + 1 :]
    elif kind == "other":
        typed = word[:place] + chance.pick("letter", LETTERS) + word[place + 1 :]
    else:
        place = max(1, place)
        typed = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    return typed.capitalize() if typed.casefold() != word.casefold() and word.istitle() else _other(typed, word)


def plain(text: str) -> str:
    """Text without its accents."""
    folded = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def _other(typed: str, word: str) -> str | None:
    return typed if typed.casefold() != word.casefold() else None


def _name(field: str, change: Callable[[str, Chance], str | None]) -> Slip:
    def slip(record: Record, chance: Chance) -> Record | None:
        changed = change(getattr(record, field), chance)
        values: dict[str, Any] = {field: changed}
        return replace(record, **values) if changed else None

    return slip


def _by_ear(word: str, chance: Chance) -> str | None:
    """A word spelt as it sounds."""
    for heard, spelt in chance.shuffled("sounds", BY_EAR):
        at = word.lower().find(heard)
        if at >= 0:
            return (word[:at] + spelt + word[at + len(heard) :]).capitalize()
    return None


def _nickname(word: str, chance: Chance) -> str | None:
    known = nicknames().get(word, ())
    return chance.pick("nickname", known) if known else None


def _punctuation(word: str, chance: Chance) -> str | None:
    """The same name without its hyphen, apostrophe, space or accents."""
    ways = [word.replace(mark, other) for mark in "-' " for other in ("", " ") if mark in word and mark != other]
    if plain(word) != word:
        ways.append(plain(word))
    return chance.pick("way", ways) if ways else None


def _half(word: str, chance: Chance) -> str | None:
    """One of two surnames."""
    parts = word.replace("-", " ").split()
    return chance.pick("half", parts) if len(parts) == 2 and min(map(len, parts)) > 2 else None


def _married(record: Record, chance: Chance) -> Record | None:
    """The name before or after a marriage, or both names."""
    if record.sex != "F" or _year(record) > TODAY.year - 20:
        return None
    new = common(chance, "family", "families")
    if chance.happens("tail", 0.5):
        new = chance.pick("front", words("fronts")) + chance.pick("back", words("backs"))
    if new in record.family:
        return None
    return replace(record, family=f"{record.family}-{new}" if chance.happens("both", 0.2) else new)


def _swapped_names(record: Record, _: Chance) -> Record | None:
    return replace(record, given=record.family, family=record.given) if record.given else None


def _no_middle(record: Record, _: Chance) -> Record | None:
    return replace(record, middle="") if record.middle else None


def _initial(record: Record, _: Chance) -> Record | None:
    return replace(record, middle=record.middle[0]) if len(record.middle) > 1 else None


def _middle_as_given(record: Record, _: Chance) -> Record | None:
    """Called by the middle name."""
    return replace(record, given=record.middle, middle="") if len(record.middle) > 2 else None


def _no_suffix(record: Record, _: Chance) -> Record | None:
    return replace(record, suffix="") if record.suffix else None


def _baby(record: Record, chance: Chance) -> Record | None:
    """Registered before the child had a name."""
    if _year(record) < TODAY.year - 1:
        return None
    word = "Girl" if record.sex == "F" else "Boy"
    return replace(record, given=chance.pick("words", (f"Baby {word}", f"Baby{word}", word, "Baby")), middle="")


def _sex(record: Record, chance: Chance) -> Record | None:
    other = "U" if chance.happens("unknown", 0.3) else "M" if record.sex == "F" else "F"
    return replace(record, sex=other)


def _day_and_month(record: Record, _: Chance) -> Record | None:
    born = record.born
    if born is None or born.day > 12 or born.day == born.month:
        return None
    return _born(record, born.replace(month=born.day, day=born.month))


def _year_digit(record: Record, chance: Chance) -> Record | None:
    born = record.born
    if born is None:
        return None
    year = list(str(born.year))
    place = chance.pick("place", (2, 3, 3))
    year[place] = str((int(year[place]) + chance.between("by", 1, 9)) % 10)
    leap = (born.month, born.day) == (2, 29)
    return _born(record, date(int("".join(year)), born.month, 28 if leap else born.day))


def _day_digit(record: Record, chance: Chance) -> Record | None:
    born = record.born
    return _born(record, born.replace(day=chance.between("day", 1, 28))) if born else None


def _born(record: Record, born: date) -> Record | None:
    return replace(record, born=born) if born != record.born and born <= TODAY else None


def _moved(record: Record, chance: Chance) -> Record | None:
    return replace(record, **address(chance.at("new")))


def _telephone(record: Record, chance: Chance) -> Record | None:
    return replace(record, phones=(telephone(LINES // 2 + chance.number("slot", LINES // 3)),))


def _telephone_typo(record: Record, chance: Chance) -> Record | None:
    if not record.phones:
        return None
    number = list(record.phones[0])
    place = chance.between("place", 1, 4)
    number[-place] = str((int(number[-place]) + chance.between("by", 1, 9)) % 10)
    return replace(record, phones=("".join(number),))


def _year(record: Record) -> int:
    return record.born.year if record.born else 0


# What it is called, how often it happens beside the others, and which field it touches: one slip a field.
SLIPS: tuple[tuple[str, int, str, Slip], ...] = (
    ("typo in given name", 9, "given", _name("given", typo)),
    ("typo in family name", 9, "family", _name("family", typo)),
    ("given name spelt by ear", 5, "given", _name("given", _by_ear)),
    ("family name spelt by ear", 5, "family", _name("family", _by_ear)),
    ("nickname", 20, "given", _name("given", _nickname)),
    ("called by the middle name", 2, "given", _middle_as_given),
    ("maiden or married name", 12, "family", _married),
    ("half of a double name", 12, "family", _name("family", _half)),
    ("punctuation or accents of given name", 8, "given", _name("given", _punctuation)),
    ("punctuation or accents of family name", 12, "family", _name("family", _punctuation)),
    ("given and family name swapped", 3, "names", _swapped_names),
    ("middle name missing", 8, "middle", _no_middle),
    ("middle initial only", 8, "middle", _initial),
    ("suffix dropped", 40, "suffix", _no_suffix),
    ("baby without a name", 60, "given", _baby),
    ("sex wrong", 3, "sex", _sex),
    ("day and month swapped", 6, "born", _day_and_month),
    ("a digit of the year wrong", 6, "born", _year_digit),
    ("the day wrong", 4, "born", _day_digit),
    ("moved", 13, "address", _moved),
    ("new telephone", 13, "phones", _telephone),
    ("typo in telephone", 4, "phones", _telephone_typo),
)


def slip(record: Record, count: int, chance: Chance) -> tuple[Record, frozenset[str]]:
    """The record with so many slips of different fields, fewer if there is not enough to go wrong; and their names."""
    done: set[str] = set()
    touched: set[str] = set()
    for turn in range(TRIES):
        own = chance.at(turn)
        name, _, field, change = own.weighted("slip", tuple((one, one[1]) for one in SLIPS))
        names = {"given", "family", "names"}
        if field in touched or (field == "names" and touched & names) or (field in names and "names" in touched):
            continue
        changed = change(record, own)
        if changed is not None and changed != record:
            record, done, touched = changed, done | {name}, touched | {field}
        if len(done) == count:
            break
    return record, frozenset(done)
