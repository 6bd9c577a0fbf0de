"""Booking, moving, cancelling: what is taken, closed or past is refused with what is free instead."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from medoffice.front_office.calls.api import take_call
from medoffice.front_office.calls.types import CallKind
from medoffice.front_office.scheduling.api import (
    appointment,
    appointments_from_call,
    appointments_of,
    cancel,
    confirm,
    define_visit_type,
    find_free,
    mark_arrived,
    mark_no_show,
    mark_not_arrived,
    move,
)
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    local,
    make_appointment,
    make_bookable_office,
    make_working_provider,
)
from medoffice.front_office.scheduling.types import AppointmentState, Slot
from medoffice.kernel import clock, trace
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import close_site
from medoffice.practice.tests.makers import Office, make_site
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject, form_sent
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def refused(act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value


def starts_of(free: list[Slot]) -> list[datetime]:
    return [slot.starts for slot in free]


def test_a_taken_time_is_refused_with_the_next_free_ones(office: Office) -> None:
    make_appointment(office, make_patient("Vale", "Ingrid"))
    other = make_patient("Quist", "Otto")
    for minute in (0, 5, 15):
        refusal = refused(partial(make_appointment, office, other, local(24, 9, minute)))
        assert refusal.code == "slot-taken"
        assert refusal.words == "Amara Okafor is taken at that time."
        assert starts_of(refusal.detail["free"])[0] == local(24, 9, 20)
        assert "Tue 11/24 9:20 AM" in refusal.fix
    assert appointments_of(PROGRAM, other) == []


def test_touching_appointments_are_fine(office: Office) -> None:
    who = make_patient()
    for starts in (local(24, 9), local(24, 9, 20), local(24, 8, 40)):
        make_appointment(office, who, starts)
    assert len(appointments_of(PROGRAM, who)) == 3


@pytest.mark.parametrize(
    ("starts", "code"),
    [
        (local(24, 8, 0), "slot-past"),
        (local(23, 9), "slot-past"),
        (local(26, 9), "office-closed"),
        (local(28, 9), "outside-hours"),
        (local(24, 7, 50, year=2027), "outside-hours"),
        (local(24, 11, 50), "outside-hours"),
        (local(24, 12, 10), "outside-hours"),
        (local(24, 16, 50), "outside-hours"),
    ],
    ids=["earlier today", "yesterday", "thanksgiving", "saturday", "before", "into lunch", "lunch", "over the end"],
)
def test_past_closed_and_outside_hours_are_refused_with_free_times(office: Office, starts: datetime, code: str) -> None:
    close_site(actor=PROGRAM, site_id=office.site_id, on=date(2026, 11, 26), reason="Thanksgiving")
    who = make_patient()
    refusal = refused(lambda: make_appointment(office, who, starts))
    assert refusal.code == code
    free = refusal.detail["free"]
    assert len(free) == 3
    assert all(slot.starts >= NOW and slot.starts.date() != date(2026, 11, 26) for slot in free)
    make_appointment(office, who, free[0].starts)


def test_the_length_follows_the_kind_of_visit(office: Office) -> None:
    who = make_patient()
    booked = appointment(make_appointment(office, who, local(24, 9), kind="physical"))
    assert booked.ends - booked.starts == timedelta(minutes=40)
    define_visit_type(actor=PROGRAM, key="physical", name="Physical", minutes=60)
    assert appointment(booked.id).ends == booked.ends
    assert find_free("physical", NOW)[0].starts == local(24, 9, 40)


@pytest.mark.parametrize("wrong", [{"minutes": 4}, {"minutes": 241}, {"name": " "}, {"encounter_class": "party"}])
def test_a_kind_of_visit_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    kind: dict[str, Any] = {"key": "odd", "name": "Odd", "minutes": 20, "encounter_class": "office"}
    with pytest.raises(Invalid) as refusal:
        define_visit_type(actor=PROGRAM, **{**kind, **wrong})
    assert set(refusal.value.detail["fields"]) == set(wrong)


def test_a_cancelled_time_is_free_again_and_needs_a_reason(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(office, who)
    with pytest.raises(Invalid):
        cancel(actor=PROGRAM, appointment_id=booked, why=" ")
    cancel(actor=PROGRAM, appointment_id=booked, why="child is well again")
    assert appointment(booked).state is AppointmentState.LATE_CANCEL  # half an hour's notice
    next_week = make_appointment(office, who, local(1, 9, month=12))
    cancel(actor=PROGRAM, appointment_id=next_week, why="on holiday")
    assert appointment(next_week).state is AppointmentState.CANCELLED
    make_appointment(office, who)
    for act in (confirm, mark_arrived, mark_no_show):
        refusal = refused(partial(act, actor=PROGRAM, appointment_id=booked))
        assert "is late cancel; it cannot become" in refusal.words


def test_moving_keeps_who_what_and_where_it_came_from(office: Office) -> None:
    who = make_patient()
    call_id = take_call(
        actor=PROGRAM, kind=CallKind.APPOINTMENT, caller="Ingrid Vale", relation="self", phone="", reason="cough"
    )
    old = make_appointment(office, who, call_id=call_id)
    new = move(actor=PROGRAM, appointment_id=old, starts=local(24, 9, 10))
    before, after = appointment(old), appointment(new)
    assert (before.state, before.moved_to) == (AppointmentState.MOVED, new)
    assert (after.patient_id, after.reason, after.visit_type, after.call_id) == (who, "cough", "sick", call_id)
    assert set(appointments_from_call(call_id)) == {old, new}
    told = trace.step(Ref("appointment", new))
    assert told is not None
    assert set(told.causes) == {Ref("call", call_id), Ref("appointment", old)}
    assert Ref("appointment", new) in trace.effects_of(Ref("appointment", old))
    make_appointment(office, who, local(24, 9, 30))
    assert refused(lambda: move(actor=PROGRAM, appointment_id=old, starts=local(24, 10))).code == "no-such-change"


def test_a_refused_move_leaves_the_appointment_where_it_was(office: Office) -> None:
    who = make_patient()
    first, second = make_appointment(office, who), make_appointment(office, who, local(24, 10))
    refusal = refused(lambda: move(actor=PROGRAM, appointment_id=second, starts=local(24, 9, 10)))
    assert refusal.code == "slot-taken"
    assert refusal.detail["free"]
    assert (appointment(second).state, appointment(first).state) == (AppointmentState.BOOKED,) * 2


def test_no_show_only_after_the_start_and_the_late_may_still_come(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(office, who)
    refusal = refused(lambda: mark_no_show(actor=PROGRAM, appointment_id=booked))
    assert (refusal.code, appointment(booked).state) == ("not-yet", AppointmentState.BOOKED)
    with clock.frozen(local(24, 9, 5)):
        mark_no_show(actor=PROGRAM, appointment_id=booked)
        mark_arrived(actor=PROGRAM, appointment_id=booked)
    assert appointment(booked).state is AppointmentState.ARRIVED


def test_a_no_show_whose_time_was_given_away_comes_as_a_walk_in(office: Office) -> None:
    late, other = make_patient("Vale", "Ingrid"), make_patient("Quist", "Otto")
    booked = make_appointment(office, late)
    with clock.frozen(local(24, 9, 5)):
        mark_no_show(actor=PROGRAM, appointment_id=booked)
        make_appointment(office, other, local(24, 9, 10))
        refusal = refused(lambda: mark_arrived(actor=PROGRAM, appointment_id=booked))
        assert refusal.code == "slot-given-away"
        assert "walk-in" in refusal.fix
        assert appointment(booked).state is AppointmentState.NO_SHOW


def test_an_arrival_can_be_taken_back(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(office, who)
    assert refused(lambda: mark_not_arrived(actor=PROGRAM, appointment_id=booked, why="x")).code == "no-such-change"
    mark_arrived(actor=PROGRAM, appointment_id=booked)
    mark_not_arrived(actor=PROGRAM, appointment_id=booked, why="wrong Vale")
    assert appointment(booked).state is AppointmentState.BOOKED


def test_walk_ins_are_squeezed_in_and_take_no_time_from_others(office: Office) -> None:
    who = make_patient()
    make_appointment(office, who)
    for starts in (local(24, 9, 5), local(24, 12, 30)):
        make_appointment(office, who, starts, walk_in=True)
    assert find_free("sick", local(24, 9, 10))[0].starts == local(24, 9, 20)


def test_free_times_of_two_sites_a_day_off_and_another_provider(office: Office) -> None:
    close_site(actor=PROGRAM, site_id=office.site_id, on=date(2026, 11, 24), reason="burst pipe")
    second = make_site("Hill Road")
    vega = make_working_provider(second, "Vega", stretches=((time(10), time(10, 45)),), weekdays=(1,))
    free = find_free("sick", NOW, limit=4)
    assert [(slot.provider, slot.starts) for slot in free[:3]] == [
        ("Sol Vega", local(24, 10)),
        ("Sol Vega", local(24, 10, 20)),
        ("Amara Okafor", local(25, 8)),
    ]
    assert {slot.site_id for slot in find_free("sick", NOW, site_id=office.site_id)} == {office.site_id}
    assert {slot.provider_id for slot in find_free("sick", NOW, provider_id=vega)} == {vega}
    assert len(find_free("sick", NOW, provider_id=vega, limit=20)) == 18  # two a week, for sixty days
    assert find_free("sick", NOW, provider_id=vega, limit=3)[2].label == "Tue 12/01 10:00 AM"


@pytest.mark.parametrize(
    ("before", "after"),
    [(local(30, 9, month=10), local(2, 9)), (local(12, 9, month=3, year=2027), local(15, 9, month=3, year=2027))],
    ids=["back", "forward"],
)
def test_free_times_over_a_clock_change_begin_by_the_wall_clock(
    office: Office, before: datetime, after: datetime
) -> None:
    with clock.frozen(before - timedelta(hours=12)):
        free = find_free("sick", before - timedelta(hours=1), limit=60)
        labels = [slot.label for slot in free]
        days = {label[:9] for label in labels}
        assert [label for label in labels if "8:00 AM" in label] == [f"{day} 8:00 AM" for day in sorted(days)]
        assert after in starts_of(free)
        who = make_patient()
        for slot in free[:3] + free[-3:]:
            make_appointment(office, who, slot.starts)


def test_looking_for_a_free_time_reads_little_however_far_it_looks(office: Office) -> None:
    for family in ("Vega", "Lund", "Moss", "Pryce"):
        make_working_provider(office.site_id, family)
    make_site("Hill Road")
    with CaptureQueriesContext(
        connection,
    ) as near:
        find_free("sick", NOW, limit=5)
    assert len(near) == 8
    idle = make_working_provider(office.site_id, "Idle", weekdays=())
    with CaptureQueriesContext(connection) as far:
        assert find_free("sick", NOW, provider_id=idle) == []
    assert len(far) == 7 + 5


def test_a_key_sent_twice_books_once(office: Office) -> None:
    who = make_patient()
    made = set()
    for _ in range(2):
        with form_sent("form-1"):
            made.add(make_appointment(office, who))
    assert len(made) == 1
    assert len(appointments_of(PROGRAM, who)) == 1


def test_a_stranger_books_nothing_and_a_denied_person_knows_of_nothing(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(office, who)
    nox = make_user("nox", "Nox", Role.CODER)
    with pytest.raises(NotFound):
        make_appointment(office, who, local(24, 10), actor=nox)
    neighbour = person("lind")
    deny_subject(actor=PROGRAM, user_id=neighbour.id, subject=who, reason="her neighbour")
    with pytest.raises(NotFound):
        make_appointment(office, who, local(24, 10), actor=neighbour)
    with pytest.raises(NotFound):
        cancel(actor=neighbour, appointment_id=booked, why="x")
    assert appointments_of(neighbour, who) == []
