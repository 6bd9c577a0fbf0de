"""Send the claims that are ready: one 837P interchange for each payer."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Max

from medoffice.kernel import clock, files
from medoffice.kernel.jobs import defer
from medoffice.practice.api import payer, practice
from medoffice.revenue.claims.actions.making import examine, keep_findings
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.actions.turns import Turn, wait_for
from medoffice.revenue.claims.models import Claim, OutboundFile
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import action, permitted, record
from medoffice.security.types import Actor
from medoffice.standards.x12.api import fold_name, write_837p
from medoffice.standards.x12.types import Envelope

MAX_CLAIMS = 5000


@action("claims.work")
def send_claims(*, actor: Actor, claim_ids: list[UUID] | None = None) -> list[UUID]:
    """Write all ready claims (or these of them) into files, stored before anything leaves; returns the files.

    The job ``claims.transmit`` hands them over once this is committed, so a crash between loses and doubles nothing.
    """
    wait_for(Turn.SEND)
    ready = Claim.objects.select_for_update(of=("self",), skip_locked=True).filter(state=ClaimState.READY)
    ready = ready if claim_ids is None else ready.filter(id__in=claim_ids)
    ready = permitted(actor, "claims.work", ready)
    by_payer: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in ready.order_by("id")[:MAX_CLAIMS]:
        by_payer[claim.payer_id].append(claim)
    if by_payer:
        defer("claims.transmit")
    written = [_write_file(actor, payer_id, claims) for payer_id, claims in sorted(by_payer.items())]
    return [file_id for file_id in written if file_id is not None]


def _write_file(actor: Actor, payer_id: UUID, ready: list[Claim]) -> UUID | None:
    """One file of the claims that still stand up to the scrubber, as the records are now; the others are held."""
    claims, contents = [], []
    for claim in ready:
        content, found = examine(claim)
        keep_findings(actor, claim, found)
        if claim.state == ClaimState.READY:
            claims.append(claim)
            contents.append(content)
    if not claims:
        return None
    to, office, now = payer(payer_id), practice(), clock.now()
    name = fold_name(office.name)[0]
    control = (OutboundFile.objects.aggregate(last=Max("control"))["last"] or 0) + 1
    envelope = Envelope(
        sender=office.tax_id.replace("-", ""),
        receiver=to.number,
        control=control,
        at=now,
        acknowledge=True,
        submitter_name=name,
        submitter_contact=name,
        submitter_phone="".join(letter for letter in office.phone if letter.isdigit()),
        receiver_name=fold_name(to.name)[0],
    )
    data = write_837p(contents, envelope)
    row = OutboundFile.objects.create(
        control=control,
        name=f"837P-{control:09d}.x12",
        payer_id=payer_id,
        sha256=files.store(data, "application/edi-x12"),
        made_at=now,
    )
    for claim in claims:
        claim.state, claim.file, claim.sent_at = ClaimState.SENT, row, now
        claim.save(update_fields=["state", "file", "sent_at"])
        tell(actor, claim, f"Sent to {to.name} in file {row.name}.")
    record("outbound_file", row.id, subjects={claim.patient_id for claim in claims}, claims=len(claims))
    return row.id
