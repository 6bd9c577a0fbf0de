"""Names of RxNorm stand behind those of the directory at hand, where the office has loaded the list; each read once."""

import html
from collections import OrderedDict
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from medoffice.kernel.ids import new_id
from medoffice.practice.tests.makers import make_office
from medoffice.revenue.code_lists.queries import drug_names as names
from medoffice.revenue.code_lists.queries.drug_names import drug_names
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.security.tests.makers import sign_in
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db
PLAIN = "examplecillin 250 MG / madeupine 5 MG Oral Tablet"
NAMES = [PLAIN, f"{PLAIN} [Riverol]"]


def test_drugs_are_found_by_the_beginnings_of_their_words_the_shortest_first() -> None:
    make_office()
    assert drug_names("examplecillin", 12) == [], "nothing is loaded"
    take(ListKind.RXNORM)
    assert drug_names("Exam 250 made", 12) == NAMES
    assert drug_names("exam", 1) == NAMES[:1]
    for nothing in ("", "ex", "amplecillin", "an old drug", "somebody", "exam penicillin"):
        assert drug_names(nothing, 12) == [], nothing
    with CaptureQueriesContext(
        connection,
    ) as asked:
        drug_names("exam", 12)
    assert not [one for one in asked.captured_queries if "code_list_code" in one["sql"]], "they are read once"


def test_whoever_prescribes_is_offered_them_behind_the_directory_s_as_names_only() -> None:
    make_office()
    take(ListKind.RXNORM)
    okafor = sign_in("okafor")

    def hits(typed: str) -> str:
        return html.unescape(okafor.post("/prescriptions/find/", {"medicine": typed}).content.decode())

    assert all(one in hits("examplecillin") for one in NAMES)
    assert "RxNorm: a name only" in hits("examplecillin")
    assert hits("examplecillin").index("as text") < hits("examplecillin").index("RxNorm"), "Enter takes what was typed"
    with CaptureQueriesContext(connection) as asked:
        assert "RxNorm" not in hits("tablet"), "the directory has enough"
    assert not [one for one in asked.captured_queries if "code_list" in one["sql"]]


def test_of_two_lists_the_one_that_was_asked_last_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = (new_id() for _ in range(3))
    monkeypatch.setattr(names, "_kept", OrderedDict[UUID, list[tuple[str, str]]]())
    for one in (first, second, first, third):
        names._names_of(one)
    assert list(names._kept) == [first, third]
