"""Which keys a page offers, read from its words: a person who presses one gets what it says, whichever stands first."""

from collections import defaultdict
from html.parser import HTMLParser

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
