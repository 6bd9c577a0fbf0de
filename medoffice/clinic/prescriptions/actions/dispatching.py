"""A prescription at a pharmacy moves, and what several of its verbs write."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import note
from medoffice.clinic.prescriptions.actions.wiring import TO_CALL, hold_back, may_have_gone, queue_out
from medoffice.clinic.prescriptions.models import Dispatch, Pharmacy, PharmacyMessage, Prescription
from medoffice.clinic.prescriptions.rules.exchange import ENDS, after
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Message, Stand
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.faxes.api import faxes_for, stop_fax
from medoffice.records.faxes.types import FaxState
from medoffice.security.api import require
from medoffice.security.types import Actor

FAXED = "prescription"
TO_CANCEL, TO_LOOK_AT = "pharmacy-to-cancel", "pharmacy-did-not"


def fax_key(dispatch_id: UUID) -> str:
    """The key of the fax that carries it."""
    return f"{FAXED} {dispatch_id}"


def held_dispatch(actor: Actor, dispatch_id: UUID, seen_version: int) -> Dispatch:
    """One, locked, that the actor may do something to. Raises NotFound, Conflict."""
    row = Dispatch.objects.select_for_update(of=("self",)).filter(id=dispatch_id).first()
    if row is None:
        raise NotFound
    require(actor, "prescriptions.send", row.patient_id, row.encounter_id)
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then go on.")
    return row


def say(actor: Actor, row: Dispatch, message: Message, words: str, *, out: bool) -> None:
    """A line of what the two said to each other."""
    PharmacyMessage.objects.create(
        dispatch=row, out=out, message=message.value, words=words.strip()[:300], at=clock.now(), by=actor.name
    )


def moved(actor: Actor, row: Dispatch, event: Event) -> bool:
    """It stands so from now on, with the work of who has to see to it; False if the event says nothing new."""
    then = after(Stand(row.stand), event)
    if then is None:
        return False
    row.stand, row.version = then.value, row.version + 1
    row.changed_by, row.changed_at = actor.name, clock.now()
    row.save()
    if then is Stand.CANCEL_ASKED and row.way != Carried.WIRE:
        ask_about(actor, row, TO_CANCEL, "Call the pharmacy: cancel")
    elif then in ENDS:
        finish_work_about(actor=actor, ref=Ref("dispatch", row.id), outcome=then.value)
    elif row.way == Carried.WIRE and then not in (Stand.FAILED, Stand.UNKNOWN):
        finish_work_about(actor=actor, ref=Ref("dispatch", row.id), outcome=then.value, kind=TO_CALL)
    if then in (Stand.NOT_FILLED, Stand.CANCEL_DENIED):
        ask_about(actor, row, TO_LOOK_AT, f"The pharmacy says {then.value}:")
    return True


def at_pharmacy(
    actor: Actor, row: Prescription, where: Pharmacy, way: Carried, why: str, message: Message = Message.NEW
) -> Dispatch:
    """It is to go to this pharmacy by this way."""
    now = clock.now()
    sent = Dispatch.objects.create(
        prescription=row, patient_id=row.patient_id, encounter_id=row.encounter_id, pharmacy=where, way=way.value,
        stand=Stand.QUEUED.value, why=why.strip()[:200], sent_at=now, sent_by=actor.name, changed_by=actor.name,
        changed_at=now,
    )  # fmt: skip
    say(actor, sent, message, f"by {way.value} to {where.name}", out=True)
    note(actor, row, "sent", f"by {way.value} to {where.name}{f', {why.strip()}' if why.strip() else ''}")
    return sent


def call_off(actor: Actor, row: Dispatch, why: str) -> None:
    """It is not to be dispensed: what never left is stopped, what the pharmacy has is cancelled as it went:

    by wire, else by a call, which is work.
    """
    if row.way == Carried.WIRE and may_have_gone(row):
        moved(actor, row, Event.HANDED)
    elif row.stand == Stand.QUEUED and row.way == Carried.FAX:
        _, state = _fax_of(row)
        if state is FaxState.HANDED:
            moved(actor, row, Event.HANDED)
        elif state is FaxState.DELIVERED:
            moved(actor, row, Event.STATUS)
        else:
            _stop_fax(actor, row)
    hold_back(row)
    if moved(actor, row, Event.CANCEL):
        say(actor, row, Message.CANCEL, why, out=True)
        if row.stand == Stand.CANCEL_ASKED and row.way == Carried.WIRE:
            queue_out(row, row.pharmacy, Message.CANCEL, why=why)


def _stop_fax(actor: Actor, row: Dispatch) -> None:
    fax_id, state = _fax_of(row)
    if fax_id and state in (FaxState.QUEUED, FaxState.FAILED):
        stop_fax(actor=actor, fax_id=fax_id)


def _fax_of(row: Dispatch) -> tuple[UUID | None, FaxState | None]:
    found = faxes_for([fax_key(row.id)]).get(fax_key(row.id))
    return (found[0].id, found[0].state) if found else (None, None)


def ask_about(actor: Actor, row: Dispatch, kind: str, words: str, key: str = "") -> None:
    """Work of this kind about it, once, or once for each key."""
    open_work(
        actor=actor,
        kind=kind,
        title=f"{words} {row.prescription.number}",
        ref=Ref("dispatch", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        key=f"{row.id} {kind} {key}".strip(),
    )
