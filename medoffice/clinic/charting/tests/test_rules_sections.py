"""A note as its sections, and what it is begun from."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.charting.rules.beginning import template_for
from medoffice.clinic.charting.rules.sections import begun, carried, changed, code_for, missing, sections_in
from medoffice.clinic.charting.types import NoteSection, NoteTemplate

SOAP = (
    NoteSection("hpi", "History of present illness", required=True),
    NoteSection("exam", "Exam", start="Well."),
    NoteSection("assessment", "Assessment", required=True),
    NoteSection("plan", "Plan", required=True),
)
VISIT = NoteTemplate("visit", 1, "Visit", SOAP, classes=("office",))
TEXT = "Seen with her mother.\n\nhistory of present illness: Cough.\nWorse at night.\n\nPLAN: Rest.\nPlan: twice."


def test_sections_are_found_by_their_titles_wherever_they_stand_the_first_of_each() -> None:
    found = sections_in(TEXT, SOAP)
    assert [(one.code, one.text) for one in found] == [
        ("hpi", "Cough.\nWorse at night."),
        ("plan", "Rest.\nPlan: twice."),
    ]
    assert all(TEXT[one.start : one.end] == one.text for one in found)
    assert sections_in("No plan yet: wait.", SOAP) == ()
    assert sections_in(TEXT, ()) == ()


def test_a_required_section_that_is_not_there_or_says_nothing_is_named() -> None:
    assert missing(begun(SOAP), VISIT) == ["History of present illness", "Assessment", "Plan"]
    assert missing(TEXT, VISIT) == ["Assessment"]
    assert missing(f"{TEXT}\n\nAssessment: - .", VISIT) == ["Assessment"]
    assert missing(f"{TEXT}\n\nAssessment: [what the visit was for is missing]", VISIT) == ["Assessment"]
    assert missing(f"{TEXT}\n\nAssessment: Bronchitis", VISIT) == []


def test_another_template_keeps_every_word_that_was_written() -> None:
    other = (NoteSection("plan", "Plan and aftercare"), NoteSection("hpi", "Story"), NoteSection("consent", "Consent"))
    written = begun(SOAP, {"hpi": "Cough.", "plan": "Rest.", "assessment": "Bronchitis"})
    assert carried(f"By telephone.\n{written}", SOAP, other) == (
        "By telephone.\n\nPlan and aftercare: Rest.\n\nStory: Cough.\n\nConsent:\n\nAssessment: Bronchitis"
    )
    there = carried(written, SOAP, other)
    assert carried(there, other, SOAP) == written  # and back
    assert carried(begun(SOAP), SOAP, other) == "Plan and aftercare:\n\nStory:\n\nConsent:"
    assert carried("Just words.", (), SOAP).startswith("Just words.\n\nHistory of present illness:")


@given(st.lists(st.text(alphabet="ab :\nPlan", max_size=12), min_size=4, max_size=4), st.permutations(SOAP))
def test_no_word_is_lost_whatever_was_written(said: list[str], other: list[NoteSection]) -> None:
    text = begun(SOAP, dict(zip(("hpi", "exam", "assessment", "plan"), said, strict=True)))
    moved = carried(text, SOAP, other[:2])
    for letter in "ab":
        assert moved.count(letter) >= sum(one.count(letter) for one in said)


def test_a_code_is_made_of_the_title_once_and_stays() -> None:
    assert code_for("Review of systems", ()) == "review-of-systems"
    assert code_for("Plan", ("plan", "plan-2")) == "plan-3"
    assert code_for("Ñ", ()) == "section"
    rows, at = changed(SOAP, "up 3")
    assert ([one.code for one in rows], at) == (["hpi", "exam", "plan", "assessment"], 2)
    rows, at = changed([replace(SOAP[0], title="Story"), NoteSection("", "Plan"), SOAP[3]], "show")
    assert ([one.code for one in rows], at) == (["hpi", "plan-2", "plan"], -1)
    assert changed(SOAP, "remove 0") == (list(SOAP[1:]), -1)
    assert changed(SOAP, "down 3")[0] == list(SOAP)
    assert changed(SOAP, "up 99") == (list(SOAP), -1)
    assert changed(SOAP, "add")[1] == 4


def test_the_kind_of_visit_goes_before_the_contact_and_a_specialty_before_all() -> None:
    physical = replace(VISIT, key="physical", kinds=("physical",), classes=())
    skin = replace(VISIT, key="skin", specialty="207N00000X")
    phone = replace(VISIT, key="phone", classes=("phone",))
    known = [VISIT, physical, skin, phone]

    def taken(kind: str, contact: str, specialty: str = "207Q00000X") -> str:
        found = template_for(known, kind, contact, specialty)
        return found.key if found else ""

    assert taken("physical", "office") == "physical"
    assert taken("sick", "office") == "visit"
    assert taken("sick", "office", "207N00000X") == "skin"
    assert taken("", "phone") == "phone"
    assert taken("", "laboratory") == "visit"
    known = [replace(VISIT, retired=True), phone]
    assert taken("sick", "office") == "phone"
    assert template_for([], "sick", "office", "") is None
