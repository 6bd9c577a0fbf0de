"""What the lists that speak for a day say of some codes."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import permutations
from uuid import UUID

from django.db import connection

from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.queries.kept import Ask, Row, kept
from medoffice.revenue.code_lists.queries.releases import releases
from medoffice.revenue.code_lists.queries.words import ever_listed, words_listed
from medoffice.revenue.code_lists.rules.standing import speaking
from medoffice.revenue.code_lists.types import CoverageOf, Known, Release
from medoffice.standards.code_lists.types import (
    AddOnRow,
    CoverageUse,
    ListKind,
    PairMark,
    PairRow,
    UnitsMark,
    UnitsRow,
    ValueRow,
)

Both = tuple[str, str]
# Pairs whose first code is new, then those of the others whose second one is: one question for both.
_PAIRS = """
    SELECT first, second, valid_from, valid_to, mark, why FROM code_list_pair
    WHERE release_id = %(release)s AND first = ANY(%(new)s) AND second = ANY(%(every)s)
    UNION ALL
    SELECT first, second, valid_from, valid_to, mark, why FROM code_list_pair
    WHERE release_id = %(release)s AND first = ANY(%(before)s) AND second = ANY(%(new)s)
    ORDER BY valid_from
"""


def known_of(codes: Collection[str], on: date, *, medicaid: bool) -> Known:
    """What the lists that speak for the day say of these codes.

    One query, and two of each list of coverage; one more of each other list only where a code is new to this process.
    """
    every, wanted = releases(), frozenset(codes)
    pairs = speaking(every, ListKind.PAIRS_MEDICAID if medicaid else ListKind.PAIRS, on)
    units = speaking(every, ListKind.UNITS_MEDICAID if medicaid else ListKind.UNITS, on)
    add_ons = speaking(every, ListKind.ADD_ONS, on)
    values = speaking(every, ListKind.VALUES, on)
    coverage = speaking(every, ListKind.COVERAGE, on)
    national = speaking(every, ListKind.NATIONAL_CODES, on)
    dated = speaking(every, ListKind.NATIONAL, on) is not None
    return Known(
        pairs=_pairs(pairs, wanted, on) if pairs else None,
        pairs_until=pairs.last_code if pairs else "",
        units=_first(units, wanted, _ask_units) if units else None,
        add_ons=_add_ons(add_ons, wanted, on) if add_ons else None,
        values=_first(values, wanted, _ask_values) if values else None,
        coverage=_coverage(coverage, wanted) if coverage else None,
        national=_national(national, wanted, on, dated=dated) if national else None,
    )


def _pairs(release: Release, codes: frozenset[str], on: date) -> dict[Both, PairRow]:
    rows, found = kept(release.id, codes, _ask_pairs), dict[Both, PairRow]()
    for both in permutations(sorted(codes), 2):
        for one in rows.get(both, ()):
            if one.valid_from <= on and (one.valid_to is None or one.valid_to >= on):
                found[both] = one
    return found


def _ask_pairs(release_id: UUID, new: Collection[str], before: Collection[str]) -> dict[Both, tuple[PairRow, ...]]:
    found, asked = dict[Both, tuple[PairRow, ...]](), {"new": list(new), "before": list(before)}
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, {**asked, "release": release_id, "every": [*new, *before]})
        for first, second, valid_from, valid_to, mark, why in cursor.fetchall():
            one = PairRow(first, second, valid_from, valid_to, PairMark(mark), why)
            found[first, second] = (*found.get((first, second), ()), one)
    return found


def _first(release: Release, codes: frozenset[str], ask: Ask[str, Row]) -> dict[str, Row]:
    rows = kept(release.id, codes, ask)
    return {code: rows[code][0] for code in sorted(codes) if code in rows}


def _ask_units(release_id: UUID, new: Collection[str], _before: Collection[str]) -> dict[str, tuple[UnitsRow, ...]]:
    rows = models.MostUnits.objects.filter(release=release_id, code__in=new)
    return {row.code: (UnitsRow(row.code, row.most, UnitsMark(row.mark), row.why),) for row in rows}


def _add_ons(release: Release, codes: frozenset[str], on: date) -> dict[str, tuple[AddOnRow, ...]]:
    rows, found = kept(release.id, codes, _ask_add_ons), dict[str, tuple[AddOnRow, ...]]()
    for code in sorted(codes):
        standing = tuple(
            one for one in rows.get(code, ()) if one.valid_from <= on and (one.valid_to is None or one.valid_to >= on)
        )
        if standing:
            found[code] = standing
    return found


def _ask_add_ons(release_id: UUID, new: Collection[str], _before: Collection[str]) -> dict[str, tuple[AddOnRow, ...]]:
    rows = models.AddOn.objects.filter(release=release_id, code__in=new).order_by("code", "primary")
    found = dict[str, tuple[AddOnRow, ...]]()
    for row in rows:
        one = AddOnRow(row.code, row.primary, row.kind, row.valid_from, row.valid_to)
        found[row.code] = (*found.get(row.code, ()), one)
    return found


def _ask_values(release_id: UUID, new: Collection[str], _before: Collection[str]) -> dict[str, tuple[ValueRow, ...]]:
    rows = models.Value.objects.filter(release=release_id, code__in=new, modifier="")
    return {
        row.code: (
            ValueRow(
                code=row.code,
                modifier=row.modifier,
                status=row.status,
                work=row.work,
                office=row.office,
                facility=row.facility,
                malpractice=row.malpractice,
                days=row.days,
                pctc=row.pctc,
                multiple=row.multiple,
                bilateral=row.bilateral,
                factor=row.factor,
            ),
        )
        for row in rows
    }


def _coverage(release: Release, codes: Collection[str]) -> dict[str, tuple[CoverageOf, ...]]:
    """What is said of each procedure. The groups are put together: what pairs them is only the article's text."""
    rows = models.CoverageCode.objects.filter(release=release.id)
    of_codes = rows.filter(use=CoverageUse.PROCEDURE, code__in=codes).values_list("article", "title", "code")
    named = list(of_codes.order_by("article", "code").distinct())
    if not named:
        return {}
    sets: dict[tuple[str, str], set[str]] = {}
    diagnoses = rows.filter(article__in={one for one, _, _ in named}).exclude(use=CoverageUse.PROCEDURE)
    for article, use, code in diagnoses.values_list("article", "use", "code"):
        sets.setdefault((article, use), set()).add(code)
    found: dict[str, tuple[CoverageOf, ...]] = {}
    for article, title, code in named:
        covered = frozenset(sets.get((article, CoverageUse.COVERED), ()))
        against = frozenset(sets.get((article, CoverageUse.NOT_COVERED), ()))
        found[code] = (*found.get(code, ()), CoverageOf(article, title, covered, against))
    return found


def _national(release: Release, codes: Collection[str], on: date, *, dated: bool) -> dict[str, tuple[CoverageOf, ...]]:
    """What national determinations say of each procedure, with the level of each; ``dated`` says whether the list of
    determinations is loaded: then those it says are not in force on the day are left out. One it does not know stays.
    """
    found = _coverage(release, codes)
    if not found or not dated:
        return found
    sections = {one.article for each in found.values() for one in each}
    told = {code: row for (_, code), row in words_listed({ListKind.NATIONAL: sections}, on).items()}
    ended = ever_listed(ListKind.NATIONAL, sections, on) - set(told)
    return {
        code: tuple(
            replace(one, title=told[one.article].long, level=told[one.article].coverage) if one.article in told else one
            for one in each
            if one.article not in ended
        )
        for code, each in found.items()
    }
