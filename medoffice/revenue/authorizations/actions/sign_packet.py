"""Sign a request to a payer: what was signed is what goes."""

from uuid import UUID

from medoffice.clinic.prescriptions.api import prescription
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import staff_of_user
from medoffice.revenue.authorizations.actions.rows import held, stands
from medoffice.revenue.authorizations.queries.authorizations import to_authorization
from medoffice.revenue.authorizations.queries.packet import packet_of
from medoffice.revenue.authorizations.rules.sealing import packet_hash
from medoffice.revenue.authorizations.types import Packet, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.sign")
def sign_packet(*, actor: Actor, authorization_id: UUID, seen_version: int) -> str:
    """Sign it as it was seen; returns its seal. Whoever signs stands on it as the prescriber.

    Raises NotFound, Conflict, Refusal for who is no provider of this office, for what is not to sign, and for a piece
    of the chart that is gone or that the signer may not see.
    """
    row = held(actor, authorization_id, "authorizations.sign", seen_version)
    signer = staff_of_user(actor.id)
    if signer is None or not signer.is_provider:
        raise Refusal("no-prescriber", "Only a provider of this office signs.", "Ask one of them.")
    if row.state != State.PREPARED:
        raise Refusal("not-to-sign", f"{row.number} is {row.state}.", "Nothing of it waits for a signature.")
    one = to_authorization(row)
    packet, lost = packet_of(actor, one, prescription(actor, row.prescription_id), signer)
    if lost:
        raise Refusal("piece-gone", f"{lost} of the pieces are gone.", "Open the packet and choose anew.")
    now = clock.now()
    row.packet, row.sha256 = to_json(packet, Packet), packet_hash(packet, signer.id, now)
    row.signed_by, row.signed_at = ", ".join(filter(None, (signer.name, signer.credentials))), now
    stands(actor, row, State.SIGNED, row.sha256[:16])
    record("authorization", row.id, subjects=[row.patient_id], seal=row.sha256)
    return row.sha256
