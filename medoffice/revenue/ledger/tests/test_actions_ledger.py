"""Posting, reversing, closing; and what the database itself refuses."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref, effects_of, find, step
from medoffice.kernel.worlds.grants import APPEND_ONLY
from medoffice.revenue.ledger.api import (
    account_lines,
    balance,
    balances,
    close_period,
    entries_for,
    entry,
    journal,
    patient_sum,
    post,
    reverse,
)
from medoffice.revenue.ledger.models import JournalEntry, JournalLine, PeriodClose
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 24)
BOOKKEEPER = Actor(new_id(), "Book Keeper", frozenset({Role.BOOKKEEPER}))
MANAGER = Actor(new_id(), "Irina Petrov", frozenset({Role.MANAGER}))
FRONT_DESK = Actor(new_id(), "Astrid Lind", frozenset({Role.RECEPTIONIST}))
WHO = new_id()


def lines(cents: int, patient_id: UUID | None = None) -> list[Line]:
    return [
        Line(Account.PATIENT_RECEIVABLE, debit=Money(cents), patient_id=patient_id),
        Line(Account.SERVICE_REVENUE, credit=Money(cents), patient_id=patient_id),
    ]


def posted(cents: int = 500, on: date = DAY, patient_id: UUID | None = None) -> UUID:
    cause = Ref("test", new_id())
    return post(actor=PROGRAM, on=on, words="A test", cause=cause, lines=lines(cents, patient_id))


def test_an_entry_is_kept_with_its_cause_and_its_number() -> None:
    cause = Ref("charge", new_id())
    first = post(actor=BOOKKEEPER, on=DAY, words="Exam", cause=cause, lines=lines(1250))
    kept = entry(first)
    assert (kept.cause, kept.by, kept.words, kept.date) == (cause, "Book Keeper", "Exam", DAY)
    assert list(kept.lines) == lines(1250)
    assert [found.id for found in entries_for(cause)] == [first] == [found.id for found in journal(DAY)]
    assert entry(posted()).number != kept.number
    assert find(kept.number.lower()) == Ref("journal_entry", first)
    told = step(Ref("journal_entry", first))
    assert told is not None
    assert (told.stage, told.causes, told.amount) == ("ledger", (cause,), Money(1250))


def test_an_entry_that_does_not_balance_leaves_nothing() -> None:
    wrong = [Line(Account.BANK, debit=Money(2)), Line(Account.CASH_DRAWER, credit=Money(1))]
    with pytest.raises(Refusal, match=r"Debits are \$0\.02, credits \$0\.01"):
        post(actor=PROGRAM, on=DAY, words="wrong", cause=Ref("test", new_id()), lines=wrong)
    assert not JournalEntry.objects.exists()


def test_a_reversal_takes_every_account_back_and_happens_once() -> None:
    before = balances()
    wrong = posted(700, patient_id=WHO)
    undo = reverse(actor=BOOKKEEPER, entry_id=wrong, on=DAY, words="Typed twice")
    assert [row.balance for row in balances()] == [row.balance for row in before]
    assert patient_sum(Account.PATIENT_RECEIVABLE, WHO) == Money(0)
    assert entry(undo).reverses == wrong
    assert effects_of(Ref("journal_entry", wrong)) == [Ref("journal_entry", undo)]
    with pytest.raises(Refusal, match="reversed already"):
        reverse(actor=BOOKKEEPER, entry_id=wrong, on=DAY, words="again")


def test_balances_know_their_date() -> None:
    posted(100, date(2026, 11, 23), WHO)
    posted(10, DAY, WHO)
    assert balance(Account.PATIENT_RECEIVABLE, date(2026, 11, 23)) == Money(100)
    assert balance(Account.PATIENT_RECEIVABLE) == Money(110) == patient_sum(Account.PATIENT_RECEIVABLE, WHO)
    assert patient_sum(Account.PATIENT_RECEIVABLE, new_id()) == Money(0)
    assert sum(row.balance.cents for row in balances()) == 0
    assert [line.debit.cents for _, line in account_lines(Account.PATIENT_RECEIVABLE)] == [10, 100]


def test_nothing_is_posted_into_a_closed_period() -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        old = posted(on=date(2026, 10, 31))
        close_period(actor=MANAGER, through=date(2026, 10, 31))
        with pytest.raises(Refusal, match="closed through 10/31/2026"):
            posted(on=date(2026, 10, 31))
        with pytest.raises(Refusal, match="closed through 10/31/2026"):
            reverse(actor=PROGRAM, entry_id=old, on=date(2026, 10, 1), words="into the past")
        reverse(actor=PROGRAM, entry_id=old, on=date(2026, 11, 1), words="in the open period")
        with pytest.raises(Refusal, match="already"):
            close_period(actor=MANAGER, through=date(2026, 10, 30))
        with pytest.raises(Refusal, match="not over"):
            close_period(actor=MANAGER, through=date(2026, 11, 24))


def test_who_may_not_post_learns_nothing() -> None:
    with pytest.raises(NotFound):
        post(actor=FRONT_DESK, on=DAY, words="no", cause=Ref("test", new_id()), lines=lines(5))
    with pytest.raises(NotFound):
        close_period(actor=BOOKKEEPER, through=date(2026, 10, 31))
    with pytest.raises(NotFound):
        entry(new_id())


def _bare_entry() -> JournalEntry:
    return JournalEntry.objects.create(
        number=f"T-{new_id().hex[:10]}",
        date=DAY,
        posted_at=clock.now(),
        words="past the rules",
        cause_kind="test",
        cause_id=new_id(),
        by="nobody",
    )


@pytest.mark.parametrize("sides", [[], [(5, 0)], [(5, 0), (0, 4)], [(5, 0), (0, 5), (1, 0)]])
def test_the_database_refuses_at_commit_what_does_not_balance(sides: list[tuple[int, int]]) -> None:
    row = _bare_entry()
    for debit, credit in sides:
        JournalLine.objects.create(entry=row, account=Account.BANK, debit_cents=debit, credit_cents=credit)
    with pytest.raises(IntegrityError, match="does not balance"):
        connection.check_constraints()


def test_the_database_refuses_a_line_added_to_an_entry_later() -> None:
    old = posted()
    connection.check_constraints()
    JournalLine.objects.create(entry_id=old, account=Account.BANK, debit_cents=1)
    with pytest.raises(IntegrityError, match="does not balance"):
        connection.check_constraints()


@pytest.mark.parametrize(("debit", "credit"), [(0, 0), (5, 5), (-5, 0), (0, -5)])
def test_the_database_refuses_a_line_on_no_side_or_both(debit: int, credit: int) -> None:
    old = posted()
    with pytest.raises(IntegrityError, match="line_on_one_side"), transaction.atomic():
        JournalLine.objects.create(entry_id=old, account=Account.BANK, debit_cents=debit, credit_cents=credit)


@pytest.mark.parametrize("table", ["journal_entry", "journal_line", "period_close"])
@pytest.mark.parametrize("verb", ["UPDATE {0} SET id = id", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"])
def test_history_stays(table: str, verb: str) -> None:
    posted()
    PeriodClose.objects.create(through=date(2020, 1, 1), closed_at=clock.now(), closed_by="x")
    connection.check_constraints()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb.format(table))
    assert table in APPEND_ONLY
