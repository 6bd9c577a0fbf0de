"""Which room a patient is brought to: the played day and the years written in bulk go by the same rule."""

from collections.abc import Collection, Sequence


def room_among(rooms: Sequence[str], taken: Collection[str], drawn: int) -> str | None:
    """The room of a drawn number among those that nobody is in, counted round; None if all are taken."""
    free = [room for room in rooms if room not in taken]
    return free[drawn % len(free)] if free else None
