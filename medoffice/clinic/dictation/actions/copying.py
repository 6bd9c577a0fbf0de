"""The copies of a report as actions write them."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.clinic.dictation.actions.rows import step
from medoffice.clinic.dictation.models import Dictation, DictationCopy, DictationCopyLetter
from medoffice.clinic.dictation.queries.copies import seals_of, stands_now
from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.rules.copies import words_of
from medoffice.clinic.dictation.types.copies import Stands
from medoffice.clinic.dictation.types.dictations import LETTER, Verb
from medoffice.front_office.letters.api import send_copy
from medoffice.front_office.letters.types.letters import Recipient
from medoffice.front_office.referrals.api import performer
from medoffice.front_office.referrals.types import Performer
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor

COPIES_AGAIN = "dictation-copies"


def open_copies(row: Dictation) -> list[DictationCopy]:
    """Who is named by now, in the order they were."""
    return list(row.copies.filter(gone_at=None).order_by("id"))


def named(actor: Actor, row: Dictation, performer_id: UUID) -> UUID:
    """Somebody of the directory gets a copy once it is signed; who is named already stays so.

    Raises Refusal for a letter and for who is out of use; NotFound for nobody.
    """
    to = performer(performer_id)
    if row.kind == LETTER:
        raise Refusal("a-letter", "A dictated letter is addressed among the letters.", "Write to others there.")
    if not to.used:
        raise Refusal("not-used", f"{to.name} is out of use in the directory.", "Choose somebody else.")
    there = DictationCopy.objects.filter(dictation=row, performer_id=to.id, gone_at=None).first()
    if there is not None:
        return there.id
    made = DictationCopy.objects.create(dictation=row, performer_id=to.id, at=clock.now(), by=actor.name)
    row.version += 1
    row.save(update_fields=["version"])
    step(actor, row, Verb.COPY, f"to {to.name}")
    return made.id


def forget(actor: Actor, row: Dictation, copies: Iterable[DictationCopy]) -> None:
    """They get none; that they were named stays."""
    for copy in copies:
        copy.gone_at = clock.now()
        copy.save(update_fields=["gone_at"])
        step(actor, row, Verb.UNCOPY, f"to {performer(copy.performer_id).name}")


def went(actor: Actor, row: Dictation, copies: Iterable[DictationCopy], how: str = "") -> int:
    """Each gets the report as it stands: once in the same words. How many letters were made."""
    stands, had, made = stands_now(row), seals_of(row.id), 0
    for copy in copies:
        if had.get(copy.id) != stands.seal:
            _letter(actor, row, copy, stands, how)
            made += 1
    if made:
        step(actor, row, Verb.COPIES, f"{made} prepared" + (f": the report was {how}" if how else ""))
    return made


def leave(actor: Actor, row: Dictation, copies: Iterable[DictationCopy], seal: str, why: str) -> None:
    """They get nothing of these words, and why."""
    for copy in copies:
        DictationCopyLetter.objects.create(copy=copy, seal=seal, why=why[:300], at=clock.now(), by=actor.name)
        step(actor, row, Verb.COPIES, f"left for {performer(copy.performer_id).name}")


def _letter(actor: Actor, row: Dictation, copy: DictationCopy, stands: Stands, how: str) -> None:
    to, visit, who = performer(copy.performer_id), encounter(row.encounter_id), patient(row.patient_id)
    about = f"{who.name.spoken_form}, born {who.birth_date:%m/%d/%Y}, seen on {visit.date:%m/%d/%Y}"
    letter_id, why = send_copy(
        actor=actor, encounter_id=row.encounter_id, reader=_reader(to),
        title=f"Copy: {kinds().get(row.kind, row.kind)}, {row.number}" + (f", {how}" if how else ""),
        words=words_of(to.name, about, row.number, stands, how, today_here()),
    )  # fmt: skip
    DictationCopyLetter.objects.create(
        copy=copy, seal=stands.seal, how=how, letter_id=letter_id, why=why, at=clock.now(), by=actor.name
    )


def _reader(to: Performer) -> Recipient:
    at = to.address
    town = " ".join(filter(None, (f"{at.city}," if at.city else "", at.state, at.zip[:5])))
    return Recipient(to.name, tuple(filter(None, (to.practice, at.line1, at.line2, town))), to.fax)
