"""The simulator as other code uses it: how it is, what it took, what people write back."""

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from medoffice.exchange.simulators.gateway import models
from medoffice.exchange.simulators.gateway.types import Mood, News, Taken
from medoffice.kernel.refusals import Refusal

__all__ = ["fetched", "mood", "set_mood", "take", "taken", "waiting", "write_back"]
_ARRIVES = timedelta(seconds=5)
_DEAD = Refusal("gateway-dead", "The gateway does not answer.", "It is tried again.")


def mood() -> Mood:
    """How it is."""
    row = models.Mood.objects.first()
    if row is None:
        return Mood()
    return Mood(row.dead, row.slow, row.doubled, row.silent, tuple(row.unreachable))


def set_mood(wanted: Mood) -> None:
    """From now on it is so."""
    models.Mood.objects.update_or_create(
        only=True, defaults={**asdict(wanted), "unreachable": list(wanted.unreachable)}
    )


def take(message_id: UUID, channel: str, to: str, body: str, at: datetime) -> None:
    """A message is handed over; the same id again is counted and goes once. Raises Refusal if it is dead, or slow."""
    now = mood()
    if now.dead:
        raise _DEAD
    row, new = models.Taken.objects.get_or_create(
        id=message_id, defaults={"channel": channel, "to": to, "body": body, "at": at}
    )
    if not new:
        row.times += 1
        row.save(update_fields=["times"])
    elif not now.silent:
        fails = to in now.unreachable
        _tell(
            now, "failed" if fails else "delivered", message_id, "", "No such number." if fails else "", at + _ARRIVES
        )


def slow_answer() -> None:
    """What it says after it took a message while it is slow: nothing in time. Raises Refusal."""
    if mood().slow:
        raise Refusal("gateway-slow", "The gateway took too long to answer.", "It is tried again.")


def write_back(sender: str, text: str, at: datetime, message_id: UUID | None = None) -> None:
    """Somebody writes from an address; about which message, if their carrier says so."""
    _tell(mood(), "reply", message_id, sender, text, at)


def waiting(at: datetime) -> list[News]:
    """What it has to tell by now, oldest first. Raises Refusal if it is dead."""
    if mood().dead:
        raise _DEAD
    rows = models.News.objects.filter(fetched=False, due__lte=at).order_by("due", "key")
    return [News(row.key, row.kind, row.message_id, row.sender, row.text, row.due) for row in rows]


def fetched(key: str) -> None:
    """The office has this; one that says everything twice tells it again all the same."""
    models.News.objects.filter(key=key).update(fetched=True)


def taken() -> list[Taken]:
    """Every message it took, first to last."""
    rows = models.Taken.objects.order_by("at", "id")
    return [Taken(row.id, row.channel, row.to, row.body, row.times, row.at) for row in rows]


def _tell(now: Mood, kind: str, message_id: UUID | None, sender: str, text: str, due: datetime) -> None:
    count = models.News.objects.count()
    for copy in range(2 if now.doubled else 1):
        key = uuid5(UUID(int=0), f"{count} {copy} {kind} {message_id} {sender}").hex
        models.News.objects.create(
            key=key, kind=kind, message_id=message_id, sender=sender, text=text, due=due + timedelta(seconds=copy)
        )
