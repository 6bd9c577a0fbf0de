"""The functions of suggestions; nouns are in ``types``."""

from medoffice.standards.suggestions.assertion import told_away
from medoffice.standards.suggestions.engine import lasting, suggest
from medoffice.standards.suggestions.speaking import speaking

__all__ = ["lasting", "speaking", "suggest", "told_away"]
