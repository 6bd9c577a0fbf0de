"""Reads of disclosures."""

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, today_here
from medoffice.records.disclosures import models
from medoffice.records.disclosures.offers import Going, objectors
from medoffice.records.disclosures.rules.accounting import purposes_in, reaches_back_to, untold
from medoffice.records.disclosures.types import Disclosure, Purpose, Sought
from medoffice.security.api import kept, labelled, permitted, require
from medoffice.security.types import Actor, Label

_DATA = Path(__file__).resolve().parent / "data" / "purposes.toml"
_PURPOSES = purposes_in(tomllib.loads(_DATA.read_text(encoding="utf-8")))

READ = "disclosures.read"
TO_PLAN = "payment"
PAID = "The patient paid this visit in full and does not want the plan to know of it."
ON_THE_PAGE = "The restriction is ended, or lifted for emergency treatment, on the rights page of the patient."


def purposes() -> dict[str, Purpose]:
    """Why something may leave, by key. No query."""
    return _PURPOSES


def objections(going: Collection[Going]) -> dict[Going, str]:
    """Why something of these patients may not go to these names: what the office agreed to. A query an objector."""
    found: dict[Going, str] = {}
    for objector in objectors.values():
        found |= objector(going)
    return found


def refuse_objected(going: Collection[Going]) -> None:
    """Raise Refusal where the office has agreed not to tell one of them. As ``objections``."""
    for words in objections(going).values():
        raise Refusal("restricted", words, ON_THE_PAGE)


def kept_from_plan(purpose: str, abouts: Iterable[UUID | None]) -> set[UUID]:
    """Of these visits and papers, those not told for this purpose: paid in full, to a plan. One query.

    45 CFR 164.522(a)(1)(vi); ``source: unverified``, as the label's.
    """
    visits = {about for about in abouts if about}
    return {visit for _, visit in labelled(visits, Label.RESTRICTED)} if visits and purpose == TO_PLAN else set()


def refuse_to_plan(purpose: str, abouts: Iterable[UUID | None]) -> None:
    """Raise Refusal where one of these is kept from health plans. As ``kept_from_plan``."""
    if kept_from_plan(purpose, abouts):
        raise Refusal("label-forbids", PAID, "Leave it out; only the patient can end this.")


def log(actor: Actor, sought: Sought, limit: int | None = None) -> tuple[list[Disclosure], int]:
    """What left, latest first, as somebody may know of it, and how much there is.

    Two queries and the labels', and of sought words two more: nobody finds a title that a label keeps from them.
    """
    rows = _sought(permitted(actor, READ, models.Disclosure.objects.all()), sought)
    if sought.words:
        rows = rows.exclude(id__in=_found_by_kept_title(actor, rows, sought.words.strip()))
    found = rows.order_by("-at", "-id")
    return _known(actor, found[:limit] if limit else found), rows.count()


def left_since(patient_id: UUID, encounter_id: UUID, since: datetime, apart: Collection[UUID] = ()) -> bool:
    """Whether anything left since then that may have held what stands at a visit: all but what tells of another visit.

    What names no other papers than those ``apart`` does not count. One query.
    """
    rows = models.Disclosure.objects.filter(patient_id=patient_id, at__gte=since)
    if apart:
        rows = rows.exclude(abouts__contained_by=list(apart), abouts__len__gt=0)
    return rows.filter(Q(encounter_id=encounter_id) | Q(encounter=None) | Q(abouts__contains=[encounter_id])).exists()


def which_left(patient_id: UUID, papers: Collection[UUID]) -> set[UUID]:
    """Which of these papers something names that left, in whole or in part. One query."""
    rows = models.Disclosure.objects.filter(patient_id=patient_id, abouts__overlap=list(papers))
    return {about for abouts in rows.values_list("abouts", flat=True) for about in abouts} & set(papers)


def accounting(actor: Actor, patient_id: UUID) -> list[Disclosure]:
    """What a patient's account lists: what counts, of the last six years, oldest first. Three queries."""
    require(actor, "disclosures.account", patient_id)
    first = datetime.combine(reaches_back_to(today_here()), time.min, office_zone())
    rows = models.Disclosure.objects.filter(patient_id=patient_id, counts=True, at__gte=first)
    return _known(actor, rows.order_by("at", "id"))


def to_disclosure(row: models.Disclosure) -> Disclosure:
    """A row as the noun."""
    return Disclosure(
        id=row.id,
        patient_id=row.patient_id,
        purpose=purposes()[row.purpose],
        what=row.what,
        to_name=row.to_name,
        to_address=row.to_address,
        way=row.way,
        cause=Ref(row.cause_kind, row.cause_id),
        why=row.why,
        counts=row.counts,
        at=row.at,
        by=row.by,
    )


def _known(actor: Actor, rows: Iterable[models.Disclosure]) -> list[Disclosure]:
    """Of each what somebody may know now: a label set since it left keeps its title too."""
    found = list(rows)
    shut = _shut(actor, found)
    return [
        replace(to_disclosure(row), what=untold(row.what)) if row.id in shut else to_disclosure(row) for row in found
    ]


def _shut(actor: Actor, rows: Collection[models.Disclosure]) -> set[UUID]:
    """Those of these lines that name what a label keeps from somebody. One query."""
    named = {row.id: {(row.patient_id, about) for about in (row.encounter_id, *row.abouts) if about} for row in rows}
    closed = kept(actor, READ, set().union(*named.values())).keys()
    return {key for key, pairs in named.items() if pairs & closed}


def _found_by_kept_title(actor: Actor, rows: QuerySet[models.Disclosure], said: str) -> list[UUID]:
    """Those that somebody would find by nothing but the words of a title that is kept from them. Two queries."""
    by_title = list(rows.exclude(Q(to_name__icontains=said) | Q(by__icontains=said)))
    shut = _shut(actor, by_title)
    return [row.id for row in by_title if row.id in shut and said.lower() not in untold(row.what).lower()]


def _sought(rows: QuerySet[models.Disclosure], sought: Sought) -> QuerySet[models.Disclosure]:
    zone = office_zone()
    if sought.words:
        said = sought.words.strip()
        rows = rows.filter(Q(to_name__icontains=said) | Q(what__icontains=said) | Q(by__icontains=said))
    if sought.first:
        rows = rows.filter(at__gte=datetime.combine(sought.first, time.min, zone))
    if sought.last:
        rows = rows.filter(at__lt=datetime.combine(sought.last + timedelta(days=1), time.min, zone))
    if sought.way:
        rows = rows.filter(way=sought.way)
    return rows.filter(patient_id=sought.patient_id) if sought.patient_id else rows
