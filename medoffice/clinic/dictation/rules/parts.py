"""The recordings of a dictation as one stretch of time, one after the other."""

from collections.abc import Iterable

from medoffice.clinic.dictation.types.dictations import Recording


def with_starts(recordings: Iterable[Recording]) -> list[tuple[Recording, int]]:
    """Each recording with the millisecond at which it begins in the whole.

    One whose length is not told takes no time, so that what follows it is heard from its own beginning on.
    """
    found, at = [], 0
    for one in recordings:
        found.append((one, at))
        at += round((one.seconds or 0) * 1000)
    return found
