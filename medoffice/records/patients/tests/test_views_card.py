"""P37: the card is read at a glance and changed a group at a time, where it stands; nothing typed is lost."""

import struct
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.api import change_patient, merge_patients, patient, permit_person, unmerge_patients
from medoffice.records.patients.models import Patient
from medoffice.records.patients.queries.card import card
from medoffice.records.patients.rules.us_core import card_in, orientation_out, patient_out
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.records.patients.types.reaching import NOT_ASKED
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
ALL: dict[str, dict[str, Any]] = {
    "told": {"gender_identity": "446141000124107", "orientation": "42035005", "race": ["2106-3", "2028-9"]},
    "name": {"preferred": "Inge", "pronouns": "she/her", "suffix": "Jr."},
    "language": {"language": "es", "interpreter": "on"},
    "reach": {"phone": "(217) 555-0199", "email": "inge@example.com"},
    "work": {"employer": "Ferry Street Mill", "employer_phone": "(217) 555-0120"},
    "doctor": {"pcp_outside": "Dr Weiss, Lakeside", "pcp_phone": "(217) 555-0121"},
    "pharmacy": {"pharmacy": "Corner Pharmacy", "pharmacy_address": "1 Main Street"},
    "private": {"private_phone": "(217) 555-0166", "private_way": "phone", "not_by": ["text", "email"]},
    "needs": {"alert": "Falls", "fears": "needles", "helps": "lie down"},
}


@pytest.fixture
def who() -> UUID:
    return make_patient(phone="(217) 555-0100")


