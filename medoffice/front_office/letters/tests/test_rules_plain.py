"""Plain words: what is said otherwise, and what is never touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.letters.queries.plain import shipped_glossary
from medoffice.front_office.letters.rules.plain import KEPT, LIST_TITLE, explained, fault_in, plain_copy, plainer
from medoffice.front_office.letters.rules.reading_level import reading_level
from medoffice.front_office.letters.types.plain import Gloss

SHIPPED = shipped_glossary()
TERMS = sorted(one.term for one in SHIPPED)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("You have hypertension.", "You have high blood pressure."),
        ("Hypertension is common.", "High blood pressure is common."),
        ("After a myocardial infarction you rest.", "After a heart attack you rest."),
        ("An incision was made.", "A cut was made."),
        ("We found a contusion and an edema.", "We found a bruise and a swelling."),
        ("Take 20 mg prior to meals; discontinue it if you faint.", "Take 20 mg before meals. Stop it if you faint."),
        ("No edema, denies dyspnea.", "No swelling, denies trouble breathing."),
        ("Edema of the left leg, 2 cm.", "Swelling of the left leg, 2 cm."),
        ("Dr. Suture sees you.", "Dr. Suture sees you."),
        ("Ask for Ms. Renal at the desk.", "Ask for Ms. Renal at the desk."),
        ("HYPERTENSION", "HYPERTENSION"),
        ("Non-renal", "Non-renal"),
        ("atrial\nfibrillation", "atrial\nfibrillation"),
        ("Call us; Dr. Weiss will help.", "Call us; Dr. Weiss will help."),
        ("", ""),
    ],
)
def test_words_are_said_plainly_and_names_stay(text: str, plain: str) -> None:
    assert plainer(text, SHIPPED) == plain


def test_what_stays_is_explained_once_below_the_letter() -> None:
    told = plain_copy("A biopsy is planned. The biopsy is short.\n", SHIPPED)
    body, _, below = told.partition(f"\n{LIST_TITLE}\n")
    assert body == "A biopsy is planned. The biopsy is short.\n"
    assert below.startswith("biopsy: a small piece")
    assert below.count("biopsy") == 1
    assert plain_copy("Come on Monday.\n", SHIPPED) == "Come on Monday.\n"


def test_a_plain_copy_is_easier_to_read() -> None:
    text = (
        "Your echocardiogram shows hypertension and edema; notify your physician prior to physical exertion, "
        "utilize the analgesic as needed, and discontinue the anticoagulant in the event that epistaxis commences.\n"
    )
    before, after = reading_level(text, "en"), reading_level(plainer(text, SHIPPED), "en")
    assert before
    assert after
    assert after.ease > before.ease + 20


def test_every_shipped_word_may_be_used_and_says_no_other_one_of_them() -> None:
    assert {one.term: fault_in(one) for one in SHIPPED if fault_in(one)} == {}
    assert all(one.says or one.means for one in SHIPPED)
    assert [one.term for one in SHIPPED if one.says and plainer(one.says, SHIPPED) != one.says] == []
    assert all(not one.verified for one in SHIPPED)


@pytest.mark.parametrize(
    ("gloss", "field"),
    [
        (Gloss("Edema", "swelling"), "term"),
        (Gloss("", "swelling"), "term"),
        (Gloss("type 2", "two"), "term"),
        (Gloss("left", "other"), "term"),
        (Gloss("asymptomatic", "without signs"), "says"),
        (Gloss("unilateral", "on the left"), "says"),
        (Gloss("bid", "2 times a day"), "says"),
        (Gloss("leg", "leg of yours"), "says"),
        (Gloss("a" * 61, "b"), "term"),
        (Gloss("edema", "", "x" * 201), "means"),
    ],
)
def test_what_would_change_the_sense_is_refused(gloss: Gloss, field: str) -> None:
    assert field in fault_in(gloss)


WORDS = st.one_of(
    st.sampled_from(TERMS),
    st.sampled_from(sorted(KEPT)),
    st.sampled_from(["10 mg", "0.5", "120/80", "Dr. Weiss", "O'Brien", "L4-L5"]),
    st.sampled_from(["a", "an", "The", ";", ".", "\n", "\n\n"]),
    st.text(max_size=8),
)


def kept(text: str) -> list[str]:
    """The numbers, the negations and sides, in order."""
    return [word for word in re.findall(r"\d[\d./]*|[a-z]+", text.lower()) if word[0].isdigit() or word in KEPT]


@given(st.lists(WORDS, max_size=30))
def test_numbers_denials_and_sides_stay_in_their_order(words: list[str]) -> None:
    text = " ".join(words)
    assert kept(plainer(text, SHIPPED)) == kept(text)


@given(st.lists(WORDS, max_size=30))
def test_names_stay(words: list[str]) -> None:
    text = f"Seen by Nurse {' '.join(words)} with Dr. Tamsin Hepatic."
    found = plainer(text, SHIPPED)
    assert found.startswith("Seen by Nurse")
    assert found.endswith("Dr. Tamsin Hepatic.")


@given(st.text(max_size=300))
def test_any_text_is_said_and_its_pieces_are_the_text(text: str) -> None:
    assert isinstance(plainer(text, SHIPPED), str)
    assert "".join(piece.text for piece in explained(text, SHIPPED)) == text
