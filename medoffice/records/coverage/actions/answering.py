"""A question gets its answer, once; whoever listens is told."""

from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.facts import publish
from medoffice.records.coverage.models import Check
from medoffice.records.coverage.types import CheckState, Eligibility, EligibilityTold


def settle(row: Check, result: Eligibility, answer_sha256: str = "") -> None:
    """Keep the answer with the question."""
    row.state, row.answered_at = CheckState.ANSWERED, clock.now()
    row.result, row.answer_sha256, row.why = to_json(result, Eligibility), answer_sha256, ""
    row.save(update_fields=["state", "answered_at", "result", "answer_sha256", "why", "asked_as", "handed_at"])
    tell(row)


def tell(row: Check) -> None:
    """Say that something came of a question about a visit."""
    if row.visit_id is not None:
        publish(EligibilityTold(row.id, row.visit_id), subject=row.patient_id)
