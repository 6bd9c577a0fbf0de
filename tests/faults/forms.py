"""The forms of the office as a browser sees them: read off the pages, filled in with what would do."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve


@dataclass
class Form:
    """A form of a page that is sent by POST: where to, and its fields as they stand."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    empty: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    @property
    def route(self) -> str:
        """The name of the address it is sent to."""
        try:
            return resolve(urlsplit(self.action).path).view_name
        except Resolver404:
            return self.action


class _Forms(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.found = page, list[Form]()
        self._form: Form | None = None
        self._select, self._options, self._textarea = "", list[str](), ""
        self._option_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            post = given.get("method", "get").lower() == "post" or "hx-post" in given
            self._form = Form(urljoin(self.page, given.get("action") or given.get("hx-post", ""))) if post else None
            if self._form is not None:
                self.found.append(self._form)
        elif self._form is None or not given.get("name"):
            if tag == "option" and self._form is not None and self._select:
                self._option(given)
        elif tag == "input":
            self._input(self._form, given)
        elif tag == "select":
            self._select, self._options = given["name"], []
        elif tag == "textarea":
            self._textarea = given["name"]
            self._form.empty[self._textarea] = "textarea"
        elif tag == "button" and given.get("value"):
            self._form.fields.setdefault(given["name"], given["value"])

    def _option(self, given: dict[str, str]) -> None:
        self._option_text = "value" not in given  # it is what it says
        if given.get("value"):
            self._options.insert(0 if "selected" in given else len(self._options), given["value"])

    def _input(self, form: Form, given: dict[str, str]) -> None:
        name, kind, value = given["name"], given.get("type", "text"), given.get("value", "")
        if kind == "file":
            form.files.append(name)
        elif kind in ("checkbox", "radio"):
            if name not in form.fields or "checked" in given:
                form.fields[name] = value or "on"
        elif value:
            form.fields[name] = value
        else:
            form.empty[name] = kind

    def handle_data(self, data: str) -> None:
        if self._option_text and self._select and data.strip():
            self._options.append(data.strip())
            self._option_text = False
        if self._textarea and self._form is not None and data.strip():
            self._form.empty.pop(self._textarea, None)
            self._form.fields[self._textarea] = data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        elif tag == "select" and self._form is not None:
            if self._options:
                self._form.fields[self._select] = self._options[0]
            self._select = ""
        elif tag == "form":
            self._form = None


def forms_of(client: Client, address: str) -> list[Form]:
    """The forms of one page that act."""
    answer = client.get(address)
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return []
    reader = _Forms(address)
    reader.feed(answer.content.decode())
    return reader.found
