"""The simulator as other code uses it: how it is, what it took, what it tells; and as a process of its own."""

from datetime import datetime, timedelta

from medoffice.exchange.simulators.lab import models
from medoffice.exchange.simulators.lab.actions.serve import serve
from medoffice.exchange.simulators.lab.rules.bench import news_of
from medoffice.exchange.simulators.lab.rules.desk import answer, read_order
from medoffice.exchange.simulators.lab.types import LabMood, News
from medoffice.kernel.refusals import Refusal

__all__ = ["mood", "serve", "set_mood", "take", "taken", "told", "waiting"]
_DEAD = Refusal("lab-dead", "The laboratory does not answer.", "It is tried again.")


def mood() -> LabMood:
    """How it is."""
    row = models.LabMood.objects.first()
    if row is None:
        return LabMood()
    habits = tuple((str(name), int(share)) for name, share in row.habits)
    return LabMood(row.seed, row.dead, row.deaf, row.refusing, habits)


def set_mood(wanted: LabMood) -> None:
    """From now on it is so."""
    told = {
        "seed": wanted.seed, "dead": wanted.dead, "deaf": wanted.deaf, "refusing": wanted.refusing,
        "habits": [list(one) for one in wanted.habits],
    }  # fmt: skip
    models.LabMood.objects.update_or_create(only=True, defaults=told)


def take(data: bytes, at: datetime) -> bytes:
    """An order is given over, and answered; the same again is counted and done once. Raises Refusal if it is silent."""
    now, written = mood(), at.strftime("%Y%m%d%H%M%S+0000")
    if now.dead:
        raise _DEAD
    order = read_order(data)
    if order is None:
        return answer(data, "AR", written, "This is no order.")
    if now.refusing:
        return answer(data, "AE", written, "The account is not known.")
    row, new = models.LabOrder.objects.get_or_create(control_id=order.control_id, defaults={"data": data})
    if new:
        for one in news_of(now, order, written):
            due = at + timedelta(minutes=one.after)
            models.LabNews.objects.create(key=one.key, data=one.data, broken=one.broken, due=due)
    else:
        row.times += 1
        row.save(update_fields=["times"])
    if now.deaf:
        raise _DEAD
    return answer(data, "AA", written)


def waiting(at: datetime) -> list[News]:
    """What it has to tell by now, oldest first. Raises Refusal if it is dead."""
    if mood().dead:
        raise _DEAD
    rows = models.LabNews.objects.filter(told=False, due__lte=at).order_by("due", "key")
    return [News(row.key, 0, bytes(row.data), row.broken) for row in rows]


def told(key: str) -> None:
    """The office has acknowledged this."""
    models.LabNews.objects.filter(key=key).update(told=True)


def taken() -> dict[str, int]:
    """Every order it took, and how often it was given over."""
    return dict(models.LabOrder.objects.order_by("control_id").values_list("control_id", "times"))
