"""The schedule on its pages: day, week, list, sheets; a visit that is moved, and back; past visits (P7, P20)."""

import re
from collections.abc import Iterator
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from medoffice.front_office.scheduling.api import (
    appointments_of,
    define_visit_type,
    mark_no_show,
    set_away,
    set_rule,
    set_template,
)
from medoffice.front_office.scheduling.rules.grid import Column, lay_out
from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.rules.supply import Opening, UnitDay
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    local,
    make_appointment,
    make_bookable_office,
    make_working_provider,
)
from medoffice.front_office.scheduling.tests.test_actions_resources import make_clinic
from medoffice.front_office.scheduling.types import Block
from medoffice.kernel import clock
from medoffice.practice.api import staff_member
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def test_a_grid_gives_each_visit_its_rows_and_puts_beside_each_other_what_overlaps(office: Office) -> None:
    who = make_patient()
    for starts, walk_in in ((local(24, 9), False), (local(24, 9, 20), False), (local(24, 9, 7), True)):
        make_appointment(office, who, starts, walk_in=walk_in)
    booked = appointments_of(PROGRAM, who)
    hours = UnitDay(
        office.provider_id, "Okafor", [Opening(Span(local(24, 9), local(24, 10)), ("sick",), label="urgent")]
    )
    column = Column(
        "Okafor", date(2026, 11, 24), office.provider_id, office.site_id, ZoneInfo("America/Chicago"), hours, booked
    )
    grid = lay_out([column])
    assert grid.lanes == (2,)
    assert [at for at, _ in grid.rows] == [time(9, minute) for minute in range(0, 60, 5)]
    visits = [(cell.visit.starts, cell.rows) for _, cells in grid.rows for cell in cells if cell.visit]
    assert visits == [(local(24, 9), 4), (local(24, 9, 7), 5), (local(24, 9, 20), 4)]
    assert sum(cell.rows for _, cells in grid.rows for cell in cells) == 2 * 12
    assert {cell.kind for _, cells in grid.rows for cell in cells} == {"visit", "kept"}
    assert lay_out([]).rows == ()


def test_the_day_shows_hours_holds_and_visits_of_every_provider_who_is_there(office: Office) -> None:
    make_working_provider(office.site_id, "Vega", weekdays=(3,))
    lund = make_working_provider(office.site_id, "Lund")
    set_away(actor=PROGRAM, unit_id=lund, starts=local(24, 0), ends=local(25, 0), reason="leave")
    make_appointment(office, make_patient("Vale", "Ingrid"), local(24, 10))
    desk = signed_in("lind")
    page = desk.get("/scheduling/").content.decode()
    assert "Vale, Ingrid" in page
    assert "Amara Okafor" in page
    assert "Ada Lund" in page
    assert "leave" in page
    assert "Sol Vega" not in page
    assert 'rowspan="4"' in page
    assert "Nobody works" in desk.get("/scheduling/?on=11/28/2026").content.decode()
    week = desk.get(f"/scheduling/week/?with={office.provider_id}").content.decode()
    assert "Vale, Ingrid" in week
    assert "Mon 11/23" in week
    assert "Sat 11/28" not in week
    assert week.count("data-time=") == desk.get("/scheduling/").content.decode().count("data-time="), (
        "days side by side"
    )


def test_past_visits_are_shown_and_what_became_of_them(office: Office) -> None:
    """P20."""
    booked = make_appointment(office, make_patient("Vale", "Ingrid"), local(24, 9))
    with clock.frozen(local(24, 10)):
        mark_no_show(actor=PROGRAM, appointment_id=booked)
    with clock.frozen(local(27, 9)):
        desk = signed_in("lind")
        for view in ("", "list/", "sheets/", "week/"):
            assert "Vale, Ingrid" in desk.get(f"/scheduling/{view}?on=11/24/2026").content.decode(), view
        assert "no show" in desk.get("/scheduling/?on=11/24/2026").content.decode()
        page = desk.get(f"/scheduling/appointment/{booked}/").content.decode()
    assert "no show" in page
    assert "data-lifts" not in desk.get("/scheduling/?on=11/24/2026").content.decode()


