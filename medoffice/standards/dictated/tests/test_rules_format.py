"""The formatter against its tables: each rule, and whole sentences that were written before the rules were tuned."""

from pathlib import Path

import pytest

from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.tests.scoring import HELD, rows, score
from medoffice.standards.dictated.types import Profile

DATA = Path(__file__).parent / "data"
RULES = rows(DATA / "rules.tsv")
PLANTED = [(spoken, strict) for name in ("planted.tsv", "unseen.tsv") for spoken, strict, _ in rows(DATA / name)]


@pytest.mark.parametrize(("spoken", "strict", "clinic"), RULES)
def test_each_rule_in_both_profiles(spoken: str, strict: str, clinic: str) -> None:
    assert format_report(spoken, Profile.STRICT).text == strict
    assert format_report(spoken, Profile.CLINIC).text == clinic


@pytest.mark.parametrize(("spoken", "strict", "clinic"), RULES)
def test_what_was_formatted_stays_as_it_is(spoken: str, strict: str, clinic: str) -> None:
    for profile, text in ((Profile.STRICT, strict), (Profile.CLINIC, clinic)):
        assert format_report(text, profile).text == text
    del spoken


def test_there_are_four_hundred_rules_and_a_hundred_and_twenty_sentences() -> None:
    assert len(RULES) >= 400
    assert len(HELD) >= 120


def test_sentences_that_were_held_back_come_out_right() -> None:
    found = score(HELD)
    assert found.token_error <= 0.02, found.missed
    assert found.figures_exact >= 0.98, found.missed


@pytest.mark.parametrize(("spoken", "written"), PLANTED)
def test_a_dictated_passage_comes_out_as_it_is_to_stand(spoken: str, written: str) -> None:
    assert format_report(spoken).text == written
    assert format_report(written).text == written
