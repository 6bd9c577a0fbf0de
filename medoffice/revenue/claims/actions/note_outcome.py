"""Note what came of working on a denial: it stays in the work until nothing is open and somebody says it is done."""

from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.claims.actions.settling import open_lines, to_settle
from medoffice.revenue.claims.actions.story import tell
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("claims.work")
def note_outcome(*, actor: Actor, claim_id: UUID, words: str, done: bool = False) -> None:
    """Add a note to the claim's story; ``done`` finishes the denial's work. Raises Refusal to finish it while money is
    open: that needs a correction, the patient's bill or a write-off.
    """
    claim = to_settle(actor, claim_id)
    if not words.strip():
        raise Invalid("words-missing", "Say what came of it.", "", {"fields": {"words": ["Say what came of it."]}})
    left = Money.total(line.open for line in open_lines(claim))
    if done and left:
        raise Refusal(
            "still-open",
            f"{left} of claim {claim.number} is still open, so the denial stays in the work.",
            "Correct and resend it, bill the patient, or write it off; or note this without closing it.",
        )
    tell(actor, claim, f"Noted: {words.strip()}")
    if done:
        finish_work_about(actor=actor, ref=Ref("claim", claim.id), outcome=words.strip(), kind="denial")
    record("claim", claim.id, subjects=[claim.patient_id], done=done)
