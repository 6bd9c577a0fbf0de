"""The wire: what never goes by it, what an answer means, how long silence lasts, what is sent anew."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from medoffice.clinic.prescriptions.rules.wire import (
    MOST_TRIES,
    answer_of,
    answered_within,
    event_of,
    not_by_wire,
    tried_again,
)
from medoffice.clinic.prescriptions.tests.makers import said
from medoffice.clinic.prescriptions.types.exchange import Event, Message
from medoffice.clinic.prescriptions.types.prescribing import Schedule
from medoffice.clinic.prescriptions.types.wire import Answer


@pytest.mark.parametrize("schedule", [one for one in Schedule if one is not Schedule.NONE])
def test_rx6_nothing_that_is_or_may_be_controlled_goes_by_wire(schedule: Schedule) -> None:
    assert not_by_wire(schedule, "1234567")


def test_only_a_pharmacy_that_takes_it_has_a_wire() -> None:
    assert "nothing by wire" in not_by_wire(Schedule.NONE, "")
    assert not_by_wire(Schedule.NONE, "1234567") == ""


@pytest.mark.parametrize(
    ("message", "code", "event"),
    [
        (Message.STATUS, "010", Event.STATUS),
        (Message.VERIFY, "", Event.VERIFIED),
        (Message.FILL, "Dispensed", Event.FILLED),
        (Message.FILL, "Partially", Event.PARTLY),
        (Message.FILL, "NotDispensed", Event.NOT_FILLED),
        (Message.FILL, "Transferred", Event.TRANSFERRED),
        (Message.FILL, "Eaten", None),
        (Message.CANCEL_RESPONSE, "Approved", Event.CANCEL_DONE),
        (Message.CANCEL_RESPONSE, "Denied", Event.CANCEL_DENIED),
        (Message.CANCEL_RESPONSE, "", None),
        (Message.ERROR, "600", None),
    ],
)
def test_what_an_answer_means(message: Message, code: str, event: Event | None) -> None:
    assert event_of(message, code) is event


def test_silence_lasts_a_day_and_of_a_cancellation_two() -> None:
    assert answered_within(Message.NEW) == answered_within(Message.RENEWAL_RESPONSE) == timedelta(hours=24)
    assert answered_within(Message.CANCEL) == timedelta(hours=48)


def test_what_did_not_come_through_is_sent_anew_a_few_times_and_a_rejection_never() -> None:
    assert [tried_again("600", tries) for tries in range(1, MOST_TRIES + 1)] == [True, True, False]
    assert not any(tried_again(code, 1) for code in ("601", "900", "", "nonsense"))


def test_an_approval_is_the_same_or_with_changes_or_another_in_its_place() -> None:
    before = said()
    assert answer_of(before, before) is Answer.APPROVED
    assert answer_of(before, replace(before, refills=before.refills + 1)) is Answer.CHANGED
    assert answer_of(before, replace(before, quantity=Decimal(90))) is Answer.CHANGED
    assert answer_of(before, replace(before, sig=replace(before.sig, amount=Decimal(2)))) is Answer.REPLACED
    assert answer_of(None, before) is Answer.REPLACED
