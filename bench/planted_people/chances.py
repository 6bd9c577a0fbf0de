"""The words the planted people are made of, once per process, and draws from them by how common they are."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.rehearsal.population.types import Chance

WORDS = Path(__file__).resolve().parent / "words.toml"


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of the file by its name, ``standins.phones`` for one of a table. KeyError for others."""
    told: Any = _told()
    for part in name.split("."):
        told = told[part]
    return tuple(word.strip() for word in told.split(","))


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """What people with a given name are called."""
    return {name: words(f"nicknames.{name}") for name in _told()["nicknames"]}


def common(chance: Chance, label: str, name: str) -> str:
    """A word of an ordered list, the first ones most often."""
    return chance.weighted(label, _weighted(name))


@cache
def _weighted(name: str) -> tuple[tuple[str, int], ...]:
    return tuple((word, 100_000 // (place + 3)) for place, word in enumerate(words(name)))


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
