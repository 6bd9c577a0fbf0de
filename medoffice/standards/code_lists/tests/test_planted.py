"""Planted files of lists are read or refused as they should be; where they are not, it is said why."""

import pytest

from medoffice.standards.code_lists.tests.planted_lists import CASES, Case, faults

# What was expected and is not so, each on purpose: the file is refused in words.
OPEN = {
    "vaccines with a number alone": "a number that lost its nought is another file than the publisher's",
    "supplies with plain line ends and no blanks": "a record that lost its blanks looks like one that was cut",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_planted_file_is_read_or_refused(case: Case) -> None:
    assert bool(faults(case)) == (case.name in OPEN), faults(case)
