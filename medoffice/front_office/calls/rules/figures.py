"""Figures of the telephone: what most people waited."""

from collections.abc import Sequence


def middle(minutes: Sequence[int]) -> int | None:
    """The minutes half of them stayed within, of sorted minutes; None for none."""
    return minutes[(len(minutes) - 1) // 2] if minutes else None


def ninth(minutes: Sequence[int]) -> int | None:
    """The minutes nine of ten stayed within, of sorted minutes; None for none."""
    return minutes[-(-len(minutes) * 9 // 10) - 1] if minutes else None
