"""The rules of safety as data: one dated book of classes, pairs, allergies, doubles, ages, pregnancy, kidneys.

What a book says is checked as it is read: a rule that names a class which is not there would be silently dead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class DrugClass:
    """A class: its name, FDA's established classes and the ingredients that are in it, and those that are not."""

    key: str
    words: str
    epc: frozenset[str]
    ingredients: frozenset[str]
    but: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What meets what, what happens, what to do. ``a`` and ``b`` are classes, or ``=`` and an ingredient.

    ``low`` and ``high`` are the bounds of an age or of the kidneys: from ``low``, below ``high``.
    """

    key: str
    a: str
    b: str
    grave: bool
    happens: str
    do: str
    onc: int = 0
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class AllergyClass:
    """What an allergy in these words means, and what may react with it."""

    key: str
    called: frozenset[str]
    crosses: tuple[str, ...]
    cross: str


@dataclass(frozen=True, slots=True)
class Canary:
    """Words that the checker must find something in, or nothing: ``finds`` is the kind of the alert."""

    new: str
    takes: str
    allergy: str
    finds: str


@dataclass(frozen=True, slots=True)
class Book:
    """A version of the rules, from a day on."""

    version: str
    since: date
    source: str
    classes: Mapping[str, DrugClass]
    pairs: tuple[Rule, ...]
    allergies: tuple[AllergyClass, ...]
    doubles: tuple[str, ...]
    ages: tuple[Rule, ...]
    pregnancy: tuple[Rule, ...]
    kidneys: tuple[Rule, ...]
    canaries: tuple[Canary, ...]


def book_from(told: Mapping[str, Any]) -> Book:
    """A book from its TOML. Raises ValueError that says what in it cannot be."""
    try:
        made = _book(told)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"The book cannot be read: {error}.") from error
    wrong = [name for name in _named(made) if not name.startswith("=") and name not in made.classes]
    if wrong:
        raise ValueError(f"There is no class {', '.join(sorted(set(wrong)))}.")
    empty = [one.key for one in made.classes.values() if not one.epc and not one.ingredients]
    if empty:
        raise ValueError(f"Nothing is in the class {', '.join(sorted(empty))}.")
    if not made.canaries:
        raise ValueError("It names nothing that must be found: a dead checker would not be noticed.")
    return made


def _book(told: Mapping[str, Any]) -> Book:
    since = told["since"]
    if not isinstance(since, date):
        raise ValueError("`since` is a day.")
    return Book(
        version=str(told["version"]),
        since=since,
        source=str(told.get("source", "unverified")),
        classes={key: _class(key, one) for key, one in told["classes"].items()},
        pairs=tuple(_rule(f"{one['a']}+{one['b']}", one, one["a"], one["b"]) for one in told.get("pairs", ())),
        allergies=tuple(
            AllergyClass(one["class"], frozenset(one["called"]), tuple(one.get("crosses", ())), one.get("cross", ""))
            for one in told.get("allergies", ())
        ),
        doubles=tuple(name for one in told.get("doubles", ()) for name in one["classes"]),
        ages=_bounded("age", told.get("ages", ())),
        pregnancy=_bounded("pregnancy", told.get("pregnancy", ())),
        kidneys=_bounded("kidneys", told.get("kidneys", ())),
        canaries=tuple(
            Canary(one["new"], one.get("takes", ""), one.get("allergy", ""), one["finds"])
            for one in told.get("canaries", ())
        ),
    )


def _class(key: str, one: Mapping[str, Any]) -> DrugClass:
    names = (frozenset(one.get(field, ())) for field in ("epc", "ingredients", "but"))
    return DrugClass(key, str(one["words"]), *names)


def _bounded(kind: str, told: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    return tuple(_rule(f"{kind}:{one['what']}", one, one["what"], "") for one in told)


def _rule(key: str, one: Mapping[str, Any], a: str, b: str) -> Rule:
    return Rule(
        key=key,
        a=a,
        b=b,
        grave=bool(one.get("grave", False)),
        happens=str(one["happens"]),
        do=str(one["do"]),
        onc=int(one.get("onc", 0)),
        low=int(one.get("from", 0)),
        high=int(one.get("below", 0)),
    )


def _named(made: Book) -> list[str]:
    """Every class or ingredient that a rule names."""
    rules = (*made.pairs, *made.ages, *made.pregnancy, *made.kidneys)
    said = [name for one in rules for name in (one.a, one.b) if name]
    crossed = [name for one in made.allergies for name in (one.key, *one.crosses)]
    return [*said, *crossed, *made.doubles]
