"""The audit trail: one event row for each intent, one subject row for each patient, sealed into a hash chain.

Rows are written in the transaction of the act itself. The sealer gives every event whose transaction is older than all
open ones its place in the chain: HMAC-SHA-256 over the previous hash and the event's canonical JSON, with a key that is
not in the database. The database refuses update and delete to the running program; the chain shows it if an owner does.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.security.models import AuditEvent, AuditSeal, AuditSubject
from medoffice.security.types import Act, Actor, ChainVerdict

request_id: ContextVar[str] = ContextVar("request_id", default="")
_SEALER_LOCK = 0x4D4F5345  # "MOSE": one sealer at a time


def write(act: Act, outcome: str) -> None:
    """Write the one event of this act with its subjects, in the current transaction."""
    event = AuditEvent.objects.create(
        id=new_id(),
        at=clock.now(),
        actor_id=act.actor.id,
        actor_name=act.actor.name,
        word=act.word,
        outcome=outcome,
        purpose=act.purpose,
        object_kind=act.object_kind,
        object_id=act.object_id,
        via=act.via,
        detail=act.detail,
        request_id=request_id.get(),
    )
    AuditSubject.objects.bulk_create(AuditSubject(event=event, subject=subject) for subject in sorted(act.subjects))


def write_seen(actor: Actor, word: str, subjects: Iterable[UUID], *, object_kind: str = "") -> None:
    """Write that these patients' data were shown to the actor: one event, one subject row each; nothing for nobody."""
    shown = set(subjects)
    if shown:
        with transaction.atomic():
            write(Act(actor, word, object_kind=object_kind, subjects=shown), "seen")


def seal(limit: int = 20_000) -> int:
    """Seal the events of finished transactions; returns how many. Safe to call from many places at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEALER_LOCK])
        last = AuditSeal.objects.order_by("-position").first()
        position, head = (last.position, last.hash) if last else (0, _genesis())
        cursor.execute(
            "SELECT e.id FROM audit_event e LEFT JOIN audit_seal s ON s.event_id = e.id"
            " WHERE s.event_id IS NULL AND e.xid < pg_snapshot_xmin(pg_current_snapshot())"
            " ORDER BY e.xid, e.id LIMIT %s",
            [limit],
        )
        due = [row[0] for row in cursor.fetchall()]
        events = AuditEvent.objects.prefetch_related("subjects").in_bulk(due)
        seals, at = [], clock.now()
        for event_id in due:
            position, head = position + 1, _link(head, events[event_id])
            seals.append(AuditSeal(position=position, event_id=event_id, hash=head, sealed_at=at))
        AuditSeal.objects.bulk_create(seals, batch_size=2000)
    return len(seals)


def verify() -> ChainVerdict:
    """Recompute the whole chain and compare; names the first event that does not fit."""
    head, expected = _genesis(), 0
    seals = AuditSeal.objects.select_related("event").prefetch_related("event__subjects").order_by("position")
    for seal_row in seals.iterator(chunk_size=2000):
        expected += 1
        head = _link(head, seal_row.event)
        if seal_row.position != expected or not hmac.compare_digest(head, seal_row.hash):
            words = f"event {seal_row.event_id} or its neighbourhood was altered (position {seal_row.position})"
            return ChainVerdict(expected, 0, seal_row.hash, seal_row.event_id, words)
    unsealed = AuditEvent.objects.filter(seal=None).count()
    return ChainVerdict(expected, unsealed, head)


def _genesis() -> str:
    return hashlib.sha256(b"medoffice audit chain").hexdigest()


def _link(previous: str, event: AuditEvent) -> str:
    """The hash of an event given the one before it."""
    body: dict[str, Any] = {
        "id": str(event.id),
        "at": event.at.isoformat(),
        "actor": [str(event.actor_id), event.actor_name],
        "word": event.word,
        "outcome": event.outcome,
        "purpose": event.purpose,
        "object": [event.object_kind, str(event.object_id)],
        "via": event.via,
        "detail": event.detail,
        "request": event.request_id,
        "subjects": sorted(str(row.subject) for row in event.subjects.all()),
    }
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hmac.new(settings.AUDIT_KEY, f"{previous}\n{text}".encode(), hashlib.sha256).hexdigest()
