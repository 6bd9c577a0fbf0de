"""Names of RxNorm and NDC stand behind those of the directory at hand, where the lists are loaded; each read once."""

import html
from collections import OrderedDict
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from medoffice.kernel.ids import new_id
from medoffice.practice.tests.makers import make_office
from medoffice.revenue.code_lists.queries import drug_names as names
from medoffice.revenue.code_lists.queries.drug_names import drug_names, product_names
from medoffice.revenue.code_lists.tests.makers import BEGINS, ENDS, take
from medoffice.revenue.code_lists.types import Release
from medoffice.security.tests.makers import sign_in
from medoffice.standards.code_lists.api import ndc_codes
from medoffice.standards.code_lists.tests.makers import NDC_PRODUCT
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 2, tzinfo=UTC)
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


def test_products_of_the_directory_are_found_by_words_and_by_the_number_of_a_product_or_a_package() -> None:
    make_office()
    assert product_names("river", 12) == product_names("0001-0002", 12) == [], "nothing is loaded"
    take(ListKind.DRUGS, NDC_PRODUCT)
    for typed in ("river", "Made River", "0001-0002", "0001-0002-03", "000010002", "00001000203", "00010002"):
        assert product_names(typed, 12) == ["Riverol (madeupine)"], typed
    for nothing in ("other", "12345-067", "verol", "0001-00", "0001-0002-03-4", "ri"):
        assert product_names(nothing, 12) == [], "over, or no number, or no beginning"
    okafor = sign_in("okafor")
    for typed in ("riverol", "0001-0002-03"):
        shown = html.unescape(okafor.post("/prescriptions/find/", {"medicine": typed}).content.decode())
        assert "Riverol (madeupine)" in shown
        assert "NDC: a name only" in shown


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("0001-0002-03", ("00001000203",)),
        ("12345-067-1", ("12345006701",)),
        ("0001000203", ("00001000203", "00010000203", "00010002003")),
        ("00010002", ("000010002", "000100002")),
        (" 000010002 ", ("000010002",)),
        ("1-2-3", ()),
        ("\u0660001-0002", ()),
        ("aspirin", ()),
        ("", ()),
    ],
)
def test_a_number_of_a_drug_is_read_in_every_way_it_can_be_meant(typed: str, codes: tuple[str, ...]) -> None:
    assert ndc_codes(typed) == codes


def test_of_two_lists_the_one_that_was_asked_last_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [Release(new_id(), ListKind.RXNORM, "", BEGINS, ENDS, "", 0, "", "", AT) for _ in range(3)]
    first, second, third = made
    monkeypatch.setattr(names, "_kept", OrderedDict[UUID, object]())
    for one in (first, second, first, third):
        names._names_of(one)
    assert list(names._kept) == [first.id, third.id]
