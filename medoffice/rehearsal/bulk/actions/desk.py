"""The billing desk of a bulk office: its payers and their book, the claims on their way, the files between them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Protocol
from uuid import UUID

from medoffice.exchange.simulators.payer.api import Book, Member, keep_book, opened_book
from medoffice.exchange.simulators.payer.types import Outbound
from medoffice.kernel.findings import Finding
from medoffice.kernel.trace import Ref
from medoffice.practice.types import Payer, Practice
from medoffice.rehearsal.bulk.actions.money import Accounts
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.types import Case, Going, Row
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10_check

REMEMBERED = timedelta(days=60)  # what payers decided longer ago is not in their books any more


@dataclass(slots=True)
class Under:
    """The audit event of an act while it is under way: what it is about, what it called, whom it concerns."""

    about: Ref | None = None
    via: list[str] = field(default_factory=list)
    subjects: set[UUID] = field(default_factory=set)
    detail: dict[str, str | int] = field(default_factory=dict)


@dataclass(slots=True)
class Desk:
    """What the billing desk has before it. ``members`` says as whom the payers know somebody.

    ``ready`` are claims to be sent, ``going`` those the payers have, by number; ``files`` are those written and not
    answered in full, by control number; ``mail`` is what the payers have for the office.
    """

    pen: Pen
    accounts: Accounts
    biller: Actor
    office: Practice
    payers: dict[UUID, Payer]
    members: Callable[[int], list[Member]]
    book: Book = field(default_factory=opened_book)
    ready: list[Going] = field(default_factory=list)
    going: dict[str, Going] = field(default_factory=dict)
    files: dict[int, Row] = field(default_factory=dict)
    written: int = 0
    mail: list[Outbound] = field(default_factory=list)

    def act(self, actor: Actor, word: str, at: datetime, under: Under) -> None:
        """Write the audit event of an act."""
        self.pen.act(actor, word, at, under.about, under.subjects, under.via, **under.detail)

    def know(self, cases: Iterable[Case]) -> None:
        """Let the payers know the people of these cases, and nobody else: they are asked about nobody else now."""
        people = dict.fromkeys(case.person for case in cases)
        self.book.know(member for person in people for member in self.members(person))

    def forget(self, on: date) -> None:
        """Let the payers forget what is long past on a day."""
        self.book.forget(on - REMEMBERED)

    def close(self) -> None:
        """Write what is still on its way, and what the payers know."""
        self.pen.loader.add(*(one.row for one in (*self.ready, *self.going.values())), *self.files.values())
        self.know(())
        keep_book(self.book, self.mail)


class Taking(Protocol):
    """Takes in one kind of file: returns what was found in it."""

    def __call__(self, desk: Desk, file: Row, data: bytes, at: datetime, under: Under) -> list[Finding]:
        """Do what the file says."""


class UnwrittenError(Exception):
    """Something happened to a claim that is not written in bulk."""


@cache
def check_code(code: str, on: date) -> list[Finding]:
    """What stands against a diagnosis code on a day."""
    return icd10_check(code, on)
