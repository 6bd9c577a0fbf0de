"""The scrubber: what stands against a claim before it leaves. Pure; each finding names its place and the way out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import npi_is_valid
from medoffice.kernel.money import Money
from medoffice.standards.x12.types import Claim837

WARN_AT = 75  # percent of the filing limit
_NO_MEMBER_ID = "member id is missing; copy it from the card"
CodeCheck = Callable[[str, date], list[Finding]]


def scrub(claim: Claim837, *, today: date, filing_days: int, check_code: CodeCheck) -> list[Finding]:
    """All findings against a claim: people, numbers, codes on the date of service, sums, filing limit.

    ``check_code(code, date)`` says what stands against a diagnosis code on a date.
    """
    days = [line.day for line in claim.lines if line.day]
    found = [*_people(claim), *_lines(claim)]
    for number, code in enumerate(claim.diagnoses, 1):
        found += [
            replace(finding, where=f"diagnosis {number}") for finding in check_code(code, min(days, default=today))
        ]
    if not claim.diagnoses:
        found.append(Finding("no-diagnosis", "diagnoses", "The claim has no diagnosis."))
    return found + _dates(days, claim.subscriber.birth_date, today, filing_days)


def _people(claim: Claim837) -> list[Finding]:
    found = []
    for who, provider in (("billing provider", claim.billing), ("rendering provider", claim.rendering)):
        if provider is not None and not npi_is_valid(provider.npi):
            found.append(Finding("npi-invalid", who, f"The NPI {provider.npi or '(none)'} of the {who} is not valid."))
    if not claim.subscriber.party.identifier.strip():
        what = "carrier's claim number is missing; ask the adjuster" if claim.causes else _NO_MEMBER_ID
        found.append(Finding("member-id-blank", "subscriber", f"The {what}."))
    person = claim.patient or claim.subscriber
    if person.birth_date is None:
        found.append(Finding("birth-date-missing", "patient", "The patient's birth date is missing."))
    if person.sex not in ("F", "M", "U"):
        found.append(Finding("sex-missing", "patient", "The payer needs the patient's sex as F, M or U."))
    address = person.party.address
    if address is None or not (address.line1 and address.city and address.state and address.postal):
        found.append(
            Finding("address-missing", "patient", "The patient's address is incomplete; ask at the next call.")
        )
    billing = claim.billing.party.address
    if billing is None or len(billing.postal) != 9:
        found.append(Finding("billing-zip", "billing provider", "The office's ZIP code needs nine digits."))
    return found


def _lines(claim: Claim837) -> list[Finding]:
    found = []
    if claim.charge != Money.total(line.charge for line in claim.lines):
        found.append(Finding("sum-wrong", "claim", "The claim's total is not the sum of its lines."))
    for number, line in enumerate(claim.lines, 1):
        where = f"line {number}"
        if line.charge.cents <= 0:
            found.append(Finding("no-fee", where, f"{line.procedure.code} has no fee."))
        if not line.pointers or any(not 1 <= pointer <= len(claim.diagnoses) for pointer in line.pointers):
            found.append(Finding("pointer-dangling", where, f"{line.procedure.code} points to no diagnosis."))
    if not 1 <= len(claim.lines) <= 50:
        found.append(Finding("line-count", "claim", "A claim holds one to fifty lines."))
    return found


def _dates(days: list[date], born: date | None, today: date, filing_days: int) -> list[Finding]:
    if not days:
        return [Finding("no-date", "lines", "The claim has no date of service.")]
    found, first = [], min(days)
    if max(days) > today:
        found.append(Finding("future-date", "lines", "A date of service lies in the future."))
    if born is not None and first < born:
        found.append(Finding("before-birth", "lines", "The service is before the birth date."))
    limit, used = first + timedelta(days=filing_days), (today - first).days
    if today > limit:
        found.append(Finding("filed-late", "claim", f"The payer's filing limit was {limit:%m/%d/%Y}."))
    elif used * 100 > filing_days * WARN_AT:
        words = f"The payer's filing limit is {limit:%m/%d/%Y}."
        found.append(Finding("filing-soon", "claim", words, Severity.WARNING))
    return found
