"""Wrong tries: three limits, counted by the clock of the world; a stranger shuts nobody out; nothing typed is kept."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.db import connection

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.worlds.row_hashes import row_hashes
from medoffice.security.throttle import MAX_FROM_AN_ADDRESS, MAX_TRIES, WINDOW, forget_old, trying

pytestmark = pytest.mark.django_db
NOON = datetime(2020, 2, 24, 17, tzinfo=UTC)  # years from the machine's clock: only the world's is asked
HERE, FAR = "192.0.2.7", "203.0.113.9"


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def wrong(name: str, address: str = HERE, what: str = "door") -> str:
    """A wrong try; the code of what is said to it."""
    try:
        with trying(what, name, address):
            raise Invalid("wrong-pair", "no")
    except Refusal as refusal:
        return refusal.code


def right(name: str, address: str = HERE, what: str = "door") -> str:
    try:
        with trying(what, name, address):
            return "in"
    except Refusal as refusal:
        return refusal.code


def test_ten_from_one_address_close_the_name_there_and_not_elsewhere() -> None:
    assert [wrong("petrov", FAR) for _ in range(MAX_TRIES + 2)] == ["wrong-pair"] * 10 + ["too-many-tries"] * 2
    assert right("petrov", FAR) == "too-many-tries"
    assert right("petrov", HERE) == "in"
    assert right("chen", FAR) == "in"
    assert right("petrov", FAR, "another door") == "in"


def test_a_hundred_from_everywhere_close_the_name_everywhere() -> None:
    for number in range(100):
        assert wrong("petrov", f"203.0.113.{number}") == "wrong-pair"
    assert right("petrov", HERE) == "too-many-tries"
    assert right("chen", HERE) == "in"


def test_one_address_cannot_try_ever_new_names() -> None:
    told = [wrong(f"name{number}", FAR) for number in range(MAX_FROM_AN_ADDRESS + 1)]
    assert told == ["wrong-pair"] * MAX_FROM_AN_ADDRESS + ["too-many-tries"]
    assert right("petrov", FAR) == "too-many-tries"
    assert right("petrov", HERE) == "in"


def test_an_address_of_ipv6_is_the_network_of_its_house() -> None:
    for number in range(MAX_TRIES):
        wrong("petrov", f"2001:db8:7:9::{number:x}")
    assert right("petrov", "2001:db8:7:9:ffff::1") == "too-many-tries"
    assert right("petrov", "2001:db8:7:a::1") == "in"


def test_what_has_no_address_is_counted_for_its_person_only() -> None:
    for number in range(12):
        for _ in range(9):
            assert wrong(f"person{number}", "", "PIN") == "wrong-pair"
    assert right("person3", "", "PIN") == "in"
    assert [wrong("person4", "", "PIN"), right("person4", "", "PIN")] == ["wrong-pair", "too-many-tries"]


def test_a_right_try_forgives_slips_of_the_same_place_only() -> None:
    for address in (HERE, FAR):
        for _ in range(9):
            wrong("petrov", address)
    assert right("petrov", HERE) == "in"
    assert [wrong("petrov", HERE), wrong("petrov", FAR)] == ["wrong-pair", "wrong-pair"]
    assert right("petrov", FAR) == "too-many-tries"


def test_it_is_over_after_fifteen_minutes_of_the_worlds_clock() -> None:
    for _ in range(MAX_TRIES):
        wrong("petrov")
    clock.advance(WINDOW - timedelta(seconds=1))
    assert right("petrov") == "too-many-tries"
    clock.advance(timedelta(seconds=2))
    assert right("petrov") == "in"


def test_what_was_turned_away_does_not_count_so_nobody_is_kept_out_for_ever() -> None:
    for _ in range(MAX_TRIES):
        wrong("petrov")
    clock.advance(WINDOW - timedelta(seconds=1))
    for _ in range(50):
        wrong("petrov")
    clock.advance(timedelta(seconds=2))
    assert right("petrov") == "in"


def test_other_refusals_are_no_wrong_tries() -> None:
    for _ in range(MAX_TRIES + 1):
        with pytest.raises(Refusal, match="too short"), trying("door", "petrov", HERE):
            raise Invalid("weak-password", "too short")
    assert AccessAttempt.objects.count() == 0


def test_neither_table_nor_log_holds_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for _ in range(MAX_TRIES + 1):
        wrong("my password in the wrong field", FAR)
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(tried::text, ' ') FROM axes_accessattempt tried")
        (kept,) = cursor.fetchone()
    assert FAR in kept  # it is counted
    assert "password" not in kept + caplog.text
    assert FAR not in caplog.text
    assert len(caplog.text) > 100


def test_the_table_is_bounded_and_emptied() -> None:
    for number in range(30):
        for _ in range(3):
            wrong(f"name{number}")
    assert AccessAttempt.objects.count() == 30  # one row for a name and a place, however often
    assert {table for table in row_hashes() if table.startswith("axes_")} >= {"axes_accessattempt"}
    assert forget_old() == 0
    clock.advance(WINDOW + timedelta(seconds=1))
    assert forget_old() == 30
    assert AccessAttempt.objects.count() == 0
