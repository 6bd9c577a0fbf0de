"""The audit trail: one event row for each intent, one subject row for each patient, sealed into a hash chain.

Rows are written in the transaction of the act itself. The sealer gives every event whose transaction is older than all
open ones its place in the chain (chain.py). The database refuses update and delete to the running program; the chain
shows it if an owner does. How far everything is sealed is noted, so that the sealer never reads the trail as a whole.

A chain cannot show that its end was cut off, so the sealer keeps the head outside the database, in the data folder:
``audit/WORLD.head``. Verifying compares it. A chain that does not fit its head keeps the old head: it stays visible.
"""

import hmac
import json
import logging
from collections.abc import Iterable, Mapping
from contextlib import closing
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.db.transaction import TransactionManagementError
from psycopg.errors import DiskFull

from medoffice.kernel import clock, private, read_only
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Unavailable
from medoffice.kernel.rows import new_row
from medoffice.kernel.secrets import AUDIT
from medoffice.kernel.worlds import current
from medoffice.security.chain import genesis, in_order, link, texts_of
from medoffice.security.models import AuditEvent, AuditSeal, AuditSubject, SealHorizon
from medoffice.security.standings import emergencies
from medoffice.security.types import Act, Actor, ChainVerdict

request_id: ContextVar[str] = ContextVar("request_id", default="")
log = logging.getLogger(__name__)
_FAILED = "So nothing is shown or changed. Try again in a moment; tell whoever looks after medoffice if it stays."
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

# One statement, so never an event without its subjects: the sealer may look at any time. The fields in their order.
_EVENT = (
    "WITH event AS (INSERT INTO audit_event (id, at, actor_id, actor_name, word, outcome, purpose, object_kind,"
    " object_id, via, detail, request_id) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s))"
    " INSERT INTO audit_subject (event_id, subject) SELECT %s, unnest(%s::uuid[])"
)
_SEALS = "COPY audit_seal (position, event_id, hash, sealed_at, kid) FROM STDIN"
# Up to where all is sealed; nothing if nobody said, or if it was said by the numbers of another server.
_KNOWN = "SELECT horizon FROM audit_horizon WHERE horizon::text::xid8 <= pg_snapshot_xmax(pg_current_snapshot())"


def write(act: Act, outcome: str) -> None:
    """Write the one event of this act with its subjects, in the current transaction or one of its own.

    Raises Unavailable if it cannot be written: then nothing is done and nothing shown.
    """
    try:
        _write(act, outcome)
    except TransactionManagementError:  # a fault of the act's own: nothing of it stays, and the trail is well
        raise
    except DatabaseError as error:
        if isinstance(error, OperationalError | InterfaceError) and not isinstance(error.__cause__, DiskFull):
            raise  # the database is away, or somebody was faster: that is told or tried again elsewhere
        read_only.audit_failed()
        raise Unavailable("audit-down", "The audit trail cannot be written.", _FAILED) from error


def _write(act: Act, outcome: str) -> None:
    event, subjects = event_rows(act, outcome, _purpose(act), clock.now())
    told = [field.get_db_prep_save(getattr(event, field.attname), connection) for field in AuditEvent._meta.fields]
    with connection.cursor() as cursor:
        cursor.execute(_EVENT, [*told, event.id, [row.subject for row in subjects]])


def event_rows(act: Act, outcome: str, purpose: str, at: datetime) -> tuple[AuditEvent, list[AuditSubject]]:
    """The event of an act and its subjects, not saved."""
    event = new_row(
        AuditEvent,
        id=new_id(),
        at=at,
        actor_id=act.actor.id,
        actor_name=act.actor.name,
        word=act.word,
        outcome=outcome,
        purpose=purpose,
        object_kind=act.object_kind,
        object_id=act.object_id,
        via=act.via,
        detail=act.detail,
        request_id=request_id.get(),
    )
    return event, [new_row(AuditSubject, event_id=event.id, subject=subject) for subject in sorted(act.subjects)]


def _purpose(act: Act) -> str:
    """What it was done for; an emergency, while its actor has broken the glass about one of its patients."""
    return "emergency" if act.subjects and act.subjects & emergencies(act.actor) else act.purpose


def write_seen(
    actor: Actor,
    word: str,
    subjects: Iterable[UUID],
    *,
    object_kind: str = "",
    object_id: UUID | None = None,
    detail: Mapping[str, str] | None = None,
) -> None:
    """Write that these patients' data, or a thing of which nobody knows whose it is, were shown to the actor.

    One event, one subject row each; nothing for nobody and no thing. ``detail`` as that of an action: ids and codes.
    """
    shown = set(subjects)
    if shown or object_id:
        told = dict[str, str | int | bool | list[str]](detail or {})
        write(Act(actor, word, object_kind=object_kind, object_id=object_id, subjects=shown, detail=told), "seen")


