"""Send a prescription to its pharmacy, by fax, by telephone or by wire."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import at_pharmacy, fax_key, moved, say
from medoffice.clinic.prescriptions.actions.rows import held
from medoffice.clinic.prescriptions.actions.wiring import TO_CALL, queue_out
from medoffice.clinic.prescriptions.models import Dispatch, Pharmacy, Prescription
from medoffice.clinic.prescriptions.queries.dispatches import bars_of, was_sent
from medoffice.clinic.prescriptions.queries.paper import paper_of
from medoffice.clinic.prescriptions.queries.prescriptions import prescription
from medoffice.clinic.prescriptions.rules.wire import not_by_wire
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Message
from medoffice.clinic.prescriptions.types.prescribing import Schedule, State
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.send")
def send_prescription(*, actor: Actor, prescription_id: UUID, way: Carried, told: str = "", why: str = "") -> UUID:
    """By fax, with the page as it was signed, or by telephone: ``told`` is who took it down and read it back.

    By wire it goes by itself, to a pharmacy that takes it so, and never what is or may be controlled: there is no
    certified line. ``why`` is the reason, where something speaks against the way (its schedule, a paper that was
    printed). Raises NotFound, Invalid by field, Refusal for what is not signed, has no
    pharmacy, or is at one already.
    """
    row = held(actor, prescription_id, "prescriptions.send")
    where = _pharmacy(row, way)
    against = bars_of(row.id, Schedule(row.schedule), way)
    if against and not why.strip():
        raise Invalid("way-barred", f"{against[0].words}.", "Say why it goes so all the same, or choose another way.")
    if way is Carried.PHONE and not told.strip():
        wrong = {"told": ["Say who took it down."]}
        raise Invalid("told-missing", "Say who took it down and read it back.", "", {"fields": wrong})
    _no_more_to_call(actor, row)
    sent = at_pharmacy(actor, row, where, way, why)
    if way is Carried.FAX:
        _fax(actor, row, sent, where)
    elif way is Carried.WIRE:
        queue_out(sent, where, Message.NEW)
    else:
        moved(actor, sent, Event.HANDED)
        moved(actor, sent, Event.VERIFIED)
        say(actor, sent, Message.VERIFY, told, out=False)
        _disclose(actor, row, sent, where)
    record("prescription", row.id, subjects=[row.patient_id], way=way.value)
    return sent.id


def _pharmacy(row: Prescription, way: Carried) -> Pharmacy:
    """Where it goes. Raises Refusal if it cannot go there so."""
    if row.state != State.SIGNED:
        raise Refusal("not-signed", f"{row.number} is {row.state}.", "Only what is signed goes to a pharmacy.")
    where = row.pharmacy
    if where is None or not where.used:
        raise Refusal("no-pharmacy", "It has no pharmacy.", "Choose one of the patient's, or add one.")
    unwired = not_by_wire(Schedule(row.schedule), where.wire) if way is Carried.WIRE else ""
    if unwired:
        raise Refusal("not-by-wire", f"{unwired}.", "Send it by fax or telephone, or print it.")
    if way is not Carried.WIRE and not (where.fax if way is Carried.FAX else where.phone):
        raise Refusal("no-number", f"{where.name} has no {way.value} number.", "Add it in the directory.")
    if was_sent(row.id):
        raise Refusal("sent-already", f"{row.number} is at a pharmacy already.", "Call it back there first.")
    return where


def _no_more_to_call(actor: Actor, row: Prescription) -> None:
    """It goes anew: nobody needs to call about where it went before."""
    for before in row.dispatches.values_list("id", flat=True):
        finish_work_about(actor=actor, ref=Ref("dispatch", before), outcome="sent anew", kind=TO_CALL)


def _fax(actor: Actor, row: Prescription, sent: Dispatch, where: Pharmacy) -> None:
    one = prescription(actor, row.id, "prescriptions.send")
    wanted = ToFax(
        key=fax_key(sent.id),
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        what=f"Prescription {row.number}",
        to_name=where.name,
        to_number=where.fax,
        purpose="treatment",
    )
    queue_fax(actor=actor, wanted=wanted, pages=paper_of(one, original=True, by_fax=True))


def _disclose(actor: Actor, row: Prescription, sent: Dispatch, where: Pharmacy) -> None:
    left = Leaving(
        patient_id=row.patient_id,
        purpose="treatment",
        what=f"Prescription {row.number}",
        to_name=where.name,
        to_address=where.phone,
        way="telephone",
        cause=Ref("dispatch", sent.id),
        encounter_id=row.encounter_id,
    )
    record_disclosures(actor=actor, leaving=(left,), gone=True)
