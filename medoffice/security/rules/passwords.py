"""Which passwords will do (NIST 800-63B-4, 3.1.1): long, not known to those who guess; no rules of composition."""

from collections.abc import Iterable

LONG, LONG_WITH_FACTOR, LONGEST = 15, 12, 128
READ = 72  # characters zxcvbn looks at; what comes after makes none weaker
HARD_ENOUGH = 3  # of zxcvbn's five steps: ten to the eighth guesses or more


def shortest(*, has_factor: bool) -> int:
    """How many characters a password needs, alone or beside a second factor."""
    return LONG_WITH_FACTOR if has_factor else LONG


def weaknesses(password: str, *, has_factor: bool, about: Iterable[str] = ()) -> list[str]:
    """Why a password will not do, in words; nothing if it will. ``about`` is what others know of the person."""
    from zxcvbn import zxcvbn  # 14 MB of words, which a process that sets no password need not hold
    from zxcvbn.matching import RANKED_DICTIONARIES

    least = shortest(has_factor=has_factor)
    if len(password) < least:
        return [f"It needs at least {least} characters; a few words you remember are best."]
    if len(password) > LONGEST:
        return [f"It may have {LONGEST} characters at most."]
    if password.lower() in RANKED_DICTIONARIES["passwords"]:
        return ["It is on the list of passwords that were stolen elsewhere."]
    if zxcvbn(password[:READ], user_inputs=list(about))["score"] < HARD_ENOUGH:
        return ["It is easy to guess: known words, names, dates, rows of keys or repetitions."]
    return []
