"""What is proposed for a level: by which words, not where they are denied, and never higher than the note says."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.revenue.coding.rules.proposals import Done, proposed
from medoffice.revenue.coding.types import CodedDiagnosis, Evidence

NOTE = Ref("note", UUID(int=1))


def kinds(text: str, *diagnoses: CodedDiagnosis) -> list[str]:
    return [one.kind for one in proposed(NOTE, text, diagnoses, [])]


def coded(text: str, words: str, code: str = "I10", title: str = "Essential (primary) hypertension") -> CodedDiagnosis:
    start = text.index(words)
    return CodedDiagnosis(new_id(), 1, code, title, Evidence(NOTE, start, start + len(words), words))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1. Hypertension, stable on lisinopril", "chronic-stable"),
        ("1. Hypertension, not well controlled", "chronic-worse"),
        ("1. Hypertension, above goal", "chronic-worse"),
        ("1. Hypertension with side effects of the drug", "chronic-worse"),
        ("1. Hypertension: severe exacerbation", "chronic-severe"),
        ("1. Hypertension", "chronic-stable"),
    ],
)
def test_how_a_problem_stands_is_what_its_line_says(line: str, kind: str) -> None:
    assert kinds(line, coded(line, "Hypertension")) == [kind]


def test_an_acute_code_is_acute_and_a_code_of_no_problem_proposes_nothing() -> None:
    text = "Sore throat. Worse since Monday."
    assert kinds(text, coded(text, "Sore throat", "J02.9", "Acute pharyngitis, unspecified")) == ["acute"]
    assert kinds(text, coded(text, "Sore throat", "Z23", "Encounter for immunization")) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("History obtained from the mother.", "historian"),
        ("I independently interpreted the ECG.", "interpretation"),
        ("My own reading of the film: no fracture.", "interpretation"),
        ("Discussed care with Dr. Ito.", "discussion"),
        ("Discussed management with the cardiologist.", "discussion"),
        ("Reviewed the discharge summary.", "outside-note"),
        ("Reviewed hospital records.", "outside-note"),
        ("Reviewed CBC and lipids.", "result-reviewed"),
        ("Sent to the emergency department.", "hospital"),
        ("Monitoring LFTs for toxicity of methotrexate.", "toxic-monitoring"),
        ("Continue lisinopril.", "prescription"),
        ("Increase the dose to 20 mg daily.", "prescription"),
        ("She cannot afford her medicine.", "social"),
        ("Ibuprofen as needed.", "low"),
        ("Rest and fluids.", "minimal"),
    ],
)
def test_words_propose_what_they_say(text: str, kind: str) -> None:
    assert kind in kinds(text)
    assert kind not in kinds(f"No {text[0].lower()}{text[1:]}")


def test_what_only_begins_like_a_denial_denies_nothing() -> None:
    assert kinds("No improvement: increase lisinopril to 20 mg.") == ["prescription"]


@pytest.mark.parametrize(
    "text",
    [
        "Continue saline rinses.",
        "Declined to be sent to the emergency department.",
        "If worse would be sent to the hospital.",
        "Patient history: mother has diabetes.",
        "Review of systems negative.",
        "There was no need to start lisinopril.",
        "Should it recur, sent to the emergency department.",
        "May start lisinopril next month.",
    ],
)
def test_other_words_propose_nothing(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Total time today: 35 minutes.", 35),
        ("I spent 42 min on the care of this patient.", 42),
        ("25 minutes were spent on the day of the visit.", 25),
    ],
)
def test_minutes_are_read_where_they_are_the_practitioner_s(text: str, minutes: int) -> None:
    assert [(one.kind, one.minutes) for one in proposed(NOTE, text, [], [])] == [("minutes", minutes)]


def test_minutes_of_other_things_are_not() -> None:
    assert kinds("Walks 30 minutes a day. Headache for 20 minutes.") == []


def test_of_the_chart_only_tests_and_prescriptions_count() -> None:
    test, shot = Ref("order", new_id()), Ref("order", new_id())
    drug = Ref("prescription", new_id())
    done = [Done(test, "lab", "Rapid strep"), Done(shot, "vaccine", "Flu shot"), Done(drug, "", "amoxicillin 500 mg")]
    found = proposed(NOTE, "", [], done)
    assert [(one.kind, one.evidence.ref) for one in found] == [("test-ordered", test), ("prescription", drug)]
    assert proposed(NOTE, "", [], done, [one.key for one in found]) == []


@given(st.text(max_size=300))
def test_whatever_is_written_evidence_is_words_of_it(text: str) -> None:
    for one in proposed(NOTE, text, [], []):
        assert text[one.evidence.start : one.evidence.end] == one.evidence.quote != ""
