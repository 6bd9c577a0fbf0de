"""What a message of a pharmacy does: one function for each kind, all by the one table of states."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from medoffice.clinic.prescriptions.actions.answering_by_wire import is_answered_late, is_unanswered
from medoffice.clinic.prescriptions.actions.ask_renewal import ask_renewal
from medoffice.clinic.prescriptions.actions.dispatching import TO_CANCEL, TO_LOOK_AT, ask_about, moved, say
from medoffice.clinic.prescriptions.actions.wiring import TO_CHANGE, ask_to_call, line, no_more_waits, queue_out
from medoffice.clinic.prescriptions.models import Dispatch, Pharmacy, Prescription, Renewal, WireIn, WireOut
from medoffice.clinic.prescriptions.queries.wire import meant_by
from medoffice.clinic.prescriptions.rules.exchange import ENDS
from medoffice.clinic.prescriptions.rules.wire import AGAIN_AFTER, ASKS, event_of, tried_again
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Message, Stand
from medoffice.clinic.prescriptions.types.pharmacies import dashed
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.clinic.prescriptions.types.renewals import Asking, Way
from medoffice.clinic.prescriptions.types.wire import Answer, Came, Incoming, Left
from medoffice.kernel.folding import fold
from medoffice.kernel.refusals import Refusal
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor

_NOT_THERE = (Stand.CANCELLED, Stand.FAILED)
_DISPENSES = (Event.VERIFIED, Event.PARTLY, Event.FILLED)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a message, and what it is about."""

    state: Came
    why: str = ""
    dispatch: Dispatch | None = None
    renewal_id: UUID | None = None
    prescription: Prescription | None = None


def take_in(actor: Actor, row: WireIn) -> TakenIn:
    """Read it and do what it says; what that is refused for sets it aside. Raises Refusal for what cannot be read."""
    told = line().read(bytes(row.data))
    row.sender, row.message_id, row.message = told.sender, told.message_id, told.message.value
    try:
        with transaction.atomic():
            return _do(actor, told)
    except Refusal as refusal:
        return TakenIn(Came.ASIDE, refusal.words, prescription=_named(told))


def _do(actor: Actor, told: Incoming) -> TakenIn:
    """What it says is done. Raises Refusal for what means nothing of this office."""
    before = WireIn.objects.filter(sender=told.sender, message_id=told.message_id, state=Came.TAKEN).first()
    if before is not None:
        if before.message == told.message:
            return TakenIn(Came.AGAIN, dispatch=before.dispatch)
        raise Refusal("number-again", f"Its number {told.message_id} came before with another message.", "")
    if told.message is Message.RENEWAL_REQUEST:
        return _asked_again(actor, told)
    out = _ours(told)
    sent = _meant(told, out)
    if sent is None:
        if out is None:
            raise Refusal("nothing-meant", "It names nothing that this office sent by wire.", "")
        return _of_a_denial(actor, told, out)
    if told.message not in (Message.STATUS, Message.ERROR) and told.sender != sent.pharmacy.wire:
        return TakenIn(Came.ASIDE, f"{told.sender} speaks of what {sent.pharmacy.name} has", sent)
    wrong = _of_another(told, sent.prescription)
    if wrong:
        return TakenIn(Came.ASIDE, wrong, sent)
    said = _DOES[told.message](actor, sent, told, out)
    return TakenIn(Came.ASIDE if said else Came.TAKEN, said, sent)


def _named(told: Incoming) -> Prescription | None:
    """Of which prescription it speaks, whatever else is wrong with it: whose it is decides who may read it."""
    out = _ours(told)
    if out is not None:
        return meant_by(out)
    return Prescription.objects.filter(number=told.order).first() if told.order else None


def _ours(told: Incoming) -> WireOut | None:
    """The message of ours that it answers, if it answers one."""
    number = _uuid(told.relates_to)
    return WireOut.objects.filter(id=number).first() if number else None


def _meant(told: Incoming, out: WireOut | None) -> Dispatch | None:
    """What at a pharmacy it is about, locked, if it is about any."""
    at = out.dispatch_id if out else None
    if out is None and told.order:
        found = Dispatch.objects.filter(prescription__number=told.order, way=Carried.WIRE).order_by("-sent_at", "-id")
        at = found.values_list("id", flat=True).first()
    rows = Dispatch.objects.select_for_update(of=("self",)).select_related("prescription", "pharmacy")
    return rows.get(id=at) if at else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _of_a_denial(actor: Actor, told: Incoming, out: WireOut) -> TakenIn:
    """What is said of a denial, which is of nothing at a pharmacy. One that did not come through is no answer;

    one that came through late is, and ends the work that its silence made.
    """
    meant = meant_by(out)
    found = TakenIn(Came.TAKEN, renewal_id=out.renewal_id, prescription=meant)
    theirs = (Message.STATUS, Message.ERROR, *((Message.VERIFY,) if told.sender == out.pharmacy.wire else ()))
    if told.message not in theirs:
        return replace(found, state=Came.ASIDE, why=f"{told.message.value} of what was denied")
    if wrong := _of_another(told, meant):
        return replace(found, state=Came.ASIDE, why=wrong)
    waited = out.state in (Left.GONE, Left.SILENT)
    _answered(out)
    if not waited or out.renewal is None:
        return found
    if told.message is not Message.ERROR:
        is_answered_late(actor, out.renewal.id)
    elif tried_again(told.said, out.tries):
        _goes_anew(out.renewal, out)
    else:
        is_unanswered(actor, out.renewal.id)
    return found


def _answered(out: WireOut) -> None:
    WireOut.objects.filter(id=out.id, state__in=[Left.GONE, Left.SILENT]).update(state=Left.ANSWERED)


