"""The name of a file as a label: never a path, never an instruction, and nothing is believed of it."""

import re
import unicodedata

_LONGEST = 120


def label_of(name: str) -> str:
    """What stands behind the last slash, without what cannot be seen or turns the writing round; "" for nothing."""
    last = re.split(r"[\\/]", name)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    return " ".join(seen.split())[:_LONGEST]
