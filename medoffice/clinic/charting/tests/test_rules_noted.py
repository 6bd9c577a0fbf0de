"""What a signed note is to offer to the lists: the planted notes, and what no note may ever offer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.clinic.charting.rules.noted import LISTS, Noted, noted
from medoffice.clinic.charting.tests.noted_cases import ABOUT, Case, cases, chart_with, line_of, offered
from medoffice.clinic.charting.types import ListKind, Told

EMPTY = chart_with()
PROBLEMS = ["asthma", "hypothyroidism", "essential hypertension", "osteoporosis", "gout", "migraine", "type 2 diabetes"]
MEDICINES = ["lisinopril", "metformin", "atorvastatin", "apixaban", "sertraline", "gabapentin", "omeprazole"]
ALLERGENS = ["penicillin", "codeine", "latex", "peanuts", "sulfa", "amoxicillin", "shellfish"]
DENIED = ["Denies {}.", "No {}.", "No history of {}.", "Mother has {}.", "{} was ruled out.", "Possible {}."]
NOT_TAKEN = ["Not taking {}.", "Denies taking {}.", "If it comes back, start {} 10 mg.", "Father takes {} 10 mg daily."]
NOT_ALLERGIC = ["Not allergic to {}.", "No allergy to {}.", "Denies being allergic to {}.", "Sister is allergic to {}."]


@pytest.mark.parametrize("case", cases().values(), ids=lambda case: case.name)
def test_planted_notes_offer_what_was_written_down_before(case: Case) -> None:
    assert offered(case) == case.rows


def listed(rows: list[Noted]) -> list[tuple[ListKind, Told]]:
    return [(one.kind, one.told) for one in rows]


@given(
    problems=st.lists(st.sampled_from(PROBLEMS), max_size=4),
    medicines=st.lists(st.sampled_from(MEDICINES), max_size=4),
    allergens=st.lists(st.sampled_from(ALLERGENS), max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_what_stands_on_the_list_is_never_offered(
    problems: list[str], medicines: list[str], allergens: list[str]
) -> None:
    text = (
        f"S: Takes {', '.join(medicines) or 'nothing'}.\nAllergies: {', '.join(allergens) or 'none'}.\n"
        f"Assessment:\n{chr(10).join(problems) or 'Well.'}\nPlan: Return in a year."
    )
    rows = noted([text], ABOUT, EMPTY)
    assert {one.kind for one in rows} <= set(LISTS)
    assert [one for one in rows if text[one.start : one.end] != one.words] == []
    assert noted([text], ABOUT, chart_with(*listed(rows))) == []
    bare = [(kind, replace(told, system="", code="", edition="", details={})) for kind, told in listed(rows)]
    assert noted([text], ABOUT, chart_with(*bare)) == []
    assert noted([text], ABOUT, EMPTY, {one.key for one in rows}) == []


@given(
    problem=st.tuples(st.sampled_from(DENIED), st.sampled_from(PROBLEMS)),
    medicine=st.tuples(st.sampled_from(NOT_TAKEN), st.sampled_from(MEDICINES)),
    allergen=st.tuples(st.sampled_from(NOT_ALLERGIC), st.sampled_from(ALLERGENS)),
    part=st.sampled_from(["HPI: ", "Assessment: ", "Plan: ", ""]),
)
@settings(max_examples=120, deadline=None)
def test_what_stands_under_a_denial_is_never_offered(
    problem: tuple[str, str], medicine: tuple[str, str], allergen: tuple[str, str], part: str
) -> None:
    text = part + " ".join(frame.format(word) for frame, word in (problem, medicine, allergen))
    assert [line_of(one) for one in noted([text], ABOUT, EMPTY)] == []


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_may_be_read(text: str) -> None:
    for one in noted([text, f"Allergies: {text}\nPlan: Stop {text}"], ABOUT, EMPTY):
        assert one.words


def test_two_sources_that_are_one_medicine_are_one_row_and_a_joined_one_is_whole() -> None:
    text = "HPI: Takes Zestril 10 mg. Plan: Continue lisinopril 10 mg daily. Start sacubitril-valsartan."
    rows = [(one.told.words, one.told.details.get("frequency", "")) for one in noted([text], ABOUT, EMPTY)]
    assert rows == [("lisinopril", "daily"), ("sacubitril-valsartan", "")]


def test_allergies_end_with_their_sentence_and_may_begin_within_a_line() -> None:
    text = "PMH: gout. Allergy: penicillin - rash, latex. Aspirin daily.\nPlan: Return in a year."
    rows = [line_of(one) for one in noted([text], ABOUT, EMPTY) if one.kind is ListKind.ALLERGY]
    assert rows == [("allergy", "penicillin", "rash"), ("allergy", "latex", "")]
