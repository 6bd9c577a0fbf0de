"""The rows of claims and what comes of them as actions write them, not saved."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from medoffice.kernel.findings import Finding, has_errors
from medoffice.kernel.money import Money
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.types import Payer
from medoffice.records.coverage.types import Case, Coverage
from medoffice.revenue.billing.types import Charge
from medoffice.revenue.claims.actions.lines import Matched
from medoffice.revenue.claims.models import (
    Claim,
    ClaimEvent,
    ClaimLine,
    Decision,
    DecisionLine,
    InboundFile,
    OutboundFile,
    Remittance,
)
from medoffice.revenue.claims.rules.payments import plain_text
from medoffice.revenue.claims.types import ClaimState, FileKind, FileState
from medoffice.standards.x12.types import ClaimRemit, Remit835


def claim_rows(
    *,
    number: str,
    encounter_id: UUID,
    patient_id: UUID,
    on: date,
    under: Coverage | Case,
    charges: Sequence[Charge],
    pointers: Mapping[UUID, Iterable[int]],
    at: datetime,
    frequency: str = "1",
    replaces_id: UUID | None = None,
) -> tuple[Claim, list[ClaimLine]]:
    """A claim of these charges under a policy or a case, not checked yet; ``pointers`` by coded service."""
    row = new_row(
        Claim,
        number=number,
        encounter_id=encounter_id,
        patient_id=patient_id,
        coverage_id=under.id if isinstance(under, Coverage) else None,
        case_id=under.id if isinstance(under, Case) else None,
        payer_id=under.payer_id,
        order=under.order if isinstance(under, Coverage) else 1,
        frequency=frequency,
        replaces_id=replaces_id,
        state=ClaimState.READY,
        date=on,
        amount_cents=Money.total(charge.amount for charge in charges).cents,
        made_at=at,
    )
    return row, [
        new_row(
            ClaimLine,
            claim_id=row.id,
            line=place,
            charge_id=charge.id,
            control=f"{number.replace('-', '')}L{place}",
            code=charge.code,
            modifiers=list(charge.modifiers),
            units=charge.units,
            pointers=list(pointers.get(charge.coded_service_id, ())) if charge.coded_service_id else [],
            amount_cents=charge.amount.cents,
        )
        for place, charge in enumerate(charges, 1)
    ]


def made_words(row: Claim, payer_name: str) -> str:
    """What the story of a claim begins with."""
    return f"Claim made for {Money(row.amount_cents)} to {payer_name}."


def story_row(claim_id: UUID, words: str, by: str, at: datetime, tone: str = "info") -> ClaimEvent:
    """One thing that happened to a claim."""
    return new_row(ClaimEvent, claim_id=claim_id, at=at, words=words[:300], by=by, tone=tone)


def examination_kept(row: Claim, found: Sequence[Finding]) -> str:
    """Keep what was found: READY without errors, otherwise HELD; the words of the first error then, else blank."""
    row.findings = [finding.as_json() for finding in found]
    row.state = ClaimState.HELD if has_errors(found) else ClaimState.READY
    return next((finding.words for finding in found if has_errors([finding])), "")


def outbound_row(control: int, payer_id: UUID, sha256: str, at: datetime) -> OutboundFile:
    """A written file that nobody has handed over yet."""
    name = f"837P-{control:09d}.x12"
    return new_row(OutboundFile, control=control, name=name, payer_id=payer_id, sha256=sha256, made_at=at)


def sent_in(row: Claim, file: OutboundFile, at: datetime) -> None:
    """The claim is written into a file."""
    row.state, row.file_id, row.sent_at = ClaimState.SENT, file.id, at


def sent_words(payer_name: str, file: OutboundFile) -> str:
    """What the story says then."""
    return f"Sent to {payer_name} in file {file.name}."


def inbound_row(name: str, sha256: str, kinds: Sequence[FileKind], at: datetime, *, again: bool) -> InboundFile:
    """A file that came, as it is stored before anything is done with it."""
    return new_row(
        InboundFile,
        name=name.replace("\x00", "").encode("utf-8", "replace").decode()[:120],  # a disk's names may be no text
        sha256=sha256,
        kind=kinds[0] if kinds else FileKind.UNKNOWN,
        state=FileState.DUPLICATE if again else FileState.STORED,
        received_at=at,
    )


def accepted(row: Claim, payer_claim_number: str, at: datetime) -> str:
    """The payer took the claim in; returns what its story says."""
    row.state, row.answered_at = ClaimState.ACCEPTED, at
    row.payer_claim_number = payer_claim_number[:60] or row.payer_claim_number
    return f"Accepted by the payer as {row.payer_claim_number or 'received'}."


def rejected(row: Claim, at: datetime) -> None:
    """A claim came back without being taken."""
    row.state, row.answered_at = ClaimState.REJECTED, at


def remittance_row(file_id: UUID, place: int, of: Payer | None, remit: Remit835, today: date) -> Remittance:
    """A payment as it is stored before it is posted; ``of`` is the office's payer, if it is known."""
    return new_row(
        Remittance,
        file_id=file_id,
        place=place,
        payer_id=of.id if of else None,
        payer_name=of.name if of else plain_text(remit.payer.name, 120),
        trace=plain_text(remit.trace.strip(), 50),
        date=remit.paid_on or today,
        amount_cents=remit.amount.cents,
        method=plain_text(remit.method, 3),
        state=FileState.STORED,
    )


def posted(row: Remittance, at: datetime) -> None:
    """The payment is in the books."""
    row.state, row.posted_at = FileState.DONE, at


def decision_rows(
    remittance_id: UUID, claim_id: UUID, decided: ClaimRemit, matched: Sequence[Matched], at: datetime
) -> tuple[Decision, list[DecisionLine]]:
    """What the payer decided, reasons as sent."""
    decision = new_row(
        Decision,
        remittance_id=remittance_id,
        claim_id=claim_id,
        status=decided.status[:2],
        payer_claim_number=decided.payer_claim_number[:60],
        charge_cents=decided.charge.cents,
        paid_cents=decided.paid.cents,
        patient_cents=Money.total(part.money.patient for part in matched).cents,
        at=at,
    )
    return decision, [
        new_row(
            DecisionLine,
            decision_id=decision.id,
            line_id=part.ours.id,
            charge_cents=part.theirs.charge.cents,
            paid_cents=part.theirs.paid.cents,
            reasons=[[reason.group, reason.reason, reason.amount.cents] for reason in part.reasons],
            remarks=list(part.theirs.remarks),
        )
        for part in matched
    ]


def about_claim(kind: str, row: Claim, words: str, priority: int = 2) -> dict[str, Any]:
    """The work that a claim leaves for a person, as ``open_work`` asks."""
    return {
        "kind": kind,
        "title": f"Claim {row.number}{words}",
        "ref": Ref("claim", row.id),
        "patient_id": row.patient_id,
        "visit_id": row.encounter_id,
        "priority": priority,
        "key": str(row.id),
    }


def held_item(row: Claim, why: str) -> dict[str, Any]:
    """The work of a claim that is held."""
    return about_claim("claim-held", row, f" is held: {why}")


def rejected_item(row: Claim, words: str) -> dict[str, Any]:
    """The work of a claim that came back."""
    return about_claim("claim-rejected", row, f": {words}", priority=1)
