"""Reads of memos: a thread with what was written, those of somebody, those about a patient."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from medoffice.front_office.memos import models
from medoffice.front_office.memos.types import Memo, Thread, To, Wants
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import holds_work_about, refs_waiting
from medoffice.security.api import permitted, require, users
from medoffice.security.types import Actor, Role

KIND = "memo"


def thread(actor: Actor, thread_id: UUID) -> Thread:
    """A thread the actor takes part in, or that is kept in a chart they may read. Raises NotFound. Five queries."""
    row = models.Thread.objects.filter(id=thread_id).first()
    if row is None:
        raise NotFound
    require(actor, "memos.read", row.patient_id)
    mine = _taking_part(actor).filter(id=thread_id).exists() or holds_work_about(actor, Ref(KIND, thread_id))
    if not mine and not row.clinical:
        raise NotFound
    return _threads(actor, [row])[0]


def memos_of(thread_id: UUID) -> list[Memo]:
    """What was written, first to last. One query."""
    rows = models.Memo.objects.filter(thread_id=thread_id).select_related("by").order_by("id")
    return [Memo(row.id, row.body, row.by.name, row.at) for row in rows]


def my_threads(actor: Actor, limit: int | None = None) -> tuple[list[Thread], int]:
    """The threads somebody takes part in, the latest first, and how many there are. Five queries."""
    rows = permitted(actor, "memos.read", _taking_part(actor), visit="").order_by("-last_at", "-id")
    return _threads(actor, rows[:limit]), rows.count()


def threads_about(actor: Actor, patient_id: UUID) -> list[Thread]:
    """What is kept in the chart of a patient, and what the actor takes part in about them, latest first."""
    rows = models.Thread.objects.filter(patient_id=patient_id)
    own = _taking_part(actor).filter(patient_id=patient_id).values("id")
    found = permitted(actor, "memos.read", rows.filter(Q(clinical=True) | Q(id__in=own)), visit="")
    return _threads(actor, found.order_by("-last_at", "-id")[:20])


def _taking_part(actor: Actor) -> QuerySet[models.Thread]:
    """Threads that somebody began, is asked in, or wrote in."""
    roles = [role.value for role in Role if actor.holds(frozenset({role}))]
    wrote = models.Memo.objects.filter(thread=OuterRef("pk"), by_id=actor.id)
    return models.Thread.objects.filter(
        Q(starter_id=actor.id) | Q(to_user_id=actor.id) | Q(to_role__in=roles) | Exists(wrote)
    )


def _threads(actor: Actor, rows: Iterable[models.Thread]) -> list[Thread]:
    found = list(rows)
    looked = models.Looked.objects.filter(user_id=actor.id, thread__in=[row.id for row in found])
    seen = dict(looked.values_list("thread_id", "at"))
    names = {user.id: user.name for user in users()} if found else {}
    waiting = {one for _, one in refs_waiting(KIND)} if found else set()
    return [
        Thread(
            id=row.id,
            subject=row.subject,
            patient_id=row.patient_id,
            clinical=row.clinical,
            wants=Wants(row.wants),
            started_by=names[row.starter_id],
            starter_id=row.starter_id,
            to=To(row.to_user_id, row.to_role),
            to_name=names[row.to_user_id] if row.to_user_id else row.to_role,
            last_at=row.last_at,
            last_by=row.last_by,
            open=row.id in waiting,
            unread=row.last_by != actor.name and (row.id not in seen or seen[row.id] < row.last_at),
        )
        for row in found
    ]
