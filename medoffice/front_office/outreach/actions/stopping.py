"""No more texts to a telephone, or texts again."""

from datetime import timedelta

from medoffice.front_office.outreach.actions.writing import note_event, words_for
from medoffice.front_office.outreach.models import Message, Stopped
from medoffice.front_office.outreach.rules.reaching import as_named
from medoffice.front_office.outreach.types.messages import Channel, Detail, MessageState, Purpose
from medoffice.kernel import clock
from medoffice.kernel.rows import new_row
from medoffice.practice.api import office_zone, practice
from medoffice.security.types import Actor


def stop_texts(actor: Actor, phone: str, answers: Message | None) -> None:
    """From now on no text goes there; whoever answered a message with it is told so, once."""
    digits = as_named(Channel.SMS, phone)
    if not digits:
        return
    _, new = Stopped.objects.get_or_create(digits=digits, defaults={"since": clock.now()})
    if new and answers is not None:
        _say_stopped(actor, answers)


def start_texts(phone: str) -> None:
    """Texts go there again."""
    Stopped.objects.filter(digits=as_named(Channel.SMS, phone)).delete()


def _say_stopped(actor: Actor, answers: Message) -> None:
    """The one text that still goes: it says that no more will. It waits for no loud hour, for they wrote just now."""
    now, office = clock.now(), practice()
    row = new_row(
        Message,
        key=f"stopped {answers.id}",
        patient_id=answers.patient_id,
        purpose=Purpose.STOPPED,
        about_kind="outreach_message",
        about_id=answers.id,
        channel=Channel.SMS,
        to=answers.to,
        to_key=answers.to_key,
        said={"office": office.name, "phone": office.phone, "zone": office_zone().key},
        language=answers.language,
        state=MessageState.QUEUED,
        made_at=now,
        not_before=now + timedelta(seconds=1),
        made_by=actor.name,
    )
    words_for(row, Detail.BARE)
    row.save(force_insert=True)
    note_event(row, row.state, "", actor.name)
