"""Planted documents are read as the standard has them; where they are not, it is said why."""

import pytest

from medoffice.standards.ccda.tests import planted_documents, planted_entries
from medoffice.standards.ccda.tests.planted import Case, faults

CASES = (*planted_entries.CASES, *planted_documents.CASES)
# What was expected and is not so, each on purpose.
OPEN = {
    "no known drug allergies are no no-allergies": "none is known, of the kind that is said beside it",
    "no namespace": "it is read all the same; no name in it can be taken for another",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_planted_document_is_read_as_it_says(case: Case) -> None:
    assert bool(faults(case)) == (case.name in OPEN), faults(case)


def test_every_planted_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
