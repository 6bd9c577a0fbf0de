"""The gallery in a real browser: no complaint of the policy or of axe, no page that scrolls where it must not, keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect, sync_playwright

from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS, PATIENCE
from medoffice.ui.tests import gallery
from medoffice.ui.tests.browser import axe

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"there is no {CHROMIUM}"),
]
LOOKS = {"light": (1366, 768), "dark": (1366, 768), "narrow": (390, 844)}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with gallery.served() as where:
        yield where


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def _page(browser: Browser, look: str, complaints: list[str]) -> Page:
    width, height = LOOKS[look]
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if look == "dark" else "light"
    )
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    complaints: list[str] = []
    page = _page(browser, "light", complaints)
    gallery.posted.clear()
    yield page
    page.close()
    assert complaints == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("screen", [*gallery.SCREENS, "form/?wrong"])
def test_every_screen_is_clean(screen: str, look: str, browser: Browser, address: str) -> None:
    complaints: list[str] = []
    page = _page(browser, look, complaints)
    page.goto(f"{address}{screen}" if "?" in screen else f"{address}{screen}/")
    assert axe(page) == []
    wide, high = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert wide <= LOOKS[look][0]
    if look != "narrow":
        assert high <= LOOKS[look][1], "the panes scroll, not the page"
    page.close()
    assert complaints == []


def test_axe_and_the_policy_really_look(browser: Browser, address: str) -> None:
    complaints: list[str] = []
    page = _page(browser, "light", complaints)
    page.goto(f"{address}parts/")
    page.evaluate("document.querySelector('main').innerHTML += '<img src=x><i style=\"color:red\">x</i>'")
    assert any(found.startswith("image-alt") for found in axe(page))
    page.close()
    assert any("Content Security Policy" in complaint for complaint in complaints)


@pytest.mark.parametrize(("screen", "opener"), [("desk", "?"), ("desk", "Control+k"), ("desk", "w")])
def test_opened_dialogs_are_clean(screen: str, opener: str, page: Page, address: str) -> None:
    page.goto(f"{address}{screen}/")
    page.keyboard.press(opener)
    expect(page.locator("dialog[open]")).to_have_count(1)
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_j_and_k_walk_a_list_and_enter_opens(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("[data-at]")).to_contain_text("Amaro, Beto")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/?2")


def test_rows_of_a_sheet_and_columns_of_a_board(page: Page, address: str) -> None:
    page.goto(f"{address}sheet/")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sheet/?2")
    page.goto(f"{address}board/")
    for key in ("j", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.locator("[data-at]")).to_contain_text("Quist, Marisol")


def test_the_foot_line_and_the_key_list_write_themselves(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    expect(page.locator(".foot .hints")).to_contain_text("p play")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("Confirm and send")
    expect(page.locator("#keys")).to_contain_text("find a patient")
    expect(page.locator("#keys")).not_to_contain_text("next column")
    page.goto(f"{address}board/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("next column")


def test_keys_are_letters_while_somebody_types(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.keyboard.press("s")
    page.keyboard.type("wpj?/")
    expect(page.get_by_label("Code or words").first).to_have_value("wpj?/")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Code or words").first).to_have_value("wpj?/")
    page.keyboard.press("w")
    expect(page.locator("dialog#why")).to_be_visible()


def test_the_finder_opens_only_the_one_it_shows(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.keyboard.press("/")
    page.keyboard.type("quist")
    page.keyboard.press("Enter")
    expect(page.locator("#hits [aria-selected=true]")).to_contain_text("Quist, Marisol")
    assert page.url.endswith("/desk/")
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chart/?who=2")
    page.keyboard.press("/")
    page.keyboard.type("ng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chart/?who=3")


def test_an_answer_to_older_words_is_never_taken(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/find/", lambda route: route.continue_() if held else held.append(route))
    page.goto(f"{address}desk/")
    page.keyboard.press("/")
    with page.expect_request("**/find/"):
        page.keyboard.type("quist")
    page.keyboard.type(", d")
    held[0].continue_()
    page.keyboard.press("Enter")
    page.wait_for_url("**/chart/?who=2")


def test_a_picker_fills_the_form_and_evidence_counts_characters(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    words = page.evaluate("document.querySelector('#note').textContent")
    assert words == gallery.NOTE
    page.evaluate(
        """() => { const last = document.querySelector('#note').lastChild; const at = last.data.indexOf('Nguyễn');
        document.getSelection().setBaseAndExtent(last, at, last, at + 6); }"""
    )
    expect(page.locator("[data-evidence-shown]")).to_have_text("“Nguyễn”")
    page.keyboard.press("s")
    page.keyboard.type("quist, d")
    expect(page.locator("#pick-code-hits [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code or words").first).to_have_value("Quist, Daniel")
    with page.expect_navigation():
        page.get_by_role("button", name="Add the code").click()
    sent = gallery.posted[-1]
    start = gallery.NOTE.index("Nguyễn")
    assert (sent["code"], sent["start"], sent["end"], sent["quote"]) == ("2", str(start), str(start + 6), "Nguyễn")


def test_words_of_a_note_are_chosen_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.locator("#note").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator("[data-evidence-shown]")).to_have_text("“Follow-up of type 2”")


def test_a_code_lights_the_words_that_carry_it(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.locator("[data-lights='N18.31']").focus()
    expect(page.locator("mark.on")).to_have_text("Chronic kidney disease stage 3a")
    page.locator("[data-lights='E11.22']").hover()
    expect(page.locator("mark.on")).to_have_count(2)


def test_keys_that_are_pressed_while_a_page_comes_do_nothing_on_the_one_before(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    heard = page.evaluate(
        """() => {
            const pressed = new KeyboardEvent("keydown", { key: "w", bubbles: true, cancelable: true });
            document.querySelector("[data-row][href='?2']").click();
            return [document.body.dispatchEvent(pressed), document.querySelectorAll("dialog[open]").length];
        }"""
    )
    assert heard == [False, 0]
    page.wait_for_url("**/desk/?2")
    page.keyboard.press("w")
    expect(page.locator("dialog#why")).to_be_visible()


def test_a_form_is_sent_once_with_its_key(page: Page, address: str) -> None:
    page.goto(f"{address}parts/")
    page.evaluate(
        "() => { const form = document.querySelector('form.act'); for (let i = 0; i < 3; i++) form.requestSubmit(); }"
    )
    page.wait_for_url("**/plain/")
    assert len(gallery.posted) == 1
    assert gallery.posted[0]["once"][14] == "7"


def test_a_stale_save_sends_what_was_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}parts/")
    page.get_by_label("Theirs: 4B").check()
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    sent = gallery.posted[-1]
    assert {k: sent[k] for k in ("street", "unit", "city", "version")} == {
        "street": "12 Elm St",
        "unit": "4B",
        "city": "Riverbend",
        "version": "4",
    }


def test_a_poll_keeps_the_focus_and_the_row_at_hand(page: Page, address: str) -> None:
    page.goto(f"{address}parts/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.evaluate("htmx.trigger('#polled', 'again')")
    expect(page.locator("#row-new")).to_be_visible()
    expect(page.locator("#row-2")).to_have_text("Two1")
    expect(page.locator("#row-2")).to_be_focused()
    expect(page.locator("[data-at]")).to_have_id("row-2")
    expect(page.locator("#toasts")).to_contain_text("Saved.")


@pytest.mark.parametrize("named", ["row-gone,row-2,row-1", "row-2", "row-gone,polled,row-2"])
def test_the_first_row_that_the_address_names_is_at_hand_and_the_address_is_clean(
    page: Page, address: str, named: str
) -> None:
    page.goto(f"{address}parts/#{named}")
    expect(page.locator("#row-1" if "polled" in named else "#row-2")).to_be_focused()
    assert page.url == f"{address}parts/"


def test_a_row_that_a_poll_takes_away_leaves_the_one_next_to_it_at_hand(page: Page, address: str) -> None:
    page.goto(f"{address}parts/")
    page.keyboard.press("j")
    expect(page.locator("#row-1")).to_be_focused()
    fewer = '<div id="polled" data-list><a class="row" id="row-2" data-row href="?two">Two</a></div>'
    page.route("**/poll/", lambda route: route.fulfill(content_type="text/html", body=fewer))
    page.evaluate("htmx.trigger('#polled', 'again')")
    expect(page.locator("#row-1")).to_have_count(0)
    expect(page.locator("#row-2")).to_be_focused()


def test_headers_of_the_page_and_of_a_button_go_together(page: Page, address: str) -> None:
    page.goto(f"{address}parts/")
    page.get_by_role("button", name="Again").click()
    expect(page.locator("#row-1")).to_have_text("One2")


def test_the_palette_finds_a_command(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.keyboard.press("Control+k")
    page.keyboard.type("r")
    expect(page.locator("#commands [role=option]:visible")).to_have_text(["Rooms"])  # not Front, which only holds it
    page.keyboard.press("Backspace")
    page.keyboard.type("oic")
    expect(page.locator("#commands [role=option]:visible")).to_have_text(["Voice"])  # nothing begins so
    page.keyboard.press("Control+a")
    page.keyboard.type("voi")
    expect(page.locator("#commands [role=option]:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/board/")


def test_the_theme_is_kept_in_a_cookie(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.get_by_role("button", name="Abara").click()
    page.get_by_role("button", name="Light or dark").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.context.clear_cookies()


def test_typed_words_are_not_left_unasked(page: Page, address: str) -> None:
    page.goto(f"{address}form/")
    page.get_by_label("Name").fill("Vale")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Name")).to_have_value("Vale")
    assert asked == ["beforeunload"]


def test_paper_shows_what_is_read_only(page: Page, address: str) -> None:
    page.goto(f"{address}sheet/")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator("header.paper-only")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.querySelector('.page').clientHeight") > 1200


def test_words_typed_before_htmx_listens_are_asked_for_too(page: Page, address: str) -> None:
    page.goto(f"{address}desk/")
    page.evaluate(
        """() => { const old = document.querySelector('.finder'); const fresh = old.cloneNode(true);
        const input = fresh.querySelector('input'); input.removeAttribute('data-htmx-powered'); old.replaceWith(fresh);
        input.value = 'ng'; input.dispatchEvent(new Event('input', {bubbles: true})); input.focus();
        input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true})); htmx.process(fresh); }"""
    )
    page.wait_for_url("**/chart/?who=3")
