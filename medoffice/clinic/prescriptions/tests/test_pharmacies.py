"""The directory of pharmacies, those that a patient uses, and where a prescription goes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.prescriptions.api import (
    change_pharmacy,
    choose_pharmacy,
    direct_prescription,
    end_prescription,
    leave_pharmacy,
    pharmacies_like,
    pharmacies_of,
    pharmacy,
    prescription,
    take_pharmacies,
)
from medoffice.clinic.prescriptions.tests.makers import PHARMACY, make_pharmacy, make_prepared, make_signed
from medoffice.clinic.prescriptions.types.pharmacies import Taken
from medoffice.kernel import clock
from medoffice.kernel.ids import npi_from
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.api import merge_patients, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


def preferred(patient_id: UUID) -> list[tuple[str, bool]]:
    return [(one.pharmacy.name, one.preferred) for one in pharmacies_of(patient_id)]


@pytest.mark.django_db
def test_rx5_a_file_is_taken_once_and_takes_away_nothing_that_the_office_knows(office: Office) -> None:  # noqa: ARG001 - the office must stand
    rows = [PHARMACY, replace(PHARMACY, npi=npi_from("199700002"), name="Mill Drug", fax="", hours="")]
    assert take_pharmacies(actor=PROGRAM, rows=rows, source="november") == Taken(2, 0, 0)
    assert take_pharmacies(actor=PROGRAM, rows=rows, source="november") == Taken(0, 0, 0)
    (mill,) = pharmacies_like("mill riverb")
    change_pharmacy(
        actor=person("lind"), pharmacy_id=mill.id, phone="", fax="217 555 0188", hours="24 h", used=True, seen_version=1
    )
    moved = [replace(rows[1], line1="9 New St"), replace(PHARMACY, closed=True)]
    assert take_pharmacies(actor=PROGRAM, rows=moved, source="december") == Taken(0, 1, 1)
    now = pharmacy(mill.id)
    assert (now.address.line1, now.fax, now.hours) == ("9 New St", "2175550188", "24 h")
    assert [one.name for one in pharmacies_like("")] == ["Mill Drug"]
    assert [one.name for one in pharmacies_like("5550188")] == ["Mill Drug"]
    with pytest.raises(NotFound):
        take_pharmacies(actor=person("nox"), rows=rows, source="x")


@pytest.mark.django_db
def test_what_the_office_mends_is_looked_at(office: Office) -> None:  # noqa: ARG001 - the office must stand
    where = make_pharmacy()
    lind = person("lind")
    with pytest.raises(Invalid):
        change_pharmacy(actor=lind, pharmacy_id=where, phone="12", fax="", hours="", used=True, seen_version=1)
    with pytest.raises(Conflict):
        change_pharmacy(actor=lind, pharmacy_id=where, phone="", fax="", hours="", used=True, seen_version=9)


@pytest.mark.django_db
def test_rx5_a_patient_prefers_one_and_their_prescriptions_go_there(office: Office) -> None:
    who, lind = make_patient(), person("lind")
    first, second = make_pharmacy(), make_pharmacy("Mill Drug", "199700002")
    assert prescription(PROGRAM, make_prepared(office, who)).pharmacy_id is None
    choose_pharmacy(actor=lind, patient_id=who, pharmacy_id=first, preferred=False)
    choose_pharmacy(actor=lind, patient_id=who, pharmacy_id=second, preferred=False)
    assert preferred(who) == [("Corner Drug", True), ("Mill Drug", False)]
    made = make_signed(office, who)
    assert prescription(PROGRAM, made).pharmacy_id == first
    choose_pharmacy(actor=lind, patient_id=who, pharmacy_id=second)
    assert preferred(who) == [("Mill Drug", True), ("Corner Drug", False)]
    seal = prescription(PROGRAM, made).sha256
    direct_prescription(actor=person("ruiz"), prescription_id=made, pharmacy_id=second)
    assert (prescription(PROGRAM, made).pharmacy_id, prescription(PROGRAM, made).sha256) == (second, seal)
    leave_pharmacy(actor=lind, patient_id=who, pharmacy_id=second)
    with pytest.raises(NotFound):
        leave_pharmacy(actor=lind, patient_id=who, pharmacy_id=second)
    assert preferred(who) == [("Corner Drug", False)]
    choose_pharmacy(actor=lind, patient_id=who, pharmacy_id=second)
    assert preferred(who) == [("Mill Drug", True), ("Corner Drug", False)]
    end_prescription(actor=office.provider, prescription_id=made, why="Cough")
    with pytest.raises(Refusal):
        direct_prescription(actor=office.provider, prescription_id=made, pharmacy_id=first)


@pytest.mark.django_db
def test_one_that_has_closed_is_chosen_by_nobody(office: Office) -> None:  # noqa: ARG001 - the office must stand
    where, who = make_pharmacy(), make_patient()
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=where)
    change_pharmacy(actor=PROGRAM, pharmacy_id=where, phone="", fax="", hours="", used=False, seen_version=1)
    with pytest.raises(Refusal, match="offered no more"):
        choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=where)
    with pytest.raises(NotFound):
        choose_pharmacy(actor=person("nox"), patient_id=who, pharmacy_id=where)


@pytest.mark.django_db
def test_two_records_that_become_one_prefer_one(office: Office) -> None:  # noqa: ARG001 - the office must stand
    one, other = make_patient("Vale", "Ana"), make_patient("Vale", "Anna")
    first, second = make_pharmacy(), make_pharmacy("Mill Drug", "199700002")
    choose_pharmacy(actor=PROGRAM, patient_id=one, pharmacy_id=first)
    choose_pharmacy(actor=PROGRAM, patient_id=other, pharmacy_id=second)
    seen, seen_merged = patient(one).version, patient(other).version
    merge_patients(actor=PROGRAM, survivor_id=one, merged_id=other, seen=seen, seen_merged=seen_merged, picks={})
    assert preferred(one) == [("Corner Drug", True), ("Mill Drug", False)]


@pytest.mark.django_db
def test_the_screens_of_pharmacies(office: Office) -> None:
    who, where = make_patient(), make_pharmacy()
    lind, okafor = signed_in("lind"), sign_in("okafor")
    assert "Corner Drug" in lind.get("/prescriptions/pharmacies/?q=corner").content.decode()
    assert "called so" in lind.get("/prescriptions/pharmacies/?q=zzz").content.decode()
    assert "Corner Drug" in lind.post("/prescriptions/pharmacies/find/", {"q": "main"}).content.decode()
    sent = {"version": "1", "phone": "217-555-0142", "fax": "1", "hours": "", "used": "on"}
    assert lind.post(f"/prescriptions/pharmacies/{where}/", sent).status_code == 422
    assert lind.post(f"/prescriptions/pharmacies/{where}/", {**sent, "fax": ""}).status_code == 302
    theirs = f"/prescriptions/of/{who}/pharmacies/"
    assert lind.post(theirs, {"pharmacy": ""}).status_code == 422
    assert lind.post(theirs, {"pharmacy": str(where), "preferred": "on"}).status_code == 302
    assert "preferred" in lind.get(theirs).content.decode()
    made = make_prepared(office, who)
    assert "Corner Drug, 1 Main St" in okafor.get(f"/prescriptions/{made}/").content.decode()
    other = make_pharmacy("Mill Drug", "199700002")
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=other, preferred=False)
    assert "Send it there" in okafor.get(f"/prescriptions/{made}/").content.decode()
    assert okafor.post(f"/prescriptions/{made}/pharmacy/", {"pharmacy": str(other)}).status_code == 302
    assert prescription(PROGRAM, made).pharmacy_id == other
    assert lind.post(f"{theirs}{other}/leave/").status_code == 302
