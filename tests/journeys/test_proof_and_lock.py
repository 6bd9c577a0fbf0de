"""Proofs and the quick lock in the middle of work: nothing typed is lost, nothing is shown, nothing is stored."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from playwright.sync_api import Browser

from medoffice.clinic.charting.api import note_of
from medoffice.front_office.check_in.api import walk_in
from medoffice.kernel import clock
from medoffice.practice.api import staff_of_user
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.tests.makers import ask_proof_to_sign, code_now, with_app, without_app
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey
NOTE = (
    "Reason: Sore throat.\n\nExam: tonsils red & swollen.\n\nAssessment: Tonsillitis.\n\n"
    "Plan: Fluids \u2013 \u201crest\u201d."
)
PIN = "90210"
LONGER_AGO = timedelta(minutes=6)  # than a proof is fresh
KEPT = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@pytest.fixture
def proof_to_sign(address: str) -> Iterator[None]:  # noqa: ARG001 - the office is there first
    """Signing asks for a proof in this office."""
    owner = actor_named("okafor")
    ask_proof_to_sign(owner, wanted=True)
    yield
    ask_proof_to_sign(owner, wanted=False)


def a_visit(of: str) -> UUID:
    """Somebody who has just come to Dr. Okafor without an appointment."""
    lind, here = actor_named("lind"), staff_of_user(actor_named("okafor").id)
    assert here is not None
    assert here.site_id is not None
    return walk_in(
        actor=lind,
        patient_id=search(lind, of)[0].id,
        provider_id=here.id,
        site_id=here.site_id,
        visit_type="sick",
        reason="sore throat",
        identity_checked="name, birth date",
        coverage_id=None,
    )


def writes_and_signs(okafor: Person, visit: UUID) -> None:
    """The note is typed and signed at once, with the last proof long ago."""
    okafor.page.goto(f"{okafor.address}/charting/{visit}/")
    okafor.press("n")
    okafor.write(NOTE)
    clock.advance(LONGER_AGO)
    okafor.press("Escape")
    okafor.go("g")
    okafor.sees("Is it you, Dr. Amara Okafor?")
    assert "tonsils" not in okafor.page.inner_text("body")
    found = note_of(visit)
    assert found is None or not found.signed


def is_signed(okafor: Person, visit: UUID) -> None:
    okafor.sees("signed by Dr. Amara Okafor")
    found = note_of(visit)
    assert found is not None
    assert found.signed
    assert found.text == NOTE


@pytest.mark.usefixtures("proof_to_sign")
def test_a_note_is_signed_with_a_password_when_the_last_proof_is_old(person: Person) -> None:
    visit = a_visit("vale ingrid")
    person.come_in("okafor")
    writes_and_signs(person, visit)
    person.type(settings.DEMO_PASSWORD)
    person.go("Enter")
    is_signed(person, visit)


@pytest.mark.usefixtures("proof_to_sign")
def test_a_note_is_signed_with_a_code_of_the_app(person: Person) -> None:
    visit = a_visit("quist marisol")
    person.come_in("okafor")
    secret = with_app("okafor")
    writes_and_signs(person, visit)
    person.tab_to("#proof_code")
    person.type(code_now(secret, 1))
    person.go("Enter")
    is_signed(person, visit)
    without_app("okafor")


def test_what_is_typed_in_a_form_waits_behind_the_lock(person: Person) -> None:
    lind = person
    lind.come_in("lind", "/security/me/")
    lind.tab_to("#id_pin")
    lind.type(PIN)
    lind.go("Enter")
    lind.page.goto(f"{lind.address}/patients/register/")
    for words in ("Wexler", "Zephyrine"):
        lind.type(words)
        lind.press("Tab")
    lind.tab_to("#id_sex")
    lind.type("F")
    lind.tab_to("#id_interpreter")
    lind.press("Space")
    lind.tab_to("#id_birth_date")
    lind.type("03/08/19")

    lind.press("Alt+l")
    lind.sees("Locked by Astrid Lind")
    assert "Zephyrine" not in lind.page.content()
    assert lind.page.evaluate("[...document.querySelectorAll('input')].map((el) => el.value)").count("Wexler") == 0
    assert lind.page.evaluate(KEPT) == []
    lind.type(PIN)
    lind.press("Enter")

    lind.page.locator("#id_birth_date").wait_for()
    lind.type("68")  # the cursor is where it was
    lind.go("Control+Enter")
    lind.sees("Wexler, Zephyrine")
    (hit,) = search(actor_named("lind"), "wexler")
    assert hit.born == "03/08/1968"


def test_the_lock_covers_dialogs_and_every_tab_and_they_open_together(browser: Browser, address: str) -> None:
    tabs = browser.new_context()
    lind, other = Person(tabs.new_page(), address), tabs.new_page()
    lind.come_in("lind", "/front/")
    other.goto(f"{lind.address}/patients/register/")
    other.keyboard.type("Wexler-Two")
    lind.page.bring_to_front()
    lind.press("Control+k")
    lind.page.locator("#palette[open]").wait_for()
    lind.press("Alt+l")
    for page in (lind.page, other):
        page.get_by_text("Locked by Astrid Lind").wait_for()
        assert page.locator(".rail").count() == 0
    lind.type(settings.DEMO_PASSWORD)
    lind.press("Enter")
    lind.page.locator("#palette[open]:modal").wait_for()
    other.locator("#id_family").wait_for()
    assert other.locator("#id_family").input_value() == "Wexler-Two"
    lind.press("Escape", "Alt+l")
    lind.sees("Locked by Astrid Lind")  # it locks again at once
    tabs.close()


def test_who_signs_out_in_one_tab_is_out_of_all_and_looking_at_the_door_is_not_going(
    browser: Browser, address: str
) -> None:
    tabs = browser.new_context()
    lind, other, locked = Person(tabs.new_page(), address), tabs.new_page(), tabs.new_page()
    lind.come_in("lind", "/front/")
    for page in (other, locked):
        page.goto(f"{lind.address}/patients/register/")
        page.keyboard.type("Wexler-Four")
    door = tabs.new_page()
    door.goto(f"{lind.address}/security/sign-in/")
    other.locator("html:not(.covered) #id_family").wait_for()
    assert other.locator("#id_family").input_value() == "Wexler-Four"

    lind.page.bring_to_front()
    lind.page.evaluate("document.querySelector('#me form').requestSubmit()")
    for page in (lind.page, other, locked):
        page.get_by_role("heading", name="Sign in", exact=True).wait_for()
        assert "Wexler-Four" not in page.content()
    tabs.close()


def test_who_signs_out_from_behind_the_lock_is_out_of_all_tabs(browser: Browser, address: str) -> None:
    tabs = browser.new_context()
    lind, other = Person(tabs.new_page(), address), tabs.new_page()
    lind.come_in("lind", "/front/")
    other.goto(f"{lind.address}/patients/register/")
    lind.page.bring_to_front()
    lind.press("Alt+l")
    other.get_by_text("Locked by Astrid Lind").wait_for()
    lind.page.get_by_role("button", name="out and sign in").click()
    for page in (lind.page, other):
        page.get_by_role("heading", name="Sign in", exact=True).wait_for()
    tabs.close()


def test_behind_a_lock_that_is_never_opened_everything_goes(person: Person) -> None:
    lind = person
    lind.page.clock.install()
    lind.come_in("lind", "/patients/register/")
    lind.type("Wexler-Three")
    lind.press("Alt+l")
    lind.sees("Locked by Astrid Lind")
    clock.advance(timedelta(minutes=16))
    lind.page.clock.fast_forward("15:03")
    lind.page.get_by_role("heading", name="Sign in", exact=True).wait_for()
    lind.come_in("lind", "/patients/register/")
    assert lind.page.locator("#id_family").input_value() == ""
