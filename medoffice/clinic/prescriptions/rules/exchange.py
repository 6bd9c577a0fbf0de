"""Where a prescription stands with a pharmacy after each thing that happens: one table, whatever carries the messages.

Messages come late, twice and out of order; what says nothing new moves nothing. What ended is left by nothing.
"""

from collections.abc import Mapping

from medoffice.clinic.prescriptions.types.exchange import Event, Stand

ENDS = frozenset({Stand.FILLED, Stand.NOT_FILLED, Stand.TRANSFERRED, Stand.CANCELLED, Stand.CANCEL_DENIED})
# From any of these the pharmacy may tell what became of it: it may have it though nobody said that it arrived.
_THERE = (Stand.SENT, Stand.ACCEPTED, Stand.VERIFIED, Stand.PARTIAL, Stand.UNKNOWN)
_TOLD = {
    Event.FILLED: Stand.FILLED,
    Event.NOT_FILLED: Stand.NOT_FILLED,
    Event.TRANSFERRED: Stand.TRANSFERRED,
    Event.PARTLY: Stand.PARTIAL,
}
AFTER: Mapping[tuple[Stand, Event], Stand] = {
    (Stand.QUEUED, Event.HANDED): Stand.SENT,
    (Stand.QUEUED, Event.FAILED): Stand.FAILED,
    (Stand.QUEUED, Event.STATUS): Stand.ACCEPTED,
    # What never left is cancelled at once.
    (Stand.QUEUED, Event.CANCEL): Stand.CANCELLED,
    (Stand.FAILED, Event.CANCEL): Stand.CANCELLED,
    (Stand.FAILED, Event.AGAIN): Stand.QUEUED,
    (Stand.UNKNOWN, Event.AGAIN): Stand.QUEUED,
    (Stand.SENT, Event.STATUS): Stand.ACCEPTED,
    (Stand.UNKNOWN, Event.STATUS): Stand.ACCEPTED,
    (Stand.SENT, Event.FAILED): Stand.FAILED,
    # The network had it, the pharmacy refused it.
    (Stand.ACCEPTED, Event.FAILED): Stand.FAILED,
    (Stand.UNKNOWN, Event.FAILED): Stand.FAILED,
    (Stand.SENT, Event.VERIFIED): Stand.VERIFIED,
    (Stand.ACCEPTED, Event.VERIFIED): Stand.VERIFIED,
    (Stand.UNKNOWN, Event.VERIFIED): Stand.VERIFIED,
    (Stand.SENT, Event.SILENCE): Stand.UNKNOWN,
    **{(stand, event): to for stand in _THERE for event, to in _TOLD.items() if stand is not to},
    **{(stand, Event.CANCEL): Stand.CANCEL_ASKED for stand in _THERE},
    (Stand.CANCEL_ASKED, Event.CANCEL_DONE): Stand.CANCELLED,
    (Stand.CANCEL_ASKED, Event.CANCEL_DENIED): Stand.CANCEL_DENIED,
    # Dispensed before the cancellation was heard: it was not cancelled.
    (Stand.CANCEL_ASKED, Event.FILLED): Stand.CANCEL_DENIED,
    (Stand.CANCEL_ASKED, Event.NOT_FILLED): Stand.CANCELLED,
}
# What a person may note of what a pharmacy said to them.
SAID = (
    Event.VERIFIED, Event.FILLED, Event.PARTLY, Event.NOT_FILLED, Event.TRANSFERRED, Event.CANCEL_DONE,
    Event.CANCEL_DENIED,
)  # fmt: skip


def after(stand: Stand, event: Event) -> Stand | None:
    """Where it stands then; None where that says nothing new."""
    return AFTER.get((stand, event))


def to_be_said(stand: Stand) -> list[Event]:
    """What a pharmacy can have said that would move it."""
    return [event for event in SAID if after(stand, event) is not None]
