"""What a browser would send: the forms of a page with the values they hold, for tests without a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """A form: where it goes, and what it would send if it were submitted untouched."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)

    def sent(self, **typed: str) -> dict[str, str | list[str]]:
        """What is sent when these fields are typed and the others are left. A field the form lacks is an error."""
        unknown = set(typed) - set(self.values)
        if unknown:
            raise KeyError(f"the form has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(self.values))}")
        left: dict[str, str | list[str]] = {name: values for name, values in self.values.items() if values}
        return {**left, **typed}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._open: PageForm | None = None
        self._text: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = PageForm(given.get("action", ""))
            self.forms.append(self._open)
        elif self._open is None:
            return
        elif tag == "input" and given.get("name"):
            self._input(given, {name for name, _ in attrs})
        elif tag == "textarea":
            self._text = given["name"]
            self._open.values[self._text] = [""]
        elif tag == "select":
            self._select = given["name"]
            self._open.values[self._select] = []
        elif tag == "option" and self._select and "selected" in given:
            self._open.values[self._select] = [given.get("value", "")]

    def _input(self, given: dict[str, str], names: set[str]) -> None:
        assert self._open is not None
        values = self._open.values.setdefault(given["name"], [])
        if given.get("type") not in ("checkbox", "radio") or "checked" in names:
            values.append(given.get("value", "on" if given.get("type") == "checkbox" else ""))

    def handle_data(self, data: str) -> None:
        if self._text and self._open:
            self._open.values[self._text] = [self._open.values[self._text][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "textarea":
            self._text = None
        elif tag == "select":
            self._select = None


def forms_of(page: bytes) -> list[PageForm]:
    """The forms of a page, in order."""
    reader = _Reader()
    reader.feed(page.decode())
    return reader.forms


def form_with(page: bytes, name: str, action: str = "") -> PageForm:
    """The one form of a page that has a field of this name (and, if given, goes to this address)."""
    (found,) = [form for form in forms_of(page) if name in form.values and action in ("", form.action)]
    return found
