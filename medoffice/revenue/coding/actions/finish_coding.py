"""Release the codes of a visit to billing."""

from uuid import UUID

from medoffice.clinic.charting.api import note
from medoffice.kernel import clock
from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.actions.rows import coding_finished
from medoffice.revenue.coding.queries.codings import to_coded
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.rules.evidence import no_longer_said, rests_on
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def finish_coding(*, actor: Actor, coding_id: UUID) -> None:
    """Finish; nothing changes afterwards. Billing calls this.

    Raises Refusal with all that is missing and every edit that stops the release.
    """
    row = open_coding(actor, coding_id)
    found = to_coded(row)
    against = [*no_longer_said(rests_on(found), note(row.note_id).text), *findings(found)]
    wrong = [finding for finding in against if finding.severity is Severity.ERROR]
    if wrong:
        words = " ".join(finding.words for finding in wrong)
        raise Refusal("coding-incomplete", words, "Complete the codes first.", {"findings": wrong})
    coding_finished(row, actor.name, clock.now()).save(update_fields=["finished_at", "coder"])
    finish_work_about(actor=actor, ref=Ref("encounter", row.encounter_id), outcome="coded")
    record("coding", row.id, subjects=[row.patient_id])
