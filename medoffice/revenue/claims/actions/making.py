"""Making a claim: rows, scrub, ready or held. Shared by first, secondary and corrected claims."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.findings import Finding, has_errors
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, next_number, open_work, payer
from medoffice.records.coverage.types import Coverage
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.billing.types import Charge
from medoffice.revenue.claims.actions.content import claim_content
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, ClaimLine
from medoffice.revenue.claims.rules.evidence import check_evidence
from medoffice.revenue.claims.rules.scrub import scrub
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.coding.api import coded
from medoffice.security.api import hold_labels, record, verdict
from medoffice.security.types import PROGRAM, Actor, Outcome
from medoffice.standards.terminology.api import icd10_check
from medoffice.standards.x12.types import Claim837

LABEL = "label-forbids"


def make_claim(
    actor: Actor,
    visit: Encounter,
    policy: Coverage,
    charges: Sequence[Charge],
    *,
    frequency: str = "1",
    replaces: Claim | None = None,
) -> UUID:
    """Make a claim of these charges to this policy's payer, scrub it, and leave it ready or held."""
    codes = coded(visit.id)
    pointers = {line.id: list(line.pointers) for line in codes.services} if codes else {}
    row = Claim.objects.create(
        number=next_number("C"),
        encounter_id=visit.id,
        patient_id=visit.patient_id,
        coverage_id=policy.id,
        payer_id=policy.payer_id,
        order=policy.order,
        frequency=frequency,
        replaces=replaces,
        state=ClaimState.READY,
        date=visit.date,
        amount_cents=Money.total(charge.amount for charge in charges).cents,
        made_at=clock.now(),
    )
    ClaimLine.objects.bulk_create(
        ClaimLine(
            claim=row,
            line=number,
            charge_id=charge.id,
            control=f"{row.number.replace('-', '')}L{number}",
            code=charge.code,
            modifiers=list(charge.modifiers),
            units=charge.units,
            pointers=pointers.get(charge.coded_service_id, []),
            amount_cents=charge.amount.cents,
        )
        for number, charge in enumerate(charges, 1)
    )
    tell(actor, row, f"Claim made for {Money(row.amount_cents)} to {policy.payer_name}.")
    check_claim(actor, row)
    record("claim", row.id, subjects=[row.patient_id])
    return row.id


def check_claim(actor: Actor, row: Claim) -> list[Finding]:
    """Scrub a claim that has not been sent: READY without errors, otherwise HELD with a work item naming the first."""
    _, found = examine(row)
    keep_findings(actor, row, found)
    return found


def examine(row: Claim) -> tuple[Claim837, list[Finding]]:
    """The claim as the wire would carry it now, and all that stands against it; a label may, or puts a notice on it."""
    content, folded = claim_content(row, list(row.lines.order_by("line")))
    hold_labels()
    said = verdict(PROGRAM, "claims.send", row.patient_id, row.encounter_id)
    if said.notices:
        content = replace(content, note=said.notices[0])
    forbids = [] if said.outcome is Outcome.ALLOW else [Finding(LABEL, "claim", f"{said.words} {said.fix}")]
    today, limit = clock.today(ZoneInfo("UTC")), payer(row.payer_id).timely_filing_days
    found = scrub(content, today=today, filing_days=limit, check_code=icd10_check)
    return content, [*forbids, *found, *check_evidence(coded(row.encounter_id), content), *folded]


def keep_findings(actor: Actor, row: Claim, found: list[Finding]) -> None:
    """Keep what was found: READY without errors, otherwise HELD with a work item."""
    row.findings = [finding.as_json() for finding in found]
    row.state = ClaimState.HELD if has_errors(found) else ClaimState.READY
    row.save(update_fields=["findings", "state"])
    if row.state == ClaimState.HELD:
        first = next(finding for finding in found if has_errors([finding]))
        tell(actor, row, f"Held: {first.words}", "bad")
        open_work(
            actor=actor,
            kind="claim-held",
            title=f"Claim {row.number} is held: {first.words}",
            ref=Ref("claim", row.id),
            patient_id=row.patient_id,
            visit_id=row.encounter_id,
            key=str(row.id),
        )
    else:
        finish_work_about(actor=actor, ref=Ref("claim", row.id), outcome="ready", kind="claim-held")
