"""Which of a laboratory's questions the office can answer by what it knows."""

import re

_PERIOD = re.compile(r"\bLMP\b|\b(last|menstrual)\b.*\b(menstrual|period|menses)\b", re.IGNORECASE)


def asks_last_period(question: str) -> bool:
    """Whether it asks when the last menstrual period began."""
    return _PERIOD.search(question) is not None
