"""Two people change one patient at their screens: both values are shown, one is chosen, nothing typed is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from medoffice.kernel import clock
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.ui.tests.pages import PageForm, form_with

pytestmark = pytest.mark.django_db
THEIRS, MINE = "(217) 555-0101", "(217) 555-0199"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield


@pytest.fixture
def who() -> UUID:
    return make_patient(phone="(217) 555-0100")


def opened(client: Client, who: UUID) -> PageForm:
    return form_with(client.get(f"/patients/{who}/change/?edit=reach").content, "phone")


@dataclass
class Typist:
    """A browser with a form that was filled in and not sent yet."""

    client: Client
    address: str
    typed: dict[str, str | list[str]]

    def send(self, typed: dict[str, str | list[str]] | None = None) -> HttpResponse:
        return self.client.post(self.address, self.typed if typed is None else typed)  # type: ignore[return-value] # the stubs wrap it


@pytest.fixture
def lind(who: UUID) -> Typist:
    """Lind, who typed a phone while Ruiz saved another and an e-mail address."""
    lind, ruiz = signed_in("lind"), signed_in("ruiz")
    form = opened(lind, who)
    ruiz.post(f"/patients/{who}/change/reach/", opened(ruiz, who).sent(phone=THEIRS, email="vale@example.com"))
    return Typist(lind, f"/patients/{who}/change/reach/", form.sent(phone=MINE))


def test_both_values_are_shown_with_who_and_when_and_nothing_is_stored(who: UUID, lind: Typist) -> None:
    answer = lind.send()
    assert answer.status_code == 409
    page = answer.content.decode()
    for shown in (THEIRS, MINE, "Carmen Ruiz", "11/24/2026"):
        assert shown in page, shown
    assert 'name="keep_email"' not in page
    assert patient(who).phone == THEIRS


def test_keeping_mine_saves_mine_and_leaves_what_they_did_elsewhere(who: UUID, lind: Typist) -> None:
    again = form_with(lind.send().content, "keep_phone")
    assert again.values["phone"] == [MINE]
    assert lind.send(again.sent()).status_code == 302
    saved = patient(who)
    assert (saved.phone, saved.email) == (MINE, "vale@example.com")


def test_keeping_theirs_of_one_field_saves_mine_of_the_others(who: UUID, lind: Typist) -> None:
    lind.typed = {**lind.typed, "email": "inge@example.com"}
    again = form_with(lind.send().content, "keep_phone")
    assert lind.send(again.sent(keep_phone="theirs")).status_code == 302
    saved = patient(who)
    assert (saved.phone, saved.email) == (THEIRS, "inge@example.com")


def test_a_third_save_in_between_is_shown_again(who: UUID, lind: Typist) -> None:
    again = form_with(lind.send().content, "keep_phone")
    chen = signed_in("chen")
    chen.post(f"/patients/{who}/change/reach/", opened(chen, who).sent(phone="(217) 555-0155"))
    answer = lind.send(again.sent())
    assert answer.status_code == 409
    assert "(217) 555-0155" in answer.content.decode()
    assert patient(who).phone == "(217) 555-0155"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "٣"])
def test_a_form_that_does_not_say_what_it_saw_is_treated_as_stale(who: UUID, version: str) -> None:
    lind = signed_in("lind")
    answer = lind.post(f"/patients/{who}/change/reach/", opened(lind, who).sent(phone=MINE, version=version))
    assert answer.status_code == 409
    assert patient(who).phone == "(217) 555-0100"


def test_the_comfort_card_is_changed_in_a_few_fields_and_shown_where_the_patient_is_met(who: UUID) -> None:
    desk = signed_in("lind")
    page = f"/patients/{who}/comfort/"
    form = form_with(desk.get(f"{page}?next=/front/").content, "fears")
    answer = desk.post(page, form.sent(address_as="Mrs. Vale", fears="needles", helps="lie down"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/front/")
    met = patient(who)
    assert (met.address_as, met.fears, met.helps, met.phone) == ("Mrs. Vale", "needles", "lie down", "(217) 555-0100")
    stale = desk.post(page, form.sent(fears="dogs", once="later"))
    assert stale.status_code == 409
    assert "needles" in stale.content.decode()
    assert patient(who).fears == "needles"
