"""Which lists are loaded, on the screen."""

import html

import pytest

from medoffice.practice.tests.makers import make_office
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.security.tests.makers import signed_in
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db


def test_what_is_loaded_and_what_is_not_stands_on_one_page() -> None:
    make_office()
    abara = signed_in("abara")
    assert "Nothing was taken in yet." in abara.get("/code-lists/").content.decode()
    take(ListKind.UNITS)
    page = abara.get("/code-lists/").content.decode()
    assert "made-up.txt" in page
    assert "They speak for services to 03/31/2027." in page
    assert page.count("not loaded") >= len(ListKind) - 1
    assert signed_in("lind").get("/code-lists/").status_code == 404


def test_a_code_of_an_imported_list_is_looked_up_by_itself_or_by_words() -> None:
    make_office()
    abara = signed_in("abara")

    def look(kind: str, typed: str) -> str:
        return html.unescape(abara.get("/code-lists/look/", {"kind": kind, "q": typed}).content.decode())

    kinds: dict[ListKind, tuple[str, str, str]] = {
        ListKind.REASONS: ("7", "made-up why", "says why less was paid."),
        ListKind.VACCINES: ("03", "vaccine live", "made-up vaccine, live"),
        ListKind.LABORATORY: ("718", "mass blood", "Made-up mass, in made-up blood"),
        ListKind.RXNORM: ("9900001", "examplecillin", "examplecillin"),
    }
    for kind, asked in kinds.items():
        assert "not loaded" in look(kind.value, "made"), kind
        assert f"medoffice import {kind.value} FILE" in look(kind.value, ""), kind
        take(kind)
        assert "made-up.txt" in look(kind.value, ""), kind
        for typed in asked[:2]:
            assert asked[2] in look(kind.value, typed), (kind, typed)
        assert "no such code" in look(kind.value, "zzzz"), kind
    assert "One that ended." not in look("carc", "901"), "it ended before today"
    assert abara.get("/code-lists/look/?kind=cpt&q=9").status_code == 422
    assert 'href="/code-lists/look/"' in abara.get("/code-lists/").content.decode()
    assert signed_in("lind").get("/code-lists/look/").status_code == 404
