"""Codes of lists with their texts, as they stand on a day of service."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import reduce
from operator import and_, or_

from django.db.models import Q

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.queries.releases import releases
from medoffice.revenue.code_lists.rules.standing import speaking
from medoffice.revenue.code_lists.types import Release
from medoffice.standards.code_lists.api import ndc_codes
from medoffice.standards.code_lists.types import CodeRow, ListKind

MOST_WORDS = 8


def listed(code: str, on: date) -> CodeRow | None:
    """A code with its texts, of the office's licensed file or HCPCS, as it stands on a day; None if none is loaded.

    Texts of a licence that is over are not given, whatever the day of service. Two queries.
    """
    every, today = releases(), today_here()
    speak = [speaking(every, kind, on) for kind in (ListKind.CPT, ListKind.HCPCS)]
    chosen = [one.id for one in speak if one and (one.kind is not ListKind.CPT or one.valid_to >= today)]
    dated = Q(valid_from=None) | Q(valid_from__lte=on)
    rows = models.ListedCode.objects.filter(
        dated, Q(valid_to=None) | Q(valid_to__gte=on), release__in=chosen, code=code
    )
    row = rows.first()
    return _code_row(row) if row else None


def words_listed(asked: Mapping[ListKind, Collection[str]], on: date) -> dict[tuple[ListKind, str], CodeRow]:
    """Codes of lists of words as they stand on a day, by list and code; not those of a list that is not loaded.

    Two queries.
    """
    every = releases()
    kinds = {one.id: kind for kind in asked if (one := speaking(every, kind, on))}
    dated = Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
    codes = {code for named in asked.values() for code in named}
    rows = models.ListedCode.objects.filter(*dated, release__in=kinds, code__in=codes)
    return {
        (kinds[row.release_id], row.code): _code_row(row) for row in rows if row.code in asked[kinds[row.release_id]]
    }


def look_up(release: Release, typed: str, on: date, limit: int) -> list[CodeRow]:
    """The codes of a release that begin so, or whose words have all that was typed, as they stand on a day, by code.

    The number of a drug is found as people write it, too, with its dashes or without. One query.
    """
    parts = typed.split()[:MOST_WORDS]
    if not parts or limit <= 0:
        return []
    worded = reduce(and_, (Q(long__icontains=one) | Q(short__icontains=one) for one in parts))
    dated = Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
    meant = ndc_codes(typed) if release.kind is ListKind.DRUGS else ()
    begins = reduce(or_, (Q(code__istartswith=one) for one in meant or (typed.strip(),)))
    rows = models.ListedCode.objects.filter(begins | worded, *dated, release=release.id)
    return [_code_row(row) for row in rows.order_by("code")[:limit]]


def ever_listed(kind: ListKind, codes: Collection[str], on: date) -> set[str]:
    """Those of the codes that the list which speaks for a day knows, on whatever days they hold. Two queries."""
    speaks = speaking(releases(), kind, on)
    rows = models.ListedCode.objects.filter(release=speaks.id if speaks else None, code__in=codes)
    return set(rows.values_list("code", flat=True))


def _code_row(row: models.ListedCode) -> CodeRow:
    return CodeRow(row.code, row.short, row.long, row.valid_from, row.valid_to, row.coverage, row.kind, row.of)
