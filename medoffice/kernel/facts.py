"""Facts: what a room says has happened, for optional listeners in rooms below.

A fact is a frozen dataclass. ``publish`` writes it to the outbox in the caller's transaction, so it exists exactly when
the change it tells of does, and wakes the worker when that is committed. ``deliver`` hands facts to their listeners
after the commit: at least once, in order per subject, each in a transaction of its own. A listener must therefore be
idempotent; the fact's id is its natural key.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.codec import from_json, to_json
from medoffice.kernel.findings import Finding
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.registries import Registry
from medoffice.kernel.retries import Retry, in_short, still_waits
from medoffice.kernel.rows import new_row

log = logging.getLogger(__name__)
FactType = TypeVar("FactType")
MAX_ATTEMPTS = 8
RETRY = Retry(MAX_ATTEMPTS, first=timedelta(seconds=15))
WAKE = "kernel_wake"  # what publish says and the worker listens for


@dataclass(frozen=True, slots=True)
class Delivery:
    """A fact on its way to a listener."""

    id: UUID
    subject: UUID
    fact: Any


_types: Registry[type] = Registry("fact")
_listeners: dict[str, list[Callable[[Delivery], None]]] = {}


def fact(kind: type[FactType]) -> type[FactType]:
    """Class decorator: this frozen dataclass is a fact; its name is how it is stored."""
    _types.register(kind.__name__, kind)
    return kind


def listen(kind: type, listener: Callable[[Delivery], None]) -> None:
    """Call ``listener`` with every fact of this kind."""
    _listeners.setdefault(kind.__name__, []).append(listener)


def publish(happened: object, *, subject: UUID) -> UUID:
    """Put a fact in the outbox; ``subject`` is what it is about (deliveries keep their order within a subject)."""
    row = fact_row(happened, subject, clock.now())
    row.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [WAKE])
    return row.id


def fact_row(happened: object, subject: UUID, at: datetime, delivered_at: datetime | None = None) -> OutboxFact:
    """The row of a fact, not saved. Raises TypeError for what is not declared as one."""
    kind = type(happened)
    if kind.__name__ not in _types:
        raise TypeError(f"{kind.__name__} is not declared with @fact")
    return new_row(
        OutboxFact,
        id=new_id(),
        kind=kind.__name__,
        subject=subject,
        body=to_json(happened, kind),
        published_at=at,
        delivered_at=delivered_at,
    )


def waiting() -> bool:
    """Whether a fact could be delivered now. One query."""
    return bool(_ready(1))


def deliver(limit: int = 500) -> int:
    """Hand waiting facts to their listeners; returns how many were delivered.

    A listener's failure is recorded on the fact and stops later facts of the same subject until it succeeds, at the
    times RETRY says, or is given up (then ``troubles`` tells of it). Safe to call from several places at once.
    """
    done, blocked = 0, set[UUID]()
    for fact_id, subject in _ready(limit):
        if subject in blocked:
            continue
        if _deliver_one(fact_id):
            done += 1
        else:
            blocked.add(subject)
    return done


def troubles() -> list[Finding]:
    """The facts in the current world that were given up."""
    rows = OutboxFact.objects.filter(delivered_at=None, attempts__gte=MAX_ATTEMPTS).order_by("id")
    words = "{} of {:%m/%d/%Y} was not told to everybody who listens, after {} tries: {}."
    return [
        Finding("fact-given-up", str(row.id), words.format(row.kind, row.published_at, row.attempts, row.last_error))
        for row in rows
    ]


def take_up() -> int:
    """Let the facts that were given up be delivered after all, with all their tries; returns how many."""
    given_up = OutboxFact.objects.filter(delivered_at=None, attempts__gte=MAX_ATTEMPTS)
    return given_up.update(attempts=0, try_at=None)


def _ready(limit: int) -> list[tuple[UUID, UUID]]:
    """The facts that may be delivered now, as (id, subject): none that waits, nor one behind it in its subject."""
    now, held = clock.now(), set[UUID]()

    def may_go(subject: UUID, waits: bool) -> bool:
        if waits:
            held.add(subject)
        return subject not in held

    rows = OutboxFact.objects.filter(delivered_at=None, attempts__lt=MAX_ATTEMPTS).order_by("id")
    found = rows.values_list("id", "subject", "try_at")
    ready = ((key, subject) for key, subject, at in found if may_go(subject, still_waits(at, now)))
    return list(islice(ready, limit))


def _deliver_one(fact_id: UUID) -> bool:
    """Deliver one fact, waiting for whoever delivers it now; False if it must be tried again."""
    try:
        with transaction.atomic():
            row = OutboxFact.objects.select_for_update().filter(id=fact_id, delivered_at=None).first()
            if row is None:
                return True
            happened = Delivery(row.id, row.subject, from_json(row.body, _types[row.kind]))
            for listener in _listeners.get(row.kind, []):
                listener(happened)
            row.delivered_at = clock.now()
            row.save(update_fields=["delivered_at"])
        return True
    except Exception as error:  # noqa: BLE001 - a listener's bug must not stop the outbox; it is kept and reported
        _failed(fact_id, in_short(error))
        return False


def _failed(fact_id: UUID, error: str) -> None:
    log.error("fact %s could not be delivered: %s", fact_id, error)
    row = OutboxFact.objects.get(id=fact_id)
    row.attempts, row.last_error = row.attempts + 1, error[:500]
    row.try_at = clock.now() + (RETRY.wait_after(row.attempts) or timedelta())
    row.save(update_fields=["attempts", "last_error", "try_at"])
