"""Reads of the shipped likelihoods and short names (``data/``), once per process."""

import json
from functools import cache
from pathlib import Path

from medoffice.records.patients.types.likeness import Likelihoods

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def likelihoods() -> Likelihoods:
    """What was learned, as shipped; ``tools/learn_likelihoods.py`` writes it."""
    told = json.loads((DATA / "likelihoods.json").read_text(encoding="utf-8"))
    classes = {
        name: {field: tuple(shares) for field, shares in fields.items()} for name, fields in told["classes"].items()
    }
    return Likelihoods(
        told["learned"], told["source"], classes, told["others"], told["likely"], short_names(), told["together"]
    )


@cache
def short_names() -> dict[str, frozenset[int]]:
    """The groups that each name or short name belongs to."""
    found: dict[str, set[int]] = {}
    for group, line in enumerate((DATA / "short_names.txt").read_text(encoding="utf-8").splitlines()):
        for word in () if line.startswith("#") else line.split():
            found.setdefault(word, set()).add(group)
    return {word: frozenset(groups) for word, groups in found.items()}
