"""Which claim of ours a payer means: by the number it names, or by what a person said."""

from collections.abc import Sequence
from dataclasses import replace

from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.actions.lines import to_line
from medoffice.revenue.claims.models import Claim, Remittance
from medoffice.revenue.claims.rules.resolving import answer_to
from medoffice.revenue.claims.types import Choice, ClaimLine, Part
from medoffice.standards.x12.types import ClaimRemit


def named(
    row: Remittance, decided: ClaimRemit, said: Sequence[Choice] = (), *, lock: bool = False
) -> tuple[Claim, list[ClaimLine]]:
    """The claim the payer means, with our lines under the control numbers it knows. A blank number means none.

    A claim the payer before has forwarded is answered under that one's number; it is the next payer's own claim.
    """
    choice = answer_to(said, Part.CLAIM)
    if choice is not None and choice.claim_id is not None:
        claim = _claim(lock, id=choice.claim_id)
    else:
        claim = _claim(lock, number=decided.claim_id) if decided.claim_id else None
    if claim is None:
        raise Refusal(
            "claim-unknown",
            f"The payment names a claim {decided.claim_id or '(blank)'} that is not ours.",
            "Compare it with the claims named below; nothing is posted until it is clear which one is meant.",
        )
    sent = [to_line(line) for line in claim.lines.order_by("line")]
    if row.payer_id == claim.payer_id:
        return claim, sent
    own = _claim(lock, encounter_id=claim.encounter_id, payer_id=row.payer_id, order__gt=claim.order)
    if own is None:
        words = f"Claim {claim.number} was sent to another payer than {row.payer_name}."
        raise Refusal("claim-of-other-payer", words, "Ask the payer what it decided.")
    controls = {line.charge_id: line.control for line in sent}
    lines = [to_line(line) for line in own.lines.order_by("line")]
    return own, [replace(line, control=controls.get(line.charge_id, line.control)) for line in lines]


def _claim(lock: bool, **which: object) -> Claim | None:
    rows = Claim.objects.select_for_update(of=("self",)) if lock else Claim.objects.all()
    return rows.filter(**which).order_by("-id").first()
