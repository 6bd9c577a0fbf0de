"""The proofs as checks: a ledger that disagrees with the accounts fails, what waits for tonight only warns."""

from datetime import date
from uuid import uuid4

import pytest

from medoffice.kernel.findings import Severity
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.revenue.books import queries
from medoffice.revenue.ledger.api import post
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def test_an_entry_that_no_account_knows_of_is_found_on_both_sides() -> None:
    assert all(check.ok for check in queries.proof_checks())
    lines = [Line(Account.INSURANCE_RECEIVABLE, debit=Money(500)), Line(Account.BANK, credit=Money(500))]
    post(actor=PROGRAM, on=date(2026, 3, 2), words="Planted", cause=Ref("deposit", uuid4()), lines=lines)
    failed = {check.key: check for check in queries.proof_checks() if not check.ok}
    assert set(failed) == {f"books.control-{Account.INSURANCE_RECEIVABLE.value}", "books.cash"}
    assert "$5.00" in failed["books.cash"].findings[0].words


def test_a_file_that_waits_for_tonight_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "files_waiting", lambda: 2)
    found = {check.key: check for check in queries.proof_checks()}["books.files"]
    assert found.ok
    assert [finding.severity for finding in found.findings] == [Severity.WARNING]


def test_what_other_rooms_check_is_not_said_twice() -> None:
    assert not {"books.audit", "books.work"} & {check.key for check in queries.proof_checks()}
