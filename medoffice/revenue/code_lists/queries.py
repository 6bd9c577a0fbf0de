"""Reads of code lists. What no list speaks for is None, never empty."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Q

from medoffice.kernel.checks import Checked
from medoffice.practice.api import today_here
from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.rules.standing import ending, speaking, stand
from medoffice.revenue.code_lists.types import CoverageOf, Known, Loaded, Release
from medoffice.standards.code_lists.types import (
    AddOnRow,
    CodeRow,
    CoverageUse,
    ListKind,
    PairMark,
    PairRow,
    UnitsMark,
    UnitsRow,
    ValueRow,
)


def releases() -> list[Release]:
    """Every list that was taken in, the latest first. One query."""
    return [to_release(row) for row in models.Release.objects.order_by("kind", "-valid_from", "-taken_at")]


def standing_on(on: date) -> list[Loaded]:
    """How every kind of list stands on a day of service. One query."""
    return stand(releases(), on)


def known_of(codes: Collection[str], on: date, *, medicaid: bool) -> Known:
    """What the lists that speak for the day say of these codes; at most six queries, none for what is not loaded."""
    every, wanted = releases(), sorted(set(codes))
    pairs = speaking(every, ListKind.PAIRS_MEDICAID if medicaid else ListKind.PAIRS, on)
    units = speaking(every, ListKind.UNITS_MEDICAID if medicaid else ListKind.UNITS, on)
    add_ons = speaking(every, ListKind.ADD_ONS, on)
    values = speaking(every, ListKind.VALUES, on)
    coverage = speaking(every, ListKind.COVERAGE, on)
    return Known(
        pairs={(one.first, one.second): one for one in _pairs(pairs, wanted, on)} if pairs else None,
        pairs_until=pairs.last_code if pairs else "",
        units=_units(units, wanted) if units else None,
        add_ons=_add_ons(add_ons, wanted, on) if add_ons else None,
        values=_values(values, wanted) if values else None,
        coverage=_coverage(coverage, wanted) if coverage else None,
    )


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


def lists_check() -> list[Checked]:
    """The lists that the office loads speak for today, and will for a while."""
    loaded = standing_on(today_here())
    told = ", ".join(f"{one.kind.value} to {one.release.valid_to:%m/%d/%Y}" for one in loaded if one.release)
    words = told or "none is loaded: what they would find is said to be not checked"
    return [Checked("code-lists", "the lists that were loaded speak for today", words, tuple(ending(loaded)))]


def to_release(row: models.Release) -> Release:
    """A row as the noun."""
    return Release(
        id=row.id,
        kind=ListKind(row.kind),
        edition=row.edition,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=row.source,
        rows=row.rows,
        last_code=row.last_code,
        taken_by=row.taken_by,
        taken_at=row.taken_at,
    )


def _code_row(row: models.ListedCode) -> CodeRow:
    return CodeRow(row.code, row.short, row.long, row.valid_from, row.valid_to, row.coverage, row.kind, row.of)


def _pairs(release: Release, codes: list[str], on: date) -> Iterable[PairRow]:
    rows = models.Pair.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=on),
        release=release.id,
        first__in=codes,
        second__in=codes,
        valid_from__lte=on,
    )
    for row in rows.order_by("first", "second"):
        yield PairRow(row.first, row.second, row.valid_from, row.valid_to, PairMark(row.mark), row.why)


def _units(release: Release, codes: list[str]) -> dict[str, UnitsRow]:
    rows = models.MostUnits.objects.filter(release=release.id, code__in=codes)
    return {row.code: UnitsRow(row.code, row.most, UnitsMark(row.mark), row.why) for row in rows}


def _add_ons(release: Release, codes: list[str], on: date) -> dict[str, tuple[AddOnRow, ...]]:
    rows = models.AddOn.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=on), release=release.id, code__in=codes, valid_from__lte=on
    )
    found: dict[str, tuple[AddOnRow, ...]] = {}
    for row in rows.order_by("code", "primary"):
        one = AddOnRow(row.code, row.primary, row.kind, row.valid_from, row.valid_to)
        found[row.code] = (*found.get(row.code, ()), one)
    return found


def _values(release: Release, codes: list[str]) -> dict[str, ValueRow]:
    rows = models.Value.objects.filter(release=release.id, code__in=codes, modifier="")
    return {
        row.code: ValueRow(
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
        )
        for row in rows
    }


def _coverage(release: Release, codes: list[str]) -> dict[str, tuple[CoverageOf, ...]]:
    """The articles of each procedure. The groups are put together: what pairs them is only the article's text."""
    rows = models.CoverageCode.objects.filter(release=release.id)
    named = list(rows.filter(use=CoverageUse.PROCEDURE, code__in=codes).values_list("article", "code").distinct())
    if not named:
        return {}
    titles: dict[str, str] = {}
    sets: dict[tuple[str, str], set[str]] = {}
    diagnoses = rows.filter(article__in={article for article, _ in named}).exclude(use=CoverageUse.PROCEDURE)
    for article, title, use, code in diagnoses.values_list("article", "title", "use", "code"):
        titles[article] = title
        sets.setdefault((article, use), set()).add(code)
    found: dict[str, tuple[CoverageOf, ...]] = {}
    for article, code in named:
        covered = frozenset(sets.get((article, CoverageUse.COVERED), ()))
        against = frozenset(sets.get((article, CoverageUse.NOT_COVERED), ()))
        found[code] = (*found.get(code, ()), CoverageOf(article, titles.get(article, ""), covered, against))
    return found
