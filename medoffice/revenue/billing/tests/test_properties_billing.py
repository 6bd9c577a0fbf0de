"""Random days at the desk and in the mail: sub-ledgers and control accounts never part, no money appears or is lost."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing import api
from medoffice.revenue.billing.models import AccountEvent
from medoffice.revenue.billing.queries import charges
from medoffice.revenue.billing.tests.makers import make_charges, make_insured, make_office
from medoffice.revenue.billing.types import Method, PayerLine
from medoffice.revenue.ledger.api import balance, balances, entry, patient_sum
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import PROGRAM

DAY = date(2026, 11, 24)
CASH = (Account.CASH_DRAWER, Account.UNDEPOSITED_CHECKS, Account.CARD_CLEARING)
PART = st.integers(0, 100)


class Desk(RuleBasedStateMachine):
    """Two patients, one insured. The model knows only what came in and what went out."""

    def __init__(self) -> None:
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.charges: list[UUID] = []
        self.decided: list[PayerLine] = []
        self.receipts: list[UUID] = []
        self.paid_in = ZERO
        self.from_payers = ZERO
        self.charged = ZERO

    def teardown(self) -> None:
        connection.check_constraints()
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)

    @initialize()
    def open_office(self) -> None:
        self.office: Office = make_office()
        self.patients = [make_insured(self.office), make_patient("Quist", "Per")]

    @rule(who=st.integers(0, 1), keys=st.lists(st.sampled_from(["visit", "culture", "shot"]), min_size=1, max_size=2))
    def charge(self, who: int, keys: list[str]) -> None:
        made = make_charges(self.office, self.patients[who], *keys)
        self.charges += made
        self.charged += Money.total(api.charge(charge_id).amount for charge_id in made)

    @rule(who=st.integers(0, 1), cents=st.integers(1, 20_000), method=st.sampled_from(Method))
    def pay(self, who: int, cents: int, method: Method) -> None:
        amount = Money(cents)
        self.receipts.append(
            api.take_payment(actor=PROGRAM, patient_id=self.patients[who], amount=amount, method=method)
        )
        self.paid_in += amount

    @precondition(lambda self: self.charges)
    @rule(data=st.data(), paid=PART, contractual=PART, withheld=PART, patient=PART)
    def decide(self, data: st.DataObject, paid: int, contractual: int, withheld: int, patient: int) -> None:
        found = api.charge(data.draw(st.sampled_from(self.charges)))
        whole = max(paid + contractual + withheld + patient, 100)
        parts = [
            Money(max(0, found.insurance_balance.cents) * part // whole)
            for part in (paid, contractual, withheld, patient)
        ]
        line = PayerLine(found.id, parts[0], parts[1], ZERO, parts[2], parts[3])
        self._post(line)
        self.decided.append(line)

    @precondition(lambda self: self.decided)
    @rule(data=st.data())
    def payer_reverses(self, data: st.DataObject) -> None:
        line = self.decided.pop(data.draw(st.integers(0, len(self.decided) - 1)))
        self._post(PayerLine(line.charge_id, -line.paid, -line.contractual, -line.other, -line.withheld, -line.patient))

    @rule(who=st.integers(0, 1), cents=st.integers(1, 20_000))
    def refund(self, who: int, cents: int) -> None:
        amount, held = Money(cents), api.patient_balance(self.patients[who]).unapplied
        try:
            api.refund(actor=PROGRAM, patient_id=self.patients[who], amount=amount, method=Method.CASH, why="r")
        except Refusal:
            assert amount > held
        else:
            assert amount <= held
            self.paid_in -= amount

    @precondition(lambda self: self.receipts)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        receipt_id = self.receipts.pop(data.draw(st.integers(0, len(self.receipts) - 1)))
        try:
            api.take_back_payment(actor=PROGRAM, receipt_id=receipt_id, why="wrong")
        except Refusal as refusal:
            assert refusal.code == "given-back"  # noqa: PT017 - the refusal is one of two right answers
        else:
            self.paid_in -= api.receipt(receipt_id).amount

    @precondition(lambda self: self.charges)
    @rule(data=st.data(), part=st.integers(1, 100), of_patient=st.booleans(), transfer=st.booleans())
    def person_decides(self, data: st.DataObject, part: int, of_patient: bool, transfer: bool) -> None:
        found = api.charge(data.draw(st.sampled_from(self.charges)))
        open_ = found.patient_balance if of_patient and not transfer else found.insurance_balance
        amount = Money(open_.cents * part // 100)
        if amount <= ZERO:
            return
        if transfer:
            api.transfer_to_patient(actor=PROGRAM, charge_id=found.id, amount=amount, why="w")
        else:
            api.write_off(actor=PROGRAM, charge_id=found.id, amount=amount, why="w", of_patient=of_patient)

    def _post(self, line: PayerLine) -> None:
        cause = Ref("remit_decision", new_id())
        api.post_payer_decision(
            actor=PROGRAM, on=DAY, lines=[line], cause=cause, payer_id=self.office.payer_id, words="Prairie Mutual"
        )
        self.from_payers += line.paid

    @invariant()
    def control_accounts_are_the_sums_of_the_accounts(self) -> None:
        totals = api.control_totals()
        assert {account: balance(account) for account in totals} == totals
        assert sum(row.balance.cents for row in balances()) == 0
        for patient_id in self.patients if self.charges or self.receipts else []:
            found = api.patient_balance(patient_id)
            assert patient_sum(Account.INSURANCE_RECEIVABLE, patient_id) == found.insurance
            assert patient_sum(Account.PATIENT_RECEIVABLE, patient_id) == found.patient
            assert patient_sum(Account.PATIENT_CREDITS, patient_id) == -found.unapplied

    @invariant()
    def money_in_is_money_on_hand(self) -> None:
        assert Money.total(balance(account) for account in CASH) == self.paid_in
        assert balance(Account.EFT_CLEARING) == self.from_payers
        assert balance(Account.SERVICE_REVENUE) == -self.charged

    @invariant()
    def every_event_has_an_entry_that_moves_as_much(self) -> None:
        sums = AccountEvent.objects.values("entry_id").annotate(
            i=Sum("insurance_cents"), p=Sum("patient_cents"), u=Sum("unapplied_cents")
        )
        for row in sums:
            lines = entry(row["entry_id"]).lines
            for account, cents in (
                (Account.INSURANCE_RECEIVABLE, row["i"]),
                (Account.PATIENT_RECEIVABLE, row["p"]),
                (Account.PATIENT_CREDITS, -row["u"]),
            ):
                assert sum(ln.debit.cents - ln.credit.cents for ln in lines if ln.account is account) == cents

    @invariant()
    def no_money_lies_idle_and_none_is_held_below_zero(self) -> None:
        for patient_id in getattr(self, "patients", []):
            held = api.patient_balance(patient_id).unapplied
            standings = charges.standings(patient_id)
            assert held >= ZERO
            assert all(found.put >= ZERO for found in standings)
            assert not (held and any(found.open > ZERO for found in standings))


@pytest.mark.django_db
def test_random_sequences_of_actions_keep_the_books() -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Desk, settings=settings(max_examples=12, stateful_step_count=14, suppress_health_check=checks)
    )
