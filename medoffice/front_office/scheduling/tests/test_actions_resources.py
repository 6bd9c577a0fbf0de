"""Rooms, devices and people booked together with the provider, capacity, and what is booked beyond it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from medoffice.front_office.scheduling.api import (
    add_device,
    appointment,
    book,
    cancel,
    define_visit_type,
    find_free,
    find_next,
    holdings_of,
    log_of,
    mark_arrived,
    mark_no_show,
    move,
    put_into_group,
    rules,
    set_away,
    set_rule,
    units,
)
from medoffice.front_office.scheduling.models import Holding
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    local,
    make_bookable_office,
    make_working_provider,
)
from medoffice.front_office.scheduling.types import Search, UnitKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import add_room, add_staff, exam_rooms
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@dataclass(frozen=True)
class Clinic:
    """An office with two providers, two rooms, one ECG machine and one who helps."""

    office: Office
    vega: UUID
    rooms: tuple[UUID, ...]
    ecg: UUID
    helper: UUID

    def book(self, starts: datetime, provider: UUID | None = None, kind: str = "heart", **more: object) -> UUID:
        """A visit that needs a room, the machine and the helper."""
        return book(
            actor=PROGRAM,
            patient_id=make_patient(),
            provider_id=provider or self.office.provider_id,
            site_id=self.office.site_id,
            starts=starts,
            visit_type=kind,
            reason="palpitations",
            **more,  # type: ignore[arg-type] # what book takes
        )


@pytest.fixture
def clinic() -> Clinic:
    return make_clinic()


def make_clinic() -> Clinic:
    office = make_bookable_office()
    add_room(actor=PROGRAM, site_id=office.site_id, name="Room 2")
    rooms = tuple(room.id for room in exam_rooms(office.site_id))
    for room in rooms:
        put_into_group(actor=PROGRAM, site_id=office.site_id, unit_id=room, group="exam")
    ecg = add_device(actor=PROGRAM, site_id=office.site_id, name="ECG 1", group="ECG")
    helper = add_staff(
        actor=PROGRAM, key="ruiz", name="Rosa Ruiz", family_name="Ruiz", credentials="RN", is_provider=False, npi="",
        taxonomy="", site_id=office.site_id, user_id=None,
    )  # fmt: skip
    put_into_group(actor=PROGRAM, site_id=office.site_id, unit_id=helper, group="assistant")
    needs = ("exam", "ecg", "assistant")
    define_visit_type(actor=PROGRAM, key="heart", name="ECG visit", minutes=30, needs=needs)
    define_visit_type(actor=PROGRAM, key="exam", name="Examination", minutes=30, needs=("exam",))
    return Clinic(office, make_working_provider(office.site_id, "Vega"), rooms, ecg, helper)


def code_of(act: partial[UUID]) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def test_a_visit_holds_all_it_needs_and_frees_all_when_cancelled(clinic: Clinic) -> None:
    booked = clinic.book(local(24, 9))
    held = holdings_of([booked])[booked]
    assert [(one.kind, one.name) for one in held] == [
        ("assistant", "Rosa Ruiz"),
        ("device", "ECG 1"),
        ("room", "Room 1"),
    ]
    refused = partial(clinic.book, local(24, 9, 10), clinic.vega)
    assert code_of(refused) == "unit-taken"
    assert Holding.objects.filter(live=True).count() == 4  # nothing is left of what was refused
    cancel(actor=PROGRAM, appointment_id=booked, why="feels better")
    assert Holding.objects.filter(live=True).count() == 0
    refused()


def test_free_times_are_those_at_which_everything_is_free(clinic: Clinic) -> None:
    clinic.book(local(24, 9))
    free = find_free("heart", local(24, 8, 40), clinic.vega, limit=2)
    assert [slot.starts for slot in free] == [local(24, 9, 30), local(24, 10)]
    assert find_free("exam", local(24, 8, 40), clinic.vega, limit=1)[0].starts == local(24, 8, 40)
    set_away(actor=PROGRAM, unit_id=clinic.ecg, starts=local(24, 0), ends=local(25, 0), reason="in repair")
    assert find_free("heart", NOW, limit=1)[0].starts == local(25, 8)
    for _ in range(3):
        (slot,) = find_free("heart", NOW, limit=1)
        clinic.book(slot.starts, slot.provider_id)


def test_two_rooms_take_two_visits_and_no_third(clinic: Clinic) -> None:
    third = make_working_provider(clinic.office.site_id, "Lund")
    first, second = clinic.book(local(24, 9), kind="exam"), clinic.book(local(24, 9), clinic.vega, "exam")
    assert {holdings_of([first])[first][0].name, holdings_of([second])[second][0].name} == {"Room 1", "Room 2"}
    assert code_of(partial(clinic.book, local(24, 9, 20), third, "exam")) == "unit-taken"
    set_rule(actor=PROGRAM, unit_id=clinic.rooms[0], at_once=2)
    clinic.book(local(24, 9, 20), third, "exam")


def test_several_providers_see_one_patient_together(clinic: Clinic) -> None:
    """P16: both are taken, and the time of neither is given to somebody else."""
    together = clinic.book(local(24, 9), kind="sick", also=(clinic.vega,))
    assert [one.id for one in holdings_of([together])[together]] == [clinic.vega]
    assert code_of(partial(clinic.book, local(24, 9, 10), clinic.vega, "sick")) == "slot-taken"
    later = find_next(Search("sick", (clinic.office.provider_id,), also=(clinic.vega,)), local(24, 9), 1)
    assert later[0].starts == local(24, 9, 20)
    moved = move(actor=PROGRAM, appointment_id=together, starts=local(24, 10))
    assert [one.id for one in holdings_of([moved])[moved]] == [clinic.vega]
    clinic.book(local(24, 9, 10), clinic.vega, "sick")


def test_the_database_itself_refuses_a_lane_that_is_held(clinic: Clinic) -> None:
    booked = clinic.book(local(24, 9))
    row = Holding.objects.get(appointment_id=booked, unit_id=clinic.ecg)
    with pytest.raises(IntegrityError, match="no_lane_held_twice"), transaction.atomic():
        Holding.objects.create(appointment_id=booked, unit_id=clinic.ecg, lane=row.lane, during=row.during)


def test_one_visit_at_a_time_unless_a_rule_says_more_and_the_strictest_is_right(clinic: Clinic) -> None:
    """P13."""
    office = clinic.office
    sick = partial(clinic.book, local(24, 9), kind="sick")
    sick()
    assert code_of(sick) == "slot-taken"
    set_rule(actor=PROGRAM, unit_id=office.provider_id, at_once=3)
    sick()
    set_rule(actor=PROGRAM, kind="sick", at_once=2)
    assert code_of(sick) == "slot-taken"
    assert code_of(partial(clinic.book, local(24, 9), kind="sick", overbook="fever of 104")) == "overbook-forbidden"
    set_rule(actor=PROGRAM, kind="sick", at_once=2, over=1)
    extra = clinic.book(local(24, 9), kind="sick", overbook="fever of 104")
    assert appointment(extra).overbooked == "fever of 104"
    assert code_of(partial(clinic.book, local(24, 9), kind="sick", overbook="me too")) == "overbook-forbidden"
    assert code_of(partial(clinic.book, local(24, 12, 30), kind="sick", overbook="lunch")) == "outside-hours"
    set_rule(actor=PROGRAM, kind="sick")
    assert [one.kind for one in rules()] == [""]


def test_who_may_not_overbook_does_not(clinic: Clinic) -> None:
    set_rule(actor=PROGRAM, unit_id=clinic.office.provider_id, over=1)
    asked = partial(
        book,
        patient_id=make_patient(),
        provider_id=clinic.office.provider_id,
        site_id=clinic.office.site_id,
        starts=local(24, 9),
        visit_type="sick",
        reason="fever",
        overbook="cannot wait",
    )
    nurse = person("ruiz")
    asked(actor=nurse)  # the time is free: nothing is beyond it
    with pytest.raises(NotFound):
        asked(actor=nurse)
    made = asked(actor=person("lind"))
    assert appointment(made).overbooked == "cannot wait"


def test_a_day_takes_so_many_of_a_kind(clinic: Clinic) -> None:
    set_rule(actor=PROGRAM, kind="physical", per_day=1)
    clinic.book(local(24, 9), kind="physical")
    assert code_of(partial(clinic.book, local(24, 13), kind="physical")) == "limit-reached"
    clinic.book(local(24, 13), clinic.vega, "physical")
    free = find_free("physical", NOW, clinic.office.provider_id, limit=1)
    assert free[0].starts == local(25, 8)
    clinic.book(local(24, 13), kind="sick")


def test_a_kind_has_a_length_of_its_own_with_somebody(clinic: Clinic) -> None:
    set_rule(actor=PROGRAM, unit_id=clinic.vega, kind="sick", minutes=35)
    assert appointment(clinic.book(local(24, 9), clinic.vega, "sick")).ends == local(24, 9, 35)
    assert appointment(clinic.book(local(24, 9), kind="sick")).ends == local(24, 9, 20)
    assert [slot.starts for slot in find_free("sick", local(24, 9, 35), clinic.vega, limit=2)] == [
        local(24, 9, 35),
        local(24, 10, 10),
    ]


def test_a_no_show_gives_its_room_away_and_may_come_while_it_is_free(clinic: Clinic) -> None:
    booked = clinic.book(local(24, 9))
    with clock.frozen(local(24, 9, 20)):
        mark_no_show(actor=PROGRAM, appointment_id=booked)
        mark_arrived(actor=PROGRAM, appointment_id=booked)
        assert Holding.objects.filter(live=True).count() == 4
    told = [(one.state, one.at - local(24, 9)) for one in log_of(booked)]
    late = timedelta(minutes=20)
    assert told == [("booked", timedelta(minutes=-30)), ("no_show", late), ("arrived", late)]


def test_what_is_set_up_wrongly_is_refused(clinic: Clinic) -> None:
    site = clinic.office.site_id
    with pytest.raises(Refusal, match="has a ECG 1 already"):
        add_device(actor=PROGRAM, site_id=site, name="ECG 1", group="ecg")
    with pytest.raises(Invalid):
        add_device(actor=PROGRAM, site_id=site, name=" ", group="")
    with pytest.raises(NotFound):
        put_into_group(actor=PROGRAM, site_id=site, unit_id=clinic.vega, group="exam")
    with pytest.raises(Invalid):
        put_into_group(actor=PROGRAM, site_id=site, unit_id=clinic.helper, group=" ")
    for odd in ({"at_once": 0}, {"over": 21}, {"minutes": 30}, {"per_day": -1}):
        with pytest.raises(Invalid):
            set_rule(actor=PROGRAM, **odd)  # type: ignore[arg-type] # what is odd
    with pytest.raises(Invalid, match="another look"):
        define_visit_type(actor=PROGRAM, key="x", name="X", minutes=20, needs=("mri",))
    kinds = [one.kind for one in units(site)]
    assert kinds == [UnitKind.ASSISTANT, UnitKind.DEVICE, UnitKind.ROOM, UnitKind.ROOM]
