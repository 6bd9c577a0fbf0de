"""What a report and a chart do not agree on: asked about where it stands, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.dictation.rules.charts import ChartFacts, ChartMedicine, disagreements, medicine_of
from medoffice.standards.dictated.types import FlagKind

FACTS = ChartFacts(
    (
        medicine_of("metformin 500 mg tablet"),
        ChartMedicine("Metformin", ("1,000 mg",)),
        medicine_of("Lisinopril", "10 mg"),
    ),
    ("type 2 diabetes mellitus", "pain in right knee"),
    ("penicillin", "warfarin"),
    "female",
)


@pytest.mark.parametrize(
    ("words", "dose", "wanted"),
    [
        ("metformin 500 mg tablet", "", ChartMedicine("metformin", ("500 mg",))),
        ("Lisinopril", "10 mg once a day", ChartMedicine("Lisinopril", ("10 mg",))),
        ("insulin glargine 100 units/mL", "12 units", ChartMedicine("insulin glargine", ("12 units",))),
        ("", "", ChartMedicine("")),
    ],
)
def test_a_line_of_the_list_is_a_name_and_its_strengths(words: str, dose: str, wanted: ChartMedicine) -> None:
    assert medicine_of(words, dose) == wanted


@pytest.mark.parametrize(
    ("report", "kind", "at"),
    [
        ("Continue metformin 50 mg b.i.d.", FlagKind.DOSE, "50 mg"),
        ("METFORMIN 850 mg daily.", FlagKind.DOSE, "850 mg"),
        ("Lisinopril 100 mg daily.", FlagKind.DOSE, "100 mg"),
        ("Start warfarin 5 mg daily.", FlagKind.DRUG, "warfarin"),
        ("She was given penicillin.", FlagKind.DRUG, "penicillin"),
        ("She has no fever; start penicillin.", FlagKind.DRUG, "penicillin"),
        ("She is not sleeping and so she takes warfarin.", FlagKind.DRUG, "warfarin"),
        ("She is not better at all since May, start warfarin.", FlagKind.DRUG, "warfarin"),
        ("Her left knee hurts.", FlagKind.SIDE, "left"),
        ("Pain in knee, left.", FlagKind.SIDE, "left"),
        ("He is well.", FlagKind.SEX, "He"),
        ("A 58-year-old man comes today.", FlagKind.SEX, "man"),
    ],
)
def test_what_the_chart_has_otherwise_is_asked_about_where_it_stands(report: str, kind: FlagKind, at: str) -> None:
    (flag,) = disagreements(report, FACTS)
    assert (flag.kind, report[flag.start : flag.end]) == (kind, at)
    assert flag.words


@pytest.mark.parametrize(
    "report",
    [
        "Continue metformin 500 mg b.i.d. and lisinopril 10 mg daily.",
        "Metformin 1000 mg b.i.d.",
        "Metformin 1,000 mg b.i.d.",
        "Lisinopril 2 tablets daily.",
        "She is allergic to penicillin.",
        "She never took warfarin.",
        "ALLERGIES: codeine, penicillin.",
        "She stopped warfarin in May.",
        "Right knee tender. Left hip normal.",
        "Her husband drove her. He is worried.",
        "",
    ],
)
def test_what_agrees_or_is_said_of_others_or_is_not_known_is_not_asked_about(report: str) -> None:
    assert disagreements(report, FACTS) == ()


def test_a_chart_that_knows_nothing_asks_nothing() -> None:
    assert disagreements("He takes warfarin 5 mg; left knee.", ChartFacts()) == ()
    both = ChartFacts(problems=("bilateral knee pain",))
    assert disagreements("Left knee and right knee are swollen.", both) == ()


@given(some.text(max_size=200))
def test_any_report_is_taken_and_every_flag_stands_in_it(report: str) -> None:
    for flag in disagreements(report, FACTS):
        assert 0 <= flag.start < flag.end <= len(report)
