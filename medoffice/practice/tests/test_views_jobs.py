"""Background work as the manager sees it: what was given up is told, and runs again when its cause is mended."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from medoffice.kernel import clock, jobs
from medoffice.kernel.registries import Registry
from medoffice.kernel.retries import Retry
from medoffice.practice.tests.makers import make_office
from medoffice.security.tests.makers import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/practice/jobs/"


@pytest.fixture(autouse=True)
def _office(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(jobs, "jobs", Registry("job"))
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        make_office()
        yield


def test_what_was_given_up_is_told_without_what_was_typed_and_runs_again() -> None:
    mended: list[bool] = []

    def act() -> None:
        if not mended:
            raise KeyError("Amina Quist")

    jobs.job("claims.send", retry=Retry(1, first=timedelta(minutes=1)))(act)
    jobs.defer("claims.send")
    jobs.run_due()
    manager = signed_in("petrov")
    told = manager.get(PAGE).content.decode()
    assert "claims.send was given up after 1 tries" in told
    assert "Amina Quist" not in told
    mended.append(True)
    assert manager.post(f"{PAGE}again/", {"once": "k1"}).status_code == 302
    jobs.run_due()
    calm = manager.get(PAGE).content.decode()
    assert "Nothing failed" in calm
    assert "Try again what was given up" not in calm


def test_the_front_desk_has_no_such_page() -> None:
    receptionist = signed_in("lind")
    assert receptionist.get(PAGE).status_code == 404
    assert receptionist.post(f"{PAGE}again/").status_code == 404
