"""The player alone in a browser: its page, its scripts and a sound, without an office."""

import json
from pathlib import Path

from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, Route

from medoffice.clinic.dictation.queries.practicum import practice_sound
from medoffice.clinic.dictation.types.hands import Hand

STATIC, HOME = Path(__file__).resolve().parents[1] / "static", "http://player.test/"
SOUND = "history-and-physical-1"
SCRIPT = "text/javascript; charset=utf-8"
AUTOPLAY = "--autoplay-policy=no-user-gesture-required"


def open_player(browser: Browser, hand: Hand, more: str = "", begins: tuple[int, ...] = (0,)) -> Page:
    """A page with the player as this hand works it, ready to play; ``more`` stands behind it. The same sound is each
    part, which ``begins`` at a millisecond.
    """
    sounds = [("/sound", one, "") for one in begins]
    told = {"sounds": sounds, "hand": hand, "hand_told": json.dumps(hand.shown)}
    body = render_to_string("dictation/_player.html", told) + more
    page = browser.new_page()
    page.route("**/*", lambda route: _answer(route, body))
    page.goto(HOME)
    page.wait_for_function("document.querySelector('audio').readyState > 2")
    return page


def _answer(route: Route, body: str) -> None:
    name = route.request.url.removeprefix(HOME)
    if not name:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
    elif name == "sound":
        data = practice_sound(SOUND)
        first, _, last = route.request.headers.get("range", "bytes=0-").removeprefix("bytes=").partition("-")
        begin, end = int(first), min(int(last or len(data) - 1), len(data) - 1)
        headers = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {begin}-{end}/{len(data)}"}
        route.fulfill(status=206, headers=headers, body=data[begin : end + 1], content_type="audio/ogg")
    elif name.startswith("static/"):
        route.fulfill(path=STATIC / name.removeprefix("static/").partition("?")[0], content_type=SCRIPT)
    else:
        route.fulfill(status=404)
