"""In how many days somebody looks at a request to a payer again, and which step it can take next.

The days are the office's own proposal, no payer's and no law's; whoever notes a step may say another day.
"""

from datetime import date, timedelta

from medoffice.revenue.authorizations.types import State

ENDS_SOON = 30  # days before an approval ends, from which on somebody is told
_DAYS = {State.PREPARED: 1, State.SIGNED: 1, State.MORE: 2, State.DENIED: 5}
_ANSWER, _QUICK_ANSWER = 5, 1
_ANY = (State.APPROVED, State.MORE, State.DENIED)
# A denial may be overturned by telephone; a number that was heard wrong is noted once more.
_STEPS = {
    State.ASKED: _ANY,
    State.APPEALED: _ANY,
    State.MORE: _ANY,
    State.DENIED: (State.APPROVED,),
    State.APPROVED: (State.APPROVED,),
}
_WRITTEN = (State.PREPARED, State.SIGNED)
TO_WORK_ON = (State.MORE, State.DENIED)
# What a payer says, as it is chosen, and the key of it.
ANSWERED_BY = {
    State.APPROVED: ("Approved", "a"),
    State.MORE: ("Asks for more", "m"),
    State.DENIED: ("Denied", "d"),
}
SENT = (State.ASKED, State.APPEALED)


def due_on(state: State, since: date, *, quick: bool) -> date | None:
    """The day on which what stands so since then is looked at again; None for what nobody waits for."""
    if not state.open:
        return None
    days = (_QUICK_ANSWER if quick else _ANSWER) if state in SENT else _DAYS[state]
    return since + timedelta(days=days)


def answers_to(state: State, *, sent: bool) -> tuple[State, ...]:
    """What a payer may say to what stands so; ``sent``: it was with the payer, and more of it is being written."""
    if state in _WRITTEN:
        return _ANY if sent else ()
    return _STEPS.get(state, ())


def may_close(state: State) -> bool:
    """Whether there is something to close: what is open, or an approval that holds."""
    return state.open or state is State.APPROVED


def ends_soon(ends: date, today: date) -> bool:
    """Whether an approval that holds ends soon."""
    return today <= ends <= today + timedelta(days=ENDS_SOON)