def test_a_visit_is_put_down_elsewhere_and_taken_back(office: Office) -> None:
    """P7: to another day and time in one act, and ten seconds to undo it."""
    who = make_patient()
    booked, desk = make_appointment(office, who, local(24, 9)), signed_in("lind")
    place = {"provider": str(office.provider_id), "site": str(office.site_id)}
    then = {**place, "starts": local(25, 14).isoformat(), "next": "/scheduling/?on=11/24/2026"}
    answer = desk.post(f"/scheduling/appointment/{booked}/move/", then)
    assert answer["Location"] == f"/scheduling/?on=11/24/2026&moved={booked}"
    (moved,) = [one for one in appointments_of(PROGRAM, who) if one.state == "booked"]
    assert moved.starts == local(25, 14)
    page = desk.get(answer["Location"]).content.decode()
    assert "The visit was moved." in page
    assert f"/scheduling/appointment/{moved.id}/move/" in page
    desk.post(f"/scheduling/appointment/{moved.id}/move/", {**place, "starts": local(24, 9).isoformat()})
    assert [one.starts for one in appointments_of(PROGRAM, who) if one.state == "booked"] == [local(24, 9)]
    taken = make_appointment(office, make_patient(), local(24, 10))
    refused = desk.post(f"/scheduling/appointment/{taken}/move/", {**then, "starts": local(24, 9, 10).isoformat()})
    assert refused.status_code == 409
    assert "is taken at that time" in refused.content.decode()


def test_chips_and_what_is_booked_with_a_visit_stand_on_it() -> None:
    clinic = make_clinic()
    define_visit_type(actor=PROGRAM, key="blood", name="Blood test", minutes=10, fasting=True, needs=("exam",))
    clinic.book(local(24, 10), kind="blood")
    desk = signed_in("lind")
    assert "comes fasting" in desk.get("/scheduling/").content.decode()
    sheets = desk.get("/scheduling/sheets/").content.decode()
    assert "Room 1" in sheets
    assert "comes fasting" in sheets


def test_who_may_books_beyond_capacity_with_a_reason(office: Office) -> None:
    set_rule(actor=PROGRAM, unit_id=office.provider_id, over=1)
    make_appointment(office, make_patient(), local(24, 9))
    who, desk = make_patient(), signed_in("lind")
    path = f"/scheduling/book/{who}/"
    form = {"provider": str(office.provider_id), "site": str(office.site_id), "starts": local(24, 9).isoformat()}
    form |= {"visit_type": "sick", "reason": "fever"}
    page = desk.post(path, form)
    assert page.status_code == 409
    assert "Book it all the same, because" in page.content.decode()
    assert desk.post(path, {**form, "overbook": "104 F"}).status_code == 302
    assert [one.overbooked for one in appointments_of(PROGRAM, who)] == ["104 F"]
    after = desk.get("/scheduling/").content.decode()
    assert "overbooked" in after
    assert f"Booked: Tue 11/24 9:00 AM, {staff_member(office.provider_id).name}." in after
    nurse = signed_in("ruiz")
    assert "Book it all the same" not in nurse.post(path, form).content.decode()


def test_who_books_sees_what_the_patient_is_booked_for_already(office: Office) -> None:
    patient = make_patient()
    desk, address = signed_in("lind"), f"/scheduling/book/{patient}/"
    assert "Already booked" not in desk.get(address).content.decode()
    make_appointment(office, patient, local(25, 10, 45), reason="sore knee")
    told = " ".join(desk.get(address).content.decode().split())
    assert "Already booked: <b>Wed 11/25 10:45 AM</b> · Amara Okafor · sore knee</p>" in told


