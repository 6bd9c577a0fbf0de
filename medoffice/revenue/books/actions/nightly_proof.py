"""Prove the books and keep the result; what does not hold becomes work."""

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.revenue.books.models import ProofResult
from medoffice.revenue.books.queries import proofs
from medoffice.revenue.books.types import Proof
from medoffice.security.api import action, record
from medoffice.security.types import Actor

# These say that something waits to go out. The others say that money disagrees: if it agrees again, a person looks why.
_WAITS = frozenset({"files", "claims"})


@action("books.prove")
def nightly_proof(*, actor: Actor) -> list[Proof]:
    """Run all proofs, store their results, open a work item for each that fails.

    The item of what only waited ends by itself when nothing waits any more.
    """
    found, at = proofs(), clock.now()
    for proof in found:
        if proof.ok and proof.key in _WAITS:
            _end(actor, proof)
        row = ProofResult.objects.create(
            id=new_id(), at=at, key=proof.key, says=proof.says, ok=proof.ok, found=proof.found[:300]
        )
        if not proof.ok:
            title = f"Does not hold: {proof.says} ({proof.found})"
            open_work(actor=actor, kind="proof", title=title, ref=Ref("proof", row.id), priority=1, key=proof.key)
    record("proof", None, failed=sum(not proof.ok for proof in found))
    return found


def _end(actor: Actor, proof: Proof) -> None:
    """It held not, and holds: the items opened since it last held are done."""
    earlier = ProofResult.objects.filter(key=proof.key)
    held = earlier.filter(ok=True).order_by("-at").values_list("at", flat=True).first()
    failed = earlier.filter(ok=False, at__gt=held) if held else earlier.filter(ok=False)
    for result_id in failed.values_list("id", flat=True):
        finish_work_about(actor=actor, ref=Ref("proof", result_id), outcome=f"It holds again: {proof.found}"[:200])
