"""The functions of suggestions; nouns are in ``types``."""

from medoffice.standards.suggestions.assertion import told_away
from medoffice.standards.suggestions.engine import suggest
from medoffice.standards.suggestions.speaking import spoken_of

__all__ = ["spoken_of", "suggest", "told_away"]
