"""No page offers one key for two things: what a person presses does what it says, whichever stands first."""

import os
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from unittest.mock import patch

import pytest

from medoffice.security.tests.makers import sign_in
from tests.journeys.screens import Screens, make_small_office

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SENDS = "Ctrl+Enter"  # sends the form in which one writes, so each form may have its own


class Keys(HTMLParser):
    """Which keys a page offers, each with where it holds and what it is for.

    What is not shown offers none: what is hidden or disabled, a dialog that is shut, a template, and of details that
    are shut all but the summary. A key at a row holds at that row alone.
    """

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[tuple[str, dict[str, str], int]] = []
        self.found: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.number = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; one with a key is noted where it holds."""
        told, self.number = {name: value or "" for name, value in attrs}, self.number + 1
        for key in filter(
            None, (told.get("data-key"), f"accesskey {told['accesskey']}" if "accesskey" in told else "")
        ):
            if not self._unseen(tag, told):
                self.found[key, self._place(key, told)].append(told.get("data-says") or f"<{tag}> {self.getpos()[0]}")
        if tag not in VOID:
            self.open.append((tag, told, self.number))

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and whatever was left open in it."""
        names = [name for name, _, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def _unseen(self, tag: str, told: dict[str, str]) -> bool:
        around = [(name, had) for name, had, _ in self.open] + [(tag, told)]
        inner = [name for name, _ in around]
        for at, (name, had) in enumerate(around):
            if "hidden" in had or "disabled" in had or (name == "dialog" and "open" not in had) or name == "template":
                return True
            if name == "details" and "open" not in had and inner[at + 1 : at + 2] != ["summary"]:
                return True
        return False

    def _place(self, key: str, told: dict[str, str]) -> str:
        if "data-at-row" in told:
            return next((f"row {number}" for _, had, number in reversed(self.open) if "data-row" in had), "no row")
        if key == SENDS:
            return next((f"form {number}" for name, _, number in reversed(self.open) if name == "form"), "no form")
        return ""

    @property
    def twice(self) -> list[str]:
        """Each key that stands for two things at one place."""
        return [f"{key}: {', '.join(says)}" for (key, _), says in self.found.items() if len(says) > 1]


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ('<a data-key="n">New</a><button data-key="n">Next</button>', 1),
        ('<a accesskey="n">New</a><button accesskey="n">Next</button>', 1),
        ('<details open><summary data-key="n">x</summary><a data-key="n"></a></details>', 1),
        ('<form><button data-key="Ctrl+Enter"></button><button data-key="Ctrl+Enter"></button></form>', 1),
        ('<p data-row><a data-key="x" data-at-row></a><a data-key="x" data-at-row></a></p>', 1),
        ('<form><input><button data-key="Ctrl+Enter"></button></form><form><a data-key="Ctrl+Enter"></a></form>', 0),
        ('<p data-row><a data-key="x" data-at-row></a></p><p data-row><a data-key="x" data-at-row></a></p>', 0),
        ('<a data-key="n"></a><button data-key="n" disabled></button><dialog><a data-key="n"></a></dialog>', 0),
        ('<a data-key="n"></a><details><summary data-key="m"></summary><a data-key="n"></a></details>', 0),
        ('<a data-key="n"></a><div hidden><br><a data-key="n"></a></div><a data-key="m"></a>', 0),
    ],
)
def test_a_key_that_stands_for_two_things_is_seen(page: str, wrong: int) -> None:
    assert len(Keys(page).twice) == wrong


@pytest.fixture(scope="module")
def screens(world_of_file: str) -> Iterator[Screens]:
    """The screens of a small office, in a world of this file's own."""
    with patch.dict(os.environ, {"MEDOFFICE_WORLD": world_of_file}):
        yield make_small_office()


def test_no_page_offers_one_key_for_two_things(screens: Screens) -> None:
    assert _twice(screens.firsts) == ""
    assert len(screens.firsts) > 45


@pytest.mark.soak
def test_no_state_of_a_page_offers_one_key_for_two_things(screens: Screens) -> None:
    assert _twice(screens.all) == ""


def _twice(screens: list[tuple[str, str]]) -> str:
    clients = {who: sign_in(who) for who in sorted({who for who, _ in screens})}
    faults = []
    for who, path in screens:
        answer = clients[who].get(path, follow=True)
        assert answer.status_code == 200, f"{who} {path} answers {answer.status_code}"
        faults += [f"{who} {path} {key}" for key in Keys(answer.content.decode()).twice]
    return "\n".join(faults)
