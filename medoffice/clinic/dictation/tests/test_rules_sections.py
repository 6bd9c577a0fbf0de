"""Which usual sections a report does not have."""

import re

import pytest

from medoffice.clinic.dictation.queries.paces import kinds, usual_sections
from medoffice.clinic.dictation.rules.sections import lacking
from medoffice.standards.dictated.tables.sections import HEADINGS

USUAL = (("allergies", "drug allergies"), ("assessment", "assessment and plan"), ("plan", "assessment and plan"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("  \n", []),
        ("No fever.", ["allergies", "assessment", "plan"]),
        ("DRUG ALLERGIES: None.\n\nAssessment and plan: Rest.", []),
        ("ALLERGIES: None.\nPLAN: Rest; assessment: later.", ["assessment"]),
        ("The allergies: none.", ["allergies", "assessment", "plan"]),
    ],
)
def test_what_is_usual_and_not_there_is_told_by_its_name(text: str, found: list[str]) -> None:
    assert lacking(text, USUAL) == found


def test_every_usual_section_is_one_that_the_formatter_writes() -> None:
    names = {name for kind in kinds() for one in usual_sections(kind) for name in one}
    assert names <= {heading.casefold() for heading in HEADINGS.values()}
    assert {kind for kind in kinds() if usual_sections(kind)} == {
        "history-and-physical", "consultation", "procedure-note", "interpretation",
    }  # fmt: skip
    assert all(re.fullmatch(r"[a-z ]+", name) for name in names)
