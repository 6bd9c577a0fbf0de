"""Weeks by date, holds that open, absences and holidays: what they offer, and whom a change leaves without a place."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from medoffice.front_office.scheduling.actions.observe_holidays import observe_holidays
from medoffice.front_office.scheduling.api import (
    all_templates,
    appointment,
    cancel,
    end_away,
    end_template,
    fallout,
    find_free,
    off_template,
    set_away,
    set_template,
    week_of,
    why_not,
)
from medoffice.front_office.scheduling.queries.holidays import holidays_ahead
from medoffice.front_office.scheduling.tests.makers import (
    AFTERNOON,
    MORNING,
    NOW,
    OPENED,
    WORKDAYS,
    local,
    make_appointment,
    make_bookable_office,
)
from medoffice.front_office.scheduling.types import Block, Search
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_site
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
MORNINGS = week_of(WORKDAYS, [MORNING])


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def set_week(office: Office, blocks: tuple[Block, ...], first: date, last: date | None = None) -> None:
    set_template(
        actor=PROGRAM,
        unit_id=office.provider_id,
        site_id=office.site_id,
        blocks=blocks,
        valid_from=first,
        valid_to=last,
    )


def codes(office: Office, starts: datetime, kind: str = "sick") -> list[str]:
    return [why.code for why in why_not(Search(kind, (office.provider_id,), (office.site_id,)), starts)]


def test_a_week_holds_from_its_date_and_the_one_before_ends(office: Office) -> None:
    set_week(office, MORNINGS, date(2026, 12, 1))
    assert codes(office, local(30, 14)) == []
    assert codes(office, local(1, 14, month=12)) == ["outside-hours"]
    assert codes(office, local(1, 9, month=12)) == []
    dates = [(one.valid_from, one.valid_to) for one in all_templates(office.provider_id)]
    assert dates == [(OPENED, date(2026, 11, 30)), (date(2026, 12, 1), None)]


def test_a_week_for_some_time_leaves_what_was_before_and_after(office: Office) -> None:
    set_week(office, MORNINGS, date(2026, 12, 21), date(2027, 1, 3))
    dates = [(one.valid_from, one.valid_to) for one in all_templates(office.provider_id)]
    assert dates == [(OPENED, date(2026, 12, 20)), (date(2026, 12, 21), date(2027, 1, 3)), (date(2027, 1, 4), None)]
    assert codes(office, local(4, 14, month=1, year=2027)) == []
    set_week(office, MORNINGS, OPENED)
    assert [(one.valid_from, one.valid_to) for one in all_templates(office.provider_id)] == [(OPENED, None)]


def test_a_week_ends_on_a_day_and_what_never_held_goes(office: Office) -> None:
    (only,) = all_templates(office.provider_id)
    end_template(actor=PROGRAM, template_id=only.id, on=date(2026, 11, 30))
    assert codes(office, local(1, 9, month=12)) == ["outside-hours"]
    end_template(actor=PROGRAM, template_id=only.id, on=OPENED - timedelta(days=1))
    assert all_templates(office.provider_id) == []
    with pytest.raises(NotFound):
        end_template(actor=PROGRAM, template_id=only.id, on=OPENED)


def test_what_cannot_be_is_refused_and_changes_nothing(office: Office) -> None:
    before, second = all_templates(office.provider_id), make_site("Hill Road")
    for blocks in (
        (Block(1, time(9), time(9)),),
        (*MORNINGS, Block(0, time(11), time(13))),
        (Block(0, time(9), time(10), ("tea",)),),
    ):
        with pytest.raises(Invalid):
            set_week(office, blocks, OPENED)
    with pytest.raises(Refusal) as refusal:
        set_template(actor=PROGRAM, unit_id=office.provider_id, site_id=second, blocks=MORNINGS, valid_from=OPENED)
    assert refusal.value.code == "hours-collide"
    lunch = week_of(WORKDAYS, [(time(12), time(13))])
    set_template(actor=PROGRAM, unit_id=office.provider_id, site_id=second, blocks=lunch, valid_from=OPENED)
    assert [one for one in all_templates(office.provider_id) if one.site_id == office.site_id] == before
    assert [slot.site_id for slot in find_free("sick", local(24, 11, 40), limit=2)] == [office.site_id, second]
    with pytest.raises(NotFound):
        set_template(actor=person("lind"), unit_id=office.provider_id, site_id=second, blocks=lunch, valid_from=OPENED)


def test_a_hold_opens_so_many_days_before(office: Office) -> None:
    """Urgent time is kept for sick visits until the day before, then anybody may have it (P21, SC1)."""
    held = (
        Block(3, time(9), time(12), ("sick",), opens_days=1, label="urgent"),
        Block(3, time(13), time(17), ("physical",)),
    )
    set_week(office, held, date(2026, 11, 24))
    thursday = local(26, 9)
    assert codes(office, thursday) == []
    assert codes(office, thursday, "physical") == ["slot-kept"]
    assert codes(office, local(26, 13), "sick") == ["slot-kept"]
    with clock.frozen(local(25, 0, 5)):
        assert codes(office, thursday, "physical") == []
        assert codes(office, local(26, 13), "sick") == ["slot-kept"]
    (slot,) = find_free("physical", NOW, limit=1)
    assert slot.label == "Thu 11/26 1:00 PM"
    with pytest.raises(Refusal, match="kept for urgent until 11/25"):
        make_appointment(office, make_patient(), thursday, kind="physical")


def test_nobody_books_while_a_provider_is_away(office: Office) -> None:
    kept = make_appointment(office, make_patient(), local(25, 9))
    gone = set_away(actor=PROGRAM, unit_id=office.provider_id, starts=local(25, 0), ends=local(26, 0), reason="leave")
    assert codes(office, local(25, 10)) == ["provider-away"]
    assert find_free("sick", local(24, 16, 50), limit=1)[0].starts == local(26, 8)
    (off,) = off_template(PROGRAM)
    assert (off.appointment.id, [why.words for why in off.why]) == (kept, ["Amara Okafor is away: leave."])
    end_away(actor=PROGRAM, away_id=gone)
    assert codes(office, local(25, 10)) == []
    assert off_template(PROGRAM) == []
    with pytest.raises(Invalid):
        set_away(actor=PROGRAM, unit_id=office.provider_id, starts=local(26, 0), ends=local(26, 0), reason=" ")


def test_a_change_lists_whom_it_leaves_without_a_place_before_it_is_saved(office: Office) -> None:
    """P21: no three days of refused bookings; who is off is known at once, and stays listed until moved."""
    morning, afternoon = (make_appointment(office, make_patient(), local(25, hour)) for hour in (9, 14))
    gone = make_appointment(office, make_patient(), local(25, 15))
    cancel(actor=PROGRAM, appointment_id=gone, why="well again")
    early = make_appointment(office, make_patient(), local(24, 14))
    told = fallout(PROGRAM, office.provider_id, office.site_id, MORNINGS, date(2026, 11, 25), None)
    assert [one.appointment.id for one in told.off] == [afternoon]
    assert [why.code for why in told.off[0].why] == ["outside-hours"]
    assert told.off[0].label == "Wed 11/25 2:00 PM"
    assert (told.hours_before, told.hours_after) == ("40", "20")
    assert 0 < told.free_after < told.free_before
    assert off_template(PROGRAM) == []
    set_week(office, MORNINGS, date(2026, 11, 25))
    assert [one.appointment.id for one in off_template(PROGRAM)] == [afternoon]
    again = fallout(PROGRAM, office.provider_id, office.site_id, MORNINGS, date(2026, 11, 25), None)
    assert again.off == ()
    assert appointment(morning).state == appointment(early).state == "booked"


def test_a_change_says_what_it_would_have_meant_for_the_visits_behind(office: Office) -> None:
    for hour in (9, 10, 14):
        make_appointment(office, make_patient(), local(24, hour))
    with clock.frozen(local(30, 8)):
        told = fallout(PROGRAM, office.provider_id, office.site_id, MORNINGS, date(2026, 12, 1), None)
    assert (told.past, told.past_off) == (3, 1)


def test_holidays_close_every_site_once_the_office_says_so(office: Office) -> None:
    booked = make_appointment(office, make_patient(), local(26, 9))
    thanksgiving = next(one for one in holidays_ahead(date(2026, 11, 24)) if one.name == "Thanksgiving Day")
    assert (thanksgiving.on, thanksgiving.closed) == (date(2026, 11, 26), False)
    days = ("2026-11-26", "2026-12-25")
    assert observe_holidays(actor=PROGRAM, on=days, today=date(2026, 11, 24)) == 2
    assert codes(office, local(26, 10)) == ["office-closed"]
    (off,) = off_template(PROGRAM)
    assert (off.appointment.id, off.why[0].words) == (booked, "The office is closed that day: Thanksgiving Day.")
    assert sum(one.closed for one in holidays_ahead(date(2026, 11, 24))) == 2
    with pytest.raises(Invalid):
        observe_holidays(actor=PROGRAM, on=("2026-11-27",), today=date(2026, 11, 24))


def test_weeks_hold_by_the_wall_clock_over_a_clock_change(office: Office) -> None:
    with clock.frozen(datetime(2027, 3, 12, 18, tzinfo=UTC)):
        set_week(office, week_of((0, 4, 6), [(time(1), time(4)), AFTERNOON]), date(2027, 3, 12))
        sunday = [slot.label for slot in find_free("sick", local(13, 12, month=3, year=2027), limit=12)]
        assert sunday[:6] == [f"Sun 03/14 {at} AM" for at in ("1:00", "1:20", "1:40", "3:00", "3:20", "3:40")]
        make_appointment(office, make_patient(), local(14, 3, month=3, year=2027))
        assert codes(office, local(15, 13, month=3, year=2027)) == []