def seal(limit: int = 20_000) -> int:
    """Seal the events of finished transactions; returns how many. Safe to call from many places at once."""
    with transaction.atomic():
        _one("SELECT pg_advisory_xact_lock(%s)::text", _SEALER_LOCK)
        last = AuditSeal.objects.order_by("-position").first()
        position, head = (last.position, last.hash) if last else (0, genesis())
        horizon, known = int(_one(f"SELECT {_HORIZON}::text")), _one(_KNOWN)
        due = _due(horizon, int(known or 0), new_here=not known, limit=limit)
        texts = texts_of(due)
        at, kid = clock.now(), settings.KEYS.newest
        key = settings.KEYS.key(AUDIT, kid)
        with connection.cursor() as cursor, cursor.copy(_SEALS) as seals:
            for event_id in due:
                position, head = position + 1, link(head, texts[event_id], key)
                seals.write_row((position, event_id, head, at, kid))
        if len(due) < limit and (due or not known):
            SealHorizon.objects.update_or_create(id=1, defaults={"horizon": horizon})
        if due:
            transaction.on_commit(lambda: _keep_head(position, head))
    return len(due)


def _due(horizon: int, known: int, *, new_here: bool, limit: int) -> list[UUID]:
    """The next events for the chain, in order: of transactions from ``known`` up to ``horizon``.

    If it is not known up to where the trail is sealed, also those of numbers not given out yet: they were restored
    from another server.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.id FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id)"
            " AND (e.xid >= %(known)s::text::xid8 AND e.xid < %(horizon)s::text::xid8"
            "  OR %(new_here)s AND e.xid >= pg_snapshot_xmax(pg_current_snapshot()))"
            " ORDER BY e.xid, e.id LIMIT %(limit)s",
            {"known": known, "horizon": horizon, "new_here": new_here, "limit": limit},
        )
        return [row[0] for row in cursor.fetchall()]


def waits_for_seal() -> bool:
    """Whether an event is due for the chain, or it is to be found out. One query, by index."""
    words = (
        "SELECT COALESCE((SELECT EXISTS (SELECT 1 FROM audit_event e"  # noqa: S608 - constants only
        f"  WHERE e.xid >= known.horizon::text::xid8 AND e.xid < {_HORIZON}"
        "   AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id))"
        f" FROM ({_KNOWN}) known), true)::text"
    )
    return _one(words) == "true"


def _one(statement: str, *values: int) -> str:
    """The one value a statement gives, as text; empty if it gives none."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        row = cursor.fetchone()
        return str(row[0]) if row else ""


def verify() -> ChainVerdict:
    """Recompute the whole chain and compare; names the first event that does not fit."""
    kept = _kept_head()  # before the chain is read: it may grow meanwhile
    head, expected, fits = genesis(), 0, kept is None
    kid, key = 0, b""
    with closing(in_order()) as chain:
        for sealed in chain:
            expected += 1
            if sealed.kid != kid:
                kid, key = sealed.kid, _key_after(kid, sealed.kid)
            head = link(head, sealed.texts, key) if sealed.texts and key else ""
            if sealed.position != expected or not hmac.compare_digest(head, sealed.hash):
                words = f"event {sealed.event_id} or its neighbourhood was altered (position {sealed.position})"
                return ChainVerdict(expected, 0, sealed.hash, UUID(sealed.event_id), words)
            fits = fits or (kept is not None and (kept.position, kept.hash) == (expected, head))
    if kept is not None and not fits:
        words = f"the chain ends at position {expected}, the head kept outside is {kept.position}: its end was cut off"
        return ChainVerdict(expected, 0, head, _NOWHERE, words)
    unsealed = AuditEvent.objects.filter(seal=None).count()
    if kept is None and expected:
        words = "the chain is whole; no head is kept outside the database to compare its end with"
        return ChainVerdict(expected, unsealed, head, words=words)
    return ChainVerdict(expected, unsealed, head)


def _key_after(before: int, kid: int) -> bytes:
    """The key of the chain's next stretch; empty (no link fits) if the office lacks it, or its number goes down."""
    return settings.KEYS.key(AUDIT, kid) if kid > before and settings.KEYS.has(AUDIT, kid) else b""


def forget_head() -> None:
    """After a restore: the world's chain ends where its backup did, and the server counts transactions anew."""
    _head_file().unlink(missing_ok=True)
    SealHorizon.objects.all().delete()


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
    private.write(_head_file(), json.dumps(asdict(new)).encode())


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
