"""Bring in the answering service's messages."""

from uuid import UUID

from medoffice.front_office.calls.actions.take_call import take_call
from medoffice.front_office.calls.models import Message as Known
from medoffice.front_office.calls.models import MessageFile
from medoffice.front_office.calls.rules.answering import Message, read_messages
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import office_zone
from medoffice.records.patients.api import search
from medoffice.security.api import action, record
from medoffice.security.types import Actor

SOURCE = "answering service"
LARGEST = 1_000_000


@action("calls.bring_in")
def bring_in_messages(*, actor: Actor, name: str, text: str) -> UUID:
    """Each message becomes an open call, once, however often it is brought in; returns the record of the file.

    A patient is linked if name and birth date fit exactly one; nobody's identity is checked by that. What cannot be
    read is in the record with its line. Raises Invalid for nothing at all, or more than a megabyte.
    """
    if not text.strip() or len(text) > LARGEST:
        why = "Choose a file, or paste the text of the message."
        raise Invalid("no-messages", "There is nothing to bring in.", why, {"fields": {"text": [why]}})
    found = read_messages(text, office_zone())
    now = clock.now()
    row = MessageFile.objects.create(
        name=name.strip()[:120], taken=0, known=0, errors=[list(one) for one in found.errors], by=actor.name, at=now
    )
    for one in found.messages:
        if one.received > now:
            row.errors.append([one.line, "It was received after this moment: the time or the date is wrong."])
        elif Known.objects.filter(key=one.key).exists():
            row.known += 1
        else:
            Known.objects.create(key=one.key, file=row, call_id=_call(actor, one))
            row.taken += 1
    row.save(update_fields=["taken", "known", "errors"])
    record("message_file", row.id, taken=row.taken, known=row.known, errors=len(row.errors))
    return row.id


def _call(actor: Actor, one: Message) -> UUID:
    told = f"\nTold by the service to {one.told}." if one.told else ""
    about = f"\nAbout: {one.patient}{f', born {one.born:%m/%d/%Y}' if one.born else ''}." if one.patient else ""
    return take_call(
        actor=actor,
        kind=CallKind.OTHER,
        caller=one.caller,
        relation=one.relation,
        phone=one.phone,
        reason=f"{one.message}{about}{told}",
        patient_id=_patient(actor, one),
        urgent=one.urgent,
        callback=one.phone,
        source=SOURCE,
        started_at=one.received,
    )


def _patient(actor: Actor, one: Message) -> UUID | None:
    """The one patient with this name and birth date that the actor may find."""
    if not one.patient or one.born is None:
        return None
    hits = search(actor, f"{one.patient} {one.born:%m/%d/%Y}", limit=2)
    exact = [hit for hit in hits if not hit.why]
    return exact[0].id if len(exact) == 1 else None
