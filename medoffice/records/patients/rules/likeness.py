"""How like two words are, for ranking people whose name was typed with a slip or as it was heard."""

from collections.abc import Sequence

from medoffice.records.patients.rules.names import sound

HEARD = 0.35  # the share of what is missing that one sound makes up for


def likeness(typed: str, word: str) -> float:
    """From 0 to 1; 1 if the word begins with what was typed."""
    if word.startswith(typed):
        return 1.0
    near = 1 - slips(typed, word) / max(len(typed), len(word))
    return near + HEARD * (1 - near) if sound(typed) == sound(word) else near


def likeness_of_all(typed: Sequence[str], words: Sequence[str]) -> float:
    """How like somebody's words are to all that was typed: each typed word to the likest of theirs."""
    return sum(max((likeness(one, word) for word in words), default=0.0) for one in typed) / max(len(typed), 1)


def slips(one: str, other: str) -> int:
    """How many letters were left out, put in, changed, or changed places with their neighbour, each once."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for place, theirs in enumerate(other, 1):
            cost = min(last[place] + 1, now[place - 1] + 1, last[place - 1] + (letter != theirs))
            if row > 1 and place > 1 and letter == other[place - 2] and one[row - 2] == theirs:
                cost = min(cost, before[place - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
