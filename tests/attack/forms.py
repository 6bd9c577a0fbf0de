"""What a browser would send: every form on a page, with its address and its fields as the page fills them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client


@dataclass
class Sent:
    """One form: where it goes, and its fields; ``texts`` are those a person types into."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.forms, self.now, self.choice = page, list[Sent](), None, ""

    now: Sent | None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        name = told.get("name", "")
        if tag == "form" and told.get("method") == "post":
            self.now = Sent(told.get("action") or self.page)
            self.forms.append(self.now)
        elif self.now is None:
            return
        elif tag == "input" and name and not (told.get("type") in ("checkbox", "radio") and "checked" not in told):
            self.now.fields[name] = told.get("value", "")
            if told.get("type", "text") in ("text", "search", "email", "tel"):
                self.now.texts.add(name)
        elif tag == "textarea" and name:
            self.now.fields[name] = ""
            self.now.texts.add(name)
        elif tag == "select" and name:
            self.choice = name
        elif tag == "option" and self.choice and ("selected" in told or not self.now.fields.get(self.choice)):
            self.now.fields[self.choice] = told.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.now = None
        elif tag == "select":
            self.choice = ""


def forms_of(client: Client, addresses: list[str]) -> list[Sent]:
    """Every form of these pages, each address and set of fields once; the form that signs out is left out."""
    return forms_on({address: client.get(address) for address in addresses})


def forms_on(pages: dict[str, Any]) -> list[Sent]:
    """The same, of answers at hand, by their addresses."""
    found: dict[tuple[str, tuple[str, ...]], Sent] = {}
    for address, answer in pages.items():
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            reader = _Reader(address)
            reader.feed(answer.content.decode())
            for form in reader.forms:
                if form.action != "/security/sign-out/":
                    found.setdefault((form.action, tuple(sorted(form.fields))), form)
    return list(found.values())
