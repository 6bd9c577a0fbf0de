"""Which of our claims a payer may mean when it names none of them: shown to a person, never chosen (P12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import Money
from medoffice.standards.x12.types import ClaimRemit

MOST = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim of ours as far as it is compared."""

    number: str
    date: date
    amount: Money
    member_id: str
    family_name: str


def agreeing(decided: ClaimRemit, claims: Sequence[Candidate]) -> list[tuple[Candidate, list[str]]]:
    """The claims that agree in at least two of charge, date of service, member id and name; most agreement first."""
    compared = [(found, _agreement(decided, found)) for found in claims]
    best = sorted((pair for pair in compared if len(pair[1]) > 1), key=lambda pair: (-len(pair[1]), pair[0].number))
    return best[:MOST]


def candidates(decided: ClaimRemit, claims: Sequence[Candidate]) -> list[Finding]:
    """The claims that may be meant, in words."""
    where = f"claim {decided.claim_id or '(blank)'}"
    return [
        Finding(
            "candidate",
            where,
            f"It may be claim {found.number} of {found.date:%m/%d/%Y} over {found.amount}: the same {', '.join(same)}.",
            Severity.INFO,
        )
        for found, same in agreeing(decided, claims)
    ]


def _agreement(decided: ClaimRemit, found: Candidate) -> list[str]:
    """What agrees; blanks never do."""
    days = {day for _, day in decided.dates} | {day for line in decided.lines for _, day in line.dates}
    charge = abs(decided.charge.cents)
    compared = {
        "charge": bool(charge) and charge == found.amount.cents,
        "date": found.date in days,
        "member id": _same(decided.patient.identifier, found.member_id),
        "name": _same(decided.patient.name, found.family_name),
    }
    return [what for what, agrees in compared.items() if agrees]


def _same(theirs: str, ours: str) -> bool:
    """Whether two names or numbers are the same, letters and digits compared, and there are any."""
    return bool(_letters(theirs)) and _letters(theirs) == _letters(ours)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())
