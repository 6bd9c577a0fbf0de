"""Reads of what is kept from whom: labels with their consents, denials, and who opened it with a reason."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import get_current_timezone

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.models import Access, AuditEvent, Consent, Denial, Labelling
from medoffice.security.offers import records_of
from medoffice.security.standings import emergencies
from medoffice.security.types import CONSENTED, Actor, Label, Reason, Review
from medoffice.security.words import permitted


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent in force."""

    id: UUID
    words: str
    by: str
    at: datetime
    until: date | None


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label in force, with the consents that open it."""

    id: UUID
    label: Label
    subject: UUID
    things: list[UUID]
    why: str
    by: str
    at: datetime
    employee: str
    consents: list[ConsentRow]

    @property
    def consentable(self) -> bool:
        """Whether a consent of the patient changes what it does."""
        return self.label in CONSENTED


def labels_of(subject: UUID, thing: UUID | None = None) -> list[LabelRow]:
    """The labels in force of a patient, or of one visit of theirs. One query, two if there are any."""
    rows = Labelling.objects.filter(subject=subject, ended_at=None).select_related("employee").order_by("set_at", "id")
    rows = rows.filter(things__contains=[thing]) if thing else rows
    today = clock.now().astimezone(get_current_timezone()).date()
    consents = (
        Consent.objects.filter(subject=subject, revoked_at=None).exclude(until__lt=today).order_by("recorded_at", "id")
    )
    found = list(rows)
    given = list(consents) if found else []
    return [
        LabelRow(
            row.id,
            Label(row.label),
            row.subject,
            row.things,
            row.why,
            row.set_by,
            row.set_at,
            row.employee.name if row.employee else "",
            [
                ConsentRow(one.id, one.words, one.recorded_by, one.recorded_at, one.until)
                for one in given
                if one.label == row.label and one.labelling_id in (None, row.id)
            ],
        )
        for row in found
    ]


@dataclass(frozen=True, slots=True)
class DenialRow:
    """A denial in force."""

    id: UUID
    who: str
    why: str
    by: str
    at: datetime


def denials_of(subject: UUID) -> list[DenialRow]:
    """Who is kept from a patient by name. One query."""
    rows = Denial.objects.filter(subject=subject, lifted_at=None).select_related("user").order_by("made_at", "id")
    return [DenialRow(row.id, row.user.name, row.reason, row.made_by, row.made_at) for row in rows]


@dataclass(frozen=True, slots=True)
class AccessRow:
    """Somebody opened with a reason what a label keeps; ``seen`` events of the audit trail were made under it."""

    id: UUID
    who: str
    subject: UUID
    emergency: bool
    reason: str
    why: str
    began_at: datetime
    until: datetime
    minutes_left: int
    seen: int
    outcome: str
    outcome_words: str
    reviewed_by: str

    @property
    def open(self) -> bool:
        """Whether it is going on."""
        return self.minutes_left > 0


def accesses_of(subject: UUID, limit: int = 50) -> list[AccessRow]:
    """Who opened what is kept of a patient, latest first. Three queries."""
    return _accesses(Access.objects.filter(subject__in=records_of(subject)).order_by("-began_at", "-id")[:limit])


def accesses_to_review(actor: Actor, limit: int = 200) -> list[AccessRow]:
    """What waits for a review, first to last; nobody reviews their own, or about whom they may not know. One query."""
    rows = Access.objects.filter(reviewed_at=None).exclude(user_id=actor.id).order_by("began_at", "id")
    return _accesses(permitted(actor, "security.review", rows, "subject", visit="")[:limit])


def access(access_id: UUID) -> AccessRow:
    """An access. Raises NotFound. One query."""
    found = _accesses(Access.objects.filter(id=access_id))
    if not found:
        raise NotFound
    return found[0]


def glass_broken(actor: Actor) -> list[AccessRow]:
    """The emergencies under which somebody sees what is kept from them. As ``emergencies``; if any, one query more."""
    if not emergencies(actor):
        return []
    now = clock.now()
    rows = Access.objects.filter(user_id=actor.id, emergency=True, ended_at=None, ends_at__gt=now)
    return _accesses(rows.order_by("began_at", "id"))


def _accesses(rows: QuerySet[Access]) -> list[AccessRow]:
    now = clock.now()
    until = Coalesce("ended_at", "ends_at")
    about = AuditEvent.objects.filter(
        actor_id=OuterRef("user_id"),
        at__gte=OuterRef("began_at"),
        at__lte=OuterRef("until"),
        subjects__subject=OuterRef("subject"),
    )
    counted = about.order_by().values("actor_id").annotate(n=Count("id", distinct=True)).values("n")
    found = rows.select_related("user").annotate(until=until).annotate(seen=Coalesce(Subquery(counted), 0))
    return [
        AccessRow(
            row.id,
            row.user.name,
            row.subject,
            row.emergency,
            Reason(row.code).says,
            row.why,
            row.began_at,
            row.until,
            max(0, -((now - row.until) // timedelta(minutes=1))) if row.ended_at is None else 0,
            row.seen,
            Review(row.outcome).says if row.outcome else "",
            row.outcome_words,
            row.reviewed_by,
        )
        for row in found
    ]
