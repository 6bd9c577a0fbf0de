"""The answer to a pharmacy that asked by wire: an approval is the new prescription, a denial says why.

A denial that does not come through is no answer: whoever asked is still to be told, by a person.
"""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import at_pharmacy
from medoffice.clinic.prescriptions.actions.renewing import TO_ANSWER, open_renewal_work_of
from medoffice.clinic.prescriptions.actions.wiring import queue_out
from medoffice.clinic.prescriptions.models import Pharmacy, Prescription, Renewal, WireIn
from medoffice.clinic.prescriptions.queries.dispatches import was_sent
from medoffice.clinic.prescriptions.queries.prescriptions import says_of
from medoffice.clinic.prescriptions.rules.wire import answer_of, not_by_wire
from medoffice.clinic.prescriptions.types.exchange import Carried, Message
from medoffice.clinic.prescriptions.types.prescribing import Schedule
from medoffice.clinic.prescriptions.types.renewals import Stands, Way
from medoffice.clinic.prescriptions.types.wire import Answer, Came
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.types import Actor


def answer_by_wire(actor: Actor, row: Renewal, made: Prescription | None) -> None:
    """Whoever asked by wire is answered so, which is nobody's work; what may not go so stays somebody's."""
    asked = (
        WireIn.objects.filter(renewal=row, state=Came.TAKEN, message=Message.RENEWAL_REQUEST).order_by("-id").first()
    )
    where = Pharmacy.objects.filter(wire=asked.sender, used=True).exclude(wire="").first() if asked else None
    if asked is None or where is None or row.prescription is None:
        return
    if made is None:
        queue_out(row, where, Message.RENEWAL_RESPONSE, relates_to=asked.message_id, answer=Answer.DENIED, why=row.why)
        said = Answer.DENIED
    elif not_by_wire(Schedule(made.schedule), where.wire) or was_sent(made.id):
        return
    else:
        said = answer_of(says_of(row.prescription), says_of(made))
        made.pharmacy = where
        made.save()
        sent = at_pharmacy(actor, made, where, Carried.WIRE, "", Message.RENEWAL_RESPONSE)
        queue_out(sent, where, Message.RENEWAL_RESPONSE, relates_to=asked.message_id, answer=said, renewal=row)
    if row.way == Way.WIRE:
        row.answered, row.answered_at, row.answered_by = _by_wire(said), clock.now(), actor.name
        row.save()
        finish_work_about(actor=actor, ref=Ref("renewal", row.id), outcome="answered")


def is_unanswered(actor: Actor, renewal_id: UUID) -> None:
    """The answer by wire did not come through: somebody tells whoever asked, unless they have been told since."""
    row = Renewal.objects.select_for_update(of=("self",)).get(id=renewal_id)
    if row.answered_at is not None and row.answered != _by_wire(Answer.DENIED):
        return
    row.answered, row.answered_at, row.answered_by = "", None, ""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    open_renewal_work_of(actor, row, TO_ANSWER)


def is_answered_late(actor: Actor, renewal_id: UUID) -> None:
    """A denial by wire came through after its time: nobody need tell them any more, unless somebody has."""
    row = Renewal.objects.select_for_update(of=("self",)).get(id=renewal_id)
    if row.answered_at is not None or row.stands != Stands.DENIED or row.way != Way.WIRE:
        return
    row.answered, row.answered_at, row.answered_by = _by_wire(Answer.DENIED), clock.now(), actor.name
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    finish_work_about(actor=actor, ref=Ref("renewal", row.id), outcome="answered")


def _by_wire(said: Answer) -> str:
    return f"wire, {said.value}"
