"""On what a value rests: its source, in words. What nobody has looked up or decided yet has the source "unverified"."""

from typing import Final

UNVERIFIED: Final = "unverified"


def is_verified(source: str) -> bool:
    """Whether somebody has said by what a value stands."""
    return source != UNVERIFIED


def is_named(source: str) -> bool:
    """Whether what was typed names a source: some words, and not that there is none."""
    return source.strip().lower() not in ("", UNVERIFIED)
