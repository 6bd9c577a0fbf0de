"""Send a request to a payer."""

from uuid import UUID

from medoffice.clinic.prescriptions.api import prescription
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.revenue.authorizations.actions.rows import held, note, refuse_changed, saved, stands
from medoffice.revenue.authorizations.models import Authorization
from medoffice.revenue.authorizations.queries.authorizations import signed_packet, to_authorization
from medoffice.revenue.authorizations.queries.packet import abouts_of, pages_of
from medoffice.revenue.authorizations.queries.pieces import PURPOSE
from medoffice.revenue.authorizations.rules.clocks import SENT
from medoffice.revenue.authorizations.types import Packet, State, Way
from medoffice.security.api import action, record
from medoffice.security.types import Actor

AGAIN = "sent again"


@action("authorizations.send")
def send_authorization(*, actor: Actor, authorization_id: UUID, way: Way, told: str = "", seen_version: int) -> None:
    """The packet as it was signed goes, whole, as one PDF. ``told``: with whom, by telephone or portal.

    The first time it is asked, or appealed, by this. Labels are asked for each piece. Raises NotFound, Conflict,
    Invalid without a number or a name, Refusal for what is not signed, for a prescription that is another one by now,
    where a label keeps a piece, or the patient paid for it in full.
    """
    row = held(actor, authorization_id, "authorizations.send", seen_version)
    state, signed = State(row.state), signed_packet(row.id)
    if signed is None or (state is not State.SIGNED and state not in SENT):
        raise Refusal("not-to-send", f"{row.number} is {row.state}.", "Only what is signed goes to a payer.")
    if way is Way.TOLD and not told.strip():
        wrong = {"told": ["Say with whom, or in which portal."]}
        raise Invalid("told-missing", "Say who took it.", "", {"fields": wrong})
    refuse_changed(row, prescription(actor, row.prescription_id))
    pages, packet = pages_of(actor, to_authorization(row), signed), signed.packet
    words = ", ".join(filter(None, (way.value, packet.to_name, told.strip())))
    if state is State.SIGNED:
        line = stands(actor, row, State.APPEALED if row.appeal else State.ASKED, words)
    else:
        saved(actor, row)
        line = note(actor, row, AGAIN, words)
    if way is Way.FAX:
        _fax(actor, row, packet, pages, line)
    else:
        _left(actor, row, packet, way, told, line)
    record("authorization", row.id, subjects=[row.patient_id], way=way.value, pieces=len(packet.pieces))


def _why(row: Authorization) -> str:
    return f"{row.policy.payer.name} decides by this whether it pays for {row.medicine}"[:200]


def _fax(actor: Actor, row: Authorization, packet: Packet, pages: bytes, line: UUID) -> None:
    wanted = ToFax(
        key=f"authorization {line}", patient_id=row.patient_id, encounter_id=row.encounter_id,
        what=f"Request to a payer {row.number}", to_name=packet.to_name, to_number=packet.to_number,
        purpose=PURPOSE, why=_why(row), abouts=abouts_of(packet),
    )  # fmt: skip
    queue_fax(actor=actor, wanted=wanted, pages=pages)


def _left(actor: Actor, row: Authorization, packet: Packet, way: Way, told: str, line: UUID) -> None:
    left = Leaving(
        patient_id=row.patient_id, purpose=PURPOSE, what=f"Request to a payer {row.number}",
        to_name=packet.to_name, to_address=told.strip() or packet.to_number, way=way.value,
        cause=Ref("authorization_event", line), why=_why(row), encounter_id=row.encounter_id, abouts=abouts_of(packet),
    )  # fmt: skip
    record_disclosures(actor=actor, leaving=(left,))