def test_a_visit_is_for_what_was_typed_or_else_for_what_its_kind_says(office: Office) -> None:
    who, desk = make_patient("Vale", "Ingrid"), signed_in("lind")
    path = f"/scheduling/book/{who}/"
    assert "visit" not in re.findall(r'name="reason" value="([^"]*)"', desk.get(path).content.decode())
    shown = desk.post(path, {"show": "yes", "kind": "sick", "from": "11/25/2026", "reason": "Sore <throat>"})
    page = shown.content.decode()
    assert shown.status_code == 200
    assert appointments_of(PROGRAM, who) == []
    assert set(re.findall(r'type="hidden" name="reason" value="([^"]*)"', page)) == {"Sore &lt;throat&gt;"}
    assert "Wed 11/25" in page
    form = {"provider": office.provider_id, "site": office.site_id, "visit_type": "sick"}
    for day, reason in ((25, " "), (27, "Sore throat")):
        desk.post(path, {**form, "starts": local(day, 9).isoformat(), "reason": reason})
    later, first = appointments_of(PROGRAM, who)
    assert (first.reason, later.reason) == ("Sick visit", "Sore throat")
    assert "<dt>Reason</dt>" not in desk.get(f"/scheduling/appointment/{first.id}/").content.decode()
    assert "Sore throat" in desk.get(f"/scheduling/appointment/{later.id}/").content.decode()


def test_the_manager_sets_the_schedule_up_on_its_pages(office: Office) -> None:
    manager = signed_in("petrov")
    place = str(office.site_id)
    assert (
        manager.post("/scheduling/units/device/", {"site": place, "name": "ECG 1", "group": "ecg"}).status_code == 302
    )
    assert manager.post("/scheduling/units/device/", {"site": place, "name": "", "group": "ecg"}).status_code == 422
    assert (
        manager.post("/scheduling/units/device/", {"site": place, "name": "ECG 1", "group": "ecg"}).status_code == 422
    )
    page = manager.get("/scheduling/units/").content.decode()
    room = page.split(f'<option value="{place} ')[1][:36]
    assert manager.post("/scheduling/units/group/", {"what": f"{place} {room}", "group": "exam"}).status_code == 302
    assert manager.post("/scheduling/units/group/", {"what": "x y", "group": "exam"}).status_code == 422
    kind = {"name": "Heart", "minutes": "30", "encounter_class": "office", "needs": ["exam", "ecg"]}
    assert manager.post("/scheduling/kinds/", kind).status_code == 302
    assert "with ecg, exam" in manager.get("/scheduling/kinds/").content.decode().replace(
        "with exam, ecg", "with ecg, exam"
    )
    assert manager.post("/scheduling/rules/", {"unit": str(office.provider_id), "over": "1"}).status_code == 302
    assert manager.post("/scheduling/rules/", {"minutes": "30"}).status_code == 422
    assert "Amara Okafor" in manager.get("/scheduling/rules/").content.decode()
    booked = make_appointment(office, make_patient("Vale", "Ingrid"), local(25, 9))
    hours = f"/scheduling/units/{office.provider_id}/hours/"
    told = manager.post(hours, {"site": place, "week": "Mon 8-12", "valid_from": "t"}).content.decode()
    assert "Vale, Ingrid" in told
    assert "booked visits lose their place" in told
    away = f"/scheduling/units/{office.provider_id}/away/"
    assert manager.post(away, {"first": "+1d", "last": "+1d", "reason": ""}).status_code == 422
    assert manager.post(away, {"first": "+1d", "last": "+1d", "reason": "leave"}).status_code == 302
    assert str(booked) in manager.get("/scheduling/off/").content.decode()
    assert "leave" in manager.get(hours).content.decode()
    assert manager.post("/scheduling/holidays/", {"on": ["2026-12-25"]}).status_code == 302
    assert "closed" in manager.get("/scheduling/holidays/").content.decode()
    desk = signed_in("lind")
    for path in ("units", "rules", "holidays", "off", f"units/{office.provider_id}/hours"):
        assert desk.get(f"/scheduling/{path}/").status_code == 404


def test_a_held_block_is_named_in_the_grid(office: Office) -> None:
    block = Block(1, time(13), time(15), ("sick",), 0, None, "urgent")
    set_template(
        actor=PROGRAM,
        unit_id=office.provider_id,
        site_id=office.site_id,
        blocks=(block,),
        valid_from=date(2026, 11, 24),
    )
    page = signed_in("lind").get("/scheduling/?on=12/01/2026").content.decode()
    assert "urgent" in page
    assert 'class="kept"' in page
