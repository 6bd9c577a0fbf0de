"""How well a set of pairs tells who is registered twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bench.planted_people.types import Pair, Planted, pair


@dataclass(frozen=True, slots=True)
class Score:
    """``found`` of ``planted`` pairs, and ``wrong`` ones that are two people.

    ``by_kind`` says for each thing that was planted how many pairs with it were found, of how many. ``wrong_by_kind``
    says why the wrong ones look alike; ``family`` is one household otherwise, ``nobody`` a record of no person,
    ``strangers`` the rest.
    """

    planted: int
    found: int
    wrong: int
    by_kind: dict[str, tuple[int, int]]
    wrong_by_kind: dict[str, int]

    @property
    def precision(self) -> float:
        """The part of what was said that is true; 1.0 where nothing was said."""
        said = self.found + self.wrong
        return self.found / said if said else 1.0

    @property
    def recall(self) -> float:
        """The part of what is true that was said; 1.0 where nothing was planted."""
        return self.found / self.planted if self.planted else 1.0


def score(said: Iterable[Pair], planted: Planted) -> Score:
    """The score of these pairs of ids, in whichever order; each counts once. ValueError for an id with itself."""
    pairs = {pair(one, other) for one, other in said}
    found = pairs & planted.same.keys()
    wrong = pairs - planted.same.keys()
    every = Counter(kind for kinds in planted.same.values() for kind in kinds)
    hits = Counter(kind for two in found for kind in planted.same[two])
    return Score(
        planted=len(planted.same),
        found=len(found),
        wrong=len(wrong),
        by_kind={kind: (hits[kind], every[kind]) for kind in sorted(every)},
        wrong_by_kind=dict(Counter(_why(two, planted) for two in wrong).most_common()),
    )


def _why(two: Pair, planted: Planted) -> str:
    homes = [planted.homes.get(one) for one in two]
    if None in homes:
        return "nobody"
    return planted.apart.get(two) or ("family" if homes[0] == homes[1] else "strangers")
