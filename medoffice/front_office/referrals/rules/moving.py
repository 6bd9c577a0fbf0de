"""Which step a referral can take next."""

from collections.abc import Sequence

from medoffice.front_office.referrals.types import Direction, State

ORDER = tuple(State)
_SAYS = {
    Direction.OUT: {
        State.SENT: "Sent",
        State.ACKNOWLEDGED: "They have it",
        State.SCHEDULED: "Visit is booked there",
        State.REPORTED: "Report is here",
        State.CLOSED: "Close",
    },
    Direction.IN: {
        State.ACKNOWLEDGED: "We told them",
        State.SCHEDULED: "Visit is booked here",
        State.REPORTED: "Our report went",
        State.CLOSED: "Close",
    },
}


def steps_from(direction: Direction, state: State) -> list[tuple[State, str]]:
    """The steps a referral can take from here, with their words: forward only, over what did not happen."""
    known = _SAYS[direction]
    return [(one, known[one]) for one in ORDER[ORDER.index(state) + 1 :] if one in known]


def may_go(direction: Direction, state: State, to: State) -> bool:
    """Whether that step can be taken."""
    return any(one is to for one, _ in steps_from(direction, state))


def back_from(state: State, story: Sequence[str]) -> State | None:
    """The step it stood at before this one, for who pressed a key too soon; none if closed or not gone."""
    before = [State(what) for what in story if what in set(State)]
    earlier = [one for one in before if State.TO_SEND is not one and ORDER.index(one) < ORDER.index(state)]
    return earlier[-1] if earlier and state is not State.CLOSED else None


def holder_of(direction: Direction, state: State, outside: str) -> str:
    """Who has the next step."""
    ours = {State.TO_SEND, State.REPORTED} if direction is Direction.OUT else set(State) - {State.REPORTED}
    return "this office" if state in ours else outside