def _png() -> bytes:
    """A picture of one colour with words that are none of the picture."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 40, 40, 8, 0, 0, 0, 0)), (b"tEXt", b"where\x00at home")]
    parts += [(b"IDAT", zlib.compress((b"\x00" + b"\x80" * 40) * 40))]
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in [*parts, (b"IEND", b"")]:
        made += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return made


def fill(desk: Client, who: UUID) -> None:
    for group, typed in ALL.items():
        page = desk.get(f"/patients/{who}/change/?edit={group}&here=1")
        form = form_with(page.content, next(iter(typed)))
        answer = desk.post(f"/patients/{who}/change/{group}/", {**form.sent(), **typed})
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/patients/{who}/change/#{group}")


def test_p37_each_group_is_changed_in_its_place_and_read_at_a_glance(who: UUID) -> None:
    desk = signed_in("lind")
    fill(desk, who)
    page = desk.get(f"/patients/{who}/change/").content.decode()
    for shown in ("Inge", "she/her", "Bisexual", "White, Asian", "interpreter needed", "Ferry Street Mill", "Dr Weiss",
        "reach in confidence, by telephone only; no text, no e-mail",
    ):  # fmt: skip
        assert shown in page, shown
    assert "not verified" in page
    assert "<form" not in page[page.index("<main") : page.index("</main>")]
    assert patient(who).name.preferred == "Inge"


def test_p37_a_field_that_will_not_do_is_said_where_it_stands_and_the_words_stay(who: UUID) -> None:
    desk = signed_in("lind")
    form = form_with(desk.get(f"/patients/{who}/change/?edit=person").content, "birth_date")
    answer = desk.post(f"/patients/{who}/change/person/", form.sent(birth_date="02/31/1968", sex="M"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="02/31/1968"' in page
    assert 'id="id_birth_date_error"' in page
    assert patient(who).birth_date == date(1968, 3, 8)


def test_p37_opened_from_elsewhere_saving_leads_back_there(who: UUID) -> None:
    desk = signed_in("lind")
    form = form_with(desk.get(f"/patients/{who}/change/?edit=reach&next=/front/").content, "phone")
    answer = desk.post(f"/patients/{who}/change/reach/", form.sent(phone="(217) 555-0111"))
    assert answer.headers["Location"] == "/front/"


def test_what_they_say_of_who_they_are_is_for_those_who_meet_them(who: UUID) -> None:
    fill(signed_in("lind"), who)
    mine, biller = person("chen"), sign_in("chen")
    assert "Bisexual" not in biller.get(f"/patients/{who}/change/").content.decode()
    assert biller.post(f"/patients/{who}/change/told/", {}).status_code == 404
    with pytest.raises(NotFound):
        change_patient(actor=mine, patient_id=who, seen_version=1, changes=PatientChanges(orientation="20430005"))
    assert card(mine, who)[0].orientation == ""


def test_pr1_the_card_goes_out_as_a_us_core_patient_and_comes_in_the_same(who: UUID) -> None:
    office, desk = make_office(), signed_in("lind")
    fill(desk, who)
    desk.post(f"/patients/{who}/contacts/", {"system": "phone", "use": "work", "value": "217-555-0144", "note": "noon"})
    permit_person(actor=PROGRAM, patient_id=who, name="Ana Vale", relation="sister", phone="(217) 555-0145")
    page = form_with(desk.get(f"/patients/{who}/change/?edit=doctor").content, "pcp")
    desk.post(f"/patients/{who}/change/doctor/", page.sent(pcp=str(office.provider_id), pcp_outside=""))
    found, _ = card(PROGRAM, who)
    assert found.pcp_id == office.provider_id
    resource = patient_out(found)
    assert "(217) 555-0166" not in str(resource)  # where they are reached in confidence goes nowhere
    told = replace(found, private=NOT_ASKED, not_by=())
    assert card_in(resource, orientation_out(found, date(2026, 11, 24))) == told


def test_further_contacts_are_noted_refused_twice_and_ended(who: UUID) -> None:
    desk = signed_in("lind")
    page = f"/patients/{who}/contacts/"
    sent = {"system": "phone", "use": "mobile", "value": "(217) 555-0144", "once": "a"}
    assert desk.post(page, sent).status_code == 302
    assert desk.post(page, {**sent, "once": "b"}).status_code == 422
    assert desk.post(page, {**sent, "value": "12", "once": "c"}).status_code == 422
    assert desk.post(page, {**sent, "system": "email", "value": "x", "once": "d"}).status_code == 422
    (one,) = card(PROGRAM, who)[0].contacts
    assert desk.post(f"/patients/contacts/{one.id}/end/").status_code == 302
    assert card(PROGRAM, who)[0].contacts == ()


def test_a_photo_is_drawn_anew_and_what_is_no_photo_is_refused(who: UUID) -> None:
    desk, page = signed_in("lind"), f"/patients/{who}/photo/"
    for name, data in (("me.png", b"MZ\x90"), ("me.png", b"<svg onload=alert(1)>"), ("me.jpg", b"%PDF-1.4")):
        answer = desk.post(page, {"photo": SimpleUploadedFile(name, data)})
        assert answer.status_code == 422, name
    assert Patient.objects.get(id=who).photo == ""
    sent = _png()
    assert desk.post(page, {"photo": SimpleUploadedFile("me.png", sent)}).status_code == 302
    drawn = desk.get(f"/patients/{who}/photo.png")
    assert drawn.headers["Content-Type"] == "image/png"
    assert drawn.content.startswith(b"\x89PNG")
    assert drawn.content != sent
    assert b"at home" not in drawn.content
    assert desk.post(page, {"gone": "1", "once": "x"}).status_code == 302
    assert desk.get(f"/patients/{who}/photo.png").status_code == 404


def test_what_the_card_has_survives_a_merge_and_is_as_it_was_after_it_is_undone(who: UUID) -> None:
    fill(signed_in("lind"), who)
    other = make_patient("Vale", "Inge")
    office = make_office()
    changes = PatientChanges(pcp=str(office.provider_id), race=("2054-5",))
    change_patient(actor=PROGRAM, patient_id=other, seen_version=1, changes=changes)
    before = [card(PROGRAM, one)[0] for one in (who, other)]
    seen, seen_merged = (patient(one).version for one in (who, other))
    done = merge_patients(actor=PROGRAM, survivor_id=other, merged_id=who, seen=seen_merged, seen_merged=seen, picks={})
    one, _ = card(PROGRAM, other)
    assert (one.race, one.employer, one.orientation, one.pcp_id) == (
        ("2054-5",), "Ferry Street Mill", "42035005", office.provider_id,
    )  # fmt: skip
    unmerge_patients(actor=PROGRAM, merge_id=done)
    assert [card(PROGRAM, one)[0] for one in (who, other)] == before


def test_cm4_half_an_address_and_the_one_way_they_want_none_of_are_refused_at_the_field(who: UUID) -> None:
    desk, page = signed_in("lind"), f"/patients/{who}/change/private/"
    answer = desk.post(page, {"private_line1": "9 Quiet Court", "version": "1"})
    assert (answer.status_code, "or none of them" in answer.content.decode()) == (422, True)
    answer = desk.post(page, {"private_way": "mail", "not_by": ["mail"], "version": "1", "once": "b"})
    assert (answer.status_code, "the one way they want" in answer.content.decode()) == (422, True)


def test_cm4_what_either_of_two_records_wants_none_of_stands_when_they_are_one(who: UUID) -> None:
    other = make_patient("Vale", "Inge")
    for one, not_by in ((who, ("mail",)), (other, ("text",))):
        change_patient(actor=PROGRAM, patient_id=one, seen_version=1, changes=PatientChanges(not_by=not_by))
    seen, seen_merged = (patient(one).version for one in (who, other))
    merge_patients(actor=PROGRAM, survivor_id=who, merged_id=other, seen=seen, seen_merged=seen_merged, picks={})
    assert patient(who).closed_ways == {"mail", "text"}


def test_a_provider_is_one_of_the_office(who: UUID) -> None:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)), pytest.raises(Invalid) as refusal:
        change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=PatientChanges(pcp="x"))
    assert set(refusal.value.detail["fields"]) == {"pcp"}
