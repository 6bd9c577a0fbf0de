"""Reminders by rule: each once, at its day, of visits that still stand, in the words and the hours of the patient."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from medoffice.exchange.simulators.gateway.api import taken
from medoffice.exchange.simulators.gateway.tests.makers import pass_by, write
from medoffice.front_office.outreach.api import messages_about, remind, set_reminder
from medoffice.front_office.outreach.tests.makers import remind_also_who_confirmed, the_rule
from medoffice.front_office.scheduling.api import appointment, cancel, confirm, log_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient, speaks
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
PHONE = "217-555-0101"
OPENED = date(2026, 1, 5)


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def rule(days: int, **more: object) -> None:
    said = {"name": f"{days} days", "days_before": days, "valid_from": OPENED, **more}
    set_reminder(actor=PROGRAM, **said)  # type: ignore[arg-type] # the keywords of the action


def on_day(day: int) -> None:
    """It is so many days later, in the morning."""
    clock.freeze(local(day, 9))
    remind(actor=PROGRAM)
    pass_by()
    pass_by()


def test_a_visit_is_reminded_of_once_by_each_rule_when_its_day_has_come(office: Office) -> None:
    rule(3)
    rule(1)
    visit = make_appointment(office, make_patient(phone=PHONE), local(1, 10, month=12))
    told = []
    for day in range(24, 31):
        on_day(day)
        told.append(len(taken()))
    assert told == [0, 0, 0, 0, 1, 1, 2]  # on Saturday, three days before, and on Monday, one before
    assert "Tuesday, December 1 at 10:00 AM with Amara Okafor, Bridge Street" in taken()[0].body
    assert remind(actor=PROGRAM) == 0
    assert [one.state for one in messages_about(visit)] == ["delivered", "delivered"]


def test_who_booked_after_the_day_of_the_reminder_is_not_reminded(office: Office) -> None:
    rule(3)
    make_appointment(office, make_patient(phone=PHONE), local(25, 10))
    make_appointment(office, make_patient("Quist", phone=PHONE), local(24, 10), walk_in=True)
    assert remind(actor=PROGRAM) == 0


def test_only_the_kinds_named_and_who_has_not_said_yes_unless_wanted(office: Office) -> None:
    rule(2, kinds=("physical",))
    rule(1)
    sick = make_appointment(office, make_patient(phone=PHONE), local(30, 10))
    said = make_appointment(office, make_patient("Quist", phone="217-555-0102"), local(30, 11), kind="physical")
    confirm(actor=PROGRAM, appointment_id=said)
    on_day(28)
    assert not messages_about(sick)
    on_day(29)
    assert [len(messages_about(one)) for one in (sick, said)] == [1, 0]
    remind_also_who_confirmed()
    remind(actor=PROGRAM)
    assert [len(messages_about(one)) for one in (sick, said)] == [1, 1]


def test_the_jobs_remind_and_the_answer_confirms(office: Office) -> None:
    rule(1)
    who = make_patient(phone=PHONE)
    speaks(who, "es")
    visit = make_appointment(office, who, local(30, 10))
    clock.freeze(local(29, 9))
    for _ in range(3):
        run_due()
        clock.advance(timedelta(minutes=1))
    assert "el lunes 30 de noviembre a las 10:00 AM" in taken()[0].body
    write(PHONE, "Si, gracias")
    assert appointment(visit).state == "confirmed"
    assert [line.state for line in log_of(visit)] == ["booked", "confirmed"]


def test_a_reminder_queued_in_the_night_does_not_go_when_the_visit_is_cancelled_before_the_morning(
    office: Office,
) -> None:
    rule(1)
    visit = make_appointment(office, make_patient(phone=PHONE), local(30, 10))
    clock.freeze(local(29, 6))
    assert remind(actor=PROGRAM) == 1
    cancel(actor=PROGRAM, appointment_id=visit, why="cannot come")
    clock.freeze(local(29, 9))
    pass_by()
    assert taken() == []
    assert [one.state for one in messages_about(visit)] == ["withdrawn"]


def test_rules_are_set_and_ended_on_a_screen(office: Office) -> None:  # noqa: ARG001 - its kinds
    petrov = signed_in("petrov")
    typed = {"name": "Two days", "days_before": "2", "valid_from": "t", "kinds": ["sick"]}
    assert petrov.post("/outreach/reminders/", {**typed, "kinds": ["x"]}).status_code == 422
    assert petrov.post("/outreach/reminders/", typed).status_code == 302
    assert "2 days before, sick" in petrov.get("/outreach/reminders/").content.decode()
    petrov.post(f"/outreach/reminders/{the_rule().id}/end/")
    assert the_rule().valid_to == date(2026, 11, 23)
