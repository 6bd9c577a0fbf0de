"""Send a letter."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_findings, refuse_unless
from medoffice.front_office.letters.models import Letter, Sending, SendingEvent
from medoffice.front_office.letters.queries.beside import sheets_of
from medoffice.front_office.letters.queries.letters import fax_key, recipient_of, shown, to_letter
from medoffice.front_office.letters.queries.paper import bound, count_of, pages_of
from medoffice.front_office.letters.rules.addresses import names_in, wrong_with
from medoffice.front_office.letters.types.letters import Enclosed, LetterState, Recipient, SendingState, Shown, Way
from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.disclosures.api import record_disclosures, refuse_objected, refuse_to_plan
from medoffice.records.disclosures.types import Leaving
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

# What becomes of a fax the fax says itself.
_FIRST = {Way.MAIL: SendingState.PRINTED, Way.HAND: SendingState.GIVEN}


@action("letters.send")
def send_letter(*, actor: Actor, letter_id: UUID, way: Way, enclosed: Sequence[Enclosed] = ()) -> UUID:
    """Let it go: its pages are kept as they went, the log says what left, and its words never change again.

    A letter that went may go once more, by another way, with what amends it. What is enclosed goes, is kept and is
    logged with it; that it may is for whoever encloses it. Raises Refusal with everything that stands against it: what
    is missing, a signature, an address, a label, a patient who died.
    """
    row = held_letter(actor, letter_id, "letters.send")
    notices, reads = refuse_what_stands(actor, row, way)
    refuse_to_plan(row.purpose, (row.encounter_id, row.id, *(one.about for one in enclosed)))
    row.words, row.state = reads.text, LetterState.SENT
    row.save(update_fields=["words", "state"])
    going = [*enclosed, *sheets_of(row.id, row.title)]
    sending = _went(actor, row, way, bound(pages_of(to_letter(row), reads.text, notices), going, way), going)
    finish_work_about(actor=actor, ref=Ref("letter", row.id), outcome="sent")
    record("letter", row.id, subjects=[row.patient_id], way=way.value)
    return sending.id


def refuse_what_stands(actor: Actor, row: Letter, way: Way) -> tuple[tuple[str, ...], Shown]:
    """The notices that go with it, and how it reads. Raises Refusal for all that stands against this way."""
    notices = require(actor, "letters.send", row.patient_id, row.encounter_id, to_patient=row.to == "patient")
    reads, reader = shown(actor, to_letter(row)), recipient_of(to_letter(row))
    if way is Way.LINK:
        raise Refusal("by-link", "A link is sent from its own page.", "Choose it there.")
    refuse_to_send(row, reader, way)
    refuse_findings(reads.findings)
    if row.to != "patient":
        refuse_objected([(row.patient_id, name) for name in names_in(reader.name, reader.lines)])
    return notices, reads


def refuse_to_send(row: Letter, reader: Recipient, way: Way) -> None:
    """Raise Refusal for what stands against sending it by this way, besides labels, findings and restrictions."""
    if row.signed and row.state == LetterState.DRAFT:
        raise Refusal("not-signed", "A provider signs this letter first.", "Ask for the signature.")
    refuse_unless(row, LetterState.DRAFT, LetterState.READY, LetterState.SENT)
    who = patient(row.patient_id) if row.to == "patient" else None
    if who and who.deceased_on:
        raise Refusal("patient-died", "The patient has died.", "Write to the family in words of your own.")
    if who and way is Way.MAIL and "mail" in who.closed_ways:
        raise Refusal("no-mail", "The patient asked for no mail.", "Give it by hand, or ask them; the card says how.")
    if way is Way.MAIL and (odd := wrong_with([reader.name, *reader.lines])):
        raise Refusal("no-address", odd, "Enter it, or give the letter by hand.")


def _went(actor: Actor, row: Letter, way: Way, pages: bytes, enclosed: Sequence[Enclosed]) -> Sending:
    reader, now = recipient_of(to_letter(row)), clock.now()
    sent = Sending.objects.create(
        letter=row,
        way=way,
        to_name=reader.name,
        to_address=reader.fax if way is Way.FAX else ", ".join(reader.lines)[:254],
        sha256=files.store(pages, "application/pdf"),
        pages=count_of(pages),
        at=now,
        by=actor.name,
    )
    if way is Way.FAX:
        _fax(actor, row, sent, reader, pages, enclosed)
        return sent
    SendingEvent.objects.create(sending=sent, state=_FIRST[way], at=now, by=actor.name)
    left = Leaving(
        patient_id=row.patient_id,
        purpose=row.purpose,
        what=_what(row, enclosed),
        to_name=reader.name,
        to_address=sent.to_address,
        way=way.value,
        cause=Ref("letter_sending", sent.id),
        why=row.why,
        encounter_id=row.encounter_id,
        abouts=_abouts(row, enclosed),
    )
    record_disclosures(actor=actor, leaving=(left,))
    return sent


def _what(row: Letter, enclosed: Sequence[Enclosed]) -> str:
    """What leaves, in words: the letter, and by its title each thing that goes with it."""
    return "; ".join([f"{row.number}: {row.title}", *(one.title for one in enclosed if not one.cover)])[:200]


def _abouts(row: Letter, enclosed: Sequence[Enclosed]) -> tuple[UUID, ...]:
    """The papers it names."""
    return (row.id, *(one.about for one in enclosed if one.about))


def _fax(
    actor: Actor, row: Letter, sent: Sending, reader: Recipient, pages: bytes, enclosed: Sequence[Enclosed]
) -> None:
    wanted = ToFax(
        key=fax_key(sent.id),
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        what=_what(row, enclosed),
        to_name=reader.name,
        to_number=reader.fax,
        purpose=row.purpose,
        why=row.why,
        abouts=_abouts(row, enclosed),
    )
    queue_fax(actor=actor, wanted=wanted, pages=pages)
