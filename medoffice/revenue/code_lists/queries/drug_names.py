"""The names of RxNorm's prescribable drugs by words as typed, where the office has loaded the list.

The names of a release never change: those of the latest two that were asked are kept in this process, so that a letter
typed costs no reading of them.
"""

from collections import OrderedDict
from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.queries.releases import releases
from medoffice.revenue.code_lists.rules.standing import speaking
from medoffice.standards.code_lists.types import ListKind

MOST_RELEASES, SHORTEST = 2, 3
_PRESCRIBED = ("drug", "branded drug")
_kept: OrderedDict[UUID, list[tuple[str, str]]] = OrderedDict()


def drug_names(typed: str, limit: int) -> list[str]:
    """Drugs with all the words, each from its beginning, the shortest first; none for less than three letters.

    One query, and one more where the list that speaks is new to this process.
    """
    parts = [f" {one}" for one in typed.lower().split()]
    if len(typed.strip()) < SHORTEST or limit <= 0:
        return []
    speaks = speaking(releases(), ListKind.RXNORM, today_here())
    if speaks is None:
        return []
    found = [words for folded, words in _names_of(speaks.id) if all(one in folded for one in parts)]
    return sorted(found, key=lambda one: (len(one), one))[:limit]


def _names_of(release_id: UUID) -> list[tuple[str, str]]:
    """Every name, in small letters with a blank before it, and as it is written."""
    names = _kept.get(release_id)
    if names is None:
        rows = models.ListedCode.objects.filter(release=release_id, kind__in=_PRESCRIBED)
        names = [(f" {words.lower()}", words) for words in rows.values_list("long", flat=True)]
        _kept[release_id] = names
        while len(_kept) > MOST_RELEASES:
            _kept.popitem(last=False)
    _kept.move_to_end(release_id)
    return names
