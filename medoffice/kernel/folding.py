"""Words as people compare them: case, accents and the shapes of letters put aside.

``Nguyễn`` is found by ``nguyen``, ``Łuczak`` by ``LUCZAK``; on paper, on the telephone and in a search alike.
"""

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)
_LETTERS = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Lower case without marks: ``Ángel`` -> ``angel``. Scripts without case or marks stay as they are."""
    plain = unicodedata.normalize("NFKD", text)  # first: a letter in a mathematical or wide shape has no lower case
    lowered = unicodedata.normalize("NFKD", plain.casefold()).translate(_WHOLE)
    return "".join(letter for letter in lowered if not unicodedata.combining(letter))


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, of letters only, in order: ``García-Łuczak 2`` -> ``garcia``, ``luczak``."""
    return tuple(_LETTERS.findall(fold(text)))
