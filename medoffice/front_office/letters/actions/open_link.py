"""Open a letter that waits behind a link: for who has the link and knows what it asks, if it may still be read."""

import secrets
from uuid import UUID

from medoffice.front_office.letters.models import Letter, Link, SendingEvent
from medoffice.front_office.letters.queries.links import code_hash, own_email, token_hash
from medoffice.front_office.letters.rules.links import digits, is_birth_date
from medoffice.front_office.letters.types.letters import SendingState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.disclosures.api import kept_from_plan, objections, record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.patients.api import patient
from medoffice.security.api import action, hold_labels, kept, record
from medoffice.security.types import Actor


@action("letters.open_link")
def open_link(*, actor: Actor, token: str, second: str) -> UUID | None:
    """The sending that may be read now; None if not, without saying why: no such link, over, locked, called back, a
    wrong answer, or a label, a restriction or a wish of the patient keeps it by now, which becomes work.

    The first time it is opened it has left: the log of what left and the letter say so. A wrong answer is counted.
    """
    row = Link.objects.select_for_update(of=("self",)).filter(token_hash=token_hash(token)).first()
    if row is None or row.revoked_at or row.expires_at <= clock.now() or row.tries >= row.most_tries:
        record("letter link", row.id if row else None, opened=False)
        return None
    letter = row.sending.letter
    if not _knows(row, letter, token, second):
        row.tries += 1
        row.save(update_fields=["tries"])
        record("letter link", row.id, subjects=[letter.patient_id], opened=False, tries=row.tries)
        if row.tries >= row.most_tries:
            _tell(actor, row, "A link to a letter is locked after wrong tries: call the reader, send another.")
        return None
    if _kept_by_now(actor, row, letter):
        record("letter link", row.id, subjects=[letter.patient_id], opened=False, kept=True)
        _tell(actor, row, "A letter behind a link is kept by now: a label, a restriction or a wish. Call it back.")
        return None
    _opened(actor, row, letter)
    record("letter link", row.id, subjects=[letter.patient_id], opened=True)
    return row.sending_id


def _knows(row: Link, letter: Letter, token: str, second: str) -> bool:
    if row.code_hash:
        return secrets.compare_digest(code_hash(token, digits(second)), row.code_hash)
    return is_birth_date(second, patient(letter.patient_id).birth_date)


def _kept_by_now(actor: Actor, row: Link, letter: Letter) -> bool:
    """Whether what may be read has changed since it went; no label is set until the act ends."""
    hold_labels()
    to_patient = letter.to == "patient"
    if to_patient:
        if patient(letter.patient_id).deceased_on:
            return True
        try:
            if own_email(letter.patient_id) != row.to_email:
                return True
        except Refusal:
            return True
    if objections([(letter.patient_id, row.sending.to_name)]):
        return True
    if kept_from_plan(letter.purpose, (letter.encounter_id, letter.id)):
        return True
    pairs = {(letter.patient_id, letter.encounter_id), (letter.patient_id, letter.id)}
    return bool(kept(actor, "letters.open_link", pairs, to_patient=to_patient))


def _opened(actor: Actor, row: Link, letter: Letter) -> None:
    how = "with the code" if row.code_hash else "with the birth date"
    again = row.opened_at is not None
    SendingEvent.objects.create(
        sending=row.sending,
        state=SendingState.DELIVERED,
        words=f"opened {'again ' if again else ''}at {row.to_email}'s link {how}"[:200],
        at=clock.now(),
        by=row.sending.to_name[:120],
    )
    if again:
        return
    row.opened_at = clock.now()
    row.save(update_fields=["opened_at"])
    left = Leaving(
        patient_id=letter.patient_id,
        purpose=letter.purpose,
        what=f"{letter.number}: {letter.title}"[:200],
        to_name=row.sending.to_name,
        to_address=row.to_email,
        way="link",
        cause=Ref("letter_sending", row.sending_id),
        why=letter.why,
        encounter_id=letter.encounter_id,
        abouts=(letter.id,),
    )
    record_disclosures(actor=actor, leaving=(left,))


def _tell(actor: Actor, row: Link, title: str) -> None:
    letter = row.sending.letter
    open_work(
        actor=actor,
        kind="letter-link",
        title=title,
        ref=Ref("letter", letter.id),
        patient_id=letter.patient_id,
        visit_id=letter.encounter_id,
        key=str(row.id),
    )
