"""What a key does not do: one of a line while no line is at hand, and Enter where a form has several buttons."""

import pytest

from medoffice.front_office.letters.api import letters_of
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.records.charts.api import add_chart
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person, starts_a_letter
from tests.journeys.test_letters import registered

pytestmark = pytest.mark.journey


def test_a_key_of_a_line_says_that_a_line_is_chosen_first(person: Person) -> None:
    (who,) = registered("Shelfton", 1)
    add_chart(actor=PROGRAM, patient_id=who, volume="1", shelf="B-7", abstract=False)
    person.come_in("farrow", f"/charts/of/{who}/")
    person.page.keyboard.press("n")
    person.sees("n is a key of a line: go to one first, with j or k.")
    person.press("j")
    person.go("o")
    person.sees("Give the chart out")


def test_enter_behind_what_is_typed_into_a_letter_shows_it_and_sends_nothing(person: Person) -> None:
    (who,) = registered("Entersby", 1)
    farrow = Counted(person.page, person.address)
    farrow.come_in("farrow", f"/patient/{who}/")
    starts_a_letter(farrow, "pay", "Payment plan")
    farrow.sees("We agreed that you pay")
    farrow.page.locator("[name=asked-amount]").fill("41.50")
    with farrow.page.expect_navigation():
        farrow.page.keyboard.press("Enter")
    farrow.sees("payments of $41.50")
    (one,) = letters_of(PROGRAM, who, 1)
    assert one.state is LetterState.DRAFT


def test_enter_does_nothing_where_a_form_has_several_buttons_and_none_is_meant(person: Person) -> None:
    """As in what the other office said of a referral, or in who took a prescription down."""
    person.page.set_content(
        '<form method="post" action="/x/"><button hidden disabled tabindex="-1"></button>'
        '<input name="told"><button name="way" value="fax">Fax it</button></form>'
    )
    asked: list[str] = []
    person.page.on("request", lambda request: asked.append(request.url))
    person.page.locator("[name=told]").fill("Rosa, read back")
    person.page.keyboard.press("Enter")
    person.page.wait_for_timeout(200)
    assert asked == []
