"""Send a request to a payer."""

from uuid import UUID

from medoffice.kernel.codec import from_json
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.revenue.authorizations.actions.rows import held, note, saved, stands
from medoffice.revenue.authorizations.models import Authorization, AuthorizationEvent
from medoffice.revenue.authorizations.queries.authorizations import to_authorization
from medoffice.revenue.authorizations.queries.packet import abouts_of, pages_of
from medoffice.revenue.authorizations.rules.clocks import SENT
from medoffice.revenue.authorizations.types import Packet, State, Way
from medoffice.security.api import action, record
from medoffice.security.types import Actor

AGAIN = "sent again"


@action("authorizations.send")
def send_authorization(*, actor: Actor, authorization_id: UUID, way: Way, told: str = "") -> None:
    """The packet as it was signed goes, whole, as one PDF. ``told``: with whom, by telephone or portal.

    The first time it is asked, or appealed, by this. Labels are asked for each piece. Raises NotFound, Invalid without
    a number or a name, Refusal for what is not signed, where a label keeps a piece, or the patient paid for it in full.
    """
    row = held(actor, authorization_id, "authorizations.send")
    state = State(row.state)
    if state is not State.SIGNED and state not in SENT:
        raise Refusal("not-to-send", f"{row.number} is {row.state}.", "Only what is signed goes to a payer.")
    if way is Way.TOLD and not told.strip():
        wrong = {"told": ["Say with whom, or in which portal."]}
        raise Invalid("told-missing", "Say who took it.", "", {"fields": wrong})
    packet = from_json(row.packet, Packet)
    abouts, pages = abouts_of(packet), pages_of(actor, to_authorization(row), packet)
    if way is Way.FAX:
        _fax(actor, row, pages, abouts)
    else:
        _left(actor, row, way, told, abouts)
    words = ", ".join(filter(None, (way.value, row.draft["to_name"], told.strip())))
    if state is State.SIGNED:
        stands(actor, row, State.APPEALED if row.appeal else State.ASKED, words)
    else:
        saved(actor, row)
        note(actor, row, AGAIN, words)
    record("authorization", row.id, subjects=[row.patient_id], way=way.value, pieces=len(packet.pieces))


def _why(row: Authorization) -> str:
    return f"{row.policy.payer.name} decides by this whether it pays for {row.medicine}"[:200]


def _fax(actor: Actor, row: Authorization, pages: bytes, abouts: tuple[UUID, ...]) -> None:
    times = AuthorizationEvent.objects.filter(authorization=row).count()
    wanted = ToFax(
        key=f"authorization {row.id} {times}", patient_id=row.patient_id, encounter_id=row.encounter_id,
        what=f"Request to a payer {row.number}", to_name=row.draft["to_name"], to_number=row.draft["to_number"],
        purpose="payment", why=_why(row), abouts=abouts,
    )  # fmt: skip
    queue_fax(actor=actor, wanted=wanted, pages=pages)


def _left(actor: Actor, row: Authorization, way: Way, told: str, abouts: tuple[UUID, ...]) -> None:
    note_id = AuthorizationEvent.objects.filter(authorization=row).order_by("-id").values_list("id", flat=True)[0]
    left = Leaving(
        patient_id=row.patient_id, purpose="payment", what=f"Request to a payer {row.number}",
        to_name=row.draft["to_name"], to_address=told.strip() or row.draft["to_number"], way=way.value,
        cause=Ref("authorization-event", note_id), why=_why(row), encounter_id=row.encounter_id, abouts=abouts,
    )  # fmt: skip
    record_disclosures(actor=actor, leaving=(left,))
