"""Which words of a text are played back one by one: a table, and what must hold of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.standards.dictated.danger import danger_tokens
from medoffice.standards.dictated.tables import dangers
from medoffice.standards.dictated.tests.test_rules_safety import FIGURES, PLAIN, WORDS
from medoffice.standards.dictated.types import DangerKind
from medoffice.standards.terminology.api import is_medicine

MEDICINES = frozenset({"lisinopril", "metformin", "hydralazine", "potassium", "thyroid"})
SENTENCES = Path(__file__).parent / "data" / "danger_sentences.txt"
NEGATION, SIDE, DOSE, NUMBER, NAME = DangerKind

TABLE = [
    ("No fever.", [("No", NEGATION)]),
    ("Denies pain, never smoked.", [("Denies", NEGATION), ("never", NEGATION)]),
    ("He doesn't cough and can’t lie flat.", [("doesn't", NEGATION), ("can’t", NEGATION)]),
    ("The abdomen is non-tender.", [("non-tender.", NEGATION)]),
    ("Neither cough nor wheeze; none before.", [("Neither", NEGATION), ("nor", NEGATION), ("none", NEGATION)]),
    ("Strep test negative.", [("negative.", NEGATION)]),
    ("He is afebrile, the gait abnormal.", [("afebrile,", NEGATION), ("abnormal.", NEGATION)]),
    ("Nontender; a noncontributory, non-contributory history.", [("Nontender;", NEGATION)]),
    ("non-Hodgkin's lymphoma, a non-smoker", [("non-smoker", NEGATION)]),
    ("I dont know.", [("dont", NEGATION)]),
    (
        "No longer neither here nor there, not only so.",
        [
            ("No", NEGATION),
            ("neither", NEGATION),
            ("nor", NEGATION),
            ("not", NEGATION),
        ],
    ),
    ("Pain in the left knee.", [("left", SIDE)]),
    ("A right-sided weakness, bilaterally reduced.", [("right-sided", SIDE), ("bilaterally", SIDE)]),
    ("Drops OD and OS.", [("OD", SIDE), ("OS.", SIDE)]),
    ("He left the room, she left without it.", [("without", NEGATION)]),
    ("On the left the lung is clear. Left the same.", [("left", SIDE), ("Left", SIDE)]),
    ("It is left. The knee is right.", [("left.", SIDE), ("right.", SIDE)]),
    ("All right, the right dose, right now.", []),
    ("Start lisinopril 10 mg daily.", [("lisinopril", NAME), ("10 mg", DOSE), ("daily.", DOSE)]),
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
    ("Taken twice a day, not once in a while.", [("twice a day,", DOSE), ("not", NEGATION)]),
    (
        "5 mg every other day, then 10 mg b.i.d.",
        [
            ("5 mg", DOSE),
            ("every other day,", DOSE),
            ("10 mg", DOSE),
            ("b.i.d.", DOSE),
        ],
    ),
    ("She walks daily.", []),
    ("15 mg by mouth weekly", [("15 mg", DOSE), ("weekly", DOSE)]),
    ("half tablet", [("half tablet", DOSE)]),
    ("\u00bd tablet, 1/2 cup", [("\u00bd tablet,", DOSE), ("1/2", NUMBER)]),
    ("Call 555-0142 at one point, one of us.", [("555-0142", NUMBER)]),
    ("The third toe, a second time, the first rib.", [("third toe,", NUMBER), ("first rib.", NUMBER)]),
    ("two weeks ago", [("two weeks", NUMBER)]),
    ("Cancer, stage III.", [("III.", NUMBER)]),
    ("PLAN:\n1. Rest.\n2. Return in 10 days.", [("10 days.", NUMBER)]),
    ("Sent to Dr. Lena Marsh today.", [("Dr. Lena Marsh", NAME)]),
    ("Seen by Ms. Quill, who agrees.", [("Ms. Quill,", NAME)]),
    ("The doctor agrees.", []),
    (
        "Dr. O'Brien, Dr. Smith-Jones, Dr. Pe\u00f1a-Ibarra.",
        [
            ("Dr. O'Brien,", NAME),
            ("Dr. Smith-Jones,", NAME),
            ("Dr. Pe\u00f1a-Ibarra.", NAME),
        ],
    ),
    ("Seen by Dr. Ana de la Cruz, sent by Dr. van", [("Dr. Ana de la Cruz,", NAME)]),
    (
        "Potassium 4.1, on potassium, potassium 20 mg.",
        [("4.1,", NUMBER), ("potassium,", NAME), ("potassium", NAME), ("20 mg.", DOSE)],
    ),
    ("Low thyroid and thyroid tablets.", [("thyroid", NAME)]),
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
        assert not SIDED.fullmatch(word) or kinds.get(place) is SIDE or _elsewhere(text.split(), place), word


def _elsewhere(said: list[str], at: int) -> bool:
    """The few places where "left" and "right" are no sides."""
    before, behind = said[at - 1].lower() if at else "", " ".join(said[at + 1 : at + 2]).lower().strip(".,")
    return behind in dangers.LEFT_BEHIND | dangers.RIGHT_BEFORE or before in dangers.RIGHT_BEHIND | {"nothing"}


@settings(max_examples=400, deadline=None)
@given(SAID, st.sampled_from(["left", "right"]), st.sampled_from(["knee", "eye.", "lower", "and", ""]), SAID)
def test_a_side_before_a_part_of_the_body_is_one_whatever_stands_around(a: str, side: str, part: str, b: str) -> None:
    place = len(a.split())
    if a.lower().split()[-1:] not in (["all"], ["quite"], ["nothing"]) and (part or not b):
        told = danger_tokens(f"{a} {side} {part} {b}", MEDICINES.__contains__)
        assert any(one.kind is SIDE and one.first == place for one in told)


PLANTED = [one for one in SENTENCES.read_text(encoding="utf-8").splitlines() if not one.startswith("#")]
MISSED = {"one"}  # before "glass": "one" is a figure only before a unit
TOO_MANY = {"left", "right"}  # "and left her cane", "right below the knee": what may be a side is one


def test_of_planted_sentences_only_known_words_are_missed_and_few_are_too_many() -> None:
    missed, many, right = list[str](), list[str](), 0
    for line in PLANTED:
        must, said = _marked(line)
        told = {
            place
            for one in danger_tokens(" ".join(said), is_medicine)
            for place in range(one.first, one.first + one.count)
        }
        right += sum(must.get(place) == "[" for place in told)
        many += [said[place] for place in told if place not in must]
        missed += [said[place] for place, how in must.items() if how == "[" and place not in told]
    assert (set(missed), set(many)) == (MISSED, TOO_MANY)
    assert (right, len(missed), len(many)) == (91, 1, 2)


def _marked(line: str) -> tuple[dict[int, str], list[str]]:
    """Which words of a line stand in brackets, by the sort of these; and its words without them."""
    must, said, how = dict[int, str](), list[str](), ""
    for place, word in enumerate(line.split()):
        how = next((sign for sign in "[{" if sign in word), how)
        if how:
            must[place] = how
        if word.rstrip(".,").endswith(("]", "}")):
            how = ""
        said.append(word.translate(str.maketrans("", "", "[]{}")))
    return must, said


@settings(max_examples=400, deadline=None)
@given(st.one_of(SAID, st.text()))
def test_tokens_are_in_order_never_overlap_and_stand_in_the_text(text: str) -> None:
    end = 0
    for one in danger_tokens(text, MEDICINES.__contains__):
        assert one.count > 0
        assert one.first >= end
        end = one.first + one.count
    assert end <= len(text.split())
