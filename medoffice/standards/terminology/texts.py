"""Diagnosis codes that stand in a text that people wrote."""

import re

_CODE = re.compile(r"[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?", re.IGNORECASE)


def codes_in(text: str) -> frozenset[str]:
    """What looks like a diagnosis code in a text, as whole words in capitals."""
    return frozenset(one.upper() for one in _CODE.findall(text))


def recoded(text: str, old: str, new: str) -> str:
    """The text with one code put for another wherever it stands as a whole word."""
    return _CODE.sub(lambda found: new if found[0].upper() == old else found[0], text)
