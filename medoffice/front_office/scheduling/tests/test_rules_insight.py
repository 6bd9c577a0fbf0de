"""What is learned from the past: real lengths, waits, and a risk with its reasons, none of them protected."""

from dataclasses import fields
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.insight import ENOUGH, Past, access, foretold, learned, risk, waits
from medoffice.front_office.scheduling.types import PastVisit

OKAFOR, VEGA = UUID(int=1), UUID(int=2)
PLANNED = {("sick", OKAFOR): 15, ("sick", VEGA): 15, ("physical", OKAFOR): 30}
visits = st.builds(
    PastVisit,
    lead_days=st.integers(0, 60),
    weekday=st.integers(0, 6),
    hour=st.integers(8, 17),
    kind=st.sampled_from(["sick", "physical"]),
    missed=st.booleans(),
)


def test_a_length_is_told_where_enough_visits_say_another() -> None:
    took = [("sick", OKAFOR, 24.0)] * ENOUGH + [("sick", VEGA, 24.0)] * (ENOUGH - 1) + [("physical", OKAFOR, 28.0)] * 50
    (found,) = learned(PLANNED, took)
    assert (found.kind, found.provider_id, found.planned, found.real, found.visits) == ("sick", OKAFOR, 15, 25, ENOUGH)
    assert learned(PLANNED, [("sick", OKAFOR, 9.0)] * ENOUGH)[0].real == 10
    assert learned({}, took) == []


def test_waits_are_middle_and_nine_of_ten_and_the_longest_stands_first() -> None:
    told = waits([(OKAFOR, float(minute)) for minute in range(1, 100)] + [(VEGA, 80.0)], {OKAFOR: 4, UUID(int=3): None})
    assert [(one.provider_id, one.middle, one.nine_of_ten, one.visits, one.third_days) for one in told] == [
        (VEGA, 80, 80, 1, None),
        (OKAFOR, 50, 90, 99, 4),
        (UUID(int=3), 0, 0, 0, None),
    ]


def test_a_payer_whose_patients_are_booked_much_further_ahead_stands_out() -> None:
    harbor, summit = [("Harbor", 4)] * ENOUGH, [("Summit", 9)] * ENOUGH
    assert [(one.payer, one.middle, one.longer) for one in access(harbor + summit)] == [
        ("Summit", 9, True),
        ("Harbor", 4, False),
    ]
    assert [one.longer for one in access(harbor + summit[:-1])] == [False, False]  # too few to say
    assert [one.longer for one in access(harbor + [("Summit", 6)] * ENOUGH)] == [False, False]  # two days
    assert [one.longer for one in access([("Harbor", 20)] * ENOUGH + [("Summit", 25)] * ENOUGH)] == [False, False]
    assert access([]) == []


@given(past=st.lists(visits, max_size=60), visit=visits, missed=st.integers(0, 5), more=st.integers(0, 5))
def test_a_risk_is_a_chance_with_up_to_three_reasons(
    past: list[PastVisit], visit: PastVisit, missed: int, more: int
) -> None:
    found = risk(Past(past), (missed, missed + more), visit)
    assert (found is None) == (len(past) < ENOUGH)
    if found is not None:
        assert 0 < found.chance <= 0.9
        assert len(found.reasons) <= 3
        assert all(" of " in reason for reason in found.reasons)


def test_who_missed_often_is_likelier_to_and_it_says_so() -> None:
    past = [PastVisit(2, 1, 9, "sick", missed=number % 10 == 0) for number in range(200)]
    visit = PastVisit(2, 1, 9, "sick")
    often, never, new = (risk(Past(past), own, visit) for own in ((4, 5), (0, 20), (0, 0)))
    assert often is not None
    assert never is not None
    assert new is not None
    assert never.chance < new.chance < often.chance
    assert often.reasons[0] == "This patient's own visits: 4 of 5 missed"
    assert new.office == "All visits: 20 of 200 missed"
    assert 8 <= new.percent <= 12


def test_each_day_is_told_from_the_days_before_it_alone() -> None:
    days = [date(2026, 11, day) for day in (2, 3, 4)]
    told = [(days[0], OKAFOR, PastVisit(2, 0, 9, "sick", missed=number % 4 == 0)) for number in range(ENOUGH)]
    told += [(days[1], VEGA, PastVisit(2, 1, 9, "sick", missed=True))] * 2 + [(days[2], VEGA, told[0][2])]
    said = foretold(told)
    assert said[:ENOUGH] == [None] * ENOUGH
    assert said[ENOUGH] == said[ENOUGH + 1]
    expected = risk(Past(visit for _, _, visit in told[:ENOUGH]), (0, 0), told[ENOUGH][2])
    after = risk(Past(visit for _, _, visit in told[: ENOUGH + 2]), (2, 2), told[-1][2])
    assert expected is not None
    assert after is not None
    assert (said[ENOUGH], said[-1]) == (expected.chance, after.chance)
    assert expected.chance < after.chance


def test_nothing_protected_is_looked_at() -> None:
    assert {field.name for field in fields(PastVisit)} == {"lead_days", "weekday", "hour", "kind", "missed"}
