"""Where a dictation may go from where it stands, and what must be said for it."""

from medoffice.clinic.dictation.types.dictations import State, Verb

MOVES: dict[Verb, tuple[frozenset[State], State]] = {
    Verb.CLAIM: (frozenset({State.QUEUED}), State.TYPING),
    Verb.RELEASE: (frozenset({State.TYPING}), State.QUEUED),
    Verb.HOLD: (frozenset({State.QUEUED, State.TYPING}), State.HELD),
    Verb.RESUME: (frozenset({State.HELD}), State.TYPING),
    Verb.ASSIGN: (frozenset({State.QUEUED, State.TYPING, State.HELD}), State.TYPING),
    Verb.REJECT: (frozenset({State.QUEUED, State.TYPING, State.HELD}), State.REJECTED),
    Verb.REVIVE: (frozenset({State.REJECTED}), State.QUEUED),
    Verb.FINISH: (frozenset({State.TYPING}), State.TO_SIGN),
    Verb.RETURN: (frozenset({State.TO_SIGN}), State.TYPING),
    Verb.SIGN: (frozenset({State.TO_SIGN}), State.SIGNED),
}
ASKS_WHY = frozenset({Verb.HOLD, Verb.REJECT, Verb.RETURN})
DESK = frozenset({Verb.CLAIM, Verb.RELEASE, Verb.HOLD, Verb.RESUME, Verb.ASSIGN, Verb.REJECT, Verb.REVIVE})
OPEN = frozenset({State.QUEUED, State.TYPING, State.HELD})


def after(state: State, verb: Verb) -> State | None:
    """Where a dictation stands after this was done with it; None if it cannot be done where it stands."""
    at, to = MOVES[verb]
    return to if state in at else None


def verbs_at(state: State) -> list[Verb]:
    """What can be done with a dictation that stands here, in the order of the table."""
    return [verb for verb, (at, _) in MOVES.items() if state in at]
