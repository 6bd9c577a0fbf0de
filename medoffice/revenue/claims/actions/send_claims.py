"""Send the claims that are ready: one 837P interchange for each payer."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Max

from medoffice.kernel import clock, files
from medoffice.kernel.jobs import defer
from medoffice.practice.api import payer, practice
from medoffice.revenue.claims.actions.making import examine, keep_findings
from medoffice.revenue.claims.actions.rows import outbound_row, sent_in, sent_words
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.actions.turns import Turn, wait_for
from medoffice.revenue.claims.models import Claim, OutboundFile
from medoffice.revenue.claims.rules.sending import MAX_CLAIMS, MEDIA, interchange
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import action, permitted, record
from medoffice.security.types import Actor


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
    to, now = payer(payer_id), clock.now()
    control = (OutboundFile.objects.aggregate(last=Max("control"))["last"] or 0) + 1
    data = interchange(contents, practice(), to, control, now)
    row = outbound_row(control, payer_id, files.store(data, MEDIA), now)
    row.save(force_insert=True)
    for claim in claims:
        sent_in(claim, row, now)
        claim.save(update_fields=["state", "file", "sent_at"])
        tell(actor, claim, sent_words(to.name, row))
    record("outbound_file", row.id, subjects={claim.patient_id for claim in claims}, claims=len(claims))
    return row.id
