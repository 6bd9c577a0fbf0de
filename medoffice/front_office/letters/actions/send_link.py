"""Send a letter as a link by e-mail: the e-mail says who has a letter and where it opens, nothing of any patient."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from medoffice.front_office.letters.actions.rows import held_letter, refuse_findings
from medoffice.front_office.letters.actions.send_letter import refuse_to_send
from medoffice.front_office.letters.models import Letter, Link, Sending, SendingEvent
from medoffice.front_office.letters.queries.letters import recipient_of, shown, to_letter
from medoffice.front_office.letters.queries.links import code_hash, link_rule, own_email, token_hash
from medoffice.front_office.letters.queries.paper import count_of, pages_of
from medoffice.front_office.letters.rules.addresses import names_in
from medoffice.front_office.letters.rules.links import mail_of
from medoffice.front_office.letters.types.letters import LetterState, SendingState, Way
from medoffice.front_office.letters.types.links import SentLink
from medoffice.front_office.outreach.api import mail_out
from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone, practice
from medoffice.records.disclosures.api import refuse_objected, refuse_to_plan
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("letters.send", shown_once=True)
def send_link(*, actor: Actor, letter_id: UUID, place: str, to_email: str = "") -> SentLink:
    """Let it wait behind a link, and mail the link; it opens for who knows the birth date, or for another a code.

    A patient gets it at the e-mail on file, in their own way (``to_email`` is not asked); another at ``to_email``, and
    the code that is returned is said to them on the telephone, for it is not kept. ``place`` is the address before the
    link's secret. It leaves when it is opened: that is when the log says so. Raises as ``send_letter``, Invalid for an
    e-mail that is none, Refusal where the patient wants no e-mail, or none goes out.
    """
    row = held_letter(actor, letter_id, "letters.send")
    to_patient = row.to == "patient"
    notices = require(actor, "letters.send", row.patient_id, row.encounter_id, to_patient=to_patient)
    reads = shown(actor, to_letter(row))
    reader = recipient_of(to_letter(row))
    refuse_to_send(row, reader, Way.LINK)
    refuse_findings(reads.findings)
    names = [reader.name] if to_patient else names_in(reader.name, reader.lines)
    refuse_objected([(row.patient_id, name) for name in names])
    refuse_to_plan(row.purpose, (row.encounter_id, row.id))
    address = own_email(row.patient_id) if to_patient else _typed(to_email)
    pages = pages_of(to_letter(row), reads.text, notices)
    row.words, row.state = reads.text, LetterState.SENT
    row.save(update_fields=["words", "state"])
    sent = Sending.objects.create(
        letter=row,
        way=Way.LINK,
        to_name=reader.name,
        to_address=address,
        sha256=files.store(pages, "application/pdf"),
        pages=count_of(pages),
        at=clock.now(),
        by=actor.name,
    )
    code = "" if to_patient else f"{secrets.randbelow(10**8):08d}"
    _mailed(actor, row, sent, code, place)
    finish_work_about(actor=actor, ref=Ref("letter", row.id), outcome="sent")
    record("letter", row.id, subjects=[row.patient_id], way=Way.LINK.value)
    return SentLink(sent.id, code)


def _typed(to_email: str) -> str:
    try:
        validate_email(to_email.strip())
    except ValidationError as error:
        words = "To which e-mail?"
        raise Invalid("no-email", words, "", {"fields": {"to_email": [words]}}) from error
    return to_email.strip()


def _mailed(actor: Actor, row: Letter, sent: Sending, code: str, place: str) -> None:
    rule, token, office = link_rule(), secrets.token_urlsafe(24), practice()
    expires = clock.now() + timedelta(days=rule.days)
    link = Link.objects.create(
        sending=sent,
        to_email=sent.to_address,
        token_hash=token_hash(token),
        code_hash=code_hash(token, code) if code else "",
        expires_at=expires,
        most_tries=rule.tries,
    )
    until = expires.astimezone(office_zone()).date()
    subject, body = mail_of(row.language, office=office.name, phone=office.phone, until=until, link=f"{place}{token}/")
    words = f"a link that opens until {until:%m/%d/%Y}, for who knows the {'code' if code else 'birth date'}"
    SendingEvent.objects.create(sending=sent, state=SendingState.HANDED, words=words, at=clock.now(), by=actor.name)
    mail_out(actor=actor, note_id=link.id, to=sent.to_address, subject=subject, body=body)
