"""Prove the books and keep the result; what does not hold becomes work."""

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.books.models import ProofResult
from medoffice.revenue.books.queries import proofs
from medoffice.revenue.books.types import Proof
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("books.prove")
def nightly_proof(*, actor: Actor) -> list[Proof]:
    """Run all proofs, store their results, open a work item for each that fails."""
    found, at = proofs(), clock.now()
    for proof in found:
        row = ProofResult.objects.create(
            id=new_id(), at=at, key=proof.key, says=proof.says, ok=proof.ok, found=proof.found[:300]
        )
        if not proof.ok:
            title = f"Does not hold: {proof.says} ({proof.found})"
            open_work(actor=actor, kind="proof", title=title, ref=Ref("proof", row.id), priority=1, key=proof.key)
    record("proof", None, failed=sum(not proof.ok for proof in found))
    return found
