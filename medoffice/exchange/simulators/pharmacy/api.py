"""The simulator as other code uses it: how it is, what it took, what it tells; and as a process of its own."""

from datetime import datetime, timedelta

from medoffice.exchange.simulators.pharmacy import models
from medoffice.exchange.simulators.pharmacy.actions.serve import serve
from medoffice.exchange.simulators.pharmacy.rules.counter import answer_to_cancel, news_of
from medoffice.exchange.simulators.pharmacy.rules.paper import read_asked, written
from medoffice.exchange.simulators.pharmacy.types import Asked, News, PharmacyMood
from medoffice.kernel.refusals import Refusal

__all__ = ["mood", "serve", "set_mood", "take", "taken", "told", "waiting"]
_DEAD = Refusal("pharmacy-dead", "The pharmacies' line does not answer.", "It is tried again.")


def mood() -> PharmacyMood:
    """How it is."""
    row = models.PharmacyMood.objects.first()
    if row is None:
        return PharmacyMood()
    habits = tuple((str(name), int(share)) for name, share in row.habits)
    return PharmacyMood(row.seed, row.dead, row.deaf, habits, row.ahead)


def set_mood(wanted: PharmacyMood) -> None:
    """From now on it is so."""
    told = {
        "seed": wanted.seed, "dead": wanted.dead, "deaf": wanted.deaf, "ahead": wanted.ahead,
        "habits": [list(one) for one in wanted.habits],
    }  # fmt: skip
    models.PharmacyMood.objects.update_or_create(only=True, defaults=told)


def take(data: bytes, at: datetime) -> None:
    """A message is given over; the same again is counted and done once. Raises Refusal while the line is dead."""
    now = mood()
    if now.dead:
        raise _DEAD
    asked = read_asked(data)
    before = models.PharmacyTaken.objects.filter(order=asked.order, kind=asked.kind).count()
    kept = {"data": data, "kind": asked.kind, "order": asked.order}
    row, new = models.PharmacyTaken.objects.get_or_create(number=asked.number, defaults=kept)
    if not new:
        row.times += 1
        row.save(update_fields=["times"])
    else:
        for one in _says(now, asked, before, at):
            due = at + timedelta(minutes=one.after)
            models.PharmacyNews.objects.create(
                order=asked.order, data=written(one, asked.to, due), ends=one.ends, due=due
            )
    if now.deaf:
        raise _DEAD


def _says(now: PharmacyMood, asked: Asked, before: int, at: datetime) -> list[News]:
    if asked.kind == "CancelRx":
        of_it = models.PharmacyNews.objects.filter(order=asked.order)
        late = of_it.filter(ends=True, due__lte=at).exists()
        if not late:
            of_it.filter(due__gt=at).delete()
        return answer_to_cancel(now, asked, late=late)
    if not asked.medicine:  # a renewal that was denied: nothing but that it has come
        return [one for one in news_of(now, asked, before) if one.kind == "Status"]
    return news_of(now, asked, before)


def waiting(at: datetime) -> list[tuple[str, bytes]]:
    """What it has to tell by now, oldest first. Raises Refusal if it is dead."""
    if mood().dead:
        raise _DEAD
    rows = models.PharmacyNews.objects.filter(told=False, due__lte=at).order_by("due", "id")
    return [(str(row.id), bytes(row.data)) for row in rows]


def told(name: str) -> None:
    """The office has this."""
    models.PharmacyNews.objects.filter(id=name).update(told=True)


def taken() -> dict[str, int]:
    """Every message it took, and how often it was given over."""
    return dict(models.PharmacyTaken.objects.order_by("number").values_list("number", "times"))
