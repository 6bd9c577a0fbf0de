"""How right the risks were that were told of visits, for all and for groups of patients.

Language and age are looked at here alone, after the risk was told without them: whether it errs more for some.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from medoffice.front_office.scheduling.types import Judged, Proven

ENOUGH, POINTS, CHANCE = 12, 0.03, 2.0  # visits of a group of its own; a difference that counts; standard deviations
_SAID = ((0.05, "under 5 of 100"), (0.1, "5 to 9"), (0.2, "10 to 19"), (1.1, "20 and more"))
_AGES = ((18, "0 to 17 years"), (40, "18 to 39"), (65, "40 to 64"), (200, "65 and older"))
_SMALL = "fewer than twelve visits each"


def proven(visits: Sequence[Judged]) -> list[Proven]:
    """What was told and what came of it: of all, by what was told, by language and by age. Nothing without visits."""
    if not visits:
        return []
    groups = {
        "By the risk that was told": [(_band(_SAID, one.said), one) for one in visits],
        "By language": [(one.language, one) for one in visits],
        "By age": [(_band(_AGES, one.age), one) for one in visits],
    }
    found = [_proven("All visits", "", visits)]
    for group, named in groups.items():
        parts = _parts(named)
        found += [
            _proven(group, name, parts[name])
            for name in sorted(parts, key=lambda one: (one == _SMALL, *_place(one, len(parts[one])), one))
        ]
    return found


def _place(name: str, visits: int) -> tuple[int, int]:
    """Bands in their order, then what has no order by how many visits it has."""
    order = [one for _, one in (*_SAID, *_AGES)]
    return (order.index(name), 0) if name in order else (len(order), -visits)


def _parts(named: Iterable[tuple[str, Judged]]) -> dict[str, list[Judged]]:
    """The visits by group; groups too small to be told, and to be nobody's, stand together."""
    parts: dict[str, list[Judged]] = defaultdict(list)
    for name, one in named:
        parts[name].append(one)
    small = [name for name, all_ in parts.items() if len(all_) < ENOUGH]
    together = [one for name in small for one in parts.pop(name)]
    return {**parts, _SMALL: together} if together else parts


def _proven(group: str, name: str, visits: Sequence[Judged]) -> Proven:
    """``off``: more than three of a hundred apart, and further than chance brings apart once in twenty times."""
    said, missed = sum(one.said for one in visits), sum(one.missed for one in visits)
    by_chance = sum(one.said * (1 - one.said) for one in visits) ** 0.5
    apart = abs(said - missed)
    off = len(visits) >= ENOUGH and apart > POINTS * len(visits) and apart > CHANCE * by_chance
    error = sum((one.said - one.missed) ** 2 for one in visits) / len(visits)
    return Proven(group, name, len(visits), said / len(visits), missed, error, off)


def _band(bands: Iterable[tuple[float, str]], value: float) -> str:
    return next(name for below, name in bands if value < below)