def _moves(actor: Actor, sent: Dispatch, told: Incoming, out: WireOut | None) -> str:
    """Status, verification, filling, answer to a cancellation."""
    event = event_of(told.message, told.said)
    if event is None:
        return f"{told.message.value} says {told.said or 'nothing'}, which nobody here knows"
    say(actor, sent, told.message, _words(told), out=False)
    if out is not None and out.message == Message.CANCEL and event is Event.STATUS:
        return ""  # that the network has it is no answer to a cancellation
    if not moved(actor, sent, event) and sent.stand in _NOT_THERE and event in _DISPENSES:
        ask_about(
            actor, sent, TO_LOOK_AT, f"The pharmacy has what stands as {sent.stand}:", key=_short(told.message_id)
        )
    no_more_waits(sent, told.message)
    return ""


def _error(actor: Actor, sent: Dispatch, told: Incoming, out: WireOut | None) -> str:
    """What did not come through goes anew under another number, a few times; what was rejected is a call."""
    words = " ".join(filter(None, (told.said, told.words)))
    say(actor, sent, Message.ERROR, words, out=False)
    if out is None:
        return f"An error {words} that names none of our messages"
    latest = sent.outs.filter(message=out.message).order_by("-queued_at", "-id").first()
    if latest is None or latest.id != out.id or out.state not in (Left.GONE, Left.SILENT):
        return ""  # it was sent anew, or answered, meanwhile
    _answered(out)
    if out.message != Message.CANCEL and not moved(actor, sent, Event.FAILED):
        return ""
    if tried_again(told.said, out.tries):
        if out.message != Message.CANCEL:
            moved(actor, sent, Event.AGAIN)
        _goes_anew(sent, out)
    elif out.message == Message.CANCEL:
        ask_about(actor, sent, TO_CANCEL, f"Refused by wire ({words[:60]}), call the pharmacy: cancel")
    else:
        ask_to_call(actor, sent, f"Refused by wire ({words[:60]}): send it otherwise,", str(out.id))
    return ""


def _goes_anew(about: Dispatch | Renewal, out: WireOut) -> None:
    queue_out(
        about, out.pharmacy, Message(out.message), relates_to=out.relates_to, why=out.why, renewal=out.renewal,
        answer=Answer(out.answer) if out.answer else None, tries=out.tries + 1, after=AGAIN_AFTER,
    )  # fmt: skip


def _change(actor: Actor, sent: Dispatch, told: Incoming, out: WireOut | None) -> str:
    """A pharmacy asks for something else: the prescriber decides."""
    if sent.stand in ENDS and sent.stand != Stand.NOT_FILLED:
        return f"A change is asked of what is {sent.stand}"
    asked = ASKS.get(told.said, told.said or "a change")
    say(actor, sent, told.message, f"asks for {asked}: {_words(told)}", out=False)
    no_more_waits(sent, told.message)
    moved(actor, sent, Event.VERIFIED)
    ask_about(actor, sent, TO_CHANGE, f"The pharmacy asks for {asked}:", key=_short(told.message_id))
    return ""


def _asked_again(actor: Actor, told: Incoming) -> TakenIn:
    """A line of the renewal desk, as if they had called."""
    before = Prescription.objects.filter(number=told.order, state__in=[State.SIGNED, State.ENDED]).first()
    where = Pharmacy.objects.filter(wire=told.sender).exclude(wire="").first()
    if before is None or where is None:
        missing = "a pharmacy of the directory" if before else "a prescription of this office"
        raise Refusal(
            "nothing-meant", f"It asks for {told.medicine or 'a medicine'} again, and names not {missing}.", ""
        )
    theirs = Dispatch.objects.filter(prescription=before, pharmacy=where).order_by("-sent_at", "-id").first()
    wrong = _of_another(told, before) or _other_medicine(told, before)
    if theirs is None or wrong:
        return TakenIn(Came.ASIDE, wrong or f"{before.number} never went to {where.name}", prescription=before)
    asking = Asking(
        medicine=before.medicine, way=Way.WIRE, asker=where.name, pharmacy=where.name, answer_to=dashed(where.phone),
        note=_words(told),
    )  # fmt: skip
    made = ask_renewal(actor=actor, patient_id=before.patient_id, asking=asking, prescription_id=before.id)
    return TakenIn(Came.TAKEN, renewal_id=made)


def _of_another(told: Incoming, meant: Prescription) -> str:
    """What in a message speaks of another prescription or patient than it names; "" if nothing does."""
    if told.order and told.order != meant.number:
        return f"It names {told.order}, and answers what was said of {meant.number}"
    if told.born and told.born != patient(meant.patient_id).birth_date.isoformat():
        return f"It names a patient who was born on another day than whoever has {meant.number}"
    return ""


def _other_medicine(told: Incoming, meant: Prescription) -> str:
    if fold(told.medicine).split(" ")[0] in fold(meant.medicine):
        return ""
    return f"It names {told.medicine}, and {meant.number} is {meant.medicine}"


def _short(number: str) -> str:
    """A key as long as any other, of a number that a pharmacy chose."""
    return hashlib.sha256(number.encode()).hexdigest()[:32]


def _words(told: Incoming) -> str:
    return " ".join(filter(None, (told.said, told.words, f"({told.reference})" if told.reference else "")))


_DOES: dict[Message, Callable[[Actor, Dispatch, Incoming, WireOut | None], str]] = {
    Message.STATUS: _moves,
    Message.VERIFY: _moves,
    Message.FILL: _moves,
    Message.CANCEL_RESPONSE: _moves,
    Message.ERROR: _error,
    Message.CHANGE_REQUEST: _change,
}
