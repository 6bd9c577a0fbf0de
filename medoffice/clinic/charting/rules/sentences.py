"""The sentences of a note."""

import re

_BETWEEN = re.compile(r"(?<=[.!?])(?=\s+[A-Z0-9])|(?=\n)")


def sentences(text: str) -> list[str]:
    """A text in sentences, each with the space before it: put together again they are the text.

    A line ends a sentence. What is a short form before a capital ("Dr. Okafor") ends one too.
    """
    return [one for one in _BETWEEN.split(text) if one]
