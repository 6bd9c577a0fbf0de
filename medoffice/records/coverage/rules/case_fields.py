"""What a case must say before a visit can be billed to it."""

from datetime import date

from medoffice.kernel.findings import Finding
from medoffice.records.coverage.types import CaseKind


def check_case(
    *,
    kind: CaseKind,
    has_payer: bool,
    employer: str,
    injured_on: date | None,
    state: str,
    opened_on: date,
    closed_on: date | None,
) -> list[Finding]:
    """The findings against a case as typed."""
    found = []
    injury = kind is not CaseKind.EMPLOYER
    if not has_payer and (injury or not employer.strip()):
        words = "Say which carrier pays." if injury else "Say which employer pays."
        found.append(Finding("case-payer-missing", "payer" if injury else "employer", words))
    if kind in (CaseKind.WORK, CaseKind.EMPLOYER) and not employer.strip() and has_payer:
        found.append(Finding("case-employer-missing", "employer", "Say for whom the patient works."))
    if injury and injured_on is None:
        found.append(Finding("case-injury-missing", "injured_on", "Say on which day it happened."))
    if (kind is CaseKind.AUTO or state) and not _is_state(state):
        found.append(Finding("case-state-missing", "state", "Say in which state it happened, in two letters."))
    if injured_on is not None and injured_on > opened_on:
        found.append(Finding("case-injury-later", "injured_on", "It happened before the case was opened."))
    if closed_on is not None and closed_on < opened_on:
        found.append(Finding("case-closed-early", "closed_on", "The case is closed before it is opened."))
    return found


def _is_state(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()
