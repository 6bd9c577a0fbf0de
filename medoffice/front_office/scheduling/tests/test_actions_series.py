"""Series: every date checked up front, booked together or not at all, changed one by one or on (P8, P9, P14, P15)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from medoffice.front_office.scheduling.api import (
    appointment,
    appointments_of,
    book_series,
    cancel,
    cancel_series,
    change_series,
    check_series,
    move,
    series_of,
)
from medoffice.front_office.scheduling.tests.makers import CHICAGO, NOW, local, make_appointment, make_bookable_office
from medoffice.front_office.scheduling.types import OPEN, AppointmentState, Scope
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import close_site
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, signed_in
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db
RULE = "FREQ=WEEKLY;COUNT=5"


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def weeks(count: int = 5, hour: int = 9) -> tuple[datetime, ...]:
    """Wednesdays from tomorrow on, by the wall clock."""
    return tuple(
        datetime.combine(date(2026, 11, 25) + timedelta(weeks=number), time(hour), CHICAGO) for number in range(count)
    )


def make_series(office: Office, who: UUID, starts: tuple[datetime, ...] | None = None) -> UUID:
    return book_series(
        actor=PROGRAM,
        patient_id=who,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts or weeks(),
        rule=RULE,
        visit_type="sick",
        reason="physiotherapy",
    )


def hours(series: UUID) -> list[tuple[int, int]]:
    """Day of the month and hour of each visit that stands."""
    local_ = [one.starts.astimezone(CHICAGO) for one in series_of(series)]
    return [(one.day, one.hour) for one in local_]


def test_each_date_is_a_visit_of_its_own(office: Office) -> None:
    who = make_patient()
    series = make_series(office, who)
    assert hours(series) == [(25, 9), (2, 9), (9, 9), (16, 9), (23, 9)]
    first, second, *_ = series_of(series)
    cancel(actor=PROGRAM, appointment_id=first.id, why="on holiday")
    then = move(actor=PROGRAM, appointment_id=second.id, starts=local(3, 10, month=12))
    assert hours(series) == [(3, 10), (9, 9), (16, 9), (23, 9)]
    assert appointment(then).series_id == series
    assert appointment(first.id).state is AppointmentState.CANCELLED


def test_every_date_is_checked_and_what_is_free_near_it_is_offered(office: Office) -> None:
    make_appointment(office, make_patient(), weeks()[1])
    close_site(actor=PROGRAM, site_id=office.site_id, on=date(2026, 12, 16), reason="staff day")
    told = check_series("sick", office.provider_id, office.site_id, weeks())
    assert [[why.code for why in one.why] for one in told] == [[], ["slot-taken"], [], ["office-closed"], []]
    assert [slot.label for slot in told[1].near] == ["Wed 12/02 8:20 AM", "Wed 12/02 8:40 AM", "Wed 12/02 9:20 AM"]
    assert {slot.label[:9] for slot in told[3].near} <= {"Tue 12/15", "Thu 12/17"}
    assert len(told[3].near) == 3
    assert told[0].near == ()
    assert check_series("sick", office.provider_id, office.site_id, []) == []


def test_all_or_nothing_with_every_date_that_is_lost(office: Office) -> None:
    who, starts = make_patient(), weeks()
    for taken in (starts[1], starts[3]):
        make_appointment(office, make_patient(), taken)
    with pytest.raises(Refusal) as refusal:
        make_series(office, who)
    assert refusal.value.code == "series-not-free"
    assert refusal.value.words.startswith("2 of 5 times are not free. Wed 12/02 9:00 AM: Amara Okafor is taken")
    assert [label for label, _ in refusal.value.detail["dates"]] == ["Wed 12/02 9:00 AM", "Wed 12/16 9:00 AM"]
    assert appointments_of(PROGRAM, who) == []
    chosen = (starts[0], local(2, 9, 20, month=12), starts[2], starts[4])
    assert len(series_of(make_series(office, who, chosen))) == 4


@pytest.mark.parametrize("scope", list(Scope))
def test_this_the_following_or_all(office: Office, scope: Scope) -> None:
    series = make_series(office, make_patient())
    third = series_of(series)[2]
    moved = change_series(actor=PROGRAM, appointment_id=third.id, scope=scope, at=time(14))
    expected = {
        Scope.THIS: [9, 9, 14, 9, 9],
        Scope.FOLLOWING: [9, 9, 14, 14, 14],
        Scope.ALL: [14, 14, 14, 14, 14],
    }
    assert [hour for _, hour in hours(series)] == expected[scope]
    assert moved == expected[scope].count(14)
    with pytest.raises(Refusal, match="is moved; it cannot"):
        change_series(actor=PROGRAM, appointment_id=third.id, scope=Scope.THIS, at=time(15))


def test_a_series_moves_into_its_own_places(office: Office) -> None:
    series = make_series(office, make_patient())
    second = series_of(series)[1]
    change_series(actor=PROGRAM, appointment_id=second.id, scope=Scope.FOLLOWING, at=time(9), days=7)
    assert hours(series) == [(25, 9), (9, 9), (16, 9), (23, 9), (30, 9)]


def test_past_visits_and_those_that_are_over_stay(office: Office) -> None:
    series = make_series(office, make_patient())
    first, second, *_ = series_of(series)
    with clock.frozen(local(9, 8, month=12)):
        make_appointment(office, make_patient(), local(16, 14, month=12))
        before = [one.id for one in series_of(series)]
        with pytest.raises(Refusal) as refusal:
            change_series(actor=PROGRAM, appointment_id=second.id, scope=Scope.ALL, at=time(14))
        assert "1 of 3 times" in refusal.value.words
        assert [one.id for one in series_of(series)] == before
        assert cancel_series(actor=PROGRAM, appointment_id=second.id, scope=Scope.ALL, why="well again") == 3
        assert [one.id for one in series_of(series)] == [first.id, second.id]
        assert all(one.state in OPEN for one in series_of(series))
        with pytest.raises(Refusal, match="to come"):
            cancel_series(actor=PROGRAM, appointment_id=second.id, scope=Scope.ALL, why="again")


def test_what_is_no_series_is_refused(office: Office) -> None:
    who = make_patient()
    single = make_appointment(office, who)
    with pytest.raises(Refusal, match="no series"):
        cancel_series(actor=PROGRAM, appointment_id=single, scope=Scope.ALL, why="x")
    for starts, rule in (((), RULE), (weeks(1) * 2, RULE), (weeks(2), "FREQ=YEARLY;COUNT=2")):
        with pytest.raises(Invalid):
            book_series(
                actor=PROGRAM, patient_id=who, provider_id=office.provider_id, site_id=office.site_id, starts=starts,
                rule=rule, visit_type="sick", reason="x",
            )  # fmt: skip
    with pytest.raises(NotFound):
        cancel_series(actor=make_user("nox", "Nox", Role.CODER), appointment_id=single, scope=Scope.THIS, why="x")


def test_a_series_is_looked_at_and_booked_on_its_page(office: Office) -> None:
    desk, who = signed_in("lind"), make_patient("Vale", "Ingrid")
    make_appointment(office, make_patient(), weeks()[1])
    path = f"/scheduling/series/{who}/"
    form = {
        "visit_type": "sick", "provider": str(office.provider_id), "site": str(office.site_id), "reason": "dressing",
        "first": "+1d", "at": "9:00", "every": "1", "unit": "week", "count": "3",
    }  # fmt: skip
    page = desk.post(path, form).content.decode()
    assert "3 dates, 1 not free" in page
    assert "Wed 12/02 8:40 AM" in page
    assert appointments_of(PROGRAM, who) == []
    assert desk.post(path, {**form, "unit": "month", "weekdays": ["1"]}).status_code == 422
    assert desk.post(path, {**form, "book": "yes", "starts": ["soon"]}).status_code == 422
    chosen = [weeks()[0].isoformat(), local(2, 8, 40, month=12).isoformat(), ""]
    assert desk.post(path, {**form, "book": "yes", "starts": chosen}).status_code == 302
    first, second = sorted(appointments_of(PROGRAM, who), key=lambda one: one.starts)
    made = first.series_id
    assert made is not None
    assert made == second.series_id
    page = f"/scheduling/appointment/{first.id}/"
    assert "this and the following" in desk.get(page).content.decode()
    assert desk.post(f"{page}series/change/", {"scope": "following", "at": "2 pm", "days": "0"}).status_code == 302
    assert [hour for _, hour in hours(made)] == [14, 14]
    then = series_of(made)[0]
    page = f"/scheduling/appointment/{then.id}/"
    assert desk.post(f"{page}series/change/", {"scope": "some", "at": "x"}).status_code == 422
    assert desk.post(f"{page}series/cancel/", {"scope": "some", "why": "x"}).status_code == 422
    assert desk.post(f"{page}series/cancel/", {"scope": "all", "why": "moved away"}).status_code == 302
    assert series_of(made) == []
