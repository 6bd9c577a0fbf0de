"""The functions of suggestions; nouns are in ``types``."""

from medoffice.standards.suggestions.assertion import told_away
from medoffice.standards.suggestions.engine import suggest

__all__ = ["suggest", "told_away"]
