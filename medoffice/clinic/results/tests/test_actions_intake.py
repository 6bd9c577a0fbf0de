"""What comes over the wire: kept, answered, filed on the right chart or on none."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import requisition
from medoffice.clinic.orders.tests.makers import make_laboratory, make_numbered, make_requisition
from medoffice.clinic.results.actions.attach_message import attach_message, register_from_message
from medoffice.clinic.results.actions.return_message import return_message
from medoffice.clinic.results.api import open_reports, receive, sign_report, tray
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.queries.messages import said_of_letters
from medoffice.clinic.results.tests.makers import PDF, file_all, messages, oru, paper, take, the_report, versions
from medoffice.clinic.results.types import Arrived
from medoffice.kernel import clock, files, trace
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office, make_office, make_provider, work
from medoffice.records.documents.api import documents_of
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person, written_down
from medoffice.security.types import PROGRAM
from medoffice.standards.hl7.api import read_ack, read_message

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def vale(office: Office) -> UUID:  # noqa: ARG001 - an office to be a patient of
    return make_patient()


def code(answer: bytes) -> tuple[str, str]:
    said = read_ack(read_message(answer))
    return said.code, said.control_id


def test_it_is_kept_byte_for_byte_and_accepted_under_its_number(vale: UUID) -> None:
    data = oru(control="0042")
    (answer,) = take(data, filed=False)
    assert code(answer) == ("AA", "0042")
    (row,) = messages("waits")
    assert (bytes(row.data), row.facility, row.control_id) == (data, "PRAIRIE LAB", "0042")
    assert written_down("results.receive") == [("medoffice", {"came": 1, "kept": 1})]
    assert LabReport.objects.filter(patient_id=vale).count() == 0


@pytest.mark.usefixtures("vale")
def test_a_zero_byte_in_one_laboratory_s_header_keeps_no_other_from_being_taken() -> None:
    told = take(oru(control="A1"), oru(control="B\0 2", facility="OTHER\0 LAB"), oru("ST|X\0^Y||a\0b", control="C3"))
    assert [code(one) for one in told] == [("AA", "A1"), ("AA", "B 2"), ("AA", "C3")]
    assert {(row.facility, row.control_id) for row in LabMessage.objects.all()} == {
        ("PRAIRIE LAB", "A1"), ("OTHER LAB", "B 2"), ("PRAIRIE LAB", "C3")
    }  # fmt: skip


@pytest.mark.usefixtures("vale")
def test_what_is_odd_is_answered_as_taken_and_stands_beside_it_once_filed() -> None:
    odd = oru("NM|2823-3^Potassium^LN||high|mmol/L|3.5-5.1|H|||F", facility="LABORATORIO NÚÑEZ")
    data = odd.replace(b"|P|2.5.1", b"|P|2.5.1||||||8859/99", 1)
    (answer,) = take(data, filed=False)
    assert code(answer) == ("AA", "M1")
    (row,) = messages("waits")
    assert row.findings == []
    file_all()
    (row,) = LabMessage.objects.all()
    assert [one["code"] for one in row.findings] == ["hl7.charset", "hl7.value-type"]
    assert said_of_letters([row.id]) == [row.findings[0]["words"]]


def test_the_same_again_is_answered_the_same_and_applied_once(vale: UUID) -> None:
    first = take(oru())
    again = take(oru(), oru())
    assert set(again) == set(first)
    assert LabMessage.objects.count() == 1
    assert LabResult.objects.filter(report__patient_id=vale).count() == 1


def test_the_same_number_of_another_laboratory_is_another_message(vale: UUID) -> None:
    take(oru(), oru(facility="OTHER LAB"))
    assert LabReport.objects.filter(patient_id=vale).count() == 2


def test_nobody_on_the_wire_speaks_as_the_office(vale: UUID) -> None:
    (answer,) = take(oru().replace(b"|LIS|", b"|Medoffice|"))
    assert code(answer)[0] == "AR"
    assert b"from this office" in answer
    (row,) = messages("refused")
    assert row.why.startswith("This message says that it is from this office")
    assert LabReport.objects.filter(patient_id=vale).count() == 0


def test_a_number_with_another_content_is_rejected_kept_and_somebodys_work(vale: UUID) -> None:
    take(oru())
    (answer,) = take(oru("NM|K^Potassium^L||7|mmol/L||HH|||F"))
    assert code(answer)[0] == "AR"
    assert [row.state for row in LabMessage.objects.order_by("came_at", "id")].count("refused") == 1
    assert LabResult.objects.filter(report__patient_id=vale).count() == 1
    assert work("lab-refused") == ["A message of PRAIRIE LAB was refused"]


@pytest.mark.parametrize(
    ("data", "flaw", "answered"),
    [
        (b"GARBAGE", "", "AR"),
        (b"", "", "AR"),
        (b"MSH|^~\\&|LIS|LAB|||2026||ADT^A01|1|P|2.5\rEVN|A01\rPID|1\r", "", "AR"),
        (b"MSH|^~\\&|LIS|LAB|||2026||ORU^R01|1|P|2.5\rPID|1\r", "", "AE"),
        (oru(control=""), "", "AE"),
        (oru(processing="X"), "", "AR"),
        (oru()[:60], "unfinished", "AE"),
        (oru()[:60], "too-large", "AR"),
    ],
)
@pytest.mark.usefixtures("office")
def test_what_is_of_no_use_is_answered_so_kept_and_told(data: bytes, flaw: str, answered: str) -> None:
    (answer,) = receive(actor=PROGRAM, arrived=(Arrived(data, "192.0.2.7", flaw),))
    assert code(answer)[0] == answered
    (row,) = messages("refused")
    assert bytes(row.data) == data
    assert row.why
    assert len(work("lab-refused")) == 1


@pytest.mark.usefixtures("office")
def test_what_was_mended_is_taken_under_the_same_number() -> None:
    take(b"MSH|^~\\&|LIS|PRAIRIE LAB|||2026||ORU^R01|M1|P|2.5\rPID|1\r")
    (answer,) = take(oru())
    assert code(answer) == ("AA", "M1")


def test_p38_the_number_of_an_order_is_text(office: Office, vale: UUID) -> None:
    visit = make_visit(office, vale)
    order_id = make_numbered(office, visit, "007-AB")
    make_numbered(office, visit, "7")
    take(oru(placer="007-AB^OFFICE"))
    report = the_report()
    assert (report.order_id, report.encounter_id, report.patient_id) == (order_id, visit, vale)
    assert report.signer_id == office.provider_id
    assert work("result-sign") == ["Result to sign off: Comprehensive metabolic"]


def test_p38_whoever_ordered_it_sees_it_though_the_visit_is_anothers(office: Office, vale: UUID) -> None:
    """Somebody who stands in orders and signs: the result is theirs, on their own desk."""
    covers = make_user("lindqvist", "Maja Lindqvist", "provider")
    hers = make_provider(office.site_id, "Lindqvist", user_id=covers.id)
    asked = requisition(make_requisition(covers, make_visit(office, vale), make_laboratory(), "CMP"))
    take(oru(placer=f"{asked.number}-1", facility="PRAIRIE"))
    assert the_report().signer_id == hers
    assert [one.id for one in open_reports(covers, signer_id=hers)] == [the_report().id]


def test_p38_a_number_of_nobodys_order_is_no_match_by_its_digits(office: Office, vale: UUID) -> None:
    make_numbered(office, make_visit(office, vale), "7")
    take(oru(placer="007", who="Somebody^Else||19900101|M"))
    assert (the_message().state, LabReport.objects.count()) == ("unmatched", 0)


def the_message() -> LabMessage:
    return LabMessage.objects.get()


def test_p34_blank_numbers_are_nobodys(vale: UUID) -> None:
    take(oru(who="Stone^||", numbers="^^^OFFICE"), oru(who="Stone^||", numbers='""', control="M2"))
    assert [row.state for row in LabMessage.objects.all()] == ["unmatched", "unmatched"]
    (answer,) = take(oru(who="^||", numbers="^^^OFFICE", control="M3"))  # it says nothing of anybody
    assert code(answer)[0] == "AE"
    assert LabReport.objects.filter(patient_id=vale).count() == 0
    assert (len(work("lab-unmatched")), len(work("lab-refused"))) == (2, 1)


def test_an_order_of_somebody_else_is_not_filed_there(office: Office, vale: UUID) -> None:
    make_numbered(office, make_visit(office, vale), "O-1")
    take(oru(placer="O-1", who="Stone^Ada||19900102|F"))
    assert the_message().why == "the order is for somebody with another name and birth date"
    assert LabReport.objects.count() == 0


def test_without_an_order_two_identifiers_find_the_patient(vale: UUID) -> None:
    make_patient("Vale", "Inga", born=date(1968, 3, 8))
    take(oru())
    assert (the_report().patient_id, the_message().why) == (vale, "by name and birth date")


@pytest.mark.usefixtures("vale")
def test_one_identifier_is_not_enough() -> None:
    take(oru(who="Vale^Ingrid||"))
    assert the_message().state == "unmatched"


def test_p39_a_message_about_two_patients_is_put_on_no_chart(office: Office, vale: UUID) -> None:
    """Neither by the order of the first, nor by its name, nor by a person, who sees nothing of either."""
    make_numbered(office, make_visit(office, vale), "O-1")
    other = make_patient("Stone", "Ada", born=date(1990, 1, 2))
    second = oru(who="Stone^Ada||19900102|F", filler="F200").split(b"\r", 1)[1]
    take(oru(placer="O-1") + second)
    (found,) = tray(PROGRAM)
    assert (found.message.why, found.whose.name, found.tests) == ("it is about several patients", "", ())
    lind = person("lind")
    told: dict[str, Any] = {"message_id": found.message.id, "seen_version": found.message.version}
    for who in (vale, other):
        with pytest.raises(Refusal, match="several patients"):
            attach_message(actor=lind, patient_id=who, why="She said so.", **told)
    with pytest.raises(Refusal, match="several patients"):
        register_from_message(actor=lind, **told)
    assert LabReport.objects.count() == 0
    return_message(actor=lind, told="Mr Bell", **told)
    assert tray(PROGRAM) == []


def test_p39_attach_with_one_key_where_two_agree(office: Office) -> None:
    take(oru())
    lind, who = person("lind"), make_patient()
    (found,) = tray(PROGRAM)
    assert (found.whose.name, found.tests) == ("Vale, Ingrid", ("Comprehensive metabolic",))
    attach_message(actor=lind, message_id=found.message.id, seen_version=found.message.version, patient_id=who)
    assert (the_report().patient_id, tray(PROGRAM), work("lab-unmatched")) == (who, [], [])
    with pytest.raises(Refusal, match="Astrid Lind dealt with this meanwhile"):
        attach_message(actor=lind, message_id=found.message.id, seen_version=found.message.version, patient_id=who)
    assert office.provider_id


def test_p39_attaching_on_less_needs_words(office: Office) -> None:  # noqa: ARG001 - an office to be in
    who = make_patient("Stone", "Ada")
    take(oru(who="Stone-Vale^Ada||19680308|F", control="9"))
    (found,) = tray(PROGRAM)
    act = partial(
        attach_message, actor=person("lind"), message_id=found.message.id, seen_version=found.message.version,
        patient_id=who,
    )  # fmt: skip
    with pytest.raises(Invalid, match="another name"):
        act()
    act(why="She married; she showed her licence.")
    assert the_message().why == "She married; she showed her licence."


@pytest.mark.usefixtures("office")
def test_p39_register_with_one_key_from_what_the_message_says() -> None:
    take(oru(who="Quill^Tomas||20010203|M", phone="(217)555-0144"))
    (found,) = tray(PROGRAM)
    made = register_from_message(actor=person("lind"), message_id=found.message.id, seen_version=found.message.version)
    assert (the_report().patient_id, tray(PROGRAM)) == (made, [])


def test_p39_who_may_be_registered_is_not_registered_twice(vale: UUID) -> None:
    make_patient()  # another of the same name and birth date: nobody is sure
    take(oru())
    (found,) = tray(PROGRAM)
    with pytest.raises(Refusal) as refusal:
        register_from_message(actor=person("lind"), message_id=found.message.id, seen_version=found.message.version)
    assert refusal.value.code == "maybe-registered"
    assert vale


@pytest.mark.usefixtures("office")
def test_what_is_none_of_ours_is_given_back_and_stays_kept() -> None:
    take(oru())
    (found,) = tray(PROGRAM)
    act = partial(return_message, actor=person("lind"), message_id=found.message.id)
    with pytest.raises(Invalid):
        act(seen_version=found.message.version, told="")
    act(seen_version=found.message.version, told="Mr Bell, 10:15")
    assert (the_message().state, the_message().why, LabReport.objects.count()) == ("returned", "Mr Bell, 10:15", 0)


@pytest.mark.usefixtures("office")
def test_who_sorts_what_is_nobodys() -> None:
    take(oru())
    (found,) = tray(PROGRAM)
    for nobody in ("nox", "chen", "moreau"):
        with pytest.raises(NotFound):
            return_message(
                actor=person(nobody), message_id=found.message.id, seen_version=found.message.version, told="x"
            )


def test_partial_then_final_then_corrected(office: Office, vale: UUID) -> None:
    k = "NM|K^Potassium^L||{}|mmol/L|3.5-5.1|{}|||{}"
    take(oru(k.format("5.0", "N", "P"), status="P", at="20261124100000-0600"))
    report = the_report()
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    assert work("result-sign") == []
    take(oru(k.format("5.0", "N", "F"), control="M2", at="20261124110000-0600"))
    report = the_report()
    assert (report.state, report.corrected, work("result-sign") != []) == ("to sign", False, True)
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    take(oru(k.format("6.9", "HH", "C"), control="M3", status="C", at="20261124120000-0600"))
    report = the_report()
    assert (report.state, report.corrected, report.signed_by, report.level) == ("to sign", True, "", 2)
    assert work("result-critical") == ["Critical result: Comprehensive metabolic"]
    assert versions("Potassium") == [("5.0", "P", False), ("5.0", "F", False), ("6.9", "C", True)]
    assert report.patient_id == vale


@pytest.mark.usefixtures("vale")
def test_what_is_late_does_not_push_a_correction_out() -> None:
    k = "NM|K^Potassium^L||{}|mmol/L|3.5-5.1||||{}"
    take(oru(k.format("6.9", "C"), status="C", at="20261124120000-0600"))
    before = the_report().version
    take(oru(k.format("5.0", "F"), control="M2", at="20261124110000-0600"))
    assert versions("Potassium") == [("6.9", "C", True), ("5.0", "F", False)]
    assert the_report().version == before


@pytest.mark.usefixtures("vale")
def test_the_same_results_under_a_new_number_ask_nobody_again(office: Office) -> None:
    take(oru())
    sign_report(actor=office.provider, report_id=the_report().id, seen_version=the_report().version)
    take(oru(control="M2"))
    assert (the_report().state, LabResult.objects.count()) == ("signed", 1)


@pytest.mark.usefixtures("vale")
def test_a_cancelled_test_is_seen_too(office: Office) -> None:
    take(oru("NM|K^Potassium^L||||||||X", status="X"))
    report = the_report()
    assert (report.status, report.state) == ("X", "to sign")
    assert office.provider_id


@pytest.mark.usefixtures("vale")
def test_what_changed_meanwhile_is_not_signed(office: Office) -> None:
    take(oru())
    seen = the_report().version
    take(oru("NM|2823-3^Potassium^LN||6.0|mmol/L|3.5-5.1|H|||C", control="M2", at="20261124140000-0600"))
    with pytest.raises(Refusal, match="another version"):
        sign_report(actor=office.provider, report_id=the_report().id, seen_version=seen)


def test_a_paper_inside_goes_on_the_chart(vale: UUID) -> None:
    take(oru(paper()))
    row = LabResult.objects.get()
    (found,) = documents_of(PROGRAM, vale)
    assert (row.document_id, found.kind) == (found.id, "lab")
    assert files.load(found.file.sha256) == PDF
    assert work("document-to-file") == []


def test_a_report_is_a_step_of_the_chain(office: Office, vale: UUID) -> None:
    visit = make_visit(office, vale)
    order_id = make_numbered(office, visit, "O-1")
    take(oru(placer="O-1"))
    told = trace.step(Ref("lab_report", the_report().id))
    assert told is not None
    assert told.causes == (Ref("order", order_id),)
    assert dict(told.details)["message"] == "M1"
    assert Ref("lab_report", the_report().id) in trace.effects_of(Ref("order", order_id))
    assert encounter(visit).patient_id == vale


@pytest.mark.usefixtures("office")
def test_what_may_be_about_somebody_kept_away_is_not_shown() -> None:
    vale = make_patient(phone="2175550111")
    take(oru(who="V^I||", phone="2175550111"))
    lind = person("lind")
    assert len(tray(lind)) == 1
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=vale, reason="her sister")
    assert tray(lind) == []
    (found,) = tray(PROGRAM)
    with pytest.raises(NotFound):
        return_message(actor=lind, message_id=found.message.id, seen_version=found.message.version, told="x")
