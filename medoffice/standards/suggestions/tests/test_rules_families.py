"""What codes of one visit do to each other, and how short notes are read: each with what tempts to the wrong code."""

from datetime import date

import pytest

from medoffice.standards.suggestions.api import suggest

TODAY = date(2026, 11, 29)


def codes(text: str, sex: str = "F") -> set[str]:
    return {one.code for one in suggest(text, TODAY, sex=sex, born=date(1992, 1, 1)).offered}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Assessment: allergic contact dermatitis. Poison ivy dermatitis.", {"L23.7"}),
        ("Assessment:\n1. Alzheimer's disease\n2. Dementia, severe, with agitation", {"G30.9", "F02.C11"}),
        ("Assessment: severe dementia with agitation", {"F03.C11"}),
        ("Assessment: Bilateral knee pain", {"M25.561", "M25.562"}),
        ("Assessment: B/L carpal tunnel syndrome", {"G56.03"}),
        ("Assessment:\n1. Right knee pain\n2. Adhesive capsulitis left shoulder", {"M25.561", "M75.02"}),
        ("Assessment:\n1. Right knee pain\n2. Primary osteoarthritis right knee", {"M17.11"}),
        ("Assessment: opioid use disorder, severe, in sustained remission", {"F11.21"}),
        ("Assessment: opioid use disorder, severe, not in remission", {"F11.20"}),
        ("Assessment: alcoholic cirrhosis with ascites", {"K70.31"}),
        ("Assessment: right ureteral stone with hydronephrosis", {"N13.2"}),
        ("Assessment: hypokalemia due to HCTZ", {"E87.6", "T50.2X5A"}),
        ("Assessment: hypokalemia, not due to HCTZ", {"E87.6"}),
        ("Assessment: pressure ulcer of sacrum stage 3; left heel pressure ulcer stage 2", {"L89.153", "L89.622"}),
        ("Assessment: migraine with aura, not intractable, without status migrainosus", {"G43.109"}),
        ("Assessment: recurrent acute suppurative otitis media, right ear", {"H66.004"}),
        ("Assessment: sequela of third degree burn of right hand", {"T23.301S"}),
        ("Assessment: BPH with nocturia", {"N40.1", "R35.1"}),
        ("Assessment: BPH with weak stream, no nocturia", {"N40.1", "R39.12"}),
    ],
)
def test_what_stands_beside_it_makes_the_code(words: str, wanted: set[str]) -> None:
    assert codes(words, "M" if "BPH" in words else "F") == wanted


def test_what_somebody_pregnant_has_beside_it_is_of_her_trimester() -> None:
    assert codes("Assessment: IUP 9 weeks. Hypothyroidism.") == {"Z3A.09", "E03.9", "O99.281"}
    assert codes("Assessment: IUP 30 weeks. Moderate persistent asthma.") == {"Z3A.30", "J45.40", "O99.513"}
    assert codes("Assessment: Hypothyroidism.") == {"E03.9"}


def test_abbreviations_that_mean_much_name_a_problem_only_alone() -> None:
    assert codes("A/P\n1. RA - on methotrexate") >= {"M06.9"}
    assert "M06.9" not in codes("Assessment: hypoxia, 88% RA")
    assert "G35.D" in codes("Assessment:\n1. MS - stable")
    assert "G35.D" not in codes("Assessment:\n1. MS chest pain")
    assert codes("Tired. Lives in MS.\nCVA tenderness, no fever. Paced at home.") & {"I63.9", "I49.1", "G35.D"} == set()


def test_a_note_of_a_few_lines_ends_in_what_it_names() -> None:
    note = "2 yo with barky cough and stridor. Happy now.\nBlisters none.\nCroup\nDexamethasone given, call if worse"
    assert codes(note) == {"J05.0"}
    assert codes("Cough and wheeze for 3 days.\nNo fever.\nReturn if worse") >= {"R06.2"}


def test_what_is_due_or_scheduled_is_not_there() -> None:
    assert "Z96.652" not in codes("Doing well.\nAssessment: schedule for left total knee arthroplasty")
    assert "Z23" not in codes("Assessment: needs shingles vaccine")
    assert "R50.9" not in codes("Assessment: cough w/o fever")
