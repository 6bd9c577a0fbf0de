"""The rules of audits: kappa and its limits, draws that can be drawn again, dollars, reasons, what to teach."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.revenue.code_audits.rules.agreement import NOTHING, ONE_CATEGORY, kappa, percent
from medoffice.revenue.code_audits.rules.judging import (
    HIGH,
    LOW,
    REASONS,
    check_reason,
    level_coded,
    of_level,
    unjudged,
)
from medoffice.revenue.code_audits.rules.outcome import difference, lessons, outcome
from medoffice.revenue.code_audits.rules.sampling import MOST, check_sampling, drawn, fits
from medoffice.revenue.code_audits.types import Audited, Judged, Kind, Sampling, Verdict
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
WORDS = Evidence(Ref("note", uuid4()), 0, 5, "Cough")
FEES = {"ZZ013": Money(9000), "ZZ014": Money(13000), "ZZ002": Money(1500)}
SAID = Sampling(DAY, DAY, 5, "seed")
LEVELS = st.integers(0, 5)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), max_size=30)


def line(code: str, key: str = "culture", units: int = 1) -> CodedService:
    return CodedService(uuid4(), 1, key, code, key, (), units, (1,), WORDS)


def codes(*services: CodedService, coder: str = "Nneka Abara") -> CodedEncounter:
    diagnosis = CodedDiagnosis(uuid4(), 1, "E11.9", "Type 2 diabetes", WORDS)
    return CodedEncounter(uuid4(), uuid4(), uuid4(), DAY, coder, True, (diagnosis,), services)


def judged(one: CodedService | CodedDiagnosis | None, reason: str = "", instead: str = "", units: int = 1) -> Judged:
    kind = Kind.DIAGNOSIS if isinstance(one, CodedDiagnosis) else Kind.SERVICE
    verdict = Verdict.MISSED if one is None else Verdict.DISAGREES if reason else Verdict.AGREES
    code, code_id = (one.code, one.id) if one else ("", None)
    return Judged(uuid4(), code_id, kind, code, verdict, reason, instead, units, "" if one else "Cough")


def chart(whole: CodedEncounter, own: int, told: Sequence[Judged], *, done: bool = True) -> Audited:
    return Audited(
        uuid4(), uuid4(), 1, whole.id, whole.encounter_id, whole.patient_id, own, NOON if done else None, tuple(told)
    )


def test_kappa_of_a_table_that_was_worked_out_by_hand() -> None:
    # 20 both yes, 5 and 10 apart, 15 both no: observed 0.7, expected 0.5
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert kappa(pairs).value == pytest.approx(0.4)


def test_kappa_is_not_defined_of_nothing_and_of_one_level_and_says_so() -> None:
    assert kappa([]).value is None
    assert kappa([]).why == NOTHING
    alike = kappa([(3, 3)] * 4)
    assert alike.value is None
    assert alike.why == ONE_CATEGORY
    assert kappa([(3, 4)]).value == 0  # each always said one level, not the same one
    assert percent(0, 0) is None
    assert str(percent(2, 3)) == "66.7"


@given(PAIRS)
def test_kappa_knows_no_first_and_no_second_no_order_and_no_names(pairs: list[tuple[int, int]]) -> None:
    found = kappa(pairs)
    assert kappa([(other, one) for one, other in pairs]) == found
    assert kappa(pairs[::-1]) == found
    assert kappa([(f"level {one}", f"level {other}") for one, other in pairs]) == found
    assert kappa(pairs * 3) == found


@given(PAIRS)
def test_kappa_is_one_only_where_all_agree_and_never_beyond(pairs: list[tuple[int, int]]) -> None:
    found = kappa(pairs)
    if found.value is None:
        assert len(set(pairs)) <= 1
        assert all(one == other for one, other in pairs)
        assert found.why
    else:
        assert -1 <= found.value <= 1
        assert (found.value == 1) == all(one == other for one, other in pairs)
        assert not found.why


@given(st.lists(LEVELS, min_size=1, max_size=6), st.lists(LEVELS, min_size=1, max_size=6))
def test_kappa_is_nothing_where_one_says_nothing_of_the_other(ones: list[int], others: list[int]) -> None:
    found = kappa([(one, other) for one in ones for other in others])
    assert found.value in (None, 0)


@given(st.sets(st.uuids(), max_size=40), st.integers(1, 50), st.text(max_size=12))
def test_the_same_seed_draws_the_same_and_never_twice(ids: set[UUID], size: int, seed: str) -> None:
    chosen = drawn(ids, size, seed)
    assert chosen == drawn(sorted(ids, reverse=True), size, seed)
    assert len(set(chosen)) == len(chosen) == min(size, len(ids))
    assert set(chosen) <= ids
    assert drawn(ids, size + 5, seed)[:size] == chosen  # a larger sample holds the smaller one


def test_each_visit_is_as_likely_as_any_other() -> None:
    ids = [UUID(int=number) for number in range(10)]
    times = dict.fromkeys(ids, 0)
    for seed in range(2000):
        for one in drawn(ids, 3, str(seed)):
            times[one] += 1
    assert all(500 < count < 700 for count in times.values())  # 600 is meant


def test_a_sample_is_narrowed_down_by_what_is_said() -> None:
    provider, four = uuid4(), codes(line("ZZ014", "est_4"))
    assert fits(SAID, four, provider)
    for said, stays in (
        (replace(SAID, coder="Nneka Abara"), True),
        (replace(SAID, coder="Wei Chen"), False),
        (replace(SAID, provider_id=provider), True),
        (replace(SAID, provider_id=uuid4()), False),
        (replace(SAID, code="e11"), True),
        (replace(SAID, code="ZZ014"), True),
        (replace(SAID, code="E12"), False),
        (replace(SAID, level=4), True),
        (replace(SAID, level=0), False),
        (replace(SAID, first=date(2026, 11, 21), last=date(2026, 11, 22)), False),
    ):
        assert fits(said, four, provider) is stays, said
        assert said.targeted is (said.first == DAY)
    assert not SAID.targeted
    assert not fits(SAID, replace(four, finished=False), provider)


def test_what_cannot_be_drawn_is_said() -> None:
    assert check_sampling(SAID) == []
    wrong = {
        "days-reversed": replace(SAID, last=date(2026, 1, 1)),
        "days-many": replace(SAID, first=date(2020, 1, 1)),
        "size-wrong": replace(SAID, size=MOST + 1),
    }
    for code, said in wrong.items():
        assert [one.code for one in check_sampling(said)] == [code]
    assert [one.code for one in check_sampling(replace(SAID, size=0))] == ["size-wrong"]


def test_the_level_given_unseen_judges_the_line_that_bills_one() -> None:
    four = line("ZZ014", "est_4")
    assert of_level(four, 4) == (Verdict.AGREES, "", "")
    assert of_level(four, 3) == (Verdict.DISAGREES, HIGH, "est_3")
    assert of_level(line("ZZ024", "new_4"), 5) == (Verdict.DISAGREES, LOW, "new_5")
    assert of_level(four, 0) == (Verdict.DISAGREES, "no-ground", "")
    assert level_coded(codes(line("ZZ002"), four)) == 4
    assert level_coded(codes(line("ZZ002", "new_9"), line("ZZ003", "newborn_3"))) == 0


def test_a_reason_is_of_its_kind_and_another_code_is_named() -> None:
    for kind, reasons in REASONS.items():
        for reason in reasons:
            instead = "X" if reason == "other-code" else ""
            assert check_reason(kind, reason, instead) == []
            odd = [one.code for one in check_reason(kind, reason, "" if instead else "X")]
            assert odd == ["instead-missing" if instead else "instead-odd"]
    assert [one.code for one in check_reason(Kind.DIAGNOSIS, "modifier", "")] == ["reason-missing"]
    assert [one.code for one in check_reason(Kind.DIAGNOSIS, HIGH, "X")] == ["reason-missing"]
    assert check_reason(Kind.SERVICE, HIGH, "X") == []


def test_a_visit_is_whole_when_every_code_is_judged() -> None:
    whole = codes(line("ZZ013", "est_3"))
    assert unjudged(whole, []) == ["E11.9", "ZZ013"]
    assert unjudged(whole, [judged(whole.diagnoses[0])]) == ["ZZ013"]
    assert unjudged(whole, [judged(whole.diagnoses[0]), judged(whole.services[0], "no-ground"), judged(None)]) == []


def test_dollars_are_told_by_too_much_and_too_little_and_never_set_off() -> None:
    four, three = line("ZZ014", "est_4"), line("ZZ013", "est_3")
    twice = line("ZZ002", units=2)
    whole = codes(four, three, twice)
    told = [judged(four, HIGH, "ZZ013"), judged(three, LOW, "ZZ014"), judged(twice, "no-ground")]
    found = difference(whole, told, FEES)
    assert (found.too_much, found.too_little, found.unknown) == (Money(4000 + 3000), Money(4000), ())
    more = difference(whole, [judged(twice, "other-code", "ZZ002", 3), judged(None, "missing", "ZZ013")], FEES)
    assert (more.too_much, more.too_little) == (ZERO, Money(1500 + 9000))
    assert difference(whole, [judged(one) for one in whole.services], {}).unknown == ()  # what stands needs no fee


def test_what_has_no_fee_is_never_nothing() -> None:
    four = line("ZZ014", "est_4")
    whole = codes(four)
    for told, words in (
        (judged(four, LOW, "ZZ015"), "no fee is known for ZZ015 on 11/20/2026"),
        (judged(None, "missing", "ZZ077"), "no fee is known for ZZ077 on 11/20/2026"),
        (judged(four, LOW), "ZZ014: the office has no service of the level it should be"),
        (judged(four, "modifier"), "ZZ014: what a modifier changes stands in no fee schedule"),
        (judged(four, "pointers"), "ZZ014: what a pointer changes stands in no fee schedule"),
    ):
        found = difference(whole, [told], FEES)
        assert found.unknown == (words,)
        assert (found.too_much, found.too_little) == (ZERO, ZERO)
    both = difference(whole, [judged(four, LOW, "ZZ015")], {})
    assert both.unknown == ("no fee is known for ZZ014 and ZZ015 on 11/20/2026",)


def test_a_diagnosis_moves_no_dollars() -> None:
    whole = codes(line("ZZ014", "est_4"))
    found = difference(whole, [judged(whole.diagnoses[0], "no-ground")], FEES)
    assert (found.too_much, found.too_little, found.unknown) == (ZERO, ZERO, ())


def test_an_outcome_counts_what_is_finished_alone() -> None:
    four, lab = line("ZZ014", "est_4"), line("ZZ002")
    one, other, open_one = codes(four), codes(lab, coder="Sol Vega"), codes(line("ZZ013", "est_3"))
    told = [judged(one.diagnoses[0]), judged(four, HIGH, "ZZ013")]
    charts = [
        (chart(one, 3, told), one),
        (chart(other, 0, [judged(lab), judged(other.diagnoses[0]), judged(None, "missing", "ZZ013")]), other),
        (chart(open_one, 2, [judged(open_one.services[0], HIGH, "ZZ002")], done=False), open_one),
    ]
    found = outcome(charts, {DAY: FEES})
    assert (found.visits, found.codes, found.agreed, found.missed) == (2, 5, 3, 1)
    assert (found.levels, found.levels_same) == (2, 1)
    assert found.kappa == kappa([(4, 3), (0, 0)])
    assert (found.difference.too_much, found.difference.too_little) == (Money(4000), Money(9000))
    assert [(each.coder, each.reason, each.times, each.codes) for each in found.lessons] == [
        ("Nneka Abara", "level too high", 1, ("ZZ014 → ZZ013",)),
        ("Sol Vega", "not coded", 1, ("ZZ013",)),
    ]


def test_what_was_found_most_often_stands_first() -> None:
    whole = codes(line("ZZ002"), line("ZZ002"), line("ZZ003"))
    first, second, third = whole.services
    told = [judged(third, "modifier"), judged(first, "no-ground"), judged(second, "no-ground")]
    found = lessons([(chart(whole, 0, told), whole)])
    assert [(one.reason, one.times) for one in found] == [("the note does not support it", 2), ("modifier", 1)]
