"""Money is conserved: for any claims and any seed, what the files pay is what was decided, to the cent."""

import json
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.exchange.simulators.payer.rules.book import PayerBook
from medoffice.exchange.simulators.payer.rules.state import Knobs
from medoffice.exchange.simulators.payer.tests.checker import payments, unbalanced
from medoffice.exchange.simulators.payer.tests.makers import MONDAY, REGISTRY, claim, file, line

CODES = ["ZV213", "ZV214", "ZV215", "ZL001", "ZL002", "ZP001", "ZX900", "ZX1", "ZC001", "ZJ001"]
AMOUNT = st.integers(1, 90000).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")
LINE = st.tuples(st.sampled_from(CODES), AMOUNT, st.sampled_from(["1", "2", "1.5"]), st.sampled_from([22, 23]))
CLAIM = st.tuples(
    st.sampled_from(["vale", "quist", "amaro", "amaro2", "both", "nox"]), st.lists(LINE, min_size=1, max_size=5)
)
BATCH = st.lists(CLAIM, min_size=1, max_size=12)
KNOBS = st.builds(
    Knobs,
    seed=st.integers(0, 999),
    denial_percent=st.sampled_from([0, 30]),
    reversals=st.integers(0, 2),
    takebacks=st.integers(0, 2),
    late=st.integers(0, 2),
    spread=st.just(6),
    reprice_percent=st.sampled_from([50, 90, 120]),
    takeback_percent=st.sampled_from([100, 33]),
    split_claims=st.sampled_from([0, 1, 3]),
)
Batch = list[tuple[str, list[tuple[str, str, str, int]]]]


def files(batch: Batch) -> list[bytes]:
    """The batch as two files, the claims numbered."""
    claims = []
    for place, (who, lines) in enumerate(batch, 1):
        total = sum(Decimal(charge) for _, charge, _, _ in lines)
        texts = [
            line(code, charge, units=units, day=f"202602{day}", control=f"C{place}L{number}")
            for number, (code, charge, units, day) in enumerate(lines, 1)
        ]
        claims.append(claim(who, f"C{place}", str(total), texts))
    half = (len(claims) + 1) // 2
    parts = [claims[:half], claims[half:]]
    return [file(*part, control=number) for number, part in enumerate(parts, 1) if part]


def play(batch: Batch, knobs: Knobs) -> tuple[PayerBook, list[bytes]]:
    """All files sent a week apart, then on until nothing is open."""
    book = PayerBook(REGISTRY, knobs)
    out = []
    for week, data in enumerate(files(batch)):
        moment = MONDAY + timedelta(days=7 * week)
        out += [found.data for found in book.receive(data, moment)]
    out += [found.data for found in book.due(MONDAY + timedelta(days=200))]
    return book, out


@settings(max_examples=120)
@given(BATCH, KNOBS)
def test_files_and_truth_agree(batch: Batch, knobs: Knobs) -> None:
    book, out = play(batch, knobs)
    remits = [data for data in out if b"ST*835" in data]
    assert book.open_work() == 0
    assert [unbalanced(data) for data in remits] == [[] for _ in remits]
    paid = [payment for data in remits for payment in payments(data)]
    truth = book.truth()
    on_claims = sum(Decimal(rows[0][4]) for payment in paid for rows in payment.claims)
    assert on_claims * 100 == sum(row.paid for row in truth)
    assert sum(payment.amount for payment in paid) * 100 == sum(book.paid_by_payer().values())
    moved = sum(part.cents for remit in book.remits() for part in remit.adjustments)
    assert sum(book.paid_by_payer().values()) == sum(row.paid for row in truth) - moved
    for row in truth:
        assert row.charge - sum(row.adjustments.values()) == row.paid
        assert row.patient == sum(cents for key, cents in row.adjustments.items() if key.startswith("PR:"))
        assert row.charge >= 0
        assert min([row.paid, *row.adjustments.values()]) >= 0


@settings(max_examples=60)
@given(BATCH, KNOBS)
def test_every_line_sent_is_in_the_truth_once(batch: Batch, knobs: Knobs) -> None:
    book, _ = play(batch, knobs)
    sent = {
        (f"C{place}", f"C{place}L{number}"): int(Decimal(charge) * 100)
        for place, (_, lines) in enumerate(batch, 1)
        for number, (_, charge, _, _) in enumerate(lines, 1)
    }
    assert {(row.claim_id, row.control): row.charge for row in book.truth()} == sent


@settings(max_examples=40)
@given(BATCH, KNOBS)
def test_the_same_seed_gives_the_same_bytes(batch: Batch, knobs: Knobs) -> None:
    assert play(batch, knobs)[1] == play(batch, knobs)[1]


@settings(max_examples=40)
@given(BATCH, KNOBS, st.integers(0, 80))
def test_a_book_put_away_goes_on_as_if_it_had_not_been(batch: Batch, knobs: Knobs, days: int) -> None:
    book = PayerBook(REGISTRY, knobs)
    for data in files(batch):
        book.receive(data, MONDAY)
    book.due(MONDAY + timedelta(days=days))
    other = PayerBook.from_state(json.loads(json.dumps(book.to_state())))
    later = MONDAY + timedelta(days=200)
    assert [found.data for found in other.due(later)] == [found.data for found in book.due(later)]
    assert other.truth() == book.truth()
    assert other.to_state() == book.to_state()


def test_seeds_differ_and_the_share_of_denials_is_about_as_asked() -> None:
    batch: Batch = [("amaro2", [("ZX1", f"{place}.00", "1", 22)]) for place in range(1, 301)]

    def denied(seed: int) -> set[str]:
        book, _ = play(batch, Knobs(seed=seed, denial_percent=20))
        return {row.claim_id for row in book.truth() if row.status == "4"}

    first, second = denied(1), denied(2)
    assert first != second
    assert 35 <= len(first) <= 90


def test_seeded_events_happen_as_often_as_asked() -> None:
    batch: Batch = [("amaro2", [("ZX1", f"{place}.00", "1", 22)]) for place in range(1, 41)]
    book, _ = play(batch, Knobs(seed=5, reversals=2, takebacks=1, late=1))
    decisions = [decision for remit in book.remits() for decision in remit.decisions]
    assert sum(decision.status == "22" for decision in decisions) == 2
    assert sum(remit.moved("WO") > 0 for remit in book.remits()) == 1
    assert len(decisions) == 44
