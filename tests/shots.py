"""The screenshots of the documentation: ``python -m tests.shots [DATA FOLDER]``, as ``make shots`` does.

Starts the demo office (in a temp folder, or in the one given, which is then kept), opens the screens as the people
whose jobs they are, and writes docs/screens/*.png at 1366 x 768, each in light and in dark.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS, PATIENCE

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screens"
PASSWORD = "riverbend demo office"
SIZE = ViewportSize(width=1366, height=768)
READY_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, who looks, and how to get there from the address of the office."""

    name: str
    who: str
    go: Callable[[Page, str], None]


def path(where: str) -> Callable[[Page, str], None]:
    """Open an address."""
    return lambda page, office: _open(page, f"{office}{where}")


def link(where: str, wanted: str) -> Callable[[Page, str], None]:
    """Open an address and there the first link that fits."""

    def go(page: Page, office: str) -> None:
        _open(page, f"{office}{where}")
        found = page.locator(wanted).first.get_attribute("href")
        if not found:
            raise SystemExit(f"{where} has no {wanted}")
        _open(page, page.evaluate("(href) => new URL(href, location.href).href", found))

    return go


def most_told(page: Page, office: str) -> None:
    """Follow the dollar from the claim, among the latest decided, whose chain tells most without running on."""
    _open(page, f"{office}claims/?show=decided")
    claims = [row.get_attribute("href") or "" for row in page.locator("tbody td:first-child a").all()[-40:]]
    best = (0, "")
    for claim in claims:
        address = f"{office}follow/claim/{claim.strip('/').split('/')[-1]}/"
        _open(page, address)
        stages, steps = page.locator(".chain .stage").count(), page.locator(".chain > li").count()
        parts, marks = page.locator(".share rect").count(), page.locator(".note mark").count()
        score = 4 * stages + 3 * parts + 3 * page.locator(".share .info").count() + min(marks, 4) - max(0, steps - 20)
        best = max(best, (score, address))
    _open(page, best[1])


def coded(page: Page, office: str) -> None:
    """The coding desk after a diagnosis was given on words of the assessment, and a service on words of the plan."""
    link("coding/", "tbody a[href*='/coding/visit/']")(page, office)
    if page.locator(".code-row").count():
        return
    _choose_words(page, "Assessment: ")
    with page.expect_navigation():
        _pick(page, "code", page.locator("[data-evidence-shown]").inner_text().strip("\u201c\u201d."))
    _choose_words(page, "Plan: ")
    _pick(page, "key", "visit low")
    with page.expect_navigation():
        page.get_by_role("button", name="Add service").click()


def _pick(page: Page, name: str, words: str) -> None:
    """Type into a picker and take the first that fits."""
    page.locator(f"#pick-{name}").fill(words)
    page.locator(f"#pick-{name}-hits [aria-selected=true]").click()


def _choose_words(page: Page, after: str) -> None:
    """Select the first sentence after a heading of the note, as a person does with the mouse."""
    page.evaluate(
        """(after) => { const walker = document.createTreeWalker(document.querySelector("#note"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(after);
          if (at < 0) continue;
          const rest = node.data.slice(at + after.length);
          const long = Math.min(...[rest.search(/[.;,\\n]/), rest.length].filter((n) => n > 0));
          document.getSelection().setBaseAndExtent(node, at + after.length, node, at + after.length + long);
        } }""",
        after,
    )
    page.wait_for_function("document.querySelector('[data-evidence-quote]').value !== ''")


def account(page: Page, office: str) -> None:
    """The account of Ingrid Vale, who has paid, owes and was covered."""
    link("claims/?show=decided", "tbody tr:has-text('Vale, Ingrid') a")(page, office)
    found = page.locator("a[href*='/billing/account/']").first.get_attribute("href")
    _open(page, f"{office}{(found or '')[1:]}")


SHOTS = (
    Shot("sign-in", "", path("security/sign-in/")),
    Shot("front-desk", "lind", path("front/")),
    Shot("call", "lind", link("front/", "a[href*='/call/']")),
    Shot("schedule", "lind", path("scheduling/")),
    Shot("check-in", "lind", link("front/", ".ticket a[href*='/check-in/']")),
    Shot("visit", "okafor", link("work/", "tbody a[href*='/charting/']")),
    Shot("coding", "abara", coded),
    Shot("claims", "chen", path("claims/?show=decided")),
    Shot("claim", "chen", link("claims/?show=denied", "tbody a")),
    Shot("account", "chen", account),
    Shot("day-sheet", "novak", path("books/")),
    Shot("follow-the-dollar", "vega", most_told),
)


def main(data: str = "") -> None:
    """Take them all; say where they are and what they weigh."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = Path(data or tempfile.mkdtemp(prefix="medoffice-shots-"))
    folder.chmod(0o755)
    try:
        with _office(folder) as office, sync_playwright() as player:
            browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for shot in SHOTS:
                _take(browser, office, shot)
            browser.close()
    finally:
        if not data:
            shutil.rmtree(folder, ignore_errors=True)
    taken = list(FOLDER.glob("*.png"))
    sys.stdout.write(f"{len(taken)} pictures in {FOLDER}, {sum(one.stat().st_size for one in taken) // 1024} KB\n")


def _take(browser: Browser, office: str, shot: Shot) -> None:
    page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    if shot.who:
        _open(page, f"{office}security/sign-in/")
        page.get_by_label("Sign-in name").fill(shot.who)
        page.get_by_label("Password").fill(PASSWORD)
        with page.expect_navigation():
            page.get_by_role("button", name="Sign in", exact=True).click()
    shot.go(page, office)
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.screenshot(path=FOLDER / f"{shot.name}.png")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=FOLDER / f"{shot.name}-dark.png")
    page.context.close()
    sys.stdout.write(f"  {shot.name}\n")


def _open(page: Page, address: str) -> None:
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise SystemExit(f"{address} answers {answer.status if answer else 'nothing'}")


@contextmanager
def _office(folder: Path) -> Iterator[str]:
    """The demo office as a person starts it, until it answers; stopped in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "medoffice", "run", "--demo", "--port", str(port)]
    program = subprocess.Popen(command, env={**os.environ, "MEDOFFICE_DATA": str(folder)})
    office = f"http://localhost:{port}/"
    try:
        _wait_until_it_answers(office, program)
        yield office
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait(60)


def _wait_until_it_answers(office: str, program: subprocess.Popen[bytes]) -> None:
    for _ in range(READY_SECONDS):
        if program.poll() is not None:
            raise SystemExit("The demo office did not start; what it said stands above.")
        try:
            with urllib.request.urlopen(f"{office}security/sign-in/") as answer:  # noqa: S310 - a loopback address
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(1)
    raise SystemExit("The demo office did not answer.")


if __name__ == "__main__":
    main(*sys.argv[1:2])
