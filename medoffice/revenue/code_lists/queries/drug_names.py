"""The names of RxNorm's prescribable drugs and of NDC's products by words as typed, where the office loaded the list.

The names of a release never change: those of the latest two that were asked are kept in this process, so that a letter
typed costs no reading of them. A product is found by its number, too, or by that of a package of it.
"""

from collections import OrderedDict
from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Length

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.queries.releases import releases
from medoffice.revenue.code_lists.rules.standing import speaking
from medoffice.revenue.code_lists.types import Release
from medoffice.standards.code_lists.api import PRODUCT, ndc_codes
from medoffice.standards.code_lists.types import ListKind

MOST_RELEASES, SHORTEST = 2, 3
_PRESCRIBED = ("drug", "branded drug")


class _Name(NamedTuple):
    """A name in small letters, a blank before each word, as it is written, and from when to when it is sold."""

    folded: str
    words: str
    begins: date
    ends: date


_kept: OrderedDict[UUID, list[_Name]] = OrderedDict()


def drug_names(typed: str, limit: int) -> list[str]:
    """Drugs of RxNorm with all the words, each from its beginning, the shortest first; none for two letters.

    One query, and one more where the list that speaks is new to this process.
    """
    return _named(ListKind.RXNORM, typed, limit)


def product_names(typed: str, limit: int) -> list[str]:
    """The same of NDC's products; and those that have the number that was typed. As ``drug_names``, or two queries."""
    meant = {one[:PRODUCT] for one in ndc_codes(typed)}
    return _numbered(meant, limit) if meant else _named(ListKind.DRUGS, typed, limit)


def _named(kind: ListKind, typed: str, limit: int) -> list[str]:
    parts, today = [f" {one}" for one in typed.lower().split()], today_here()
    if len(typed.strip()) < SHORTEST or limit <= 0:
        return []
    speaks = speaking(releases(), kind, today)
    if speaks is None:
        return []
    named = (one for one in _names_of(speaks) if all(part in one.folded for part in parts))
    found = {one.words for one in named if one.begins <= today <= one.ends}
    return sorted(found, key=lambda one: (len(one), one))[:limit]


def _numbered(codes: Collection[str], limit: int) -> list[str]:
    today = today_here()
    speaks = speaking(releases(), ListKind.DRUGS, today)
    dated = Q(valid_from=None) | Q(valid_from__lte=today), Q(valid_to=None) | Q(valid_to__gte=today)
    rows = models.ListedCode.objects.filter(*dated, release=speaks.id if speaks else None, code__in=codes)
    return list(rows.order_by("code").values_list("long", flat=True)[: max(limit, 0)])


def _names_of(release: Release) -> list[_Name]:
    """Every name of prescribable drugs, or of products, which have nine digits."""
    names = _kept.get(release.id)
    if names is None:
        rows = models.ListedCode.objects.filter(release=release.id)
        if release.kind is ListKind.RXNORM:
            rows = rows.filter(kind__in=_PRESCRIBED)
        else:
            rows = rows.annotate(digits=Length("code")).filter(digits=PRODUCT)
        names = [_name(*row) for row in rows.values_list("long", "valid_from", "valid_to")]
        _kept[release.id] = names
        while len(_kept) > MOST_RELEASES:
            _kept.popitem(last=False)
    _kept.move_to_end(release.id)
    return names


def _name(words: str, begins: date | None, ends: date | None) -> _Name:
    return _Name(f" {words.lower().replace('(', '( ')}", words, begins or date.min, ends or date.max)
