"""Forms on a tablet: one device, a short life, signed once, never changed; what is said waits for a person."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from pypdf import PdfReader

from medoffice.front_office.forms.api import define_form, due_at, filled_by, hand_forms
from medoffice.front_office.forms.models import Filled, Link
from medoffice.front_office.forms.tests.makers import ABOUT, CONSENT, make_forms
from medoffice.front_office.forms.views.patient import COOKIE
from medoffice.front_office.scheduling.api import appointment, chips_of
from medoffice.front_office.scheduling.tests.makers import NOW, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import payers, work_items
from medoffice.records.coverage.api import end_coverage, open_case
from medoffice.records.coverage.tests.makers import add_policy
from medoffice.records.coverage.types import CaseKind
from medoffice.records.patients.api import decide_said, patient, said_by
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
ANSWERS = {"q-smokes": "yes", "q-packs": "0.5", "q-phone": "217-555-0188", "q-allergies": "Penicillin"}


@pytest.fixture
def booked() -> Iterator[UUID]:
    """A visit of today that needs a consent and a questionnaire."""
    with clock.frozen(NOW):
        office = make_bookable_office()
        make_forms()
        yield make_appointment(office, make_patient("Vale", "Ingrid", phone="(217) 555-0101"))


def begun(booked: UUID) -> tuple[Client, str]:
    """A tablet that has begun, and where it is."""
    tablet, path = Client(), f"/forms/at/{hand_forms(actor=PROGRAM, appointment_id=booked)}/"
    assert tablet.post(path).status_code == 302
    return tablet, path


def titles(booked: UUID) -> list[str]:
    return [one.definition.title for one in due_at([appointment(booked)])[booked]]


def test_a_visit_gets_its_forms_signed_one_after_the_other(booked: UUID) -> None:
    who = appointment(booked).patient_id
    assert titles(booked) == ["About you", "Consent to treatment"]
    assert [chip.words for chip in chips_of(PROGRAM, [appointment(booked)])[booked]] == ["2 forms to sign"]
    tablet, path = begun(booked)
    assert "I agree to be treated here." in tablet.get(path).content.decode()
    assert tablet.post(path, {"signed_name": "Ingrid Vale", "strokes": "1,2 300,400 500,600"}).status_code == 302
    refused = tablet.post(path, {**ANSWERS, "q-packs": "", "signed_name": ""})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert page.count("Please answer this.") == 1
    assert "Write your name to sign." in page
    assert "Penicillin" in page  # nothing typed is lost
    assert tablet.post(path, {**ANSWERS, "signed_name": "Ingrid Vale"}).status_code == 302
    assert "Thank you" in tablet.get(path).content.decode()
    assert titles(booked) == []
    about, consent = filled_by(PROGRAM, who)
    assert (about.title, consent.title) == ("About you", "Consent to treatment")
    assert (consent.drawn, consent.signed_name) == (True, "Ingrid Vale")
    answers = {one["linkId"]: one for one in about.response["item"]}  # type: ignore[attr-defined] # a list
    assert answers["packs"]["answer"] == [{"valueDecimal": 0.5}]


def test_what_was_said_changes_nothing_until_a_person_takes_it_over(booked: UUID) -> None:
    who = appointment(booked).patient_id
    tablet, path = begun(booked)
    tablet.post(path, {"signed_name": "Ingrid Vale"})
    tablet.post(path, {**ANSWERS, "signed_name": "Ingrid Vale"})
    assert patient(who).phone == "(217) 555-0101"
    (said,) = said_by(who)
    about = filled_by(PROGRAM, who)[0]
    assert (said.field, said.said, said.source_id) == ("phone", "217-555-0188", about.id)
    nurse = person("ruiz")
    (item,) = [one for one in work_items(nurse) if one.kind == "patient-wrote"]
    assert "allergies" in item.title
    decide_said(actor=nurse, said_id=said.id, accept=True)
    assert patient(who).phone == "217-555-0188"
    page = sign_in("ruiz").get(f"/forms/signed/{about.id}/").content.decode()
    assert "Penicillin" in page
    assert "accepted by Carmen Ruiz" in page


def test_the_page_is_kept_as_it_was_signed_and_nobody_changes_it(booked: UUID) -> None:
    tablet, path = begun(booked)
    tablet.post(path, {"signed_name": "Ingrid Vale", "strokes": "1,2 300,400 500,600"})
    (consent,) = filled_by(PROGRAM, appointment(booked).patient_id)
    answer = signed_in("lind").get(f"/forms/signed/{consent.id}/paper.pdf")
    text = PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    for words in ("Consent to treatment", "I agree to be treated here.", "Signed by Ingrid Vale", "11/24/2026 8:30 AM"):
        assert words in text
    define_form(actor=PROGRAM, key="consent", kind="consent", body=json.dumps(ABOUT), every_days=365)
    assert filled_by(PROGRAM, appointment(booked).patient_id)[0].title == "Consent to treatment"
    for change in (lambda: Filled.objects.update(signed_name="Nox"), lambda: Filled.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_link_opens_on_one_device_for_a_while_and_shows_nothing_before(booked: UUID) -> None:
    path = f"/forms/at/{hand_forms(actor=PROGRAM, appointment_id=booked)}/"
    first, second = Client(), Client()
    before = first.get(path).content.decode()
    assert "Begin" in before
    for never in ("Vale", "Ingrid", "Consent", "About you", str(booked)):
        assert never not in before
        assert never not in path
    assert second.get(path).status_code == 200  # looking begins nothing
    assert first.post(path).status_code == 302
    assert second.get(path).status_code == second.post(path).status_code == 404
    assert "medoffice" not in first.cookies
    cookie = first.cookies[COOKIE]
    assert (cookie["path"], cookie["samesite"], bool(cookie["httponly"])) == ("/forms/at/", "Strict", True)
    clock.advance(timedelta(minutes=46))
    assert first.get(path).status_code == 404
    assert Link.objects.get().token_hash not in path


def test_over_tls_the_cookie_of_a_tablet_never_goes_in_the_clear(booked: UUID) -> None:
    tablet = Client()
    tablet.post(f"/forms/at/{hand_forms(actor=PROGRAM, appointment_id=booked)}/", secure=True)
    cookie = tablet.cookies[COOKIE]
    assert cookie["secure"]
    assert not cookie["domain"]


def test_the_desk_ends_it_and_wrong_links_are_counted(booked: UUID) -> None:
    desk = signed_in("lind")
    tablet, path = begun(booked)
    desk.post(f"/forms/hand/{booked}/end/")
    assert tablet.get(path).status_code == 404
    fresh = desk.post(f"/forms/hand/{booked}/").content.decode()
    found = re.search(r"/forms/at/[^/<]+/", fresh)
    assert found is not None
    stranger = Client()
    for _ in range(10):
        stranger.get("/forms/at/no-such-link/")
    assert "Too many wrong tries." in stranger.get(found[0]).content.decode()


def test_the_same_form_is_signed_once(booked: UUID) -> None:
    tablet, path = begun(booked)
    for _ in range(2):
        tablet.post(path, {"signed_name": "Ingrid Vale", "once": "consent"})
    assert Filled.objects.count() == 1


def test_the_office_writes_its_forms(booked: UUID) -> None:
    boss = signed_in("petrov")
    body = json.dumps({**ABOUT, "title": "About you, shorter"})
    form = {"key": "about", "kind": "questions", "every_days": "180", "body": body}
    assert boss.post("/forms/json/about/", form).status_code == 302
    assert "About you, shorter" in boss.get("/forms/").content.decode()
    wrong = boss.post("/forms/json/about/", {**form, "body": "{}"})
    assert wrong.status_code == 422
    assert "no FHIR Questionnaire" in wrong.content.decode()
    boss.post("/forms/edit/about/retire/")
    assert titles(booked) == ["Consent to treatment"]
    for who in ("lind", "nox"):
        assert signed_in(who).get("/forms/").status_code == 404


def test_who_may_not_hand_or_read(booked: UUID) -> None:
    with pytest.raises(NotFound):
        hand_forms(actor=person("abara"), appointment_id=booked)
    tablet, path = begun(booked)
    tablet.post(path, {"signed_name": "Ingrid Vale"})
    (consent,) = filled_by(PROGRAM, appointment(booked).patient_id)
    coder = sign_in("abara")
    for address in (f"/forms/signed/{consent.id}/", f"/forms/signed/{consent.id}/paper.pdf"):
        assert coder.get(address).status_code == 404
    tablet.post(path, {**ANSWERS, "signed_name": "Ingrid Vale"})
    with pytest.raises(Refusal):
        hand_forms(actor=PROGRAM, appointment_id=booked)
    with pytest.raises(Invalid):
        define_form(actor=PROGRAM, key="x", kind="consent", body="no JSON")


def test_who_pays_alone_signs_for_it_and_it_is_kept(booked: UUID) -> None:
    desk, here = signed_in("lind"), f"/front/check-in/{booked}/"
    body = json.dumps({**CONSENT, "title": "Agreement to pay myself"})
    define_form(actor=PROGRAM, key="self-pay", kind="consent", body=body, self_pay=True)
    assert "The patient pays alone and has not signed: Agreement to pay myself." in desk.get(here).content.decode()
    tablet, path = begun(booked)
    tablet.post(path, {"signed_name": "Ingrid Vale", "strokes": "1,2 300,400 500,600"})
    kept = {one.title: one for one in filled_by(PROGRAM, appointment(booked).patient_id)}
    paper = desk.get(f"/forms/signed/{kept['Agreement to pay myself'].id}/paper.pdf")
    assert "Signed by Ingrid Vale" in PdfReader(BytesIO(paper.content)).pages[0].extract_text()
    assert "pays alone and has not signed" not in desk.get(here).content.decode()


def test_who_has_insurance_or_a_case_signs_no_agreement_to_pay_alone(booked: UUID) -> None:
    define_form(actor=PROGRAM, key="self-pay", kind="consent", body=json.dumps(CONSENT), self_pay=True)

    def due() -> bool:
        return "self-pay" in {one.definition.key for one in due_at([appointment(booked)])[booked]}

    assert due()
    who, (payer, *_) = appointment(booked).patient_id, payers()
    policy = add_policy(who, payer.id)
    assert not due()
    end_coverage(actor=PROGRAM, coverage_id=policy, on=date(2026, 11, 23))
    assert due()
    case = open_case(
        actor=PROGRAM, patient_id=who, kind=CaseKind.AUTO, payer_id=payer.id, injured_on=date(2026, 11, 20),
        state="il", opened_on=date(2026, 11, 21),
    )  # fmt: skip
    of_case = replace(appointment(booked), case_id=case)
    assert "self-pay" not in {one.definition.key for one in due_at([of_case])[booked]}
