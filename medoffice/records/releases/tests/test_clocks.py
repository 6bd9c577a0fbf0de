"""Whose clock it is: 45 CFR 164.524 is for the patient and who acts for the patient; others have the office's day."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import extend_request, note_request, papers, request, terms
from medoffice.records.releases.types import Asked, Asker
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
OWN, ACCESS = "the office's own day", "45 CFR 164.524(b)(2)"


@pytest.fixture
def desk() -> Actor:
    """Specialist Vega, who gives copies out."""
    clock.freeze(NOON)
    make_office()
    return person("vega")


def asked(who: UUID, asker: Asker, paper: str) -> UUID:
    told = Asked(asker, paper, "Marsh & Pell", "", "the year 2026", "what it names", date(2026, 11, 20))
    return note_request(actor=PROGRAM, patient_id=who, asked=told)


def test_only_the_patients_own_paper_runs_by_the_access_clock() -> None:
    by_access = {key for key, paper in papers().items() if not terms()[paper.clock].own}
    assert by_access == {"request"}
    assert set(papers()["request"].by) == {Asker.PATIENT, Asker.PROXY}
    assert terms()[papers()["request"].clock].source == ACCESS


def test_an_attorneys_request_shows_the_offices_own_day_and_a_patients_the_access_clock(desk: Actor) -> None:
    who, client = make_patient(), sign_in("vega")
    assert desk.name == "Sol Vega"
    attorney, patient = asked(who, Asker.ATTORNEY, "authorization"), asked(who, Asker.PROXY, "request")
    shown = {one: client.get(f"/releases/{one}/").content.decode() for one in (attorney, patient)}
    found = {one: (OWN in page, ACCESS in page, "It can be taken once" in page) for one, page in shown.items()}
    assert found == {attorney: (True, False, False), patient: (False, True, False)}
    assert "does not run here" in shown[attorney]
    assert client.get("/releases/").content.decode().count(OWN) == 1
    assert OWN in client.get(f"/releases/new/{who}/").content.decode()


def test_a_day_of_the_offices_own_is_put_off_from_today_and_again(desk: Actor) -> None:
    who, client = make_patient(), sign_in("vega")
    attorney, patient = asked(who, Asker.ATTORNEY, "authorization"), asked(who, Asker.PATIENT, "request")
    more = terms()["others"].more
    for _ in range(2):
        extend_request(actor=desk, request_id=attorney, why="the old charts are in storage")
    assert request(desk, attorney).due_on == date(2026, 11, 24) + timedelta(days=more)
    assert 'data-says="more time"' in client.get(f"/releases/{attorney}/").content.decode()
    extend_request(actor=desk, request_id=patient, why="the old charts are in storage")
    assert request(desk, patient).due_on == date(2027, 1, 19)
    with pytest.raises(Refusal, match="already"):
        extend_request(actor=desk, request_id=patient, why="again")
