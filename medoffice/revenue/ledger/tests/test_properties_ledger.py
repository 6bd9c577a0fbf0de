"""Random posting and reversing: the whole always sums to zero, and a balance is the fold of what was posted."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.ledger.api import balances, entry, post, reverse
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import PROGRAM

DAY = date(2026, 11, 24)
PARTS = st.lists(st.tuples(st.sampled_from(list(Account)), st.integers(1, 10**7)), min_size=1, max_size=5)


class Books(RuleBasedStateMachine):
    """The model is a plain dictionary of sums."""

    entries = Bundle("entries")

    def __init__(self) -> None:
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.model = dict.fromkeys(Account, 0)
        self.before = {row.account: row.balance.cents for row in balances()}

    def teardown(self) -> None:
        connection.check_constraints()
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)

    def _post(self, lines: list[Line]) -> UUID:
        return post(actor=PROGRAM, on=DAY, words="random", cause=Ref("test", new_id()), lines=lines)

    @rule(target=entries, debits=PARTS, against=st.sampled_from(list(Account)))
    def post_entry(self, debits: list[tuple[Account, int]], against: Account) -> UUID:
        total = sum(cents for _, cents in debits)
        lines = [Line(account, debit=Money(cents)) for account, cents in debits]
        for account, cents in debits:
            self.model[account] += cents
        self.model[against] -= total
        return self._post([*lines, Line(against, credit=Money(total))])

    @rule(debits=PARTS, off=st.integers(1, 1000))
    def unbalanced_changes_nothing(self, debits: list[tuple[Account, int]], off: int) -> None:
        lines = [Line(account, debit=Money(cents)) for account, cents in debits]
        credit = Line(Account.BANK, credit=Money(sum(cents for _, cents in debits) + off))
        with pytest.raises(Refusal):
            self._post([*lines, credit])

    @rule(target=entries, entry_id=consumes(entries))
    def reverse_entry(self, entry_id: UUID) -> UUID:
        for line in entry(entry_id).lines:
            self.model[line.account] -= line.debit.cents - line.credit.cents
        return reverse(actor=PROGRAM, entry_id=entry_id, on=DAY, words="random")

    @invariant()
    def balances_are_the_fold(self) -> None:
        found = {row.account: row.balance.cents - self.before[row.account] for row in balances()}
        assert found == self.model
        assert sum(found.values()) == 0


@pytest.mark.django_db
def test_random_books_balance() -> None:
    checks = [HealthCheck.too_slow]
    run_state_machine_as_test(
        Books, settings=settings(max_examples=15, stateful_step_count=12, suppress_health_check=checks)
    )
