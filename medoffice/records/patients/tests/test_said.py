"""What a patient says beside what the record has: decided field by field, with what was there kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.records.patients.api import change_patient, decide_said, note_said, patient, said_by
from medoffice.records.patients.rules.saying import differing
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.records.patients.types.said import SAYABLE
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM

TOLD = {"phone": "217.555.0188", "city": "Springfield", "language": "Polish"}


@given(st.dictionaries(st.sampled_from(sorted(SAYABLE)), st.text(max_size=30)), st.text(max_size=30))
def test_only_what_differs_is_kept_and_blank_says_nothing(told: dict[str, str], held: str) -> None:
    found, unknown = differing(told, lambda _: held)
    assert not unknown
    assert all(said and said.strip() == said for said, _ in found.values())
    again, _ = differing({field: said for field, (said, _) in found.items()}, lambda field: found[field][0])
    assert again == {}


def test_a_telephone_is_its_digits_and_a_language_its_code() -> None:
    held = {"phone": "(217) 555-0188", "language": "en", "zip": "62799-1234"}
    found, unknown = differing(
        {"phone": "2175550188", "language": "polish", "zip": "627991234", "family": "Vale"}, lambda name: held[name]
    )
    assert found == {"language": ("pl", "en")}
    assert unknown == ["family"]


@pytest.mark.django_db
def test_each_field_is_taken_over_or_left_and_what_was_there_is_kept() -> None:
    who = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    note_said(actor=PROGRAM, patient_id=who, told=TOLD)
    assert patient(who).phone == "(217) 555-0101"
    waiting = {one.field: one for one in said_by(who)}
    assert waiting["phone"].was == "(217) 555-0101"
    decide_said(actor=PROGRAM, said_id=waiting["phone"].id, accept=True)
    decide_said(actor=PROGRAM, said_id=waiting["city"].id, accept=False)
    assert (patient(who).phone, patient(who).address.city) == ("217.555.0188", "Riverbend")
    assert [one.field for one in said_by(who)] == ["language"]
    states = {one.field: (one.state, one.was) for one in said_by(who, decided=True)}
    assert states["phone"] == ("accepted", "(217) 555-0101")
    assert states["city"] == ("declined", "Riverbend")
    with pytest.raises(Refusal):
        decide_said(actor=PROGRAM, said_id=waiting["phone"].id, accept=False)


@pytest.mark.django_db
def test_what_was_changed_since_is_not_overwritten() -> None:
    who = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    (said,) = note_said(actor=PROGRAM, patient_id=who, told={"phone": "217-555-0188"})
    changes = PatientChanges(phone="(217) 555-0199")
    change_patient(actor=PROGRAM, patient_id=who, seen_version=patient(who).version, changes=changes)
    with pytest.raises(Conflict):
        decide_said(actor=PROGRAM, said_id=said, accept=True)
    (again,) = note_said(actor=PROGRAM, patient_id=who, told={"phone": "217-555-0177"})
    decide_said(actor=PROGRAM, said_id=again, accept=True)
    assert patient(who).phone == "217-555-0177"
    with pytest.raises(Invalid):
        note_said(actor=PROGRAM, patient_id=who, told={"birth_date": "1/1/1990"})
    with pytest.raises(NotFound):
        note_said(actor=person("nox"), patient_id=who, told={"phone": "1"})


@pytest.mark.django_db
def test_the_difference_is_decided_on_the_screen() -> None:
    who = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    desk = signed_in("lind")
    page = desk.post(f"/patients/{who}/said/", {"phone": "217-555-0188"}, follow=True).content.decode()
    assert "217-555-0188" in page
    assert "(217) 555-0101" in page
    (said,) = said_by(who)
    desk.post(f"/patients/said/{said.id}/accept/")
    assert patient(who).phone == "217-555-0188"
    assert "accepted, Astrid Lind" in desk.get(f"/patients/{who}/said/").content.decode()


@pytest.mark.django_db
def test_what_a_payer_tells_waits_like_what_a_patient_says_and_is_left_for_good() -> None:
    who = make_patient("Vale", "Ingrid")
    told = {"family": "Vale-Ruiz", "birth_date": "1969-03-08", "given": "INGRID"}
    for _ in range(2):
        note_said(actor=PROGRAM, patient_id=who, told=told, teller="Prairie Mutual")
    waiting = {one.field: one for one in said_by(who)}
    assert {field: (one.now, one.before) for field, one in waiting.items()} == {
        "family": ("Vale-Ruiz", "Vale"),
        "birth_date": ("03/08/1969", "03/08/1968"),
    }
    decide_said(actor=PROGRAM, said_id=waiting["birth_date"].id, accept=True)
    decide_said(actor=PROGRAM, said_id=waiting["family"].id, accept=False)
    assert (patient(who).birth_date, patient(who).name.family) == (date(1969, 3, 8), "Vale")
    assert note_said(actor=PROGRAM, patient_id=who, told=told, teller="Prairie Mutual") == []
    assert len(note_said(actor=PROGRAM, patient_id=who, told=told, teller="Harbor Health")) == 1
    with pytest.raises(Invalid):
        note_said(actor=PROGRAM, patient_id=who, told={"phone": "217-555-0188"}, teller="Prairie Mutual")
