"""Results on the screen: what waits, one report, the tray; by keyboard and by people of every job."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.tests.makers import make_numbered
from medoffice.clinic.results.api import report
from medoffice.clinic.results.tests.makers import messages, oru, take, the_report
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 17, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def vale(office: Office) -> UUID:
    who = make_patient()
    make_numbered(office, make_visit(office, who), "O-1")
    return who


def test_the_desk_has_critical_first_and_one_key_signs(vale: UUID) -> None:
    take(
        oru(placer="O-1"),
        oru(
            "NM|K^Potassium^L||6.9|mmol/L|3.5-5.1|HH|||F", control="M2", placer="O-1", filler="F2", test="K^Potassium^L"
        ),
    )
    okafor = sign_in("okafor")
    page = okafor.get("/results/").content.decode()
    assert page.index("critical") < page.index("Comprehensive")
    href = re.findall(r'href="(/results/[0-9a-f-]{36}/)"', page)
    one = okafor.get(href[0]).content.decode()
    assert 'data-key="s"' in one
    assert f'data-look="{href[0].split("/")[2]}"' in one  # a held key does not sign what has only just come up
    assert "6.9" in one
    version = re.findall(r'name="version" value="(\d+)"', one)[0]
    answer = okafor.post(f"{href[0]}sign/", {"version": version})
    assert answer.headers["Location"] == href[1]
    assert work("result-critical") == []
    assert report(UUID(href[0].split("/")[2])).signed_by == "Amara Okafor"
    assert vale


def test_a_correction_shows_what_was_before(vale: UUID) -> None:
    k = "NM|K^Potassium^L||{}|mmol/L|3.5-5.1||||{}"
    take(oru(k.format("5.0", "F"), placer="O-1"))
    take(oru(k.format("6.2", "C"), placer="O-1", control="M2", at="20261124150000-0600"))
    page = sign_in("okafor").get(f"/results/{the_report().id}/").content.decode()
    assert "<s><bdi>5.0</bdi> mmol/L</s>" in page
    assert "corrected" in page
    assert "6.2" in sign_in("okafor").get(f"/results/of/{vale}/").content.decode()


def test_the_course_of_a_test_is_drawn_and_told(vale: UUID) -> None:
    k = "NM|K^Potassium^L||{}|mmol/L|3.5-5.1||||F"
    for place, value in enumerate(("4.1", "4.6", "5.0")):
        take(oru(k.format(value), placer="O-1", control=f"M{place}", filler=f"F{place}"))
    page = sign_in("okafor").get(f"/results/of/{vale}/").content.decode()
    first = re.findall(r'href="(/results/[0-9a-f-]{36}/)"', page)[0]
    assert "3 values from 4.1 to 5 mmol/L" in sign_in("okafor").get(first).content.decode()


def test_p39_the_tray_attaches_and_registers_with_one_key(office: Office) -> None:
    take(oru(), oru(control="M2", who="Quill^Tomas||20010203|M", filler="F2"))
    who = make_patient()
    lind = signed_in("lind")
    page = lind.get("/results/tray/").content.decode()
    assert "Vale, Ingrid" in page
    assert "5.1" not in page  # what was found is for whoever reads results
    first, second = messages("unmatched")
    one = lind.get(f"/results/tray/{first.id}/").content.decode()
    assert 'data-key="a"' in one
    assert lind.post(f"/results/tray/{first.id}/", {"version": first.version, "patient": str(who)}).status_code == 302
    assert the_report().patient_id == who
    two = lind.get(f"/results/tray/{second.id}/").content.decode()
    assert 'data-key="c"' in two
    assert lind.post(f"/results/tray/{second.id}/register/", {"version": second.version}).status_code == 302
    assert lind.get("/results/").status_code == 404
    assert office.provider_id


def test_what_cannot_be_done_is_said_where_it_stands(office: Office) -> None:  # noqa: ARG001 - an office
    other = make_patient("Stone", "Ada")
    take(oru(who="Vale^Ingrid||"))
    (found,) = messages("unmatched")
    lind = signed_in("lind")
    for address, form, words in (
        ("", {"patient": str(other)}, "Say how you know"),
        ("", {}, "Choose a patient"),
        ("register/", {}, "does not say a name and a birth date"),
        ("return/", {}, "Say whom at the laboratory you told"),
    ):
        answer = lind.post(f"/results/tray/{found.id}/{address}", {"version": found.version, **form})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert "Vale" not in lind.post("/results/tray/find/", {"q": "Stone"}).content.decode()


def test_what_was_refused_says_why(office: Office) -> None:  # noqa: ARG001 - an office
    take(b"GARBAGE")
    (found,) = messages("refused")
    lind = signed_in("lind")
    assert "Refused" in lind.get("/results/tray/").content.decode()
    assert "no HL7 message" in lind.get(f"/results/refused/{found.id}/").content.decode()
