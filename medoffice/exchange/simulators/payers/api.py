"""The simulator as other code uses it: send it a file, ask what waits, ask for the truth."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from medoffice.exchange.simulators.payers.book import Book
from medoffice.exchange.simulators.payers.models import Mail, Memory
from medoffice.exchange.simulators.payers.types import Member, Outbound, Plan, State
from medoffice.kernel.codec import from_json, to_json

Result = TypeVar("Result")


def open_book(seed: int, plans: list[Plan]) -> None:
    """Start the payers with these plans; nothing if they have started in this world."""
    Memory.objects.get_or_create(only=True, defaults={"state": to_json(State(seed, plans), State)})


def insure(members: Iterable[Member]) -> None:
    """Make members known to their payers."""
    wanted = list(members)
    _work(lambda book: book.insure(wanted))


def receive(data: bytes, at: datetime) -> None:
    """Hand a file to the clearinghouse; its answers go to the mail. The same interchange twice is answered as such."""
    _work(lambda book: _post(book.receive(data, at)))


def waiting(at: datetime) -> list[tuple[str, bytes]]:
    """The files ready for the office by now, oldest first."""
    _work(lambda book: _post(book.due(at)))
    rows = Mail.objects.filter(fetched=False, due__lte=at).order_by("due", "name")
    return [(row.name, bytes(row.data)) for row in rows]


def fetched(name: str) -> None:
    """The office has this file."""
    Mail.objects.filter(name=name).update(fetched=True)


def truth() -> State:
    """The payers' own books: everything decided, paid and still on its way."""
    state: State = from_json(Memory.objects.get().state, State)
    return state


def settled() -> bool:
    """Whether nothing is on its way to the office any more."""
    state = truth()
    return not state.pending and not state.recoveries and not Mail.objects.filter(fetched=False).exists()


def _work(change: Callable[[Book], Result]) -> Result:
    """Change the memory under a lock."""
    with transaction.atomic():
        memory = Memory.objects.select_for_update().get()
        state: State = from_json(memory.state, State)
        result = change(Book(state))
        memory.state = to_json(state, State)
        memory.save(update_fields=["state"])
        return result


def _post(files: list[Outbound]) -> None:
    Mail.objects.bulk_create(Mail(name=file.name, data=file.data, due=file.due) for file in files)
