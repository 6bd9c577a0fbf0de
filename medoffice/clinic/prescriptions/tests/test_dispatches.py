"""A prescription goes to a pharmacy by fax or telephone; what they say of it is seen, and what went wrong is work."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.clinic.prescriptions.api import (
    call_back_prescription,
    choose_pharmacy,
    dispatch,
    dispatches_of,
    dispatches_waiting,
    end_prescription,
    prescription,
    print_prescription,
    send_prescription,
    tell_dispatch,
)
from medoffice.clinic.prescriptions.queries.paper import paper_of
from medoffice.clinic.prescriptions.tests.makers import make_pharmacy, make_prepared, make_signed, said
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Message, Stand
from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Role

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - a patient of the office
    made = make_patient()
    choose_pharmacy(actor=PROGRAM, patient_id=made, pharmacy_id=make_pharmacy())
    return made


@pytest.fixture
def nurse(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return person("ruiz")


def stands(sent: UUID) -> Stand:
    return dispatch(PROGRAM, sent).stand


def kinds(actor: Actor) -> list[str]:
    return [one.kind for one in work_items(actor) if one.kind.startswith("pharmacy")]


@pytest.mark.django_db
def test_rx4_a_fax_carries_it_and_says_that_it_arrived(office: Office, who: UUID, nurse: Actor) -> None:
    made = make_signed(office, who)
    sent = send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX)
    assert stands(sent) is Stand.QUEUED
    with pytest.raises(Refusal, match="at a pharmacy already"):
        send_prescription(actor=nurse, prescription_id=made, way=Carried.PHONE, told="Ann")
    for minutes in (0, 5, 10, 20):
        with clock.frozen(NOW + timedelta(minutes=minutes)):
            run_due()
    assert stands(sent) is Stand.ACCEPTED
    assert [line.message for line in dispatch(PROGRAM, sent).lines] == [Message.NEW, Message.STATUS]
    assert print_prescription(actor=nurse, prescription_id=made) > 1, "a print of what a pharmacy has is a copy"
    tell_dispatch(actor=nurse, dispatch_id=sent, event=Event.FILLED, words="Ann", seen_version=2)
    assert (stands(sent), dispatches_waiting(nurse)) == (Stand.FILLED, [])
    with pytest.raises(Refusal, match="at a pharmacy already"):
        send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX)


@pytest.mark.django_db
def test_what_is_faxed_says_who_signed_it(office: Office, who: UUID) -> None:
    one = prescription(PROGRAM, make_signed(office, who))
    (page,) = PdfReader(BytesIO(paper_of(one, original=True, by_fax=True))).pages
    assert "Signed electronically by" in page.extract_text()
    assert one.sha256[:16] in page.extract_text()


@pytest.mark.django_db
def test_rx4_it_is_told_by_telephone_with_who_took_it_down(office: Office, who: UUID, nurse: Actor) -> None:
    made = make_signed(office, who)
    with pytest.raises(Invalid):
        send_prescription(actor=nurse, prescription_id=made, way=Carried.PHONE)
    sent = send_prescription(actor=nurse, prescription_id=made, way=Carried.PHONE, told="Ann Reyes, RPh")
    assert stands(sent) is Stand.VERIFIED
    assert dispatch(PROGRAM, sent).lines[-1].words == "Ann Reyes, RPh"
    with pytest.raises(NotFound):
        send_prescription(actor=person("lind"), prescription_id=made, way=Carried.FAX)


@pytest.mark.django_db
def test_only_what_is_signed_and_has_a_pharmacy_goes(office: Office, who: UUID, nurse: Actor) -> None:
    nowhere = make_signed(office, make_patient("Other", "One"))
    for one in (make_prepared(office, who), nowhere):
        with pytest.raises(Refusal):
            send_prescription(actor=nurse, prescription_id=one, way=Carried.FAX)


@pytest.mark.django_db
def test_rx6_a_scheduled_medicine_goes_so_with_a_reason_that_is_kept(office: Office, who: UUID, nurse: Actor) -> None:
    made = make_signed(office, who, said("tramadol 50 mg tablet", "1 tab po q6h prn pain #20"))
    with pytest.raises(Invalid, match="signature by hand"):
        send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX)
    why = "The pharmacist asked for it; paper follows"
    sent = send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX, why=why)
    assert dispatch(PROGRAM, sent).why == why


@pytest.mark.django_db
def test_what_was_printed_goes_with_a_reason_only(office: Office, who: UUID, nurse: Actor) -> None:
    made = make_signed(office, who)
    print_prescription(actor=nurse, prescription_id=made)
    with pytest.raises(Invalid, match="printed"):
        send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX)
    assert send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX, why="They lost the paper")


@pytest.mark.django_db
def test_what_has_not_left_is_stopped_and_may_go_again(office: Office, who: UUID, nurse: Actor) -> None:
    made = make_signed(office, who)
    sent = send_prescription(actor=nurse, prescription_id=made, way=Carried.FAX)
    with pytest.raises(Conflict):
        call_back_prescription(actor=nurse, dispatch_id=sent, seen_version=9)
    call_back_prescription(actor=nurse, dispatch_id=sent, seen_version=1)
    assert (stands(sent), kinds(nurse)) == (Stand.CANCELLED, [])
    run_due()
    assert stands(sent) is Stand.CANCELLED
    again = send_prescription(actor=nurse, prescription_id=made, way=Carried.PHONE, told="Ann")
    assert {one.id for one in dispatches_of(nurse, made)} == {again, sent}


@pytest.mark.django_db
def test_rx4_what_is_ended_is_cancelled_at_the_pharmacy_by_a_call(office: Office, who: UUID, nurse: Actor) -> None:
    made = make_signed(office, who)
    sent = send_prescription(actor=nurse, prescription_id=made, way=Carried.PHONE, told="Ann")
    moss = make_user("moss", "Ada Moss", Role.MEDICAL_ASSISTANT)
    end_prescription(actor=office.provider, prescription_id=made, why="Cough")
    assert (stands(sent), kinds(moss)) == (Stand.CANCEL_ASKED, ["pharmacy-to-cancel"])
    version = dispatch(PROGRAM, sent).version
    with pytest.raises(Invalid):
        tell_dispatch(actor=nurse, dispatch_id=sent, event=Event.CANCEL_DONE, words=" ", seen_version=version)
    with pytest.raises(Refusal, match="to be cancelled"):
        tell_dispatch(actor=nurse, dispatch_id=sent, event=Event.PARTLY, words="Ann", seen_version=version)
    tell_dispatch(actor=nurse, dispatch_id=sent, event=Event.CANCEL_DENIED, words="Ann", seen_version=version)
    assert (stands(sent), kinds(moss)) == (Stand.CANCEL_DENIED, [])
    assert kinds(office.provider) == ["pharmacy-did-not"]
    with pytest.raises(Refusal, match="not cancelled"):
        call_back_prescription(actor=nurse, dispatch_id=sent, seen_version=dispatch(PROGRAM, sent).version)


@pytest.mark.django_db
def test_the_screens_of_what_pharmacies_have(office: Office, who: UUID) -> None:
    made = make_signed(office, who, said("tramadol 50 mg tablet", "1 tab po q6h prn pain #20"))
    ruiz = signed_in("ruiz")
    page = f"/prescriptions/{made}/send/"
    text = ruiz.get(page).content.decode()
    assert "no certified line" in text
    assert "unverified" in text
    assert ruiz.post(page, {"way": "fax", "once": "a"}).status_code == 422
    sent = {"way": "telephone", "told": "Ann", "once": "b"}
    assert [ruiz.post(page, sent).status_code for _ in range(2)] == [302, 302]
    (one,) = dispatches_of(PROGRAM, made)
    assert "Corner Drug" in ruiz.get("/prescriptions/sent/").content.decode()
    assert "pharmacy has it" in ruiz.get(f"/prescriptions/{made}/").content.decode()
    at = f"/prescriptions/sent/{one.id}/"
    assert "Ann" in ruiz.get(at).content.decode()
    told = {"version": str(one.version), "event": "dispensed", "words": ""}
    assert ruiz.post(f"{at}said/", told).status_code == 422
    assert ruiz.post(f"{at}said/", {**told, "words": "Ann"}).status_code == 302
    assert "Nothing more is expected" in ruiz.get(at).content.decode()
    assert ruiz.post(f"{at}back/", {"version": str(one.version + 1)}).status_code == 409
    assert sign_in("okafor").get("/prescriptions/sent/").status_code == 200
