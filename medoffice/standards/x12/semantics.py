"""What a claim or remittance must satisfy beyond its structure: identifiers, sums, pointers, code shapes, days.

Code *shapes* are judged here, not whether a code is valid on its day: that needs the dated code sets of terminology.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import npi_is_valid
from medoffice.standards.x12.balance import balance_837
from medoffice.standards.x12.types import Adjustment, Claim837, Party, Provider, Remit835, ServiceLine
from medoffice.standards.x12.values import claim_place

# CMS place of service codes (public).
PLACES = frozenset(
    f"{number:02d}"
    for first, last in ((1, 27), (31, 34), (41, 42), (49, 58), (60, 62), (65, 66), (71, 72), (81, 81), (99, 99))
    for number in range(first, last + 1)
)
GROUPS = frozenset({"CO", "PR", "OA", "PI"})
RETIRED_GROUP = "CR"
_ICD10 = re.compile(r"[A-TV-Z][0-9][0-9A-Z][0-9A-Z]{0,4}|U[0-9][0-9A-Z][0-9A-Z]{0,4}")
_ICD9 = re.compile(r"(\d{3}|V\d{2})\d{0,2}|E\d{3}\d?")
_CARC = re.compile(r"[1-9]\d{0,2}|[A-Z]\d{1,2}")
# Source: unverified. The list of reason codes belongs to X12 and is not shipped; numbers above this are only warned of.
_HIGHEST_CARC = 399
_OLDEST = 125


def check_claim(claim: Claim837) -> Iterator[Finding]:
    """Everything that stands against the content of a claim."""
    where = claim_place(claim.claim_id or "?")
    yield from _providers(claim, where)
    yield from balance_837(claim)
    yield from _diagnoses(claim, where)
    if claim.place not in PLACES:
        words = f"{claim.place or 'Nothing'} is no place of service code."
        yield Finding("x12.place", f"{where}, CLM05", words)
    if claim.frequency in ("7", "8") and not claim.original_reference:
        words = "A replacement or void must name the payer's number of the earlier claim (REF*F8)."
        yield Finding("x12.original-reference", f"{where}, REF*F8", words)
    if (claim.subscriber.relation == "18") == (claim.patient is not None):
        words = "The subscriber is the patient (SBR02 18), or a patient level says who is: one of the two, not both."
        yield Finding("x12.patient", f"{where}, SBR02", words)
    yield from _birth(claim, where)
    yield from _injury(claim, where)
    if not claim.lines:
        yield Finding("x12.no-lines", f"{where}, LX", "The claim has no service line.")
    for place, line in enumerate(claim.lines, 1):
        yield from _line(claim, line, f"{where}, line {place}")
    for other in claim.other_payers:
        yield from _adjustments(other.adjustments, f"{where}, other payer")


def _injury(claim: Claim837, where: str) -> Iterator[Finding]:
    """An accident has a day, one in traffic a state (source: unverified)."""
    if set(claim.causes) & {"AA", "OA"} and not any(kind == "439" for kind, _ in claim.dates):
        yield Finding("x12.accident-date", f"{where}, DTP*439", "An accident is named, but not its day.")
    if "AA" in claim.causes and not claim.accident_state:
        yield Finding("x12.accident-state", f"{where}, CLM11", "An accident in traffic needs the state it was in.")


def _providers(claim: Claim837, where: str) -> Iterator[Finding]:
    named = [
        ("billing provider", claim.billing), ("rendering provider", claim.rendering),
        ("referring provider", claim.referring), ("service facility", claim.facility),
        ("supervising provider", claim.supervising),
        *((f"line {place} rendering provider", line.rendering) for place, line in enumerate(claim.lines, 1)),
    ]  # fmt: skip
    for role, provider in named:
        if provider is not None:
            yield from _npi(provider, f"{where}, {role}, NM109")


def _npi(provider: Provider, where: str) -> Iterator[Finding]:
    if provider.party.qualifier == "XX" and not npi_is_valid(provider.party.identifier):
        words = f"{provider.party.identifier or 'Nothing'} is no NPI: the check digit or length is wrong."
        yield Finding("x12.npi", where, words)


def _diagnoses(claim: Claim837, where: str) -> Iterator[Finding]:
    shape = _ICD10 if claim.diagnosis_version == "10" else _ICD9
    for place, code in enumerate(claim.diagnoses, 1):
        if not shape.fullmatch(code):
            words = f"{code!r} does not have the shape of an ICD-{claim.diagnosis_version} code."
            yield Finding("x12.diagnosis-shape", f"{where}, diagnosis {place}, HI{place:02d}", words)
    if len(set(claim.diagnoses)) < len(claim.diagnoses):
        yield Finding("x12.diagnosis-twice", f"{where}, HI", "A diagnosis stands twice in the claim.", Severity.WARNING)
    if claim.diagnoses and claim.diagnosis_version == "9":
        days = [line.day for line in claim.lines if line.day]
        if days and min(days) >= date(2015, 10, 1):
            words = "ICD-9 codes are only for services before October 1, 2015."
            yield Finding("x12.icd9", f"{where}, HI", words)


def _birth(claim: Claim837, where: str) -> Iterator[Finding]:
    born = claim.patient.birth_date if claim.patient else claim.subscriber.birth_date
    days = [line.day for line in claim.lines if line.day]
    if born is None or not days:
        return
    if born > min(days):
        yield Finding("x12.birth", f"{where}, DMG02", f"The patient is born {born}, after the service of {min(days)}.")
    elif max(days).year - born.year > _OLDEST:
        words = f"The patient, born {born}, would be more than {_OLDEST} years old."
        yield Finding("x12.birth", f"{where}, DMG02", words)


def _line(claim: Claim837, line: ServiceLine, where: str) -> Iterator[Finding]:
    if not line.procedure.code:
        yield Finding("x12.procedure", f"{where}, SV101", "The line has no procedure code.")
    for modifier in line.procedure.modifiers:
        if len(modifier) != 2 or not modifier.isalnum():
            yield Finding("x12.modifier", f"{where}, SV101", f"{modifier!r} is no modifier: two letters or digits.")
    yield from _pointers(claim, line, where)
    if line.charge.cents < 0:
        yield Finding("x12.negative-charge", f"{where}, SV102", "A charge cannot be negative.")
    if line.units <= 0:
        yield Finding("x12.units", f"{where}, SV104", "The line has no units.")
    if line.place and line.place not in PLACES:
        yield Finding("x12.place", f"{where}, SV105", f"{line.place} is no place of service code.")
    if line.day and line.day_to and line.day_to < line.day:
        yield Finding("x12.period", f"{where}, DTP*472", "The service ends before it begins.")
    for entry in line.adjudications:
        yield from _adjustments(entry.adjustments, f"{where}, SVD")


def _pointers(claim: Claim837, line: ServiceLine, where: str) -> Iterator[Finding]:
    if not line.pointers:
        yield Finding("x12.no-pointer", f"{where}, SV107", "The line points to no diagnosis.")
    if len(set(line.pointers)) < len(line.pointers):
        yield Finding("x12.pointer-twice", f"{where}, SV107", "The line points to the same diagnosis twice.")
    for pointer in line.pointers:
        if not 1 <= pointer <= len(claim.diagnoses):
            words = f"The line points to diagnosis {pointer}; the claim has {len(claim.diagnoses)}."
            yield Finding("x12.pointer", f"{where}, SV107", words)


def check_remit(remit: Remit835) -> Iterator[Finding]:
    """Everything that stands against the content of a remittance, its balance aside."""
    yield from _payee(remit.payee)
    if remit.amount.cents < 0:
        yield Finding("x12.negative-payment", "BPR02", "A payment cannot be negative.")
    if remit.credit == "D" and remit.amount:
        words = "The money is taken from the office's account, not paid to it (BPR03 D)."
        yield Finding("x12.debit", "BPR03", words, Severity.WARNING)
    if not remit.trace:
        yield Finding("x12.no-trace", "TRN02", "The payment has no trace number.")
    for claim in remit.claims:
        where = claim_place(claim.claim_id or "?")
        if claim.is_reversal and claim.charge.cents > 0:
            words = f"A reversal takes an earlier decision back, so its charge is below zero, not {claim.charge}."
            yield Finding("x12.reversal-sign", f"{where}, CLP03", words)
        yield from _adjustments(claim.adjustments, where)
        for place, line in enumerate(claim.lines, 1):
            yield from _adjustments(line.adjustments, f"{where}, line {place}")
        if claim.rendering and claim.rendering.qualifier == "XX":
            yield from _npi(Provider(claim.rendering), f"{where}, rendering provider, NM109")


def _payee(payee: Party) -> Iterator[Finding]:
    if payee.qualifier == "XX":
        yield from _npi(Provider(payee), "payee, N104")


def _adjustments(adjustments: Iterable[Adjustment], where: str) -> Iterator[Finding]:
    for entry in adjustments:
        if entry.group == RETIRED_GROUP:
            words = "Adjustment group CR (correction) was retired with version 5010."
            yield Finding("x12.cas-retired", f"{where}, CAS01", words, Severity.WARNING)
        elif entry.group not in GROUPS:
            words = f"{entry.group or 'Nothing'} is no adjustment group: CO, PR, OA or PI."
            yield Finding("x12.cas-group", f"{where}, CAS01", words)
        if not _CARC.fullmatch(entry.reason):
            yield Finding("x12.carc", f"{where}, CAS", f"{entry.reason!r} is no adjustment reason code.")
        elif entry.reason.isdigit() and int(entry.reason) > _HIGHEST_CARC:
            words = f"Adjustment reason {entry.reason} is not known to us (source: unverified); look it up."
            yield Finding("x12.carc-unknown", f"{where}, CAS", words, Severity.WARNING)
        if not entry.amount:
            words = f"Adjustment {entry.group} {entry.reason} is of no amount."
            yield Finding("x12.cas-zero", f"{where}, CAS", words, Severity.INFO)
