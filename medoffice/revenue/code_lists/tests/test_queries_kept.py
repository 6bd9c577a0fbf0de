"""What is kept of a release: only codes that are new are asked, all pairs between them are there, and it ends."""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from uuid import UUID

import pytest

from medoffice.kernel.ids import new_id
from medoffice.revenue.code_lists.queries import kept as keeping
from medoffice.revenue.code_lists.queries.kept import kept

Both = tuple[str, str]


class Asked:
    """A list in which every code stands in a pair with every other, and what it was asked."""

    def __init__(self) -> None:
        self.calls: list[set[str]] = []

    def __call__(self, _id: UUID, new: Collection[str], before: Collection[str]) -> dict[Both, tuple[Both, ...]]:
        self.calls.append(set(new))
        every = permutations([*new, *before], 2)
        return {both: (both,) for both in every if set(both) & set(new)}


def test_only_what_is_new_is_asked_and_the_pairs_with_what_was_known_come_with_it() -> None:
    asked, release = Asked(), new_id()
    kept(release, frozenset("AB"), asked)
    assert set(kept(release, frozenset("BC"), asked)) == set(permutations("ABC", 2))
    kept(release, frozenset("AC"), asked)
    assert asked.calls == [{"A", "B"}, {"C"}]
    kept(new_id(), frozenset("A"), asked)
    assert asked.calls[-1] == {"A"}, "another release is asked for itself"


def test_many_threads_that_bring_in_different_codes_miss_no_pair_between_them() -> None:
    asked, release = Asked(), new_id()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda code: kept(release, frozenset(code), asked), "ABCDEFGHIJ"))
    assert set(kept(release, frozenset("A"), asked)) == set(permutations("ABCDEFGHIJ", 2))


def test_what_is_kept_never_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_CODES", 3)
    monkeypatch.setattr(keeping, "MOST_RELEASES", 2)
    asked, releases = Asked(), [new_id() for _ in range(4)]
    for release in releases:
        kept(release, frozenset("AB"), asked)
    assert list(keeping.KEPT) == releases[-2:]
    assert set(kept(releases[-1], frozenset("CD"), asked)) == set(permutations("CD", 2))
    assert set(kept(releases[-1], frozenset("C"), asked)) == set(permutations("CD", 2))
    assert set(kept(releases[-1], frozenset("ABCDE"), asked)) == set(permutations("ABCDE", 2))


def test_of_what_cannot_be_asked_nothing_is_kept() -> None:
    release = new_id()

    def broken(_id: UUID, _new: Collection[str], _before: Collection[str]) -> dict[Both, tuple[Both, ...]]:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        kept(release, frozenset("A"), broken)
    asked = Asked()
    kept(release, frozenset("A"), asked)
    assert asked.calls == [{"A"}]
