"""Times as a patient reads them, in their language."""

from datetime import datetime

from django.utils import translation
from django.utils.dateformat import format as in_words

_WHEN = {"en": r"l, F j \a\t g:i A", "es": r"\e\l l j \d\e F \a \l\a\s g:i A"}


def say_when(at: datetime, language: str) -> str:
    """``Wednesday, November 25 at 9:00 AM``; in English where the language has no words for it here.

    ``at`` is local: it says the zone.
    """
    known = language if language in _WHEN else "en"
    with translation.override(known):
        return in_words(at, _WHEN[known])


def say_hour(at: datetime) -> str:
    """``9:00 AM``, of a local time."""
    return in_words(at, "g:i A")
