"""Codes that are read and typed: those of an authenticator app (RFC 6238), recovery codes, one-time codes."""

from collections.abc import Callable, Iterable
from hmac import compare_digest
from itertools import pairwise

STEP_SECONDS = 30
TOLERANCE = 1  # steps a telephone's clock may be off, either way
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else
PIN_SHORTEST, PIN_LONGEST = 4, 8


def accepted_step(typed: str, seconds: float, last: int, code_of: Callable[[int], str]) -> int | None:
    """The time step a code is right for, if it is later than the last one used; a code works once.

    ``seconds`` is the Unix time, ``code_of`` gives the code of a step.
    """
    digits = "".join(typed.split())
    present = int(seconds) // STEP_SECONDS
    near = range(present - TOLERANCE, present + TOLERANCE + 1)
    right = [step for step in near if compare_digest(code_of(step).encode(), digits.encode())]
    return next((step for step in right if step > last), None)


def as_typed(code: str) -> str:
    """A code without what people put between its parts."""
    return "".join(sign for sign in code.lower() if sign in ALPHABET)


def in_groups(signs: Iterable[str], size: int = 4) -> str:
    """Signs in groups, as they are read aloud and written down."""
    text = "".join(signs)
    return "-".join(text[at : at + size] for at in range(0, len(text), size))


def pin_problem(pin: str) -> str:
    """Why a PIN will not do; empty if it will."""
    if not (pin.isascii() and pin.isdigit() and PIN_SHORTEST <= len(pin) <= PIN_LONGEST):
        return f"A PIN is {PIN_SHORTEST} to {PIN_LONGEST} digits."
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    return "This one is tried first: choose digits that do not count or repeat." if steps in ({0}, {1}, {-1}) else ""
