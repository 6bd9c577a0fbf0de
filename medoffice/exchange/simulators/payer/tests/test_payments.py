"""Payments: reversal, takeback, interest, split cheques, corrected and void claims; amounts worked out by hand."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from medoffice.exchange.simulators.payer.rules.book import PayerBook
from medoffice.exchange.simulators.payer.rules.plans import Registry
from medoffice.exchange.simulators.payer.rules.state import Knobs
from medoffice.exchange.simulators.payer.tests.checker import Paid, cut, payments, unbalanced
from medoffice.exchange.simulators.payer.tests.makers import MEMBERS, MONDAY, PAYERS, PLANS, claim, file, line
from medoffice.exchange.simulators.payer.types import Outbound

REGISTRY = Registry(PAYERS, tuple(replace(plan, deductible=0) for plan in PLANS), MEMBERS)
V214 = line("ZV214", "150", control="L1")  # 120.00 allowed, 24.00 coinsurance, 96.00 paid
FREE = line("ZP001", "50", control="L2")


def on(day: int, month: int = 3) -> datetime:
    return MONDAY.replace(month=month, day=day)


def paid_by(out: list[Outbound]) -> list[Paid]:
    for found in out:
        assert unbalanced(found.data) == []
    return [paid for found in out for paid in payments(found.data)]


def test_reversal_and_correction_come_together_and_net_to_the_correction() -> None:
    book = PayerBook(REGISTRY, Knobs(script={"C1": "reverse"}))
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    first, second = paid_by(book.due(on(30)))
    assert first.amount == 96
    # Repriced at 90 %: 108.00 allowed, 42.00 off, 21.60 coinsurance, 86.40 paid; 9.60 less than before.
    assert [(claim[0][2], claim[0][4]) for claim in second.claims] == [("22", "-96"), ("1", "86.4")]
    assert [claim[0][5] for claim in second.claims] == ["", "21.6"]
    assert second.amount == 0
    assert second.moved == {"FB": [Decimal("-9.6")]}
    reversal = [cut(row) for row in second.claims[0] if row[0] == "CAS"]
    assert reversal == [{"CO:45": Decimal(-30)}, {"PR:2": Decimal(-24)}]
    assert second.claims[0][0][7] != second.claims[1][0][7]
    (row,) = book.truth()
    assert (row.charge, row.paid, row.patient, dict(row.adjustments)) == (
        15000, 8640, 2160, {"CO:45": 4200, "PR:2": 2160},
    )  # fmt: skip


def test_takeback_beyond_the_payment_goes_forward_and_comes_home() -> None:
    book = PayerBook(REGISTRY, Knobs(script={"C1": "takeback"}))
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    book.receive(file(claim("vale", "C2", "50", [FREE]), control=2), on(16))
    book.receive(file(claim("vale", "C3", "150", [line("ZP001", "150")]), control=3), on(20))
    first, second, third = paid_by(book.due(on(30)))
    assert first.amount == 96
    # 26 March: 50.00 for C2, 96.00 taken back, 46.00 short.
    assert (second.amount, second.moved) == (Decimal(0), {"WO": [Decimal(96)], "FB": [Decimal(-46)]})
    # 30 March: 150.00 for C3, the 46.00 come home.
    assert (third.amount, third.moved) == (Decimal(104), {"FB": [Decimal(46)]})
    assert book.paid_by_payer() == {"HM001": 20000}
    assert [row.paid for row in book.truth()] == [9600, 5000, 15000]
    assert [remit.moved("WO") for remit in book.remits()] == [0, 9600, 0]


def test_interest_for_a_late_payment() -> None:
    book = PayerBook(REGISTRY, Knobs(script={"C1": "late"}))
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    assert book.due(on(26, 4)) == []
    out = book.due(on(27, 4))
    # 12 March + 45 days is Sunday 26 April, so Monday. 56 days, 26 too late: 96.00 x 10 % x 26/365 = 0.6838.
    (paid,) = paid_by(out)
    assert (paid.amount, paid.moved) == (Decimal("96.68"), {"L6": [Decimal("-0.68")]})
    assert ["AMT", "I", "0.68"] in paid.claims[0]
    assert book.truth()[0].paid == 9600


def test_split_cheque_is_one_file_of_two_payments() -> None:
    book = PayerBook(REGISTRY, Knobs(split_claims=2))
    claims = [claim("vale", f"C{n}", f"{n}0", [line("ZP001", f"{n}0")]) for n in (1, 2, 3)]
    book.receive(file(*claims), MONDAY)
    out = book.due(on(30))
    assert len(out) == 1
    first, second = paid_by(out)
    assert (first.amount, second.amount) == (Decimal(30), Decimal(30))
    assert first.trace != second.trace


def test_a_denied_claim_makes_a_payment_of_nothing() -> None:
    book = PayerBook(REGISTRY)
    book.receive(file(claim("nox", "C1", "150", [V214])), MONDAY)
    (paid,) = paid_by(book.due(on(30)))
    assert (paid.amount, paid.method) == (Decimal(0), "NON")


def test_corrected_claim_replaces_the_one_it_names() -> None:
    book = PayerBook(REGISTRY)
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    (first,) = paid_by(book.due(on(12)))
    icn = first.claims[0][0][7]
    again = claim("vale", "C1", "50", [line("ZP001", "50", control="L1")], frequency="7", references=f"REF*F8*{icn}~")
    book.receive(file(again, control=2), on(16))
    (second,) = paid_by(book.due(on(30)))
    assert [(rows[0][2], rows[0][4]) for rows in second.claims] == [("22", "-96"), ("1", "50")]
    (row,) = book.truth()
    assert (row.charge, row.paid, dict(row.adjustments)) == (5000, 5000, {})


def test_void_claim_takes_everything_back_and_frees_the_deductible() -> None:
    book = PayerBook(Registry(PAYERS, PLANS, MEMBERS))
    book.receive(file(claim("vale", "C1", "600", [line("ZX1", "600")])), MONDAY)
    icn = book.remits() or paid_by(book.due(on(12)))[0].claims[0][0][7]
    void = claim("vale", "C1", "600", [line("ZX1", "600")], frequency="8", references=f"REF*F8*{icn}~")
    book.receive(file(void, control=2), on(16))
    book.receive(file(claim("vale", "C2", "150", [V214]), control=3), on(16))
    out = paid_by(book.due(on(30)))
    # 80.00 taken back; C2 falls under the whole deductible again.
    assert [(rows[0][1], rows[0][2], rows[0][4]) for rows in out[0].claims] == [("C1", "22", "-80"), ("C2", "1", "0")]
    voided, later = book.truth()
    assert (voided.charge, voided.paid, dict(voided.adjustments)) == (0, 0, {})
    assert dict(later.adjustments) == {"CO:45": 3000, "PR:1": 12000}


def test_void_before_payment_pays_first_and_takes_back_after() -> None:
    book = PayerBook(REGISTRY)
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    void = claim("vale", "C1", "150", [V214], frequency="8", references="REF*F8*26061000001~")
    book.receive(file(void, control=2), MONDAY)
    (paid,) = paid_by(book.due(on(30)))
    assert [rows[0][2] for rows in paid.claims] == ["1", "22"]
    assert paid.amount == 0


def test_void_of_a_late_claim_waits_for_its_payment() -> None:
    book = PayerBook(REGISTRY, Knobs(script={"C1": "late"}))
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    void = claim("vale", "C9", "150", [V214], frequency="8", references="REF*F8*26061000001~")
    book.receive(file(void, control=2), MONDAY)
    assert book.due(on(26, 4)) == []
    (paid,) = paid_by(book.due(on(27, 4)))
    assert [(rows[0][1], rows[0][2]) for rows in paid.claims] == [("C1", "1"), ("C1", "22")]


def test_a_reversed_claim_gives_its_deductible_to_the_correction() -> None:
    """600.00: 500.00 deductible, 20.00 coinsurance; at 90 % 540.00: 500.00 and 8.00, so 32.00 paid."""
    book = PayerBook(Registry(PAYERS, PLANS, MEMBERS), Knobs(script={"C1": "reverse"}))
    book.receive(file(claim("vale", "C1", "600", [line("ZX1", "600")])), MONDAY)
    paid_by(book.due(on(30)))
    (row,) = book.truth()
    assert (row.paid, dict(row.adjustments)) == (3200, {"CO:45": 6000, "PR:1": 50000, "PR:2": 800})


def test_a_claim_is_replaced_once() -> None:
    book = PayerBook(REGISTRY)
    book.receive(file(claim("vale", "C1", "150", [V214])), MONDAY)
    void = claim("vale", "C1", "150", [V214], frequency="8", references="REF*F8*26061000001~")
    book.receive(file(void, control=2), on(16))
    again = book.receive(file(void, control=3), on(17))
    assert b"STC*A8:464*20260317*U*150~" in again[-1].data
    paid_by(book.due(on(30)))
    assert sum(book.paid_by_payer().values()) == 9600
    assert sum(remit.moved("FB") for remit in book.remits()) == -9600


def test_payment_days_are_kept() -> None:
    """The state plan pays on Thursdays: ten days after 2 March is 12 March, a Thursday; after 3 March, 19 March."""
    book = PayerBook(REGISTRY)
    book.receive(file(claim("amaro2", "C1", "10", [line("ZX1", "10")])), MONDAY)
    book.receive(file(claim("amaro2", "C2", "20", [line("ZX1", "20")]), control=2), on(3))
    book.due(on(30))
    assert [remit.day for remit in book.remits()] == [date(2026, 3, 12), date(2026, 3, 19)]


def test_asked_rarely_or_daily_is_the_same() -> None:
    def run(step: int) -> list[bytes]:
        book = PayerBook(REGISTRY, Knobs(script={"C1": "reverse", "C2": "takeback"}))
        out = []
        book.receive(file(claim("vale", "C1", "150", [V214]), claim("amaro", "C2", "150", [V214])), MONDAY)
        for days in range(0, 61, step):
            out += [found.data for found in book.due(MONDAY + timedelta(days=days))]
        return out

    assert run(1) == run(60) != []
