"""Facts: what a room says has happened, for optional listeners in rooms below.

A fact is a frozen dataclass. ``publish`` writes it to the outbox in the caller's transaction, so it exists exactly when
the change it tells of does. ``deliver`` hands facts to their listeners after the commit: at least once, in order per
subject, each in a transaction of its own. A listener must therefore be idempotent; the fact's id is its natural key.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from medoffice.kernel import clock
from medoffice.kernel.codec import from_json, to_json
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.registries import Registry

log = logging.getLogger(__name__)
FactType = TypeVar("FactType")
MAX_ATTEMPTS = 8


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
    kind = type(happened)
    if kind.__name__ not in _types:
        raise TypeError(f"{kind.__name__} is not declared with @fact")
    row = OutboxFact.objects.create(
        id=new_id(), kind=kind.__name__, subject=subject, body=to_json(happened, kind), published_at=clock.now()
    )
    return row.id


def deliver(limit: int = 500) -> int:
    """Hand waiting facts to their listeners; returns how many were delivered.

    A listener's failure is recorded on the fact and stops later facts of the same subject until it succeeds or is given
    up after MAX_ATTEMPTS (then ``medoffice check`` reports it).
    """
    done, blocked = 0, set[UUID]()
    waiting = OutboxFact.objects.filter(delivered_at=None, attempts__lt=MAX_ATTEMPTS).order_by("id")
    for fact_id, subject in list(waiting.values_list("id", "subject")[:limit]):
        if subject in blocked:
            continue
        if _deliver_one(fact_id):
            done += 1
        else:
            blocked.add(subject)
    return done


def _deliver_one(fact_id: UUID) -> bool:
    """Deliver one fact; False if it must be tried again."""
    try:
        with transaction.atomic():
            row = OutboxFact.objects.select_for_update(skip_locked=True).filter(id=fact_id, delivered_at=None).first()
            if row is None:
                return True
            happened = Delivery(row.id, row.subject, from_json(row.body, _types[row.kind]))
            for listener in _listeners.get(row.kind, []):
                listener(happened)
            row.delivered_at = clock.now()
            row.save(update_fields=["delivered_at"])
        return True
    except Exception as error:  # noqa: BLE001 - a listener's bug must not stop the outbox; it is kept and reported
        log.error("fact %s could not be delivered: %s", fact_id, type(error).__name__)
        row = OutboxFact.objects.get(id=fact_id)
        row.attempts, row.last_error = row.attempts + 1, f"{type(error).__name__}: {error}"[:500]
        row.save(update_fields=["attempts", "last_error"])
        return False
