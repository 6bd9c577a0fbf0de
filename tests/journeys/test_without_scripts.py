"""What patients open works in a browser that runs no script: asking for a visit, filling and signing forms."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from medoffice.front_office.forms.api import filled_by, hand_forms
from medoffice.front_office.forms.tests.makers import make_forms
from medoffice.front_office.outreach.api import decide_self_booking, self_booking, waiting_requests
from medoffice.front_office.outreach.types.visits import SelfBooking
from medoffice.front_office.scheduling.api import book, visit_types
from medoffice.kernel import clock
from medoffice.kernel.tests.chromium import PATIENCE
from medoffice.practice.api import providers, sites
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.journey


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tablet or telephone whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 820, "height": 1180})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_visit_is_asked_for_in_spanish(address: str, page: Page) -> None:
    kinds, who = tuple(one.key for one in visit_types()), tuple(one.id for one in providers())
    wanted = SelfBooking(on=True, kinds=kinds, provider_ids=who, version=self_booking().version)
    decide_self_booking(actor=PROGRAM, wanted=wanted)
    page.goto(f"{address}/outreach/book/")
    page.get_by_role("link", name="Espa\u00f1ol").click()
    page.get_by_role("button", name="Ver horas").click()
    page.get_by_role("radio").nth(1).check()
    for label, typed in (
        ("Apellido", "Reyes"),
        ("Nombre", "Imani"),
        ("Fecha de nacimiento", "03/14/2985"),
        ("Tel\u00e9fono", "217-555-0155"),
    ):
        page.get_by_label(label).fill(typed)
    page.get_by_role("button", name="Enviar").click()
    assert "Escriba una fecha" in page.locator("[role=alert]").inner_text()
    assert page.get_by_role("radio").nth(1).is_checked()
    page.get_by_label("Fecha de nacimiento").fill("03/14/1985")
    page.get_by_role("button", name="Enviar").click()
    page.get_by_role("heading", name="Gracias").wait_for()
    (asked,) = waiting_requests()
    assert (asked.person.family, asked.person.language) == ("Reyes", "es")


def test_forms_are_filled_and_signed_one_after_the_other(address: str, page: Page) -> None:
    make_forms()
    patient = make_patient("Vale", "Ingrid")
    visit = book(
        actor=PROGRAM,
        patient_id=patient,
        provider_id=providers()[0].id,
        site_id=sites()[0].id,
        starts=clock.now(),
        visit_type=visit_types()[0].key,
        reason="a cough",
        walk_in=True,
    )
    page.goto(f"{address}/forms/at/{hand_forms(actor=PROGRAM, appointment_id=visit)}/")
    page.get_by_role("button", name="Begin").click()
    for title in ("Agreement to pay myself", "Consent to treatment"):  # nobody but the patient pays
        page.get_by_role("heading", name=title).wait_for()
        assert page.get_by_text("I have read this and agree to it.").is_visible()
        assert not page.get_by_text("You may draw it too").is_visible()
        sign(page)
    page.get_by_role("radio", name="Yes").check()
    sign(page)
    assert "Please answer this." in page.locator(".error").inner_text()
    assert page.get_by_role("radio", name="Yes").is_checked()
    page.get_by_label("How many packs a day?").fill("0.5")
    sign(page)
    page.get_by_role("heading", name="Thank you").wait_for()
    about, consent, agreement = filled_by(PROGRAM, patient)
    assert (about.title, about.signed_name, consent.drawn) == ("About you", "Ingrid Vale", False)
    assert agreement.title == "Agreement to pay myself"


def sign(page: Page) -> None:
    """Write the name and send the form."""
    page.get_by_label("Your name, written in full").fill("Ingrid Vale")
    page.get_by_role("button", name="Sign").click()
