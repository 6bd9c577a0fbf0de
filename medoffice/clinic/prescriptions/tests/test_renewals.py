"""The renewal desk: asked once, prepared by the protocol, decided by a prescriber with one key, answered and logged."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.api import (
    answer_renewal,
    approve_renewal,
    ask_renewal,
    change_prescription,
    deny_renewal,
    open_renewals,
    prepare_renewal,
    prescription,
    prescriptions_of,
    renewal,
    renewals_of,
)
from medoffice.clinic.prescriptions.rules.protocol import Protocol, points
from medoffice.clinic.prescriptions.tests.makers import make_signed, said
from medoffice.clinic.prescriptions.types.prescribing import Schedule, State
from medoffice.clinic.prescriptions.types.renewals import Asking, Facts, Stands, Way
from medoffice.clinic.prescriptions.types.safety import Reason
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Role

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
ASKED = Asking("lisinopril 10 mg tablet", Way.FAX, "Corner Drug", "Corner Drug", "(217) 555-0142", "Last fill 10/28")
TODAY = date(2026, 11, 24)
PLAIN = Facts(
    today=TODAY, last_visit=date(2026, 6, 1), next_visit=None, on_the_list=True, known=True, ours=True,
    schedule=Schedule.NONE, signed_on=date(2026, 8, 1), lasts=date(2026, 11, 29), ingredients=("lisinopril",),
    measured={"potassium": date(2026, 6, 1)},
)  # fmt: skip
RULE = Protocol(date(2020, 1, 1), 12, 10, {"lisinopril": (("potassium", "creatinine"), 12)}, "unverified")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, ""),
        ({"last_visit": date(2025, 10, 1)}, "seen"),
        ({"last_visit": None}, "seen"),
        ({"on_the_list": False}, "listed"),
        ({"ours": False}, "ours"),
        ({"known": False}, "known"),
        ({"lasts": date(2026, 12, 20)}, "left"),
        ({"lasts": None}, ""),
        ({"measured": {}}, "lab:potassium"),
        ({"measured": {"potassium": date(2025, 10, 1), "creatinine": date(2026, 11, 1)}}, ""),
        ({"schedule": Schedule.IV}, "controlled"),
    ],
)
def test_rx3_the_protocol_says_what_stands_against_it(change: dict[str, Any], code: str) -> None:
    open_ = [one.code for one in points(replace(PLAIN, **change), RULE) if not one.met]
    assert open_ == ([code] if code else [])


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - a patient of the office
    return make_patient()


@pytest.fixture
def assistant(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return make_user("moss", "Ada Moss", Role.MEDICAL_ASSISTANT)


def kinds(actor: Actor) -> list[str]:
    return [one.kind for one in work_items(actor) if one.kind.startswith("renewal")]


def make_renewal(office: Office, who: UUID, *, prepared: bool = True) -> tuple[UUID, UUID]:
    """A request of what was signed 115 days ago, and what it renews."""
    with clock.frozen(NOW - timedelta(days=115)):
        make_visit(office, who)
        before = make_signed(office, who)
    enter(who, ListKind.MEASURED, "Potassium", began="2026-06-01", details={"value": "4.1"})
    made = ask_renewal(actor=person("lind"), patient_id=who, asking=ASKED, prescription_id=before)
    if prepared:
        prepare_renewal(actor=PROGRAM, renewal_id=made, seen_version=1)
    return made, before


@pytest.mark.django_db
def test_rx3_from_the_request_to_the_answer(office: Office, who: UUID, assistant: Actor) -> None:
    asked, before = make_renewal(office, who, prepared=False)
    assert kinds(assistant) == ["renewal-to-prepare"]
    made = prepare_renewal(actor=assistant, renewal_id=asked, seen_version=1)
    one = renewal(office.provider, asked)
    assert (one.stands, one.clean, one.prepared_by) == (Stands.READY, True, "Ada Moss")
    again = prescription(office.provider, made)
    assert (again.state, again.follows, again.says) == (State.PREPARED, before, prescription(PROGRAM, before).says)
    assert kinds(office.provider) == ["renewal-to-decide"]
    with pytest.raises(NotFound):
        approve_renewal(actor=assistant, renewal_id=asked, seen_version=2, made_version=1)
    approve_renewal(actor=office.provider, renewal_id=asked, seen_version=2, made_version=1)
    assert prescription(PROGRAM, made).state is State.SIGNED
    assert (kinds(office.provider), kinds(assistant)) == ([], ["renewal-to-answer"])
    with pytest.raises(Invalid):
        answer_renewal(actor=assistant, renewal_id=asked, seen_version=3, way=Way.FAX, told=" ")
    answer_renewal(actor=assistant, renewal_id=asked, seen_version=3, way=Way.FAX, told="Corner Drug, Ann")
    done = renewal(office.provider, asked)
    assert (done.stands, done.answered, done.answered_by) == (Stands.APPROVED, "fax, Corner Drug, Ann", "Ada Moss")
    assert (kinds(assistant), open_renewals(assistant)) == ([], [])
    with pytest.raises(Refusal, match="Ada Moss answered it"):
        answer_renewal(actor=assistant, renewal_id=asked, seen_version=4, way=Way.PHONE, told="again")


@pytest.mark.django_db
def test_what_the_front_desk_took_is_found_by_its_ingredients(office: Office, who: UUID, assistant: Actor) -> None:
    before = make_signed(office, who)
    make_signed(office, who, said("metformin 500 mg tablet"))
    theirs = make_signed(office, make_patient("Other", "One"))
    asking, lind = Asking("Lisinopril", Way.PHONE, "the patient"), person("lind")
    asked = ask_renewal(actor=lind, patient_id=who, asking=asking)
    assert ask_renewal(actor=lind, patient_id=who, asking=replace(asking, medicine="LISINOPRIL ")) == asked
    assert renewal(assistant, asked).prescription_id is None
    assert "found by its ingredients" in signed_in("ruiz").get(f"/prescriptions/renewals/{asked}/").content.decode()
    with pytest.raises(NotFound):
        prepare_renewal(actor=assistant, renewal_id=asked, seen_version=1, renews_id=theirs)
    made = prepare_renewal(actor=assistant, renewal_id=asked, seen_version=1)
    assert (renewal(assistant, asked).prescription_id, prescription(PROGRAM, made).follows) == (before, before)
    twice = ask_renewal(actor=lind, patient_id=who, asking=replace(asking, medicine="the pressure pill"))
    with pytest.raises(Refusal, match="asks for the same"):
        prepare_renewal(actor=assistant, renewal_id=twice, seen_version=1, renews_id=before)


@pytest.mark.django_db
def test_who_asks_twice_while_it_is_open_is_answered_once(office: Office, who: UUID) -> None:
    asked, before = make_renewal(office, who)
    assert ask_renewal(actor=PROGRAM, patient_id=who, asking=ASKED, prescription_id=before) == asked
    approve_renewal(actor=office.provider, renewal_id=asked, seen_version=2, made_version=1)
    later = ask_renewal(actor=PROGRAM, patient_id=who, asking=ASKED, prescription_id=before)
    assert later != asked
    assert len(renewals_of(PROGRAM, who)) == 2


@pytest.mark.django_db
def test_it_is_denied_with_a_reason_and_what_was_prepared_is_withdrawn(office: Office, who: UUID) -> None:
    asked, _ = make_renewal(office, who)
    with pytest.raises(Invalid):
        deny_renewal(actor=office.provider, renewal_id=asked, seen_version=2, why=" ")
    with pytest.raises(NotFound):
        deny_renewal(actor=person("ruiz"), renewal_id=asked, seen_version=2, why="no")
    deny_renewal(actor=office.provider, renewal_id=asked, seen_version=2, why="Needs a visit")
    one = renewal(PROGRAM, asked)
    assert one.made_id
    assert (one.stands, one.why, prescription(PROGRAM, one.made_id).state) == (
        Stands.DENIED, "Needs a visit", State.WITHDRAWN
    )  # fmt: skip


@pytest.mark.django_db
def test_it_is_changed_and_then_approved_as_it_was_seen(office: Office, who: UUID) -> None:
    asked, _ = make_renewal(office, who)
    made = renewal(PROGRAM, asked).made_id
    assert made
    less = said("lisinopril 5 mg tablet")
    change_prescription(actor=office.provider, prescription_id=made, says=less, seen_version=1)
    with pytest.raises(Conflict):
        approve_renewal(actor=office.provider, renewal_id=asked, seen_version=2, made_version=1)
    approve_renewal(actor=office.provider, renewal_id=asked, seen_version=2, made_version=2)
    one = renewal(PROGRAM, asked)
    assert (one.why, prescription(PROGRAM, made).says.medicine) == ("with changes", "lisinopril 5 mg tablet")


@pytest.mark.django_db
def test_an_alert_holds_a_renewal_too(office: Office, who: UUID) -> None:
    asked, _ = make_renewal(office, who)
    enter(who, ListKind.ALLERGY, "Lisinopril")
    with pytest.raises(Invalid, match="An allergy to Lisinopril"):
        approve_renewal(actor=office.provider, renewal_id=asked, seen_version=2, made_version=1)
    given = {"allergy:lisinopril": Reason.NOT_ALLERGY.value}
    approve_renewal(actor=office.provider, renewal_id=asked, seen_version=2, made_version=1, reasons=given)


@pytest.mark.django_db
def test_what_was_not_prescribed_here_is_not_repeated(office: Office, who: UUID, assistant: Actor) -> None:
    other = Asking("Syrup of figs", Way.PHONE, "the patient")
    asked = ask_renewal(actor=PROGRAM, patient_id=who, asking=other)
    with pytest.raises(Refusal, match="not prescribed here"):
        prepare_renewal(actor=assistant, renewal_id=asked, seen_version=1)
    deny_renewal(actor=office.provider, renewal_id=asked, seen_version=1, why="Ask whoever prescribed it")
    theirs = make_signed(office, make_patient("Other", "One"))
    with pytest.raises(NotFound):
        ask_renewal(actor=PROGRAM, patient_id=who, asking=other, prescription_id=theirs)
    with pytest.raises(Invalid):
        ask_renewal(actor=PROGRAM, patient_id=who, asking=Asking("", Way.PHONE, ""))


@pytest.mark.django_db
def test_who_may_know_of_it(office: Office, who: UUID) -> None:
    asked, _ = make_renewal(office, who)
    nurse, nox = person("ruiz"), person("nox")
    with pytest.raises(NotFound):
        renewal(nox, asked)
    assert open_renewals(nox) == []
    deny_subject(actor=PROGRAM, user_id=nurse.id, subject=who, reason="her brother")
    with pytest.raises(NotFound):
        renewal(nurse, asked)
    assert open_renewals(nurse) == []


@pytest.mark.django_db
def test_the_desk_goes_by_one_key_and_the_front_desk_takes_requests(office: Office, who: UUID) -> None:
    asked, before = make_renewal(office, who, prepared=False)
    lind, nurse, okafor = sign_in("lind"), signed_in("ruiz"), sign_in("okafor")
    form = {"prescription": "", "medicine": ASKED.medicine, "way": "telephone", "asker": "the patient"}
    assert str(before) not in lind.get(f"/prescriptions/renewals/ask/{who}/").content.decode()
    assert "Take it down" in lind.get(f"/prescriptions/renewals/ask/{who}/").content.decode()
    assert lind.post(f"/prescriptions/renewals/ask/{who}/", form).status_code == 302
    assert lind.post(f"/prescriptions/renewals/ask/{who}/", {**form, "asker": ""}).status_code == 422
    assert "Take 1 tablet" not in lind.get(f"/prescriptions/renewals/{asked}/").content.decode()
    assert ASKED.medicine in nurse.get(f"/prescriptions/of/{who}/").content.decode()
    assert "Asked for again" in nurse.get(f"/patient/{who}/").content.decode()
    assert "to prepare" in lind.get(f"/patient/{who}/").content.decode()
    assert "Prepare the same again" in nurse.get("/prescriptions/renewals/").content.decode()
    for _ in range(2):
        sent = {"version": "1", "once": "p"}
        assert nurse.post(f"/prescriptions/renewals/{asked}/prepare/", sent).status_code == 302
    text = okafor.get("/prescriptions/renewals/").content.decode()
    assert "nothing stands against it" in text
    assert "Approve, sign" in text
    assert okafor.post(f"/prescriptions/renewals/{asked}/deny/", {"version": "2", "why": ""}).status_code == 422
    sent = {"version": "2", "made": "1"}
    enter(who, ListKind.ALLERGY, "Lisinopril")
    assert okafor.post(f"/prescriptions/renewals/{asked}/approve/", sent).status_code == 422
    given = {**sent, "alert": "allergy:lisinopril", "reason": Reason.TOLERATED.value}
    assert okafor.post(f"/prescriptions/renewals/{asked}/approve/", given).status_code == 302
    assert "They were told" in nurse.get("/prescriptions/renewals/").content.decode()
    assert nurse.post(f"/prescriptions/renewals/{asked}/answer/", {"version": "3", "way": "fax"}).status_code == 422
    told = {"version": "3", "way": "fax", "told": "Corner Drug"}
    assert nurse.post(f"/prescriptions/renewals/{asked}/answer/", told).status_code == 302
    assert "All are answered" in nurse.get("/prescriptions/renewals/").content.decode()
    assert len(prescriptions_of(PROGRAM, who)) == 2
