"""The whole chain by keyboard, each step by the person whose job it is: from the telephone to the ledger."""

from datetime import timedelta

import pytest

from medoffice.front_office.scheduling.api import appointments_on
from medoffice.kernel import clock, facts
from medoffice.revenue.books.api import proofs
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import ON, ZONE, Person

pytestmark = pytest.mark.journey
NOTE = "Reason: Sore throat. Exam: tonsils red.\n\nAssessment: Acute pharyngitis.\n\nPlan: Fluids, rest, ibuprofen."


def test_from_the_call_to_the_ledger(person: Person) -> None:
    _lind_books_and_checks_in(person)
    _ruiz_rooms_and_measures(person)
    _okafor_writes_and_signs(person)
    _abara_codes_and_releases(person)
    _chen_sends_and_is_paid(person)
    _anybody_follows_the_dollar(person)
    assert [proof for proof in proofs() if not proof.ok] == []
    assert len(appointments_on(PROGRAM, None, ON, ZONE)) == 1


def _lind_books_and_checks_in(lind: Person) -> None:
    lind.come_in("lind", "/front/")
    lind.go("Alt+c")
    lind.type("vale")
    lind.chooses("patient")
    lind.sees("Asked for, two of them")
    lind.type("Sore throat since yesterday")
    lind.go("Control+Enter")
    lind.sees("Nobody asked for two identifiers")
    lind.go("v")
    lind.sees("identity checked")
    lind.tab_to("#kind")
    lind.type("Sick")
    lind.tab_to("#with")
    lind.type("Dr. Amara")
    lind.tab_to("form[method=get] button")
    lind.go("Enter")
    lind.go("1")
    lind.sees("Booked on this call")
    lind.page.keyboard.press("1")  # a second press books nothing
    lind.go("x")
    lind.press("j")
    lind.go("Enter")
    lind.sees("Vale, Ingrid")
    lind.sees("$25.00")
    lind.go("a")
    lind.sees("Arrived")


def _ruiz_rooms_and_measures(ruiz: Person) -> None:
    ruiz.come_in("ruiz", "/front/")
    ruiz.press("j")
    ruiz.go("m")
    ruiz.sees("Room 1")
    ruiz.press("j")
    ruiz.go("Enter")
    ruiz.press("v")
    ruiz.type("118")
    ruiz.press("Tab")
    ruiz.type("74")
    ruiz.go("Control+Enter")
    ruiz.sees("118/74")


def _okafor_writes_and_signs(okafor: Person) -> None:
    okafor.come_in("okafor", "/front/")
    okafor.press("j")
    okafor.go("Enter")
    okafor.go("p")
    okafor.press("n")
    okafor.write(NOTE)
    okafor.sees("Saved 9:")
    okafor.press("Escape")
    okafor.go("g")
    okafor.sees("signed by Dr. Amara Okafor")
    okafor.go("o")
    facts.deliver()


def _abara_codes_and_releases(abara: Person) -> None:
    abara.come_in("abara", "/coding/")
    abara.go("Enter")
    abara.press("w")
    abara.press(*["ArrowRight"] * 8)
    abara.press("Shift+ArrowRight")
    abara.sees("\u201cAcute pharyngitis\u201d")
    abara.press("d")
    abara.type("acute pharyngitis")
    abara.page.locator("#pick-code-hits [aria-selected=true]").wait_for()
    abara.go("Enter")
    abara.sees("J02.9")
    abara.press("w")
    abara.press(*["ArrowRight"] * 11, "Shift+ArrowRight", "Shift+ArrowRight")
    abara.press("s")
    abara.type("ZVESC")
    abara.page.locator("#pick-key-hits [aria-selected=true]", has_text="ZVESC").wait_for()
    abara.press("Enter")
    abara.go("Control+Enter")
    abara.sees("Established patient visit, low complexity")
    abara.go("R")
    facts.deliver()


def _chen_sends_and_is_paid(chen: Person) -> None:
    chen.come_in("chen", "/claims/")
    chen.go("s")
    for days in (1, 13, 2, 2):  # the acknowledgements, then the payment, on a working day
        clock.advance(timedelta(days=days))
        chen.come_in("chen", "/claims/remittances/")
        chen.go("g")
    chen.sees("posted")
    chen.press("j")
    chen.go("Enter")
    chen.sees("C-10001")


def _anybody_follows_the_dollar(chen: Person) -> None:
    chen.page.goto(f"{chen.address}/follow/")
    chen.tab_to("#n")
    chen.type("T-10001")
    chen.go("Enter")
    for words in ("Call T-10001", "Appointment A-10001", "Visit E-10001", "J02.9", "Charge X-10001", "Claim C-10001"):
        chen.sees(words)
    chen.sees("Acute pharyngitis")
    chen.sees("Entry J-")
