"""The chain: what is walked, in which order, how it is told, and what became of the money."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.desks.rules.chain import unveiled, walk
from medoffice.desks.rules.fate import fate
from medoffice.desks.rules.telling import papers, tell
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref, Step
from medoffice.revenue.billing.types import AccountEvent, Charge, EventKind

_SPACE = UUID(int=7)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOTE = "Reason: back.\n\nAssessment: Low back pain, mechanical, no red flags. Plan: rest."


def ref(name: str) -> Ref:
    return Ref(name.rstrip("0123456789"), uuid5(_SPACE, name))


def one(name: str, stage: str, *causes: str, quote: str = "", span: tuple[int, int] = (0, 0), cents: int = 0) -> Step:
    rests_on, amount = tuple(ref(cause) for cause in causes), Money(cents) if cents else None
    return Step(ref(name), stage, name, "", rests_on, NOON, "", amount, quote=quote, quote_span=span)


def span(words: str) -> tuple[int, int]:
    return NOTE.index(words), NOTE.index(words) + len(words)


STEPS = [
    one("call", "call"),
    one("appointment", "appointment", "call"),
    one("encounter", "encounter", "appointment"),
    one("note", "note", "encounter", quote=NOTE),
    one("diagnosis1", "code", "note", quote=NOTE, span=span("Low back pain")),
    one("service1", "code", "note", "diagnosis1", quote=NOTE, span=span("rest")),
    one("service2", "code", "note", quote=NOTE, span=span("mechanical")),
    one("charge1", "charge", "service1", cents=14_800),
    one("charge2", "charge", "service2"),
    one("event1", "charge", "charge1", cents=14_800),
    one("claim1", "claim", "charge1"),
    one("decision1", "payment", "claim1"),
    one("paid1", "payment", "decision1", "charge1"),
    one("receipt1", "payment", "encounter"),
    one("copay1", "payment", "receipt1", "charge1"),
    one("copay2", "payment", "receipt1", "charge2"),
    one("entry1", "ledger", "event1"),
    one("entry2", "ledger", "paid1"),
]
KNOWN = {step.ref: step for step in STEPS}


def effects(cause: Ref) -> list[Ref]:
    return [step.ref for step in STEPS if cause in step.causes]


def titles(start: str, among: Sequence[Step] = STEPS) -> list[str]:
    known = {step.ref: step for step in among}
    return [step.title for step in walk(ref(start), known.get, effects)]


def test_from_the_call_everything_is_found_in_the_order_of_the_flow() -> None:
    assert sorted(titles("call")) == sorted(step.title for step in STEPS if step.title != "event1")
    assert titles("call")[:4] == ["call", "appointment", "encounter", "note"]


@pytest.mark.parametrize("start", ["claim1", "entry2", "charge1", "decision1"])
def test_from_the_money_the_whole_life_of_its_charge_is_found_and_no_other_charge(start: str) -> None:
    found = titles(start)
    wanted = ["call", "appointment", "encounter", "note", "diagnosis1", "service1", "charge1", "claim1"]
    assert found[: len(wanted)] == wanted
    assert {"decision1", "paid1", "copay1", "receipt1", "entry1", "entry2"} <= set(found)
    assert not {"charge2", "service2", "copay2"} & set(found)


def test_of_one_moment_the_cause_comes_first() -> None:
    found = titles("claim1")
    assert found.index("receipt1") < found.index("copay1")
    assert found.index("decision1") < found.index("paid1")


def test_what_only_repeats_its_charge_is_left_out_unless_it_is_what_was_asked_for() -> None:
    assert "event1" not in titles("claim1")
    assert "entry1" in titles("claim1")
    assert "event1" in titles("event1")
    other = [replace(step, amount=Money(-4_000)) if step.title == "event1" else step for step in STEPS]
    assert "event1" in titles("claim1", other)


def test_texts_are_veiled_for_who_may_not_read_them_and_only_there() -> None:
    private = [replace(step, needs="notes", subject=_SPACE) if step.quote else step for step in STEPS]
    asked = []

    def may(word: str, subject: UUID | None, _visit: UUID | None) -> bool:
        asked.append((word, subject))
        return False

    shown = unveiled(private, may)
    assert set(asked) == {("notes", _SPACE)}
    assert not any(step.quote or step.quote_span[1] for step in shown)
    assert {step.title for step in shown if step.veiled} == {step.title for step in STEPS if step.quote}
    assert papers(shown) == []
    assert unveiled(private, lambda _word, _subject, _visit: True) == private


def test_a_step_that_is_closed_keeps_its_place_and_number_only() -> None:
    closed = [replace(step, opens="codes", visit=_SPACE) if step.stage == "code" else step for step in STEPS]
    for one, was in zip(unveiled(closed, lambda *_: False), STEPS, strict=True):
        if was.stage != "code":
            assert one == was
            continue
        assert (one.ref, one.title, one.causes, one.veiled) == (was.ref, was.title, was.causes, True)
        assert (one.words, one.quote, one.details, one.amount, one.url) == ("kept from you", "", (), None, "")


def test_unknown_things_have_no_chain_and_lost_causes_break_none() -> None:
    assert titles("nothing") == []
    assert titles("claim1", [step for step in STEPS if step.title != "appointment"])[0] == "encounter"


def test_codes_are_lettered_and_tied_to_their_words() -> None:
    told = {found.step.title: found for found in tell(walk(ref("claim1"), KNOWN.get, effects))}
    low = told["diagnosis1"]
    assert (low.letter, low.before, low.words, low.after) == ("A", "", "Low back pain", ", mechanical, no red flags.")
    assert told["service1"].letter == "B"
    assert told["note"].letter == ""
    assert [name for name, found in told.items() if found.opens] == [
        "call",
        "appointment",
        "encounter",
        "note",
        "diagnosis1",
        "charge1",
        "claim1",
        "receipt1",
        "entry1",
    ]


def test_the_note_carries_the_letters_of_the_codes_that_rest_on_it() -> None:
    (paper,) = papers(walk(ref("claim1"), KNOWN.get, effects))
    assert [(paper.text[start:end], letter) for start, end, letter in paper.marks] == [
        ("Low back pain", "A"),
        ("rest", "B"),
    ]


def test_more_codes_than_letters() -> None:
    many = [replace(STEPS[4], ref=ref(f"diagnosis{n}"), title=f"d{n:02}") for n in range(28)]
    letters = [found.letter for found in tell(many)]
    assert letters[25:] == ["Z", "A2", "B2"]
    assert len(set(letters)) == 28


def test_long_sentences_are_cut_around_the_words() -> None:
    text = "a" * 100 + " pain " + "b" * 100
    (told,) = tell([replace(STEPS[4], quote=text, quote_span=(101, 105))])
    assert told.words == "pain"
    assert told.before.startswith("\u2026")
    assert told.after.endswith("\u2026")
    assert len(told.before + told.after) < 130


def charged(cents: int, insurance: int, patient: int) -> Charge:
    made, visit, who, by, place, coded = (uuid5(_SPACE, f"part{n}") for n in range(6))
    owed = (Money(cents), Money(insurance), Money(patient))
    return Charge(made, "X-1", visit, who, by, place, coded, date(2026, 11, 24), "ZP214", "visit", (), 1, *owed)


def event(kind: EventKind, insurance: int, patient: int) -> AccountEvent:
    sums = (Money(insurance), Money(patient), Money(0))
    return AccountEvent(uuid5(_SPACE, kind), kind, NOON, NOON.date(), "", None, *sums, "", ref("x"), uuid5(_SPACE, "e"))


def test_the_parts_say_what_became_of_the_charge() -> None:
    happened = [
        event(EventKind.CHARGE, 14_800, 0),
        event(EventKind.PAYER_PAYMENT, -6_660, 0),
        event(EventKind.CONTRACTUAL, -4_000, 0),
        event(EventKind.TRANSFER, -4_140, 4_140),
        event(EventKind.CREDIT_APPLIED, 0, -2_500),
        event(EventKind.PATIENT_PAYMENT, 0, -640),
    ]
    found = fate([charged(14_800, 0, 1_000)], happened)
    assert [(part.label, str(part.amount)) for part in found.parts] == [
        ("paid by insurance", "$66.60"),
        ("taken off by contract", "$40.00"),
        ("paid by the patient", "$31.40"),
        ("open with the patient", "$10.00"),
    ]
    assert not found.settled
    assert fate([charged(14_800, 0, 0)], happened[:2]).settled


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [kind for kind in EventKind if kind not in (EventKind.CHARGE, EventKind.FEE, EventKind.TRANSFER)]
            ),
            st.integers(-50_000, 50_000),
            st.integers(-50_000, 50_000),
        ),
        max_size=8,
    ),
    st.integers(1, 100_000),
)
def test_the_parts_are_the_whole_to_the_cent(moves: list[tuple[EventKind, int, int]], cents: int) -> None:
    insurance = cents + sum(move for _, move, _ in moves)
    patient = sum(move for _, _, move in moves)
    found = fate([charged(cents, insurance, patient)], [event(*move) for move in moves])
    assert Money.total(part.amount for part in found.parts) == found.charged
