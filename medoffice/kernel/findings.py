"""Findings: what a check returns, as data, one for each thing it noticed.

A check never raises on the content it is given; it returns a list of these. A list without errors means: nothing
stands against it. The words are for the person who must act, in plain language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops, a warning is looked at, an info is said once."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check noticed: a stable code, the place, the words for a person, and how much it matters."""

    code: str
    where: str
    words: str
    severity: Severity = Severity.ERROR

    def as_json(self) -> dict[str, str]:
        """The finding as the command line prints it."""
        return {"code": self.code, "where": self.where, "words": self.words, "severity": self.severity.value}


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
