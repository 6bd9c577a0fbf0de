"""A prescription: prepared by who may, signed by a prescriber once, on the medication list with its cause."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import CauseKind, ListKind, Version
from medoffice.clinic.prescriptions.api import (
    change_prescription,
    drop_favourite,
    end_prescription,
    favourites,
    keep_favourite,
    prepare_prescription,
    prescription,
    prescriptions_of,
    prescriptions_of_visit,
    sign_prescription,
    story_of,
    to_sign,
    withdraw_prescription,
)
from medoffice.clinic.prescriptions.rules.sealing import prescription_hash
from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed, said
from medoffice.clinic.prescriptions.types.prescribing import DoseForm, Schedule, State
from medoffice.kernel import clock, trace
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about, work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject, label_visit
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor, Label, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


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


def taken(who: UUID) -> list[Version]:
    return [one for one in chart_of(PROGRAM, who).lists[ListKind.MEDICATION] if one.told.status == "active"]


def test_rx1_what_an_assistant_prepares_a_prescriber_signs_and_it_stands_on_the_list(
    office: Office, who: UUID, assistant: Actor
) -> None:
    assert office.provider_id
    visit = make_visit(office, who)
    made = prepare_prescription(
        actor=assistant, patient_id=who, prescriber_id=office.provider_id, says=said(), encounter_id=visit
    )
    assert taken(who) == []
    (item,) = [one for one in work_items(office.provider) if one.kind == "prescription-to-sign"]
    assert item.ref == Ref("prescription", made)
    assert [one.id for one in to_sign(office.provider)] == [made]
    with pytest.raises(NotFound):
        sign_prescription(actor=assistant, prescription_id=made, seen_version=1)
    seal = sign_prescription(actor=office.provider, prescription_id=made, seen_version=1)
    one = prescription(office.provider, made)
    assert one.signed_at
    assert (one.state, one.sha256, one.prepared_by) == (State.SIGNED, seal, "Ada Moss")
    assert one.sha256 == prescription_hash(one.says, who, one.prescriber_id, one.signed_at)
    (entry,) = taken(who)
    assert (entry.entry_id, entry.cause.kind, entry.cause.id) == (one.entry_id, CauseKind.ENCOUNTER, visit)
    assert entry.told.words == "lisinopril 10 mg tablet"
    assert dict(entry.told.details) == {
        "dose": "1 tablet", "route": "by mouth", "frequency": "once a day", "reason": "Blood pressure"
    }  # fmt: skip
    assert work_about(Ref("prescription", made)) is None
    assert [line.what for line in story_of(made)] == ["prepared", "signed"]
    assert [each.id for each in prescriptions_of_visit(office.provider, visit)] == [made]


def test_what_is_typed_is_counted_and_known_by_its_words() -> None:
    says = said()
    assert (says.quantity, says.quantity_unit, says.days_supply, says.refills) == (Decimal(30), "tablets", 30, 3)
    assert (says.substances, says.schedule, says.form) == (("lisinopril",), Schedule.NONE, DoseForm.SOLID)
    tramadol = said("tramadol 50 mg tablet", "1 tab po q6h prn pain #20")
    assert (tramadol.schedule, tramadol.days_supply, tramadol.quantity) == (Schedule.IV, 5, Decimal(20))
    unknown = said("Grandmother's drops", "3 drops po daily x10d", quantity=15)
    assert (unknown.substances, unknown.schedule, unknown.form) == ((), Schedule.UNKNOWN, DoseForm.DROPS)


def test_nobody_signs_twice_or_what_was_changed_meanwhile(office: Office, who: UUID) -> None:
    made = make_prepared(office, who)
    change_prescription(actor=PROGRAM, prescription_id=made, says=replace(said(), refills=5), seen_version=1)
    with pytest.raises(Conflict):
        sign_prescription(actor=office.provider, prescription_id=made, seen_version=1)
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=2)
    for act in (
        lambda: sign_prescription(actor=office.provider, prescription_id=made, seen_version=3),
        lambda: change_prescription(actor=PROGRAM, prescription_id=made, says=said(), seen_version=3),
        lambda: withdraw_prescription(actor=PROGRAM, prescription_id=made),
    ):
        with pytest.raises(Refusal, match="is signed"):
            act()
    assert prescription(PROGRAM, made).says.refills == 5
    assert len(taken(who)) == 1


def test_what_cannot_be_prescribed_is_told_by_field(office: Office, who: UUID) -> None:
    for wrong, field in (
        (replace(said(), medicine=" "), "medicine"),
        (replace(said(), quantity=Decimal(0)), "quantity"),
        (replace(said(), days_supply=0), "days"),
        (replace(said(), refills=100), "refills"),
        (replace(said(), to_pharmacist="x" * 300), "to_pharmacist"),
    ):
        with pytest.raises(Invalid) as found:
            make_prepared(office, who, wrong)
        assert list(found.value.detail["fields"]) == [field]
    assert prescriptions_of(PROGRAM, who) == []


def test_a_prescription_goes_on_with_the_entry_it_names_or_that_says_the_same(office: Office, who: UUID) -> None:
    entry = enter(who, ListKind.MEDICATION, "Lisinopril 10 mg tablet", began="2024", details={"dose": "10 mg"})
    first = make_signed(office, who)
    (on,) = taken(who)
    assert (on.entry_id, on.told.began, on.told.details["dose"]) == (entry, "2024", "1 tablet")
    assert (on.cause.kind, on.cause.id) == (CauseKind.PRESCRIBED, first)
    again = prepare_prescription(
        actor=PROGRAM, patient_id=who, prescriber_id=prescription(PROGRAM, first).prescriber_id,
        says=said("lisinopril 20 mg tablet"), entry_id=entry, follows=first,
    )  # fmt: skip
    sign_prescription(actor=office.provider, prescription_id=again, seen_version=1)
    assert [one.told.words for one in taken(who)] == ["lisinopril 20 mg tablet"]


def test_what_is_anothers_is_not_there(office: Office, who: UUID) -> None:
    other = make_patient("Other", "One")
    theirs, entry = make_signed(office, other), enter(other, ListKind.MEDICATION, "Aspirin")
    assert office.provider_id
    given = {"actor": PROGRAM, "patient_id": who, "prescriber_id": office.provider_id, "says": said()}
    for more in ({"follows": theirs}, {"entry_id": entry}, {"encounter_id": make_visit(office, other)}):
        with pytest.raises(NotFound):
            prepare_prescription(**given, **more)  # type: ignore[arg-type]
    assert prescriptions_of(PROGRAM, who) == []


def test_what_is_ended_says_why_and_stops_the_entry_unless_another_goes_on(office: Office, who: UUID) -> None:
    first, second = make_signed(office, who), make_signed(office, who)
    with pytest.raises(Invalid):
        end_prescription(actor=office.provider, prescription_id=first, why=" ")
    end_prescription(actor=office.provider, prescription_id=first, why="Doubled")
    assert len(taken(who)) == 1
    end_prescription(actor=office.provider, prescription_id=second, why="Cough")
    assert taken(who) == []
    (stopped,) = chart_of(PROGRAM, who).lists[ListKind.MEDICATION]
    assert (stopped.told.status, stopped.told.ended, stopped.why) == ("stopped", "2026-11-24", "Cough")
    with pytest.raises(Refusal):
        end_prescription(actor=office.provider, prescription_id=second, why="again")


def test_a_withdrawn_one_is_no_work_and_stays_to_be_read(office: Office, who: UUID) -> None:
    made = make_prepared(office, who)
    withdraw_prescription(actor=PROGRAM, prescription_id=made, why="patient declines")
    one = prescription(PROGRAM, made)
    assert (one.state, one.ended_why) == (State.WITHDRAWN, "patient declines")
    assert (to_sign(office.provider), work_about(Ref("prescription", made))) == ([], None)


def test_favourites_are_the_offices_and_said_anew_under_the_same_name(office: Office) -> None:
    nurse = person("ruiz")
    kept = keep_favourite(actor=nurse, name=" Pressure ", says=said())
    again = keep_favourite(actor=office.provider, name="Pressure", says=replace(said(), refills=11))
    assert kept == again
    (one,) = favourites()
    assert (one.name, one.says.refills, one.says) == ("Pressure", 11, replace(said(), refills=11))
    with pytest.raises(Invalid):
        keep_favourite(actor=nurse, name=" ", says=said())
    with pytest.raises(NotFound):
        keep_favourite(actor=person("lind"), name="x", says=said())
    for _ in range(2):
        drop_favourite(actor=nurse, favourite_id=kept)
    assert favourites() == []


def test_who_may_know_prepare_and_sign(office: Office, who: UUID, assistant: Actor) -> None:
    made = make_prepared(office, who)
    nurse, nox, lind = person("ruiz"), person("nox"), person("lind")
    for nobody in (nox, lind):
        with pytest.raises(NotFound):
            prescription(nobody, made)
        assert (prescriptions_of(nobody, who), to_sign(nobody)) == ([], [])
    for nobody in (nurse, assistant, lind, nox, PROGRAM):
        with pytest.raises(NotFound):
            sign_prescription(actor=nobody, prescription_id=made, seen_version=1)
    stranger = make_user("locum", "Lee Locum", Role.PROVIDER)
    with pytest.raises(Refusal, match="Only a provider of this office"):
        sign_prescription(actor=stranger, prescription_id=made, seen_version=1)
    deny_subject(actor=PROGRAM, user_id=nurse.id, subject=who, reason="her brother")
    with pytest.raises(NotFound):
        prescription(nurse, made)
    assert to_sign(nurse) == []


def test_what_a_visits_label_keeps_keeps_its_prescription(office: Office, who: UUID) -> None:
    visit = make_visit(office, who)
    made = make_signed(office, who, visit=visit)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="treatment")
    coder = make_user("head", "Hel Head", Role.MANAGER)
    with pytest.raises(Refusal):
        prescription(coder, made)
    assert encounter(visit).patient_id == who


def test_it_is_a_step_of_the_chain(office: Office, who: UUID) -> None:
    visit = make_visit(office, who)
    made = make_signed(office, who, visit=visit)
    step = trace.step(Ref("prescription", made))
    assert step
    assert (step.words, step.causes, step.needs) == (
        "lisinopril 10 mg tablet, signed", (Ref("encounter", visit),), "prescriptions.read"
    )  # fmt: skip
    assert Ref("prescription", made) in trace.effects_of(Ref("encounter", visit))


def test_the_database_keeps_what_was_signed_and_its_story(office: Office, who: UUID) -> None:
    made = make_signed(office, who)
    for statement in (
        "UPDATE prescription SET sha256 = '' WHERE id = %s",
        "UPDATE prescription SET state = 'to sign' WHERE id = %s",
        "UPDATE prescription SET quantity = 0 WHERE id = %s",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [made])
