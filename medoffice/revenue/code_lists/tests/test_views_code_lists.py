"""Which lists are loaded, on the screen."""

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
