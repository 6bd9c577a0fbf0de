"""How people stand to what is kept from them: labels, denials, and what they opened. While a page is read, asked once.

An action asks afresh, in its own transaction, and what was asked before it is asked again after it: it may change this.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, UUIDField, Value

from medoffice.kernel import clock
from medoffice.security.models import Access, Consent, Denial, Labelling
from medoffice.security.rules.labels import FACETS
from medoffice.security.types import CLINICAL, Actor, Label, Standing

Against = list[tuple[Label | None, list[UUID], Standing]]


@dataclass(slots=True)
class _Asked:
    """What is known while a page is read: of each actor, by patient, and about whom they have broken the glass."""

    standings: dict[Actor, dict[UUID, Against]] = field(default_factory=dict)
    emergencies: dict[UUID, frozenset[UUID]] = field(default_factory=dict)


_asked: ContextVar[_Asked | None] = ContextVar("asked", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """While a page is read: the same is not asked twice, and the whole page is decided alike."""
    token = _asked.set(_Asked())
    try:
        yield
    finally:
        _asked.reset(token)


@contextmanager
def asked_afresh() -> Iterator[None]:
    """While something is done: nothing known before counts, neither now nor afterwards."""
    before = _asked.get()
    token = _asked.set(None)
    try:
        yield
    finally:
        _asked.reset(token)
        if before is not None:
            before.standings.clear()
            before.emergencies.clear()


def standings(actor: Actor, subjects: set[UUID], *, to_patient: bool = False) -> dict[UUID, Against]:
    """How somebody stands to each label of these patients, and what it is on; None is a denial by name.

    One query; none while a page is read that has asked about them already.
    """
    asked = _asked.get()
    known = {} if asked is None else asked.standings.setdefault(actor, {})
    unknown = subjects - known.keys()
    if unknown:
        found = _standings(actor, unknown)
        known.update({subject: found.get(subject, []) for subject in unknown})
    return {
        subject: [
            (label, things, replace(standing, to_patient=to_patient)) for label, things, standing in known[subject]
        ]
        for subject in subjects
        if known[subject]
    }


def _standings(actor: Actor, subjects: set[UUID]) -> dict[UUID, Against]:
    no = Value(False, BooleanField())
    by_name = (
        denials(actor.id)
        .filter(subject__in=subjects)
        .values_list("subject", Value("", CharField()), Value([], ArrayField(UUIDField())), *([no] * len(FACETS)))
    )
    labels = (
        in_force(actor.id, clock.now()).filter(subject__in=subjects).values_list("subject", "label", "things", *FACETS)
    )
    found: dict[UUID, Against] = {}
    for subject, label, things, *facets in labels.union(by_name, all=True):
        standing = Standing(actor.stands_for, **dict(zip(FACETS, facets, strict=True)))
        found.setdefault(subject, []).append((Label(label) if label else None, things, standing))
    return found


def emergencies(actor: Actor) -> frozenset[UUID]:
    """About whom somebody has broken the glass now. One query, once while a page is read; none for who breaks none."""
    if not actor.stands_for & CLINICAL:
        return frozenset()
    asked = _asked.get()
    if asked is not None and actor.id in asked.emergencies:
        return asked.emergencies[actor.id]
    rows = Access.objects.filter(user_id=actor.id, emergency=True, ended_at=None, ends_at__gt=clock.now())
    found = frozenset(rows.values_list("subject", flat=True))
    if asked is not None:
        asked.emergencies[actor.id] = found
    return found


def in_force(user_id: UUID, now: datetime) -> QuerySet[Labelling]:
    """The labels in force, each with how this person stands to it."""
    consents = Consent.objects.filter(
        Q(until=None) | Q(until__gte=now.date()),
        Q(labelling=None) | Q(labelling=OuterRef("pk")),
        subject=OuterRef("subject"),
        label=OuterRef("label"),
        revoked_at=None,
    )
    open_now = Access.objects.filter(user_id=user_id, subject=OuterRef("subject"), ended_at=None, ends_at__gt=now)
    return Labelling.objects.filter(ended_at=None).annotate(
        consent=Exists(consents),
        author=_is(Q(written_by__isnull=False, written_by_id=user_id)),
        own=_is(Q(employee__isnull=False, employee_id=user_id)),
        opened=Exists(open_now.filter(emergency=False)),
        broken=Exists(open_now.filter(emergency=True)),
    )


def denials(user_id: UUID) -> QuerySet[Denial]:
    """Whom somebody is kept from by name."""
    return Denial.objects.filter(user_id=user_id, lifted_at=None)


def _is(condition: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(condition, output_field=BooleanField())
