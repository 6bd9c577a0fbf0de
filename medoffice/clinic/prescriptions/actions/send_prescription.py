"""Send a prescription to its pharmacy, by fax or by telephone."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import fax_key, moved, say
from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import Dispatch, Pharmacy, Prescription
from medoffice.clinic.prescriptions.queries.dispatches import bars_of, was_sent
from medoffice.clinic.prescriptions.queries.paper import paper_of
from medoffice.clinic.prescriptions.queries.prescriptions import prescription
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Message, Stand
from medoffice.clinic.prescriptions.types.prescribing import Schedule, State
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.send")
def send_prescription(*, actor: Actor, prescription_id: UUID, way: Carried, told: str = "", why: str = "") -> UUID:
    """By fax, with the page as it was signed, or by telephone: ``told`` is who took it down and read it back.

    ``why`` is the reason, where something speaks against the way (its schedule, a paper that was printed). Nothing goes
    by wire: there is no certified line. Raises NotFound, Invalid by field, Refusal for what is not signed, has no
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
    now = clock.now()
    sent = Dispatch.objects.create(
        prescription=row, patient_id=row.patient_id, encounter_id=row.encounter_id, pharmacy=where, way=way.value,
        stand=Stand.QUEUED.value, why=why.strip()[:200], sent_at=now, sent_by=actor.name, changed_by=actor.name,
        changed_at=now,
    )  # fmt: skip
    say(actor, sent, Message.NEW, f"by {way.value} to {where.name}", out=True)
    note(actor, row, "sent", f"by {way.value} to {where.name}{f', {why.strip()}' if why.strip() else ''}")
    if way is Carried.FAX:
        _fax(actor, row, sent, where)
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
    if not (where.fax if way is Carried.FAX else where.phone):
        raise Refusal("no-number", f"{where.name} has no {way.value} number.", "Add it in the directory.")
    if was_sent(row.id):
        raise Refusal("sent-already", f"{row.number} is at a pharmacy already.", "Call it back there first.")
    return where


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
