"""Sign a request to a payer: what was signed is what goes."""

from uuid import UUID

from medoffice.clinic.prescriptions.api import prescription
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.practice.api import staff_of_user
from medoffice.revenue.authorizations.actions.rows import held, refuse_changed, stands
from medoffice.revenue.authorizations.models import SignedPacket
from medoffice.revenue.authorizations.queries.authorizations import to_authorization
from medoffice.revenue.authorizations.queries.packet import packet_of
from medoffice.revenue.authorizations.rules.sealing import packet_hash, shown_hash
from medoffice.revenue.authorizations.types import Packet, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.sign")
def sign_packet(*, actor: Actor, authorization_id: UUID, seen_version: int, shown: str) -> str:
    """Sign it as it was shown (``shown``: the hash of that); returns its seal. What was signed before stays.

    Raises NotFound, Refusal for who is no provider of this office, for what is not to sign, for a prescription that is
    another one by now, and for a piece of the chart that is gone or that the signer may not see; Conflict if the
    request, the chart or a payer's list changed since it was read.
    """
    row = held(actor, authorization_id, "authorizations.sign", seen_version)
    signer = staff_of_user(actor.id)
    if signer is None or not signer.is_provider:
        raise Refusal("no-prescriber", "Only a provider of this office signs.", "Ask one of them.")
    if row.state != State.PREPARED:
        raise Refusal("not-to-sign", f"{row.number} is {row.state}.", "Nothing of it waits for a signature.")
    given = prescription(actor, row.prescription_id)
    refuse_changed(row, given)
    packet, lost = packet_of(actor, to_authorization(row), given)
    if lost:
        raise Refusal("piece-gone", f"{lost} of the pieces are gone.", "Open the packet and choose anew.")
    if shown_hash(packet) != shown:
        words = "The chart, the prescription or the payer's list changed since this was read."
        raise Conflict("packet-changed", words, "Read it again, then sign.")
    now, name = clock.now(), ", ".join(filter(None, (signer.name, signer.credentials)))
    row.sha256, row.signed_by, row.signed_at = packet_hash(packet, row.id, signer.id, name, now), name, now
    SignedPacket.objects.create(
        authorization=row, packet=to_json(packet, Packet), sha256=row.sha256, signer_id=signer.id, signer_name=name,
        at=now,
    )  # fmt: skip
    stands(actor, row, State.SIGNED, row.sha256[:16])
    record("authorization", row.id, subjects=[row.patient_id], seal=row.sha256)
    return row.sha256
