"""What was done about a time that was given up, in words for whoever did it."""

from collections.abc import Sequence


def filled_in_words(when: str, provider: str, asked: Sequence[str], until: str, *, cancelled: bool) -> str:
    """What was cancelled, who is asked for the time and until when it is held; or that nobody is."""
    done = f"Cancelled: {when}, {provider}. " if cancelled else f"{when}, {provider}. "
    if not asked:
        return f"{done}Nobody is asked: the time is free for whoever calls."
    everybody = asked[0] if len(asked) == 1 else f"{', '.join(asked[:-1])} and {asked[-1]}"
    first = "" if len(asked) == 1 else "; the first yes takes it"
    return f"{done}Offered to {everybody} until {until}{first}."
