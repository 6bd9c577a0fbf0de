"""Which records are compared at all: those that share a key. Several kinds of keys, each blind to another kind of slip.

A blank or a placeholder makes no key, so nobody is ever brought together by one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from medoffice.records.patients.rules.names import sound
from medoffice.records.patients.types.likeness import Identity

CROWD = 400  # a key of more people than this says nothing; each of its people has others


def keys(who: Identity) -> set[str]:
    """The keys of a record; two of one person share at least one, whatever single thing was mistaken."""
    return {f"{kind}{key}" for kind, of in KINDS.items() for key in of(who)}


def pairs_within(groups: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    """The pairs of each group, in its order; a crowd has none."""
    for group in groups:
        if len(group) <= CROWD:
            yield from combinations(group, 2)


def _names(who: Identity) -> set[str]:
    return {f"{family}{given}" for a in _family(who) for b in _given(who) for family, given in ((a, b), (b, a))}


def _house(who: Identity) -> set[str]:
    return {f"{who.house} {who.zip} {given[1:2]}" for given in _given(who)} if who.house and who.zip else set()


def _born(who: Identity) -> set[str]:
    """Day and month in either order."""
    return {f"{who.born.year}-{_day(who)}"} if who.born else set()


def _year(who: Identity) -> set[str]:
    return {f"{who.born.year}{name}" for name in _family(who) | _given(who)} if who.born else set()


def _birthday(who: Identity) -> set[str]:
    return {f"{_day(who)}{name}" for name in _family(who) | _given(who)} if who.born else set()


def _day(who: Identity) -> str:
    low, high = sorted((who.born.month, who.born.day)) if who.born else (0, 0)
    return f"{low}-{high}"


def _family(who: Identity) -> set[str]:
    return _heard(who.family)


def _given(who: Identity) -> set[str]:
    return _heard((*who.given, *who.called))


def _heard(words: tuple[str, ...]) -> set[str]:
    """The words of a name and, of several, all as one, as they are heard."""
    return {sound(word) for word in {*words, "".join(words)} if word}


KINDS: Mapping[str, Callable[[Identity], set[str]]] = {
    "t": lambda who: {who.phone} - {""},
    "e": lambda who: {who.email} - {""},
    "m": lambda who: set(who.members),
    "n": _names,
    "h": _house,
    "b": _born,
    "y": _year,
    "d": _birthday,
}
