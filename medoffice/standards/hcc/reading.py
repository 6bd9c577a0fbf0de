"""Our own layout of CMS's tables: lines of tab-separated cells, the first of which says what the others are.

``source`` words; ``year`` payment year, standing of its weights, files; ``code`` code, its categories, the years that
have it so; ``label`` category, words; ``below`` category, those it stands for; ``needs`` category, those one of which
must be there; ``edit`` code, sex, at most, at least, category; ``group`` name, words, categories; ``pair`` name, two
groups; ``weight`` name, a value for each year. Lists are parted by blanks.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from medoffice.standards.hcc.types import Edit, Group, Model, Year

Cells = list[str]


def model_of(lines: Iterable[str]) -> Model:
    """The model that the lines tell."""
    told: dict[str, list[Cells]] = {}
    for line in lines:
        kind, *cells = line.rstrip("\n").split("\t")
        told.setdefault(kind, []).append(cells)
    return Model(
        source=told["source"][0][0],
        labels={hcc: words for hcc, words in told["label"]},  # noqa: C416 - a cell too many is an error
        below=dict(_lists(told["below"])),
        needs=dict(_lists(told["needs"])),
        edits={code: Edit(sex, _age(most), _age(least), hcc) for code, sex, most, least, hcc in told["edit"]},
        groups={name: Group(words, frozenset(those.split())) for name, words, those in told["group"]},
        pairs={name: (one, other) for name, both in told["pair"] for one, other in [both.split()]},
        years=dict(_years(told)),
    )


def _years(told: dict[str, list[Cells]]) -> Iterator[tuple[int, Year]]:
    for place, (payment, state, files) in enumerate(told["year"]):
        codes = {code: tuple(hccs.split()) for code, hccs, years in told["code"] if payment in years.split()}
        weights = {name: Decimal(values[place]) for name, *values in told["weight"] if values[place]}
        yield int(payment), Year(int(payment), state, files, codes, weights)


def _lists(rows: Iterable[Cells]) -> Iterator[tuple[str, frozenset[str]]]:
    for name, those in rows:
        yield name, frozenset(those.split())


def _age(text: str) -> int | None:
    return int(text) if text else None
