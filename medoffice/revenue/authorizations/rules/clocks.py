"""In how many days somebody looks at a request to a payer again, and which step it can take next.

The days are the office's own proposal, no payer's and no law's; whoever notes a step may say another day.
"""

from datetime import date, timedelta

from medoffice.revenue.authorizations.types import State

ENDS_SOON = 30  # days before an approval ends, from which on somebody is told
_DAYS = {State.PREPARED: 1, State.SIGNED: 1, State.MORE: 2, State.DENIED: 5}
_ANSWER, _QUICK_ANSWER = 5, 1
_STEPS = {
    State.ASKED: (State.MORE, State.APPROVED, State.DENIED),
    State.APPEALED: (State.MORE, State.APPROVED, State.DENIED),
    State.MORE: (State.APPROVED, State.DENIED),
}
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


def answers_to(state: State) -> tuple[State, ...]:
    """What a payer may say to what stands so."""
    return _STEPS.get(state, ())


def ends_soon(ends: date, today: date) -> bool:
    """Whether an approval that holds ends soon."""
    return today <= ends <= today + timedelta(days=ENDS_SOON)
