"""How people stand to what is kept from them: labels, denials, what they opened. Asked once while a page is read."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, UUIDField, Value

from medoffice.kernel import clock
from medoffice.kernel.reading import known, once
from medoffice.security.models import Access, Consent, Denial, Labelling
from medoffice.security.rules.labels import FACETS
from medoffice.security.types import CLINICAL, Actor, Label, Standing
from medoffice.security.written import SOME_TIME, SOMEBODY, Written, some_patients, written

Against = list[tuple[Label | None, list[UUID], Standing]]


def standings(actor: Actor, subjects: set[UUID], *, to_patient: bool = False) -> dict[UUID, Against]:
    """How somebody stands to each label of these patients, and what it is on; None is a denial by name.

    One query; none while a page is read that has asked about them already.
    """
    against = known(("standings", actor), dict[UUID, Against]())
    unknown = subjects - against.keys()
    if unknown:
        found = _standings(actor, unknown)
        against.update({subject: found.get(subject, []) for subject in unknown})
    return {
        subject: [
            (label, things, replace(standing, to_patient=to_patient)) for label, things, standing in against[subject]
        ]
        for subject in subjects
        if against[subject]
    }


def _standings(actor: Actor, subjects: set[UUID]) -> dict[UUID, Against]:
    found: dict[UUID, Against] = {}
    for subject, label, things, *facets in _statement().asked_by(actor, subjects).rows():
        standing = Standing(actor.stands_for, **dict(zip(FACETS, facets, strict=True)))
        found.setdefault(subject, []).append((Label(label) if label else None, things, standing))
    return found


@lru_cache(maxsize=1)
def _statement() -> Written:
    no = Value(False, BooleanField())
    by_name = (
        denials(SOMEBODY)
        .filter(subject__in=some_patients())
        .values_list("subject", Value("", CharField()), Value([], ArrayField(UUIDField())), *([no] * len(FACETS)))
    )
    labels = in_force(SOMEBODY, SOME_TIME).filter(subject__in=some_patients())
    return written(labels.values_list("subject", "label", "things", *FACETS).union(by_name, all=True))


@once
def emergencies(actor: Actor) -> frozenset[UUID]:
    """About whom somebody has broken the glass now. One query, once while a page is read; none for who breaks none."""
    if not actor.stands_for & CLINICAL:
        return frozenset()
    rows = Access.objects.filter(user_id=actor.id, emergency=True, ended_at=None, ends_at__gt=clock.now())
    return frozenset(rows.values_list("subject", flat=True))


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
