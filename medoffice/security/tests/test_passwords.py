"""Passwords are taken as they are typed, as long as people like, by whatever types them, and do not run out."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from medoffice.kernel import clock
from medoffice.security.api import add_user
from medoffice.security.tests.makers import sign_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
DOOR = "/security/sign-in/"
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
TAKEN = (
    "only small letters and spaces",
    "twelve words without a digit or a sign may be as long as people like it",  # beyond 64 characters
    "  spaces before and after  ",
    "größer 長い пароль und mehr",
)


def add(password: str) -> None:
    add_user(actor=PROGRAM, username="new.person", name="New Person", roles=["nurse"], password=password)


def comes_in(username: str, password: str) -> bool:
    answer = Client().post(DOOR, {"username": username, "password": password})
    return answer.status_code == 302


@pytest.mark.parametrize("password", TAKEN)
def test_any_long_password_is_taken_exactly_as_typed(password: str) -> None:
    add(password)
    assert comes_in("new.person", password)
    assert not comes_in("new.person", password[:-1])
    assert not comes_in("new.person", password.upper())
    if password != password.strip():
        assert not comes_in("new.person", password.strip())


def test_a_password_does_not_run_out() -> None:
    with clock.frozen(NOON):
        add(TAKEN[0])
        clock.advance(timedelta(days=1200))
        assert comes_in("new.person", TAKEN[0])


def test_the_field_hides_what_is_typed_and_knows_password_managers() -> None:
    add(TAKEN[0])
    (field,) = re.findall(r'<input type="password"[^>]*>', Client().get(DOOR).content.decode())
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in field
    client = sign_in("new.person", password=TAKEN[0])
    fields = re.findall(r'<input type="password"[^>]*>', client.get("/security/password/").content.decode())
    kinds = {name for field in fields for name in re.findall('autocomplete="([^"]+)"', field)}
    assert kinds == {"current-password", "new-password"}
