"""CMS's mapping of diagnoses to HCC: the rows of the model, a code with all its categories."""

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.api import read_hcc
from medoffice.standards.code_lists.tests.makers import HCC


def test_a_code_stands_once_with_all_its_categories_of_the_model() -> None:
    found = [(one.code, one.of, one.kind) for one in read_hcc(HCC.splitlines())]
    assert found == [("A41.9", "2", "V28"), ("E08.311", "37 298", "V28"), ("G20", "199", "V28")]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("diagnosis_code", "code", "no column diagnosis_code"),
        ("cc,", "category,", "no column cc"),
        ("model_name", "model", "no column model_name"),
        ("A419,2,", "soon,2,", "Line 2: SOON is no diagnosis code"),
        ("A419,2,", ",2,", "Line 2: a blank is no diagnosis code"),
        ("A419,2,", "A419,two,", "Line 2: two is no category"),
        ("A419,2,", "A419,0,", "Line 2: 0 is no category"),
        ("A419,2,CMS-HCC Model V28", "A419,2,", "Line 2: it names no model"),
        ("G20,199", "A419,2", "Line 5: A419 with category 2 stands there twice"),
        ("V28", "V22", "no row of CMS-HCC Model V28"),
    ],
)
def test_what_is_no_mapping_is_refused_with_its_line(was: str, becomes: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        list(read_hcc(HCC.replace(was, becomes).splitlines()))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Refusal, match="no row of CMS-HCC Model V28"):
        list(read_hcc([]))
