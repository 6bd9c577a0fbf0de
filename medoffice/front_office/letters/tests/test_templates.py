"""Templates in an office: published versions stay, a translation waits for a person, a preview is of a real patient."""

from collections.abc import Iterator

import pytest

from medoffice.front_office.letters.api import approve_template, publish_template, template
from medoffice.front_office.letters.models import Published
from medoffice.front_office.letters.queries.templates import versions
from medoffice.front_office.letters.types.templates import Group
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
FORM = {"title": "Recall", "group": "visits", "to": "patient", "purpose": "patient"}


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def publish(body: str, language: str = "en") -> int:
    return publish_template(
        actor=PROGRAM, key="recall", language=language, title="Recall", group=Group.VISITS, purpose="patient",
        signed=False, to="patient", body=body,
    )  # fmt: skip


@pytest.mark.usefixtures("office")
def test_co1_a_published_version_stays_and_the_next_stands_beside_it() -> None:
    assert template("recall", "en").version == 1
    assert [publish("Come, {patient.name}.\n"), publish("Come, {patient.name}.\n"), publish("Please come.\n")] == [
        2,
        2,
        3,
    ]
    assert [one.version for one in versions("recall", "en")] == [3, 2, 1]
    assert template("recall", "en").body == "Please come.\n"
    assert Published.objects.get(version=2).body == "Come, {patient.name}.\n"
    with pytest.raises(Invalid) as refused:
        publish("Dear {patient.nmae}:\n\n{if visit.date}x\n")
    assert refused.value.detail["fields"]["body"] == [
        "line 3: This part is not closed: {end} is missing.",
        "line 1: There is no field patient.nmae.",
    ]


@pytest.mark.usefixtures("office")
def test_co8_a_translation_waits_until_a_person_approved_that_version() -> None:
    nurse, biller = person("ruiz"), person("chen")
    assert template("recall", "es").waits_for_approval
    with pytest.raises(NotFound):
        approve_template(actor=biller, key="recall", language="es", version=1)
    approve_template(actor=nurse, key="recall", language="es", version=1)
    assert template("recall", "es").approved_by == "Carmen Ruiz"
    with pytest.raises(Refusal, match="Nothing of this"):
        approve_template(actor=nurse, key="recall", language="es", version=1)
    publish("Venga, {patient.name}.\n", "es")
    assert template("recall", "es").waits_for_approval
    with pytest.raises(Refusal, match="newer"):
        approve_template(actor=nurse, key="recall", language="es", version=1)
    assert template("recall", "vi").language == "en"


def test_co1_the_editor_shows_a_text_on_a_real_patient_with_what_is_missing_marked(office: Office) -> None:
    make_user("secretary", "Joan Brandt", "secretary")
    who, desk = make_patient("Vale", "Ingrid"), sign_in("secretary")
    body = "Dear {patient.name}:\n\nCome on {next.date} at {next.time}.\n"
    at, told = "/letters/templates/en/before_visit/", {**FORM, "body": body, "do": "show", "patient": str(who)}
    page = desk.post(at, told).content.decode()
    assert "Dear Ingrid Vale:" in page
    assert "<mark>[the date of the next visit is missing]</mark>" in page
    assert "the time of the next visit (next.time) is missing." in page
    make_appointment(office, who, local(25, 9))
    page = desk.post(at, told).content.decode()
    assert "November 25, 2026" in page
    assert "9:00 AM" in page
    assert "<mark>" not in page
    answer = desk.post(at, {**told, "body": "Dear {patient.nmae}:", "do": "publish"})
    assert answer.status_code == 422
    assert "There is no field patient.nmae." in answer.content.decode()
    assert desk.post(at, {**told, "do": "publish"}).status_code == 302
    assert template("before_visit", "en").version == 2


@pytest.mark.usefixtures("office")
def test_stranger_and_helper_cannot_write_templates() -> None:
    assert signed_in("nox").get("/letters/templates/").status_code == 404
    assert signed_in("ruiz").get("/letters/templates/en/recall/").status_code == 404
    assert sign_in("ruiz").get("/letters/templates/es/recall/read/").status_code == 200


@pytest.mark.usefixtures("office")
def test_who_reads_the_language_approves_from_the_page_what_they_read() -> None:
    nurse, at = signed_in("ruiz"), "/letters/templates/es/recall/"
    assert "approval wanted" in nurse.get(f"{at}read/").content.decode()
    assert nurse.post(f"{at}approve/", {"version": "1"}).status_code == 302
    assert "approved by Carmen Ruiz" in nurse.get(f"{at}read/").content.decode()
