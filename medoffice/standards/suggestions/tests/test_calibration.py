"""What a score says is what is observed, on notes that nothing was fitted to; a surer one is never less often right."""

from datetime import date
from pathlib import Path

import pytest

from medoffice.standards.suggestions import calibration
from medoffice.standards.suggestions.api import suggest
from medoffice.standards.suggestions.calibration import REPORT, VISIT, chance
from medoffice.standards.suggestions.tests.makers import HELD, apart, calibration_error, planted, shares

SCORES = [place / 100 for place in range(15, 100)]


def told() -> list[tuple[float, bool]]:
    """Of the even notes each suggestion: what it says, and whether it is among the codes."""
    made = [(one.gold, suggest(one.text, date(2026, 11, 24))) for one in planted() if one.held]
    return [(one.score, one.code in gold) for gold, found in made for one in (*found.offered, *found.more)]


def test_on_notes_nothing_was_fitted_to_a_score_says_what_is_observed() -> None:
    found = told()
    assert len(found) > 100
    assert calibration_error(found) <= 0.1
    assert calibration_error([(1 - score, coded) for score, coded in found]) > 0.5, "what is measured can fail"


def test_on_notes_of_others_a_score_says_what_is_observed() -> None:
    made = [(note, suggest(note.text, note.on, sex=note.sex)) for note in apart(HELD)]
    every = [(note, one) for note, found in made for one in (*found.offered, *found.more)]
    told = [(one.score, one.code in note.gold) for note, one in every if one.code not in note.open]
    assert len(told) > 100
    assert calibration_error(told) <= 0.1
    assert shares(told)["oftener wrong than right"] < 0.5 < shares(told)["mostly right"]


def test_the_words_at_a_suggestion_are_true() -> None:
    seen = shares(told())
    assert seen["mostly right"] >= 0.8
    assert seen.get("oftener right than not", 1) > 0.5
    assert seen["oftener wrong than right"] < 0.5


@pytest.mark.parametrize("kind", [REPORT, VISIT])
def test_a_surer_suggestion_is_never_less_often_right(kind: str) -> None:
    said = [chance(score, kind) for score in SCORES]
    assert said == sorted(said)
    assert 0 < said[0] < 0.3
    assert 0.8 < said[-1] < 1


def test_without_curves_a_score_is_what_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(calibration, "CALIBRATED", tmp_path / "none.tsv")
    calibration.curves.cache_clear()
    try:
        assert chance(0.6, VISIT) == 0.6
    finally:
        calibration.curves.cache_clear()
