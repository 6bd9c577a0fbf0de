"""Where a prescription stands with a pharmacy: every state and every event, in any order, as often as they come."""

from datetime import date
from itertools import product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from medoffice.clinic.prescriptions.rules.exchange import AFTER, ENDS, after, to_be_said
from medoffice.clinic.prescriptions.rules.ways import bars
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Stand, WayRule
from medoffice.clinic.prescriptions.types.prescribing import Schedule

# Written by hand, before the table: what each state waits for, and where that leads.
MEANT = """
to go: handed over>sent, it arrived>arrived, it did not go>failed, cancelled by the office>cancelled
failed: sent again>to go, cancelled by the office>cancelled
sent: it arrived>arrived, it did not go>failed, they have it>pharmacy has it, no answer>no answer, dispensed>dispensed,
 partly dispensed>partly dispensed, not dispensed>not dispensed, transferred to another pharmacy>transferred,
 cancelled by the office>to be cancelled
arrived: it did not go>failed, they have it>pharmacy has it, dispensed>dispensed, partly dispensed>partly dispensed,
 not dispensed>not dispensed, transferred to another pharmacy>transferred, cancelled by the office>to be cancelled
pharmacy has it: dispensed>dispensed, partly dispensed>partly dispensed, not dispensed>not dispensed,
 transferred to another pharmacy>transferred, cancelled by the office>to be cancelled
partly dispensed: dispensed>dispensed, not dispensed>not dispensed, transferred to another pharmacy>transferred,
 cancelled by the office>to be cancelled
no answer: sent again>to go, it did not go>failed, it arrived>arrived, they have it>pharmacy has it,
 dispensed>dispensed, partly dispensed>partly dispensed, not dispensed>not dispensed,
 transferred to another pharmacy>transferred, cancelled by the office>to be cancelled
to be cancelled: they cancelled it>cancelled, they did not cancel it>not cancelled,
 dispensed>not cancelled, not dispensed>cancelled
"""


def meant() -> dict[tuple[Stand, Event], Stand]:
    found = {}
    for line in MEANT.replace("\n ", " ").strip().splitlines():
        stand, _, moves = line.partition(": ")
        for move in moves.split(", "):
            event, _, then = move.partition(">")
            found[Stand(stand), Event(event)] = Stand(then)
    return found


def test_rx4_every_state_and_every_event_do_what_is_meant() -> None:
    table = meant()
    for stand, event in product(Stand, Event):
        assert after(stand, event) == table.get((stand, event)), (stand, event)


def test_every_state_can_be_reached_and_every_one_that_ends_nothing_can_end() -> None:
    reached, ending = {Stand.QUEUED}, set(ENDS)
    for _ in Stand:
        reached |= {to for (stand, _), to in AFTER.items() if stand in reached}
        ending |= {stand for (stand, _), to in AFTER.items() if to in ending}
    assert reached == ending == set(Stand)


def test_a_person_is_asked_only_for_what_would_move_it() -> None:
    assert all(to_be_said(stand) == [] for stand in ENDS)
    assert to_be_said(Stand.CANCEL_ASKED) == [
        Event.FILLED, Event.NOT_FILLED, Event.CANCEL_DONE, Event.CANCEL_DENIED
    ]  # fmt: skip


class Pharmacy(RuleBasedStateMachine):
    """Any order of events, repeated and late."""

    def __init__(self) -> None:
        super().__init__()
        self.stand, self.ended, self.cancelled, self.handed = Stand.QUEUED, False, False, False

    @rule(event=st.sampled_from(Event))
    def happens(self, event: Event) -> None:
        then = after(self.stand, event)
        self.cancelled |= event is Event.CANCEL and then is not None
        self.handed |= event in (Event.HANDED, Event.STATUS) and then is not None
        assert not (self.ended and then), "what ended is left by nothing"
        if then is None:
            return
        assert then is not self.stand, "what says nothing new moves nothing"
        self.stand, self.ended = then, then in ENDS

    @precondition(lambda self: not self.ended)
    @rule(event=st.sampled_from(Event))
    def the_same_twice_is_as_once(self, event: Event) -> None:
        then = after(self.stand, event)
        if then is None:
            return
        twice = after(then, event)
        assert twice in (None, then) or then in (Stand.QUEUED, Stand.UNKNOWN), (self.stand, event)

    @invariant()
    def nothing_is_dispensed_that_never_left(self) -> None:
        if self.stand in (Stand.FILLED, Stand.PARTIAL, Stand.NOT_FILLED, Stand.TRANSFERRED):
            assert self.handed

    @invariant()
    def nobody_cancels_what_the_office_did_not(self) -> None:
        if self.stand is Stand.CANCEL_ASKED:
            assert self.cancelled


TestPharmacy = Pharmacy.TestCase
TestPharmacy.settings = settings(max_examples=200, stateful_step_count=30)

RULES = [WayRule(date(2026, 1, 1), Carried.FAX, frozenset({"CII"}), "not by fax", "unverified")]


@pytest.mark.parametrize(
    ("way", "schedule", "on", "paper", "codes"),
    [
        (Carried.FAX, Schedule.II, date(2026, 2, 1), False, ["schedule-fax"]),
        (Carried.FAX, Schedule.II, date(2025, 2, 1), False, []),
        (Carried.FAX, Schedule.IV, date(2026, 2, 1), False, []),
        (Carried.PHONE, Schedule.II, date(2026, 2, 1), False, []),
        (Carried.FAX, Schedule.NONE, date(2026, 2, 1), True, ["printed"]),
        (Carried.FAX, Schedule.II, date(2026, 2, 1), True, ["schedule-fax", "printed"]),
    ],
)
def test_rx6_what_speaks_against_a_way(
    way: Carried, schedule: Schedule, on: date, paper: bool, codes: list[str]
) -> None:
    assert [one.code for one in bars(RULES, way, schedule, on, on_paper=paper)] == codes
