"""The screens of the books through the whole stack: the day in figures, money to the bank, what must be true."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import take_payment
from medoffice.revenue.billing.tests.makers import insure, make_charges, make_office
from medoffice.revenue.billing.types import Method
from medoffice.revenue.books.api import deposits, latest_proofs, to_be_deposited
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.ui import lists

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_day() -> Iterator[None]:
    """A visit of $150.00 and a copay of $25.00 in cash."""
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        office, patient_id = make_office(), make_patient("Amaro", "Lucía")
        insure(office, patient_id)
        make_charges(office, patient_id, "visit")
        take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(2_500), method=Method.CASH)
        yield


def page(client: Client, address: str) -> str:
    """The words of a page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_day_sheet_shows_each_posting_and_sums_that_explain_themselves() -> None:
    petrov = signed_in("petrov")
    sheet = page(petrov, "/books/")
    for words in ("Amaro, Lucía", "$150.00", "$25.00", "11/24/2026", "cash $25.00"):
        assert words in sheet, words
    assert "Nothing was posted on this day" in page(petrov, "/books/?on=11/23/2026")


def test_the_drawer_is_taken_to_the_bank_once() -> None:
    petrov = signed_in("petrov")
    assert "$25.00" in page(petrov, "/books/deposits/")
    for _ in range(2):
        assert petrov.post("/books/deposits/make/", {"kind": "cash", "once": "tonight"}).status_code == 302
    assert [made.amount for made in deposits()] == [Money(2_500)]
    assert not any(amount for _, _, amount in to_be_deposited())


def test_what_must_be_true_is_proved_on_request_and_kept() -> None:
    petrov = signed_in("petrov")
    assert "Nothing was proved yet" in page(petrov, "/books/proofs/")
    assert petrov.post("/books/proofs/run/").status_code == 302
    at, kept = latest_proofs()
    assert at == clock.now()
    shown = page(petrov, "/books/proofs/")
    assert all(proof.says in shown.replace("&#x27;", "'") for proof in kept)


def test_who_takes_calls_sees_no_books() -> None:
    for key in ("lind", "nox"):
        person(key)
        client = sign_in(key)
        for address in ("/books/", "/books/deposits/", "/books/proofs/"):
            assert client.get(address).status_code == 404, (key, address)
        assert client.post("/books/deposits/make/", {"kind": "cash"}).status_code == 404
    assert deposits() == []


@pytest.mark.parametrize(("address", "rows"), [("/books/", 2), ("/ledger/", 2)])
def test_a_long_sheet_shows_the_first_and_all_if_asked_with_sums_of_all(
    address: str, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = signed_in("petrov")
    whole = page(desk, address)
    monkeypatch.setattr(lists, "FIRST", 1)
    first = page(desk, address)
    assert (whole.count("data-row>"), first.count("data-row>")) == (rows, 1)
    assert f"The first 1 of {rows} are shown" in first
    assert "are shown" not in whole
    foot = slice(whole.index("<tfoot>"), whole.index("</tfoot>"))
    assert whole[foot] in first
    link = re.search(r'href="(\?all=1)"', first)
    assert link is not None
    assert page(desk, f"{address}{link[1]}").count("data-row>") == rows
