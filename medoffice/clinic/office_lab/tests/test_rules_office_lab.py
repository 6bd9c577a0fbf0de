"""Westgard's rules one by one, the lock, what a result may say, and the chart."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from medoffice.clinic.office_lab.rules.chart import SHOWN, levey_jennings
from medoffice.clinic.office_lab.rules.judging import (
    check_control,
    check_found,
    check_test,
    check_values,
    flag_of,
    judge,
    range_words,
)
from medoffice.clinic.office_lab.rules.locking import failed_before, why_locked
from medoffice.clinic.office_lab.rules.westgard import broken_by, z_of
from medoffice.clinic.office_lab.tests.makers import ENDS, GLUCOSE, HIGH, LOW, STREP
from medoffice.clinic.office_lab.types import Control, Every, Kit, OfficeTest, Run, SaidOfTest, Westgard
from medoffice.kernel.ids import new_id

ON, AT = date(2026, 11, 24), datetime(2026, 11, 24, 16, tzinfo=UTC)
TEST, SITE, KIT = new_id(), new_id(), new_id()
LOWS, HIGHS = Control(new_id(), TEST, SITE, LOW, True), Control(new_id(), TEST, SITE, HIGH, True)


def z(*values: str) -> list[Decimal]:
    return [Decimal(one) for one in values]


def the_test(said: SaidOfTest = GLUCOSE, *, used: bool = True) -> OfficeTest:
    return OfficeTest(TEST, said, "", used, 1)


def the_kit(**other: object) -> Kit:
    return replace(Kit(KIT, TEST, SITE, "G1", ENDS, AT, "", ""), **other)  # type: ignore[arg-type]


def ran(control: Control, deviation: str = "0.50", *, passed: bool = True, on: date = ON) -> Run:
    broken = () if passed else (Westgard.ONE_3S,)
    said = control.said
    value = (said.mean or Decimal()) + Decimal(deviation) * (said.sd or Decimal())
    return Run(
        new_id(), new_id(), KIT, control.id, said.level, f"{value:f}", value, Decimal(deviation), passed, broken, "",
        on, AT, "Tess Farrow",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("level", "together", "broken"),
    [
        ([], [], []),
        (["2"], [], []),
        (["2.01"], [], ["1-2s"]),
        (["-3"], [], ["1-2s"]),
        (["-3.01"], [], ["1-2s", "1-3s"]),
        (["2.1", "2.2"], [], ["1-2s", "2-2s"]),
        (["2.1", "-2.2"], [], ["1-2s"]),
        (["2.1", "0", "2.1"], [], ["1-2s"]),
        (["2.1"], ["2.4"], ["1-2s", "2-2s"]),
        (["2.1"], ["-2.1"], ["1-2s", "R-4s"]),
        (["2.5"], ["-1.9"], ["1-2s"]),
        (["1.1", "1.2", "1.3"], [], []),
        (["1.1", "1.2", "1.3", "1.4"], [], ["4-1s"]),
        (["1.1", "1.2", "1", "1.4"], [], []),
        (["-1.1", "-1.2", "-1.3", "-1.4"], [], ["4-1s"]),
        (["0.1"] * 9, [], []),
        (["0.1"] * 10, [], ["10x"]),
        (["-0.1"] + ["0.1"] * 9, [], []),
        (["0"] + ["0.1"] * 9, [], []),
    ],
)
def test_each_rule_of_westgard_at_its_limit(level: list[str], together: list[str], broken: list[str]) -> None:
    assert [one.value for one in broken_by(z(*level), z(*together))] == broken


def test_deviations_are_reckoned_to_the_hundredth_and_need_an_sd() -> None:
    assert z_of(Decimal(57), Decimal(50), Decimal(2)) == Decimal("3.50")
    with pytest.raises(ValueError, match="above zero"):
        z_of(Decimal(1), Decimal(1), Decimal(0))


def test_a_rule_the_office_did_not_choose_warns_and_one_it_chose_fails() -> None:
    (found,) = judge(GLUCOSE, {LOWS: "54.5"}, []).values()
    assert (found.passed, found.broken, found.z) == (True, (Westgard.ONE_2S,), Decimal("2.25"))
    (found,) = judge(GLUCOSE, {LOWS: "57"}, []).values()
    assert (found.passed, found.broken) == (False, (Westgard.ONE_2S, Westgard.ONE_3S))
    lenient = replace(GLUCOSE, rejects=(Westgard.TEN_X,))
    assert next(iter(judge(lenient, {LOWS: "57"}, []).values())).passed
    apart = judge(GLUCOSE, {LOWS: "54.5", HIGHS: "275"}, [])
    assert [Westgard.R_4S in one.broken for one in apart.values()] == [True, True]


def test_after_a_run_that_was_rejected_the_rules_begin_anew() -> None:
    before = [ran(LOWS, "2.50"), ran(LOWS, "2.60", passed=False)]
    assert next(iter(judge(GLUCOSE, {LOWS: "54.5"}, before).values())).passed
    assert not next(iter(judge(GLUCOSE, {LOWS: "54.5"}, before[:1]).values())).passed
    assert next(iter(judge(GLUCOSE, {LOWS: "54.5"}, [ran(HIGHS, "2.50")]).values())).passed


def test_words_pass_when_they_are_what_the_control_must_give() -> None:
    control = Control(new_id(), TEST, SITE, replace(LOW, level="positive", expected="positive"), True)
    assert next(iter(judge(STREP, {control: "positive"}, []).values())).passed
    assert not next(iter(judge(STREP, {control: "invalid"}, []).values())).passed
    assert [one.where for one in check_values(STREP, {control: "perhaps"})] == ["level_1"]
    assert check_values(GLUCOSE, {LOWS: "NaN"})
    assert not check_values(GLUCOSE, {LOWS: "50.5"})


def codes(*runs: Run, test: OfficeTest | None = None, kit: Kit | None = None, controls: object = None) -> list[str]:
    in_use = [LOWS, HIGHS] if controls is None else controls
    return [one.code for one in why_locked(test or the_test(), kit or the_kit(), in_use, runs, ON)]  # type: ignore[arg-type]


def test_a_lot_is_locked_until_each_level_passed_in_its_time() -> None:
    fine = ran(LOWS), ran(HIGHS)
    assert codes(*fine) == []
    assert codes() == ["qc-missing", "qc-missing"]
    assert codes(fine[0]) == ["qc-missing"]
    assert codes(*fine, ran(LOWS, "3.50", passed=False)) == ["qc-failed"]
    assert codes(*fine, ran(LOWS, "3.50", passed=False), ran(LOWS)) == []
    assert codes(ran(LOWS, on=date(2026, 11, 23)), fine[1]) == ["qc-due"]
    weekly = the_test(replace(GLUCOSE, every=Every.WEEK))
    assert codes(ran(LOWS, on=date(2026, 11, 18)), fine[1], test=weekly) == []
    assert codes(ran(LOWS, on=date(2026, 11, 17)), fine[1], test=weekly) == ["qc-due"]
    of_lot = the_test(replace(GLUCOSE, every=Every.LOT))
    assert codes(*(ran(one, on=date(2026, 1, 2)) for one in (LOWS, HIGHS)), test=of_lot) == []


def test_a_lot_is_locked_by_its_day_its_end_and_a_control_that_is_not_there() -> None:
    fine = ran(LOWS), ran(HIGHS)
    assert codes(*fine, kit=the_kit(expires=ON)) == []
    assert codes(*fine, kit=the_kit(expires=date(2026, 11, 23))) == ["kit-expired"]
    assert codes(*fine, kit=the_kit(ended_why="recalled")) == ["kit-ended"]
    assert codes(*fine, test=the_test(used=False)) == ["test-ended"]
    assert codes(*fine, controls=[LOWS]) == ["control-missing"]
    assert codes(*fine, controls=[LOWS, replace(HIGHS, in_use=False)]) == ["control-missing"]
    assert codes(*fine, controls=[LOWS, replace(HIGHS, id=new_id())]) == ["qc-missing"]
    old = replace(HIGHS, said=replace(HIGH, expires=date(2026, 11, 1)))
    assert codes(*fine, controls=[LOWS, old]) == []
    assert codes(fine[0], controls=[LOWS, old]) == ["control-expired", "qc-missing"]
    assert codes(*(replace(one, kit_id=new_id()) for one in fine)) == ["qc-missing", "qc-missing"]


def test_after_a_failure_one_says_what_was_done() -> None:
    assert not failed_before(LOWS.id, [])
    assert failed_before(LOWS.id, [ran(LOWS, passed=False), ran(HIGHS)])
    assert not failed_before(LOWS.id, [ran(LOWS, passed=False), ran(LOWS)])
    assert not failed_before(UUID(int=1), [ran(LOWS, passed=False)])


@pytest.mark.parametrize(
    ("value", "wrong", "flag"),
    [
        ("100", False, "N"), ("70", False, "N"), ("69", False, "L"), ("140.5", False, "H"), ("<20", False, "L"),
        (">600", False, "H"), ("19", True, ""), ("601", True, ""), ("<30", True, ""), ("", True, ""), ("abc", True, ""),
        ("1e99", True, ""), (">", True, ""),
    ],
)  # fmt: skip
def test_a_number_is_what_the_device_can_measure_and_flagged_by_the_offices_range(
    value: str, wrong: bool, flag: str
) -> None:
    assert bool(check_found(the_test(), value)) == wrong
    if not wrong:
        assert flag_of(GLUCOSE, value) == flag


def test_a_word_is_one_of_the_tests_and_flagged_if_unusual() -> None:
    assert check_found(the_test(STREP), "perhaps")
    assert [flag_of(STREP, one) for one in STREP.answers] == ["N", "A", "A"]
    assert [range_words(one) for one in (STREP, GLUCOSE, replace(GLUCOSE, high=None))] == ["negative", "70-140", ">=70"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (replace(STREP, name=" "), "name"), (replace(STREP, levels=()), "levels"),
        (replace(STREP, levels=("a", "a")), "levels"), (replace(STREP, answers=("yes",), unusual=()), "answers"),
        (replace(STREP, unusual=("no",)), "unusual"), (replace(GLUCOSE, unit=""), "unit"),
        (replace(GLUCOSE, rejects=()), "rejects"), (replace(GLUCOSE, low=Decimal(200)), "high"),
    ],
)  # fmt: skip
def test_what_is_missing_in_a_test_is_named_at_its_field(said: SaidOfTest, field: str) -> None:
    assert [one.where for one in check_test(said)] == [field]
    assert not check_test(STREP)
    assert not check_test(GLUCOSE)


def test_a_control_says_what_it_must_give() -> None:
    assert not check_control(GLUCOSE, LOW)
    assert [one.where for one in check_control(GLUCOSE, replace(LOW, mean=None, sd=Decimal(0)))] == ["mean", "sd"]
    assert [one.where for one in check_control(STREP, LOW)] == ["level", "expected"]


def test_the_chart_has_seven_lines_the_latest_runs_and_says_which_failed() -> None:
    runs = [ran(LOWS, "0.50") for _ in range(SHOWN + 4)] + [ran(HIGHS), ran(LOWS, "9.00", passed=False)]
    plot = levey_jennings(LOWS, runs)
    assert plot is not None
    assert len(plot.lines) == 7
    assert len(plot.dots) == SHOWN
    assert plot.told == f"{SHOWN} runs, 1 failed, the latest 9.00 SD from the mean"
    assert plot.dots[-1].words == "11/24/2026: 68.00, 9.00 SD, 1-3s, failed"
    assert plot.dots[-1].y == plot.field[1]
    assert [one.words for one in plot.y_ticks] == ["44", "46", "48", "50", "52", "54", "56"]
    assert levey_jennings(HIGHS, []) is None
    assert levey_jennings(HIGHS, [ran(HIGHS)]) is not None
