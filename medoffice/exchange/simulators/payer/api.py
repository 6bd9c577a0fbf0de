"""The simulator as other code uses it: start it, send it a file, ask what waits, ask for the truth."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from medoffice.exchange.simulators.payer.models import Mail, Memory
from medoffice.exchange.simulators.payer.rules.book import Book, PayerBook
from medoffice.exchange.simulators.payer.rules.eligibility import answer
from medoffice.exchange.simulators.payer.rules.plans import Member, Payer, Plan, Registry
from medoffice.exchange.simulators.payer.rules.state import Knobs, RemitTruth, TruthRow
from medoffice.exchange.simulators.payer.types import Outbound
from medoffice.kernel.codec import from_json
from medoffice.kernel.refusals import Refusal

__all__ = [
    "Book",
    "Knobs",
    "Member",
    "Payer",
    "Plan",
    "ask",
    "fetched",
    "insure",
    "keep_book",
    "open_book",
    "opened_book",
    "receive",
    "remits",
    "settled",
    "surprise",
    "truth",
    "waiting",
]
Result = TypeVar("Result")


def open_book(payers: Iterable[Payer], plans: Iterable[Plan], knobs: Knobs) -> None:
    """Start the payers with these plans; nothing if they have started in this world."""
    book = PayerBook(Registry(tuple(payers), tuple(plans)), knobs)
    Memory.objects.get_or_create(only=True, defaults={"state": book.to_state()})


def insure(members: Iterable[Member]) -> None:
    """Make members known to their payers."""
    wanted = tuple(members)

    _work(lambda book: book.insure(wanted))


def surprise(reversals: int, takebacks: int, late: int) -> None:
    """So many of the claims paid from here on are reversed, taken back or paid late."""
    _work(lambda book: book.surprise(reversals, takebacks, late))


def opened_book() -> Book:
    """The payers' book of this world, to be worked with in memory and put back by ``keep_book``."""
    return _book()


def keep_book(book: Book, files: Iterable[Outbound]) -> None:
    """Put a book back, with the files that nobody has fetched yet."""
    Memory.objects.update(state=book.to_state())
    _post(list(files))


def receive(data: bytes, at: datetime) -> None:
    """Hand a file to the clearinghouse; its answers go to the mail. The same interchange twice is answered as such."""
    _work(lambda book: _post(book.receive(data, at)))


def waiting(at: datetime) -> list[tuple[str, bytes]]:
    """The files ready for the office by now, oldest first; none where no payer was started."""
    if not Memory.objects.exists():
        return []
    _work(lambda book: _post(book.due(at)))
    rows = Mail.objects.filter(fetched=False, due__lte=at).order_by("due", "name")
    return [(row.name, bytes(row.data)) for row in rows]


def ask(data: bytes, at: datetime) -> bytes | None:
    """Ask payers about eligibility (270); their answers (271), or None where they come by mail.

    Raises Refusal where nobody answers in time, or no payer was started.
    """
    kept = Memory.objects.values_list("state__registry", "state__met", "state__knobs__asked").first()
    if kept is None:
        raise Refusal("no-clearinghouse", "No clearinghouse is connected here.", "Connect one; what waits is asked.")
    registry, met, ways = kept
    reply = answer(data, from_json(registry, Registry), met, ways or {}, at)
    rows = [Mail(name=file.name, data=file.data, due=file.due_at) for file in reply.later]
    Mail.objects.bulk_create(rows, ignore_conflicts=True)  # asked again before the mail came: it comes once
    if not reply.data and not reply.later:
        raise Refusal("no-answer", "The payers did not answer in time.", "It is asked again by itself.")
    return reply.data or None


def fetched(name: str) -> None:
    """The office has this file."""
    Mail.objects.filter(name=name).update(fetched=True)


def truth() -> list[TruthRow]:
    """What every line should stand at, by the payers' own decisions."""
    return _book().truth()


def remits() -> list[RemitTruth]:
    """Every payment sent, as decided."""
    return _book().remits()


def settled() -> bool:
    """Whether nothing is on its way to the office any more."""
    return _book().open_work() == 0 and not Mail.objects.filter(fetched=False).exists()


def _book() -> PayerBook:
    return PayerBook.from_state(Memory.objects.get().state)


def _work(change: Callable[[PayerBook], Result]) -> Result:
    """Change the memory under a lock. Raises Refusal where no payer was started."""
    with transaction.atomic():
        memory = Memory.objects.select_for_update().first()
        if memory is None:
            raise Refusal("no-clearinghouse", "No clearinghouse is connected here.", "Connect one; what waits is sent.")
        book = PayerBook.from_state(memory.state)
        result = change(book)
        state = book.to_state()
        if state != memory.state:  # asked every minute what waits, the payers mostly say nothing new
            memory.state = state
            memory.save(update_fields=["state"])
        return result


def _post(files: list[Outbound]) -> None:
    Mail.objects.bulk_create(Mail(name=file.name, data=file.data, due=file.due_at) for file in files)
