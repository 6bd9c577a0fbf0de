"""What an answer does: a visit is confirmed or cancelled, no more texts are sent, or a person reads it."""

from django.db import transaction

from medoffice.front_office.outreach.actions.accept_offer import accept_offer
from medoffice.front_office.outreach.actions.decline_offer import decline_offer
from medoffice.front_office.outreach.actions.writing import note_event
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.types.messages import Answer, MessageState, Purpose
from medoffice.front_office.scheduling.api import appointment, cancel, confirm
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.types import Actor

ASKS = frozenset({Purpose.REMINDER, Purpose.MOVED, Purpose.OFFER})  # what a yes or no answers


def apply_answer(actor: Actor, row: Message, answer: Answer, how: str) -> None:
    """Do what a patient answered to a message; what cannot be done, a person hears of."""
    answered(row, answer, how, actor.name)
    finish_work_about(actor=actor, ref=Ref("outreach_message", row.id), outcome=answer.value, kind="phone-task")
    if answer not in (Answer.YES, Answer.NO) or Purpose(row.purpose) not in ASKS:
        to_read(actor, row, "A patient wrote back")
        return
    try:
        with transaction.atomic():
            _say(actor, row, answer, how)
    except Refusal as refusal:
        to_read(actor, row, f"A patient answered {answer.value}; {refusal.words}")


def answered(row: Message, answer: Answer, how: str, by: str) -> None:
    """The message has its answer."""
    row.state, row.answer = MessageState.ANSWERED, answer.value
    row.save()
    note_event(row, row.state, f"{answer.value}, {how}", by)


def to_read(actor: Actor, row: Message, title: str) -> None:
    """Let a person see to it; once for a message while nobody has."""
    open_work(
        actor=actor,
        kind="reply",
        title=title,
        ref=Ref("outreach_message", row.id),
        patient_id=row.patient_id,
        visit_id=row.about_id if row.about_kind == "appointment" else None,
        key=str(row.id),
    )


def _say(actor: Actor, row: Message, answer: Answer, how: str) -> None:
    if row.purpose == Purpose.OFFER:
        if answer is Answer.YES:
            accept_offer(actor=actor, offer_id=row.about_id)
        else:
            decline_offer(actor=actor, offer_id=row.about_id)
        return
    visit = appointment(row.about_id)
    if answer is Answer.YES:
        if visit.state is not AppointmentState.CONFIRMED:  # said twice is said once
            confirm(actor=actor, appointment_id=visit.id)
    elif row.purpose == Purpose.MOVED:
        to_read(actor, row, "The new time does not suit: find another")
    else:
        cancel(actor=actor, appointment_id=visit.id, why=f"The patient, {how}")
        to_read(actor, row, "Cancelled by the patient: another time?")
