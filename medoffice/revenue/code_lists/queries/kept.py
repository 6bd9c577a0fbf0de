"""What releases say of the codes that were asked so far, kept in this process.

The rows of a release never change, and which release speaks is asked each time, so that what is kept is never old. Of
the millions of pairs of a list only those between codes that the office uses are kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from threading import Lock
from typing import Any, TypeVar
from uuid import UUID

MOST_RELEASES, MOST_CODES = 16, 4_000
Key = TypeVar("Key")
Row = TypeVar("Row")
# The rows of these codes by key; of pairs, those between them and the ones kept already too.
Ask = Callable[[UUID, Collection[str], Collection[str]], Mapping[Key, tuple[Row, ...]]]


class Kept:
    """The codes that a release was asked of, and its rows of them."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self.codes = set[str]()
        self.rows = dict[Any, tuple[Any, ...]]()


KEPT: OrderedDict[UUID, Kept] = OrderedDict()
_lock = Lock()


def kept(release_id: UUID, codes: frozenset[str], ask: Ask[Key, Row]) -> Mapping[Key, tuple[Row, ...]]:
    """The rows of a release by key, those of these codes among them; asked only for codes that are new here.

    One thread asks at a time: two that brought in different codes would miss the pairs between them.
    """
    with _lock:
        one = KEPT.get(release_id)
        if one is None or (len(one.codes | codes) > MOST_CODES and not codes <= one.codes):
            one = KEPT[release_id] = Kept()
        KEPT.move_to_end(release_id)
        while len(KEPT) > MOST_RELEASES:
            KEPT.popitem(last=False)
        if new := codes - one.codes:
            one.rows.update(ask(release_id, new, one.codes))
            one.codes |= new
        return one.rows
