"""What is blacked out of copies is drawn on the page: by keyboard, by mouse, and written where there is no script."""

from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Locator

from medoffice.records.documents.api import file_document, inbox, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.api import search
from medoffice.records.releases.api import note_request, request
from medoffice.records.releases.types import Asked, Asker, Pick
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey
BLACK = "#id_black"


@pytest.fixture(scope="module")
def asked(address: str) -> tuple[UUID, str]:
    """A request for copies of a chart with a paper of two pages; and how that paper is named in it."""
    assert address, "the office in which it is asked"
    who = search(PROGRAM, "Vale, Ingrid")[0].id
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="c.pdf", data=paper("Advice on asthma", "And on her brother"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    (found,) = inbox(PROGRAM)
    filing = Filing(kind="consult", dated=date(2026, 11, 20), patient_id=who, title="Dr Weiss on asthma")
    file_document(actor=PROGRAM, document_id=found.id, seen_version=found.version, filing=filing)
    told = Asked(Asker.PATIENT, "request", "Ingrid Vale", "", "the advice", "", date(2026, 11, 20))
    return note_request(actor=PROGRAM, patient_id=who, asked=told), f"document-{found.id.hex}"


def picks(asked: tuple[UUID, str]) -> tuple[Pick, ...]:
    return request(PROGRAM, asked[0]).picks


def draws(page: Locator, begin: tuple[float, float], end: tuple[float, float]) -> None:
    """Press at one place of a page, given in parts of it, and let go at another."""
    place = page.bounding_box()
    assert place
    x, y, wide, high = place["x"], place["y"], place["width"], place["height"]
    mouse = page.page.mouse
    mouse.move(x + begin[0] * wide, y + begin[1] * high)
    mouse.down()
    mouse.move(x + (begin[0] + end[0]) / 2 * wide, y + (begin[1] + end[1]) / 2 * high)
    mouse.move(x + end[0] * wide, y + end[1] * high)
    mouse.up()


def test_by_keyboard_boxes_are_made_moved_sized_taken_away_and_undone(person: Person, asked: tuple[UUID, str]) -> None:
    person.come_in("farrow", reverse("releases:request", args=[asked[0]]))
    person.go("b")
    field, boxes = person.page.locator(BLACK), person.page.locator(".leaf .black")
    person.page.locator(".leaf img.scripted").first.evaluate("image => image.decode()")
    person.press("n")
    began = field.input_value()
    top, bottom = began.removeprefix("1: ").split(" x ")[0].split("-")
    assert began.endswith(" x 10-50")
    assert float(bottom) - float(top) == 3
    person.press("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown")
    wanted = f"1: {float(top) + 1:g}-{float(bottom) + 1.5:g} x 10.5-51"
    assert field.input_value() == wanted
    person.press("n")
    assert boxes.count() == 2
    person.press("Delete")
    assert (boxes.count(), field.input_value()) == (1, wanted)
    person.press("u")
    assert boxes.count() == 2
    person.press("u")
    assert field.input_value() == wanted
    person.tab_to("#id_pages")
    person.write("1")
    person.go("Control+Enter")
    (kept,) = picks(asked)
    left, up, right, down = kept.black[1][0]
    assert (kept.pages, len(kept.black[1]), left, right) == ((1,), 1, 105, 510)
    assert (up, down) == (round(float(top) * 10) + 10, round(float(bottom) * 10) + 15)


def test_by_mouse_boxes_are_drawn_over_several_pages_moved_and_sized(person: Person, asked: tuple[UUID, str]) -> None:
    person.come_in("farrow", reverse("releases:look", args=[*asked]))
    field, boxes = person.page.locator(BLACK), person.page.locator(".leaf .black")
    field.fill("")
    field.dispatch_event("change")
    assert boxes.count() == 0
    for number in (1, 2):
        leaf = person.page.locator(f"[data-leaf='{number}']")
        leaf.locator("img.scripted").evaluate("image => image.decode()")
        leaf.evaluate("leaf => leaf.scrollIntoView()")
        draws(leaf, (0.2, 0.1), (0.6, 0.15))
    written = field.input_value()
    first, second = (part.partition(": ")[2] for part in written.split("; "))
    for said in (first, second):
        sides = [float(side) for band in said.split(" x ") for side in band.split("-")]
        assert sides == pytest.approx([10, 15, 20, 60], abs=0.4)
    leaf = person.page.locator("[data-leaf='2']")
    draws(leaf, (0.3, 0.12), (0.3, 0.22))
    moved = field.input_value().rpartition(": ")[2]
    assert float(moved.split("-")[0]) == pytest.approx(20, abs=0.5)
    person.press("u")
    assert field.input_value() == written
    person.page.locator("#id_pages").fill("all")
    person.go("Control+Enter")
    assert {page: len(black) for page, black in picks(asked)[0].black.items()} == {1: 1, 2: 1}
    shown = person.page.locator("[data-leaf='1'] img.scripted")
    person.press("v")
    assert str(shown.get_attribute("src")).endswith("/1/")
    assert boxes.first.is_hidden()


def test_without_a_script_the_page_is_shown_as_it_goes_and_the_boxes_are_written(
    browser: Browser, address: str, asked: tuple[UUID, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    Person(page, address).come_in("farrow", reverse("releases:look", args=[*asked]))
    assert page.locator(".leaf img.scan:visible").count() == 2
    assert page.locator("[data-black]:visible").count() == 0
    page.locator("#id_pages").fill("2")
    page.locator(BLACK).fill("2: 10-25 x 50-100")
    page.get_by_role("button", name="Keep what goes").click()
    assert picks(asked)[0].black == {2: ((500, 100, 1000, 250),)}
    context.close()
