"""The telephone by keyboard: the bars of the receptionist that are about calls, counted in acts."""

import pytest

from medoffice.front_office.calls.api import open_calls
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted

pytestmark = pytest.mark.journey


def _keys_shown(someone: Counted) -> str:
    """What the page lists under ``?``; looking there is no part of a task."""
    before = someone.acts
    someone.press("?")
    keys = someone.page.locator("#keys .keys").inner_text()
    someone.press("Escape")
    someone.acts = before
    return keys


def test_bar_1_who_calls_is_known_in_eight_acts(lind: Counted) -> None:
    assert "Alt c" in _keys_shown(lind)
    lind.go("Alt+c")
    lind.type("vale")
    lind.chooses("patient")
    lind.sees("Asked for, two of them")
    lind.keeps_to(acts=8, seconds=6, decisions=2)
    lind.page.goto(f"{lind.address}/work/")
    lind.go("Alt+c")  # from anywhere
    lind.sees("A call comes in")


def test_bar_5_a_message_is_taken_typed_and_routed_in_ten_acts(lind: Counted) -> None:
    lind.go("Alt+c")
    lind.type("vale")
    lind.chooses("patient")
    lind.sees("Asked for, two of them")
    lind.writes("Out of lisinopril on Friday, pharmacy has no refills left")
    lind.press("Tab")
    lind.type("r")
    lind.go("Control+Enter")
    lind.sees("Out of lisinopril")
    lind.keeps_to(acts=10, seconds=30, decisions=3)
    (taken,) = [one for one in open_calls(PROGRAM) if one.kind == "refill"]
    assert (taken.caller, taken.relation) == ("Ingrid Vale", "self")
    assert work_about(Ref("call", taken.id)) is not None


def test_an_emergency_shows_while_it_is_typed_and_must_be_handed_on(lind: Counted) -> None:
    lind.go("Alt+c")
    lind.press("Escape", "n")
    lind.writes("My husband has CHEST PAIN since ten minutes")
    lind.sees("this may be an emergency")
    lind.press("Tab", "Tab", "Tab")
    lind.writes("Olga Quist")
    lind.go("Control+Enter")
    lind.sees("Call T-")
    lind.press("e", "Tab")
    lind.writes("911 called, they are on their way")
    lind.go("Enter")
    lind.sees("Emergency: 911.")
    lind.press("o")
    lind.type("noted")
    lind.go("Control+Enter")
    lind.page.wait_for_url("**/front/")


def test_an_answer_is_one_key_from_the_desk_and_one_more_from_the_list(lind: Counted) -> None:
    lind.go("a")
    lind.sees("Choose an answer")
    lind.go("1")
    lind.sees("We are open")
    lind.go("l")
    lind.sees("Horario de atenci")
