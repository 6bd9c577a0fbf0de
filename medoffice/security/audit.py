"""The audit trail: one event row for each intent, one subject row for each patient, sealed into a hash chain.

Rows are written in the transaction of the act itself. The sealer gives every event whose transaction is older than all
open ones its place in the chain: HMAC-SHA-256 over the previous hash and the event's canonical JSON, with a key that is
not in the database. The database refuses update and delete to the running program; the chain shows it if an owner does.

A chain cannot show that its end was cut off, so the sealer keeps the head outside the database, in the data folder:
``audit/WORLD.head``. Verifying compares it. A chain that does not fit its head keeps the old head: it stays visible.
"""

import hashlib
import hmac
import json
import logging
import os
import secrets
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.worlds import current
from medoffice.security.models import AuditEvent, AuditSeal, AuditSubject
from medoffice.security.types import Act, Actor, ChainVerdict

request_id: ContextVar[str] = ContextVar("request_id", default="")
log = logging.getLogger(__name__)
_NOWHERE = UUID(int=0)
_SEALER_LOCK = 0x4D4F5345  # "MOSE": one sealer at a time
# The oldest open transaction of this world. A snapshot knows those of every database of the server; those that hold
# their lock in another one are other worlds' and keep nobody waiting. Of what is not known it is assumed to be ours.
_HORIZON = (
    "LEAST(pg_current_xact_id_if_assigned(), COALESCE("
    "(SELECT xip FROM pg_snapshot_xip(pg_current_snapshot()) xip WHERE NOT EXISTS"
    " (SELECT 1 FROM pg_locks held JOIN pg_stat_activity holder ON holder.pid = held.pid"
    " WHERE held.locktype = 'transactionid' AND held.mode = 'ExclusiveLock' AND held.transactionid = xip::xid"
    " AND holder.datname <> current_database()) ORDER BY xip LIMIT 1), pg_snapshot_xmax(pg_current_snapshot())))"
)


def write(act: Act, outcome: str) -> None:
    """Write the one event of this act with its subjects, in the current transaction or one of its own."""
    with transaction.atomic(savepoint=False):  # never an event without its subjects: the sealer may look in between
        _write(act, outcome)


def _write(act: Act, outcome: str) -> None:
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
        write(Act(actor, word, object_kind=object_kind, subjects=shown), "seen")


def seal(limit: int = 20_000) -> int:
    """Seal the events of finished transactions; returns how many. Safe to call from many places at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEALER_LOCK])
        last = AuditSeal.objects.order_by("-position").first()
        position, head = (last.position, last.hash) if last else (0, _genesis())
        cursor.execute(
            # due: older than every open transaction, or of a number not given out yet (restored from another server)
            "SELECT e.id FROM audit_event e LEFT JOIN audit_seal s ON s.event_id = e.id"  # noqa: S608 - constants only
            f" WHERE s.event_id IS NULL AND (e.xid < {_HORIZON}"
            " OR e.xid >= pg_snapshot_xmax(pg_current_snapshot()))"
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
        if seals:
            transaction.on_commit(lambda: _keep_head(position, head))
    return len(seals)


def waits_for_seal() -> bool:
    """Whether the latest event that is due for the chain is not in it yet. One query, by index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM ("  # noqa: S608 - constants only
            f" (SELECT id FROM audit_event WHERE xid < {_HORIZON}"
            "  ORDER BY xid DESC, id DESC LIMIT 1) UNION ALL"
            " (SELECT id FROM audit_event WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())"
            "  ORDER BY xid DESC, id DESC LIMIT 1)) latest"
            " WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = latest.id))"
        )
        return bool(cursor.fetchone()[0])


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
    kept = _kept_head()
    if kept is not None and not _fits(kept):
        words = f"the chain ends at position {expected}, the head kept outside is {kept.position}: its end was cut off"
        return ChainVerdict(expected, 0, head, _NOWHERE, words)
    unsealed = AuditEvent.objects.filter(seal=None).count()
    if kept is None and expected:
        words = "the chain is whole; no head is kept outside the database to compare its end with"
        return ChainVerdict(expected, unsealed, head, words=words)
    return ChainVerdict(expected, unsealed, head)


def forget_head() -> None:
    """After a restore: the world's chain ends where its backup did, and that is its end now."""
    _head_file().unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Head:
    """The end of a world's chain as it is kept outside the database."""

    world: str
    position: int
    hash: str


def _keep_head(position: int, head: str) -> None:
    """Write the head beside the database, if the chain still fits the one kept there."""
    kept, new = _kept_head(), _Head(str(current.identity()), position, head)
    if kept is not None and (kept.position > position or not _fits(kept)):
        log.error("the audit chain does not fit the head kept outside the database (position %s)", kept.position)
        return
    path = _head_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with partial.open("w", encoding="utf-8") as file:
        json.dump(asdict(new), file)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _kept_head() -> _Head | None:
    """The head kept for this very world (a copy has an identity of its own), or None."""
    try:
        kept = _Head(**json.loads(_head_file().read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    return kept if kept.world == str(current.identity()) else None


def _fits(kept: _Head) -> bool:
    return AuditSeal.objects.filter(position=kept.position, hash=kept.hash).exists()


def _head_file() -> Path:
    return Path(settings.DATA_DIR) / "audit" / f"{current.name()}.head"


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
