"""Controlled medicines: the program is looked into, an agreement kept, pills counted; what is missing has a reason."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from medoffice.clinic.prescriptions.api import (
    alerts_of,
    count_pills,
    end_agreement,
    keep_agreement,
    note_monitoring_check,
    prescription,
    print_prescription,
    sign_prescription,
    standing_of,
    story_of,
)
from medoffice.clinic.prescriptions.queries.controlled import agreements_of, checks_of, counts_of
from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed, said
from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.clinic.prescriptions.types.safety import Reason
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
TODAY = date(2026, 11, 24)
TRAMADOL = ("tramadol 50 mg tablet", "1 tab po q6h prn pain #20")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - a patient of the office
    return make_patient()


@pytest.fixture
def nurse(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return person("ruiz")


def test_rx6_it_is_signed_after_a_look_into_the_program_or_with_a_reason_that_is_kept(
    office: Office, who: UUID, nurse: Actor
) -> None:
    made = make_prepared(office, who, said(*TRAMADOL))
    with pytest.raises(Invalid, match="not looked into"):
        sign_prescription(actor=office.provider, prescription_id=made, seen_version=1)
    wrong = {"monitoring:check": str(Reason.TOLERATED)}
    with pytest.raises(Invalid, match="not looked into"):
        sign_prescription(actor=office.provider, prescription_id=made, seen_version=1, reasons=wrong)
    why = {"monitoring:check": str(Reason.UNREACHABLE)}
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=1, reasons=why)
    assert [(one.kind, reason) for one, reason in alerts_of(office.provider, made)] == [
        ("monitoring", Reason.UNREACHABLE)
    ]
    note_monitoring_check(actor=nurse, patient_id=who, program="Illinois", seen=Seen.NOTHING)
    second = make_prepared(office, who, said("zolpidem 5 mg tablet", "1 tab po qhs prn #10"))
    sign_prescription(actor=office.provider, prescription_id=second, seen_version=1)
    assert [one.kind for one, _ in alerts_of(office.provider, second) if one.kind == "monitoring"] == []


def test_a_look_says_which_program_and_what_was_unexpected(who: UUID, nurse: Actor) -> None:
    for program, seen in ((" ", Seen.AS_EXPECTED), ("Illinois", Seen.UNEXPECTED)):
        with pytest.raises(Invalid):
            note_monitoring_check(actor=nurse, patient_id=who, program=program, seen=seen)
    with pytest.raises(NotFound):
        note_monitoring_check(actor=person("lind"), patient_id=who, program="Illinois", seen=Seen.NOTHING)
    note_monitoring_check(actor=nurse, patient_id=who, program="Illinois", seen=Seen.UNEXPECTED, words="two offices")
    assert [(one.seen, one.by) for one in checks_of(nurse, who)] == [(Seen.UNEXPECTED, "Carmen Ruiz")]
    assert standing_of(nurse, who).unexpected == "two offices"
    assert checks_of(person("nox"), who) == []


def test_an_agreement_holds_on_its_days_until_it_is_ended_with_why(office: Office, who: UUID, nurse: Actor) -> None:
    assert office.provider_id
    said_ = {"patient_id": who, "prescriber_id": office.provider_id}
    with pytest.raises(Invalid) as wrong:
        keep_agreement(actor=nurse, signed_on=TODAY + timedelta(days=1), until=TODAY, **said_)
    assert set(wrong.value.detail["fields"]) == {"signed_on", "until"}
    kept = keep_agreement(actor=nurse, signed_on=TODAY, until=TODAY, **said_)
    assert standing_of(nurse, who).agreement_until == TODAY
    with clock.frozen(NOW + timedelta(days=1)):
        assert standing_of(nurse, who).agreement_until is None
    with pytest.raises(NotFound):
        end_agreement(actor=nurse, agreement_id=kept, why="moved", seen_version=1)
    with pytest.raises(Invalid):
        end_agreement(actor=office.provider, agreement_id=kept, why=" ", seen_version=1)
    with pytest.raises(Conflict):
        end_agreement(actor=office.provider, agreement_id=kept, why="moved", seen_version=9)
    end_agreement(actor=office.provider, agreement_id=kept, why="moved away", seen_version=1)
    with pytest.raises(Refusal):
        end_agreement(actor=office.provider, agreement_id=kept, why="again", seen_version=2)
    assert [one.ended_why for one in agreements_of(nurse, who)] == ["moved away"]
    assert standing_of(nurse, who).agreement_until is None


def test_the_paper_of_an_agreement_is_the_patients_own(office: Office, who: UUID, nurse: Actor) -> None:
    assert office.provider_id
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="", data=paper("I agree"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    one = documents_of_file(kept.file_id)[0]
    filing = Filing(kind="consent", dated=TODAY, patient_id=make_patient("Other", "One"))
    file_document(actor=PROGRAM, document_id=one.id, seen_version=one.version, filing=filing)
    with pytest.raises(Invalid) as wrong:
        keep_agreement(
            actor=nurse, patient_id=who, prescriber_id=office.provider_id, signed_on=TODAY, until=TODAY,
            document_id=one.id,
        )  # fmt: skip
    assert set(wrong.value.detail["fields"]) == {"document"}


def test_rx6_what_is_left_is_counted_beside_what_should_be_and_too_few_is_the_prescribers_work(
    office: Office, who: UUID, nurse: Actor
) -> None:
    made = make_signed(office, who, said("tramadol 50 mg tablet", "1 tab po q6h #40"))
    assert prescription(PROGRAM, made).says.days_supply == 10
    with clock.frozen(NOW + timedelta(days=5)):
        for odd in (Decimal(-1), Decimal(41)):
            with pytest.raises(Invalid):
                count_pills(actor=nurse, prescription_id=made, counted=odd)
        count_pills(actor=nurse, prescription_id=made, counted=Decimal(18))
        assert work("pill-count-short") == []
        count_pills(actor=nurse, prescription_id=made, counted=Decimal(12), words="bottle seen")
    assert [(one.counted, one.expected, one.short) for one in counts_of(nurse, who)] == [
        (Decimal(12), Decimal(20), True),
        (Decimal(18), Decimal(20), False),
    ]
    assert len(work("pill-count-short")) == 1
    with pytest.raises(Refusal):
        count_pills(actor=nurse, prescription_id=make_prepared(office, who), counted=Decimal(1))


def test_rx6_a_controlled_medicine_is_printed_with_an_exception_that_is_kept_and_others_without(
    office: Office, who: UUID, nurse: Actor
) -> None:
    made = make_signed(office, who, said(*TRAMADOL))
    with pytest.raises(Invalid, match="paper needs an exception"):
        print_prescription(actor=nurse, prescription_id=made)
    assert print_prescription(actor=nurse, prescription_id=made, why="the line was down") == 1
    assert print_prescription(actor=nurse, prescription_id=made) == 2, "a copy asks for no exception"
    assert [line.words for line in story_of(made) if line.what == "printed"] == [
        "to be signed by hand, the line was down",
        "copy 1, not valid for dispensing",
    ]
    assert print_prescription(actor=nurse, prescription_id=make_signed(office, who)) == 1


def test_the_page_notes_each_by_its_form_and_shows_what_was_wrong_where_it_stands(office: Office, who: UUID) -> None:
    made = make_signed(office, who, said(*TRAMADOL))
    desk, at = signed_in("ruiz"), f"/prescriptions/of/{who}/controlled/"
    assert "tramadol" in desk.get(at).content.decode()
    assert desk.post(f"{at}check/", {"check-seen": "something unexpected", "check-program": "Iowa"}).status_code == 422
    desk.post(f"{at}check/", {"check-seen": "nothing on file", "check-program": "Iowa"})
    odd = desk.post(f"{at}count/", {"counted-prescription": made, "counted-counted": "99"})
    assert (odd.status_code, "all that was prescribed" in odd.content.decode()) == (422, True)
    desk.post(f"{at}count/", {"counted-prescription": made, "counted-counted": "20"})
    desk.post(
        f"{at}agree/",
        {"agreed-prescriber": office.provider_id, "agreed-signed_on": "11/24/2026", "agreed-until": "11/23/2027"},
    )
    page = desk.get(at).content.decode()
    assert all(words in page for words in ("nothing on file", "agreement until 11/23/2027", "20 of 20 expected"))
    (kept,) = agreements_of(PROGRAM, who)
    okafor = sign_in("okafor")
    assert okafor.post(f"/prescriptions/agreements/{kept.id}/end/", {"version": 1, "why": ""}).status_code == 422
    okafor.post(f"/prescriptions/agreements/{kept.id}/end/", {"version": 1, "why": "moved"})
    assert "ended 11/24/2026" in okafor.get(at).content.decode()
    asked = okafor.get(f"/prescriptions/{made}/").content.decode()
    assert 'id="id_exception"' in asked
    assert okafor.post(f"/prescriptions/{made}/print/", {"why": ""}).status_code == 422
    assert okafor.post(f"/prescriptions/{made}/print/", {"why": "line down"})["Content-Type"] == "application/pdf"
