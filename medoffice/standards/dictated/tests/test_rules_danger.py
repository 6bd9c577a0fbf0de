"""Which words of a text are played back one by one: a table, and what must hold of any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.standards.dictated.danger import danger_tokens
from medoffice.standards.dictated.tests.test_rules_safety import FIGURES, PLAIN, WORDS
from medoffice.standards.dictated.types import DangerKind

MEDICINES = frozenset({"lisinopril", "metformin", "hydralazine"})
NEGATION, SIDE, DOSE, NUMBER, NAME = DangerKind

TABLE = [
    ("No fever.", [("No", NEGATION)]),
    ("Denies pain, never smoked.", [("Denies", NEGATION), ("never", NEGATION)]),
    ("He doesn't cough and can’t lie flat.", [("doesn't", NEGATION), ("can’t", NEGATION)]),
    ("The abdomen is non-tender.", [("non-tender.", NEGATION)]),
    ("Neither cough nor wheeze; none before.", [("Neither", NEGATION), ("nor", NEGATION), ("none", NEGATION)]),
    ("Strep test negative.", [("negative.", NEGATION)]),
    ("Pain in the left knee.", [("left", SIDE)]),
    ("A right-sided weakness, bilaterally reduced.", [("right-sided", SIDE), ("bilaterally", SIDE)]),
    ("Drops OD and OS.", [("OD", SIDE), ("OS.", SIDE)]),
    ("Start lisinopril 10 mg daily.", [("lisinopril", NAME), ("10 mg", DOSE)]),
    ("Take 0.5 mL, then 2 tablets.", [("0.5 mL,", DOSE), ("2 tablets.", DOSE)]),
    ("It was 500mg.", [("500mg.", DOSE)]),
    ("Take 5 to 10 mg.", [("5 to 10 mg.", DOSE)]),
    ("15 mg/kg/day in 3 doses", [("15 mg/kg/day", DOSE), ("3 doses", DOSE)]),
    ("1,000 international units", [("1,000 international units", DOSE)]),
    ("start ten milligrams of metformin", [("ten milligrams", DOSE), ("metformin", NAME)]),
    ("one hundred and twenty five micrograms", [("one hundred and twenty five micrograms", DOSE)]),
    ("one tablet, and one wonders", [("one tablet,", DOSE)]),
    ("Blood pressure 142/88, pulse 72.", [("142/88,", NUMBER), ("72.", NUMBER)]),
    ("A 34-year-old woman, A1c 7.2%.", [("34-year-old", NUMBER), ("A1c", NUMBER), ("7.2%.", NUMBER)]),
    ("A mass of 2 x 3 cm at L4-L5", [("2 x 3 cm", NUMBER), ("L4-L5", NUMBER)]),
    ("Glucose 110 mg/dL for 5 days.", [("110 mg/dL", NUMBER), ("5 days.", NUMBER)]),
    ("Seen March 3, 2026 and 04/02/2026.", [("March 3, 2026", NUMBER), ("04/02/2026.", NUMBER)]),
    ("It may help.", []),
    ("twice a day", []),
    ("half tablet", [("half tablet", DOSE)]),
    ("two weeks ago", [("two weeks", NUMBER)]),
    ("Cancer, stage III.", [("III.", NUMBER)]),
    ("PLAN:\n1. Rest.\n2. Return in 10 days.", [("10 days.", NUMBER)]),
    ("Sent to Dr. Lena Marsh today.", [("Dr. Lena Marsh", NAME)]),
    ("Seen by Ms. Quill, who agrees.", [("Ms. Quill,", NAME)]),
    ("The doctor agrees.", []),
    ("Hydralazine, not metformin.", [("Hydralazine,", NAME), ("not", NEGATION), ("metformin.", NAME)]),
    ("He has ____ pain.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "told"), TABLE)
def test_what_is_dangerous_is_found_with_its_kind(text: str, told: list[tuple[str, DangerKind]]) -> None:
    said = text.split()
    found = danger_tokens(text, MEDICINES.__contains__)
    assert [(" ".join(said[one.first : one.first + one.count]), one.kind) for one in found] == told


SAID = st.lists(st.one_of(PLAIN, FIGURES, st.sampled_from(WORDS)), max_size=30).map(" ".join)
NEGATED = re.compile(r"no|not|without|denies|never", re.IGNORECASE)
SIDED = re.compile(r"left|right|bilateral", re.IGNORECASE)


@settings(max_examples=400, deadline=None)
@given(SAID)
def test_every_figure_negation_and_side_is_in_some_token(text: str) -> None:
    kinds = {
        place: one.kind
        for one in danger_tokens(text, MEDICINES.__contains__)
        for place in range(one.first, one.first + one.count)
    }
    for place, word in enumerate(text.split()):
        assert not any(letter.isdigit() for letter in word) or kinds[place] in {DOSE, NUMBER}, word
        assert not NEGATED.fullmatch(word) or kinds[place] is NEGATION, word
        assert not SIDED.fullmatch(word) or kinds[place] is SIDE, word


@settings(max_examples=400, deadline=None)
@given(st.one_of(SAID, st.text()))
def test_tokens_are_in_order_never_overlap_and_stand_in_the_text(text: str) -> None:
    end = 0
    for one in danger_tokens(text, MEDICINES.__contains__):
        assert one.count > 0
        assert one.first >= end
        end = one.first + one.count
    assert end <= len(text.split())
