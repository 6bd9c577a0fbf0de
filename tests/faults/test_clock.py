"""Wrong and awkward clocks: two days back, both changes of daylight time, a leap day, the turn of a year."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from time import time_ns
from zoneinfo import ZoneInfo

import pytest

from medoffice.front_office.scheduling.api import book, define_visit_type, find_free, set_template, week_of
from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.tests.makers import AFTERNOON, MORNING, make_hours
from medoffice.kernel import clock, jobs, schedules
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import ScheduledRun
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.retries import Retry
from medoffice.practice.api import office_zone
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.models import Patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security import audit
from medoffice.security.models import AuditEvent
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Act

pytestmark = pytest.mark.django_db
CHICAGO = ZoneInfo("America/Chicago")
NOON = datetime(2026, 3, 2, 18, tzinfo=UTC)
BACK = timedelta(days=2)


@pytest.fixture(name="office")
def _office() -> Iterator[Office]:
    with clock.frozen(NOON):
        office = make_office()
        make_hours(office.provider_id, office.site_id)
        define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
        yield office


def booked(office: Office, starts: datetime) -> Appointment:
    made = book(
        actor=PROGRAM,
        patient_id=make_patient(),
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        visit_type="sick",
        reason="cough",
    )
    return Appointment.objects.get(id=made)


def at_desk(on: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(on, time(hour, minute), CHICAGO).astimezone(UTC)


def test_a_session_that_was_over_is_not_alive_again_when_the_clock_goes_back() -> None:
    with clock.frozen(NOON):
        browser = signed_in("lind")
        assert browser.get("/security/password/").status_code == 200
        clock.freeze(NOON + timedelta(hours=1))  # idle for long; nobody came, so nothing ended it yet
        clock.freeze(NOON + timedelta(hours=1) - BACK)
        assert browser.get("/security/password/").status_code == 302
        clock.freeze(NOON + timedelta(minutes=1))
        assert browser.get("/security/password/").status_code == 302


def test_two_days_back_numbers_slots_and_the_trail_stay_in_order(office: Office) -> None:
    taken = at_desk(date(2026, 3, 5), 9)
    first = booked(office, taken)
    clock.freeze(NOON - BACK)
    with pytest.raises(Refusal, match="taken at that time"):
        booked(office, taken)
    second = booked(office, at_desk(date(2026, 3, 5), 10))
    assert second.number > first.number
    assert second.id > first.id
    mrns = list(Patient.objects.values_list("mrn", flat=True))
    assert len(mrns) == len(set(mrns))
    events = list(AuditEvent.objects.order_by("id").values_list("at", flat=True))
    assert events != sorted(events), "the trail tells the times that were shown"


def test_the_trail_is_whole_over_a_clock_that_went_back(fresh_world: str) -> None:  # noqa: ARG001 - it commits
    with clock.frozen(NOON):
        audit.write(Act(PROGRAM, "patients.read"), "seen")
        audit.seal()
        clock.freeze(NOON - BACK)
        audit.write(Act(PROGRAM, "patients.change"), "done")
        audit.seal()
        verdict = audit.verify()
    assert (verdict.ok, verdict.sealed) == (True, 2)
    words = AuditEvent.objects.order_by("seal__position").values_list("word", flat=True)
    assert list(words) == ["patients.read", "patients.change"]


def test_ids_go_on_rising_when_the_machines_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = time_ns()
    monkeypatch.setattr("medoffice.kernel.ids.time.time_ns", lambda: shown)
    before = [new_id() for _ in range(3)]
    shown -= int(BACK.total_seconds()) * 1_000_000_000
    after = [new_id() for _ in range(5000)]
    assert sorted(before + after) == before + after
    assert len(set(before + after)) == 5003


def test_jobs_are_neither_lost_nor_done_twice_a_day_when_the_clock_goes_back() -> None:
    with clock.frozen(NOON):
        jobs.run_due()
        clock.freeze(NOON - BACK)
        jobs.run_due()
        assert jobs.troubles() == []
        assert set(ScheduledRun.objects.values_list("at", flat=True)) == {NOON - BACK}
        clock.freeze(NOON - BACK + timedelta(days=1))
        assert jobs.run_due() > 0
        assert jobs.run_due() == 0
        assert jobs.troubles() == []


def test_what_waits_to_be_tried_again_does_not_wait_two_days_more(monkeypatch: pytest.MonkeyPatch) -> None:
    ran, shut = [], [True]

    def knock() -> None:
        ran.append(clock.now())
        if shut[0]:
            raise Refusal("shut", "The door is shut.")

    knocking = jobs.Job("test.knock", knock, Retry(9, first=timedelta(minutes=5)), None, alone=True)
    monkeypatch.setitem(jobs.jobs._entries, "test.knock", knocking)
    with clock.frozen(NOON):
        jobs.run_due()
        jobs.defer("test.knock")
        jobs.run_due()
        shut.clear()
        shut.append(False)
        clock.freeze(NOON - BACK)
        jobs.run_due()
    assert ran == [NOON, NOON - BACK]


@pytest.mark.parametrize("change", [date(2026, 3, 8), date(2026, 11, 1)])
@pytest.mark.parametrize("at", ["01:30", "02:30", "19:00"])
def test_a_daily_duty_is_done_once_on_the_day_of_the_change(
    change: date, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedules, "local_zone", lambda: CHICAGO)
    duty = schedules.daily(at)
    now = datetime.combine(change - timedelta(days=1), time(12), CHICAGO).astimezone(UTC)
    last, done = now, list[datetime]()
    while now.astimezone(CHICAGO).date() <= change + timedelta(days=1):
        if duty.is_due(now, last):
            done.append(now.astimezone(CHICAGO))
            last = now
        now += timedelta(minutes=1)
    wanted = 3 if at == "19:00" else 2
    assert len(done) == wanted, done
    assert len({day.date() for day in done}) == wanted


@pytest.mark.parametrize("change", [date(2026, 3, 8), date(2026, 11, 1)])
def test_hours_are_wall_hours_on_both_sides_of_the_change_and_no_time_is_offered_twice(
    office: Office, change: date
) -> None:
    set_template(
        actor=PROGRAM,
        unit_id=office.provider_id,
        site_id=office.site_id,
        blocks=(*week_of(range(5), [MORNING, AFTERNOON]), *week_of([5, 6], [(time(0), time(4))])),
        valid_from=date(2026, 1, 5),
    )
    clock.freeze(at_desk(change - timedelta(days=1), 0))
    free = find_free("sick", clock.now(), limit=400)
    starts = [slot.starts for slot in free]
    assert len(starts) == len(set(starts))
    assert all(later - earlier >= timedelta(minutes=20) for earlier, later in pairwise(starts))
    monday = [one.astimezone(CHICAGO) for one in starts if one.astimezone(CHICAGO).date() == change + timedelta(days=1)]
    assert monday[0].time() == time(8)
    booked(office, starts[0])
    for slot in free[1:30]:
        booked(office, slot.starts)
    with pytest.raises(Refusal, match="taken"):
        booked(office, starts[7])


def test_a_leap_day_is_a_day_like_others(office: Office) -> None:
    clock.freeze(at_desk(date(2028, 2, 28), 7))
    made = booked(office, at_desk(date(2028, 2, 29), 9))
    assert made.during.lower.astimezone(CHICAGO).date() == date(2028, 2, 29)
    clock.freeze(at_desk(date(2028, 2, 29), 9))
    assert clock.today(office_zone()) == date(2028, 2, 29)
    assert any(
        slot.starts.astimezone(CHICAGO).date() == date(2028, 3, 1) for slot in find_free("sick", clock.now(), limit=60)
    )


def test_the_year_ends_by_the_clock_on_the_wall(office: Office) -> None:  # noqa: ARG001 - its zone counts
    clock.freeze(datetime(2027, 1, 1, 5, 59, tzinfo=UTC))
    assert clock.today(office_zone()) == date(2026, 12, 31)
    clock.freeze(datetime(2027, 1, 1, 6, tzinfo=UTC))
    assert clock.today(office_zone()) == date(2027, 1, 1)
