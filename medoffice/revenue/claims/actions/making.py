"""Making a claim: rows, scrub, ready or held. Shared by first, secondary and corrected claims."""

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, next_number, open_work
from medoffice.records.coverage.types import Case, Coverage
from medoffice.records.disclosures.api import objections
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.billing.types import Charge
from medoffice.revenue.claims.actions.content import behind, billed_by
from medoffice.revenue.claims.actions.rows import claim_rows, examination_kept, held_item, made_words
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, ClaimLine
from medoffice.revenue.claims.rules.examining import examined
from medoffice.revenue.coding.api import coded
from medoffice.security.api import hold_labels, record, verdict
from medoffice.security.types import PROGRAM, Actor, Outcome
from medoffice.standards.terminology.api import icd10_check
from medoffice.standards.x12.types import Claim837

LABEL, AGREED = "label-forbids", "restricted"
ON_THE_PAGE = "Ask the privacy officer: it is ended, or lifted, on the rights page of the patient."


def make_claim(
    actor: Actor,
    visit: Encounter,
    under: Coverage | Case,
    charges: Sequence[Charge],
    *,
    frequency: str = "1",
    replaces: Claim | None = None,
) -> UUID:
    """Make a claim of these charges to the payer of this policy or case, scrub it, and leave it ready or held."""
    codes = coded(visit.id)
    row, lines = claim_rows(
        number=next_number("C"),
        encounter_id=visit.id,
        patient_id=visit.patient_id,
        on=visit.date,
        under=under,
        charges=charges,
        pointers={line.id: line.pointers for line in codes.services} if codes else {},
        at=clock.now(),
        frequency=frequency,
        replaces_id=replaces.id if replaces else None,
    )
    row.save(force_insert=True)
    ClaimLine.objects.bulk_create(lines)
    tell(actor, row, made_words(row, under.payer_name))
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
    hold_labels()
    said = verdict(PROGRAM, "claims.send", row.patient_id, row.encounter_id)
    forbids = [] if said.outcome is Outcome.ALLOW else [Finding(LABEL, "claim", f"{said.words} {said.fix}")]
    about = behind(row)
    agreed = objections([(row.patient_id, about.payer.name)]).values()
    forbids += [Finding(AGREED, "claim", f"{words} {ON_THE_PAGE}") for words in agreed]
    return examined(
        billed_by(row),
        about,
        today=clock.today(ZoneInfo("UTC")),
        check_code=icd10_check,
        notice=said.notices[0] if said.notices else "",
        forbids=forbids,
    )


def keep_findings(actor: Actor, row: Claim, found: list[Finding]) -> None:
    """Keep what was found: READY without errors, otherwise HELD with a work item."""
    wrong = examination_kept(row, found)
    row.save(update_fields=["findings", "state"])
    if wrong:
        tell(actor, row, f"Held: {wrong}", "bad")
        open_work(actor=actor, **held_item(row, wrong))
    else:
        finish_work_about(actor=actor, ref=Ref("claim", row.id), outcome="ready", kind="claim-held")
