"""Words of a report that stand in no dictionary: each once, nothing that is no word, nothing changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.dictation.rules.dictionary import unlisted
from medoffice.standards.dictated.types import FlagKind
from medoffice.standards.terminology.api import is_word


def told(report: str) -> list[str]:
    found = unlisted(report, is_word)
    assert all(
        flag.kind is FlagKind.UNLISTED and flag.words.startswith(report[flag.start : flag.end]) for flag in found
    )
    return [report[flag.start : flag.end] for flag in found]


@pytest.mark.parametrize(
    ("report", "strange"),
    [
        ("The patient has a vistitan of the knee. The vistitan is old.", ["vistitan"]),
        ("Takes albuter two puffs.", ["albuter"]),
        ("Takes albuterol two puffs; metformin 500 mg b.i.d.; HbA1c 7.2.", []),
        ("Abdomen is soft, nontender and nondistended. Crohn's disease, the patient's own words.", []),
        ("Qwfp is COPD, aVF, mmHg, pH, T4N1, x-ray, ab.", ["Qwfp"]),
        ("Hepatosplenomegaly, pericholecystic fluid, an intra-articular injection.", ["pericholecystic"]),
        ("qwfp QWFP Qwfp", ["qwfp"]),
        ("", []),
    ],
)
def test_what_stands_in_no_dictionary_is_told_once(report: str, strange: list[str]) -> None:
    assert told(report) == strange


@given(some.text(max_size=200))
def test_whatever_stands_there_is_told_by_its_place_and_once(report: str) -> None:
    words = [word.lower() for word in told(report)]
    assert len(words) == len(set(words))
    assert not any(unlisted(report, lambda word: word is not None))
