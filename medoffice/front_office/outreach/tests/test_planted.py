"""Replies, quiet hours over clock changes, the order of the waitlist: expected by hand before the rules were read."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from medoffice.front_office.outreach.rules.quiet import first_loud
from medoffice.front_office.outreach.rules.replies import read_reply
from medoffice.front_office.outreach.rules.waitlist import matches
from medoffice.front_office.outreach.types.messages import Answer
from medoffice.front_office.outreach.types.waitlist import FreeTime, Urgency, Waiter, WaitState

CHICAGO, PHOENIX = ZoneInfo("America/Chicago"), ZoneInfo("America/Phoenix")


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("C", Answer.YES),
        ("c.", Answer.YES),
        ("Yes", Answer.YES),
        ("YES!!", Answer.YES),
        ("Y", Answer.YES),
        ("confirm", Answer.YES),
        ("Confirmed", Answer.YES),
        ("ok thank you", Answer.YES),
        ("Yes, thanks", Answer.YES),
        ("si", Answer.YES),
        ("s\u00ed", Answer.YES),
        ("si\u0301", Answer.YES),  # the accent as a letter of its own
        ("\uff39\uff25\uff33", Answer.YES),  # as some keyboards of wide letters send it
        ("X", Answer.NO),
        ("no", Answer.NO),
        ("No thanks", Answer.NO),
        ("cancel", Answer.NO),
        ("STOP", Answer.STOP),
        ("stop.", Answer.STOP),
        ("Stop please", Answer.STOP),
        ("Please stop", Answer.STOP),
        ("UNSUBSCRIBE", Answer.STOP),
        ("quit", Answer.STOP),
        ("end", Answer.STOP),
        ("revoke", Answer.STOP),
        ("optout", Answer.STOP),
        ("alto", Answer.STOP),
        ("START", Answer.START),
        ("can my daughter come", Answer.ASK),
        ("Yes can my daughter come too", Answer.ASK),
        ("yes?", Answer.ASK),
        ("no problem", Answer.ASK),
        ("no problem, see you then", Answer.ASK),
        ("ok but I will be late", Answer.ASK),
        ("stop by at 3?", Answer.ASK),
        ("I will stop by", Answer.ASK),
        ("don't cancel", Answer.ASK),
        ("do not stop", Answer.ASK),
        ("wrong number", Answer.ASK),
        ("not sure", Answer.ASK),
        ("yes or no", Answer.ASK),
        ("stop?", Answer.STOP),
        ("1", Answer.ASK),
        ("who is this", Answer.ASK),
        ("c u there", Answer.ASK),
        ("thanks", Answer.ASK),
    ],
)
def test_a_reply_is_read_as_a_careful_person_would(said: str, means: Answer) -> None:
    assert read_reply(said) is means


@pytest.mark.parametrize(
    ("due", "zone", "goes"),
    [
        # the night the clocks go back (11/01/2026): 22:00 CDT -> 08:00 CST, eleven hours later
        ("2026-11-01T03:00", CHICAGO, "2026-11-01T14:00"),
        # the night they go forward (03/08/2026): 22:00 CST -> 08:00 CDT, nine hours later
        ("2026-03-08T04:00", CHICAGO, "2026-03-08T13:00"),
        # 07:59 waits a minute, 08:00 goes, 20:59 goes, 21:00 does not
        ("2026-11-24T13:59", CHICAGO, "2026-11-24T14:00"),
        ("2026-11-24T14:00", CHICAGO, "2026-11-24T14:00"),
        ("2026-11-25T02:59", CHICAGO, "2026-11-25T02:59"),
        ("2026-11-25T03:00", CHICAGO, "2026-11-25T14:00"),
        # the second 01:30 of that night is as quiet as the first
        ("2026-11-01T06:30", CHICAGO, "2026-11-01T14:00"),
        ("2026-11-01T07:30", CHICAGO, "2026-11-01T14:00"),
        # Arizona changes nothing
        ("2026-03-08T05:00", PHOENIX, "2026-03-08T15:00"),
        # over the end of the year
        ("2027-01-01T05:30", CHICAGO, "2027-01-01T14:00"),
    ],
)
def test_between_nine_and_eight_nothing_goes_also_when_the_clocks_change(due: str, zone: ZoneInfo, goes: str) -> None:
    at, wanted = (datetime.fromisoformat(one).replace(tzinfo=UTC) for one in (due, goes))
    assert first_loud(at, time(21), time(8), zone) == wanted


NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
OKAFOR, LEE, SITE = uuid4(), uuid4(), uuid4()
FREE = FreeTime(
    OKAFOR,
    SITE,
    datetime(2026, 11, 25, 16, tzinfo=UTC),
    datetime(2026, 11, 25, 16, 15, tzinfo=UTC),
    datetime(2026, 11, 25, 10, tzinfo=CHICAGO),  # Wednesday, 10 in the morning
)


def waiter(days: int, **told: object) -> Waiter:
    """Somebody who has waited for so many days; anything would suit."""
    usual: dict[str, object] = {
        "id": uuid4(),
        "patient_id": uuid4(),
        "kind": "established",
        "provider_ids": (),
        "weekdays": (),
        "not_before": None,
        "not_after": None,
        "notice_hours": 0,
        "from_day": None,
        "to_day": None,
        "urgency": Urgency.USUAL,
        "why": "",
        "since": NOW - timedelta(days=days),
        "state": WaitState.WAITING,
    }
    return Waiter(**{**usual, **told})  # type: ignore[arg-type] # the fields of a waiter


def ranked(*waiters: Waiter) -> list[UUID]:
    return [one.waiter.id for one in matches(waiters, FREE, NOW)]


def test_the_pressing_stand_first_then_who_waits_longest() -> None:
    old, older, soon, urgent = (
        waiter(10),
        waiter(30),
        waiter(2, urgency=Urgency.SOON),
        waiter(1, urgency=Urgency.URGENT),
    )
    assert ranked(old, soon, older, urgent) == [urgent.id, soon.id, older.id, old.id]


def test_two_of_one_instant_stand_in_one_order_however_they_are_given() -> None:
    one, two = waiter(3), waiter(3)
    assert ranked(one, two) == ranked(two, one)


@pytest.mark.parametrize(
    ("told", "suits"),
    [
        ({"provider_ids": (OKAFOR,)}, True),
        ({"provider_ids": (LEE, OKAFOR)}, True),
        ({"provider_ids": (LEE,)}, False),
        ({"weekdays": (2,)}, True),
        ({"weekdays": (0, 1, 3, 4)}, False),
        ({"not_before": time(10)}, True),
        ({"not_before": time(10, 1)}, False),
        ({"not_after": time(10, 15)}, True),
        ({"not_after": time(9, 59)}, False),
        ({"from_day": date(2026, 11, 25), "to_day": date(2026, 11, 25)}, True),
        ({"from_day": date(2026, 11, 26)}, False),
        ({"to_day": date(2026, 11, 24)}, False),
        ({"notice_hours": 22}, True),  # it begins 22 hours from now
        ({"notice_hours": 23}, False),
        ({"urgency": Urgency.URGENT, "weekdays": (0,)}, False),  # urgency makes no time suit
    ],
)
def test_a_time_suits_who_said_so(told: dict[str, object], suits: bool) -> None:
    assert bool(ranked(waiter(5, **told))) is suits
