"""The simulator as other code uses it: how it is, what it took, what it tells."""

import hashlib
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.exchange.simulators.fax import models
from medoffice.exchange.simulators.fax.types import FaxMood, FaxNews, Handed
from medoffice.kernel.refusals import Refusal

__all__ = ["fetched", "handed", "mood", "set_mood", "take", "waiting"]
_A_PAGE, _RINGS = timedelta(seconds=40), timedelta(seconds=30)
_DEAD = Refusal("line-dead", "The fax line does not answer.", "It is tried again.")


def mood() -> FaxMood:
    """How it is."""
    row = models.FaxMood.objects.first()
    if row is None:
        return FaxMood()
    return FaxMood(row.seed, row.dead, row.doubled, row.busy, row.silent, row.broken, tuple(row.nobody))


def set_mood(wanted: FaxMood) -> None:
    """From now on it is so."""
    models.FaxMood.objects.update_or_create(only=True, defaults={**asdict(wanted), "nobody": list(wanted.nobody)})


def take(fax_id: UUID, attempt: int, number: str, pages: int, at: datetime) -> None:
    """A call is handed over; the same again is counted and called once. Raises Refusal if it is dead."""
    now = mood()
    if now.dead:
        raise _DEAD
    outcome = _outcome(now, number, attempt)
    arrived = {"delivered": pages, "broken off": pages // 2}.get(outcome, 0)
    told = {"number": number, "pages": pages, "received": outcome == "delivered"}
    row, new = models.HandedCall.objects.get_or_create(fax_id=fax_id, attempt=attempt, defaults=told)
    if not new:
        row.times += 1
        row.save(update_fields=["times"])
        return
    answered = f"FAX {number}" if arrived else ""
    for copy in range(2 if now.doubled else 1):
        due = at + _RINGS + _A_PAGE * arrived + timedelta(seconds=copy)
        key = f"{fax_id.hex}-{attempt}-{copy}"
        models.FaxNews.objects.create(key=key, call=row, outcome=outcome, pages=arrived, answered=answered, due=due)


def waiting(at: datetime) -> list[FaxNews]:
    """What it has to tell by now, oldest first. Raises Refusal if it is dead."""
    if mood().dead:
        raise _DEAD
    rows = models.FaxNews.objects.filter(fetched=False, due__lte=at).select_related("call").order_by("due", "key")
    return [
        FaxNews(row.key, row.call.fax_id, row.call.attempt, row.outcome, row.pages, row.answered, row.due)
        for row in rows
    ]


def fetched(key: str) -> None:
    """The office has this."""
    models.FaxNews.objects.filter(key=key).update(fetched=True)


def handed() -> list[Handed]:
    """Every call it took, first to last."""
    rows = models.HandedCall.objects.order_by("id")
    return [Handed(row.fax_id, row.attempt, row.number, row.pages, row.received, row.times) for row in rows]


def _outcome(now: FaxMood, number: str, attempt: int) -> str:
    """What happens, always the same for a seed, a number and a call."""
    if number in now.nobody:
        return "no fax machine"
    drawn = hashlib.sha256(f"{now.seed} {number} {attempt}".encode()).digest()[0] * 100 // 256
    for outcome, share in (("busy", now.busy), ("no answer", now.silent), ("broken off", now.broken)):
        if drawn < share:
            return outcome
        drawn -= share
    return "delivered"
