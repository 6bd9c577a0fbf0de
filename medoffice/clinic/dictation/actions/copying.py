"""The copies of a report as actions write them."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django.db import transaction

from medoffice.clinic.dictation.actions.rows import KIND, fits, step
from medoffice.clinic.dictation.models import Dictation, DictationCopy, DictationCopyLetter
from medoffice.clinic.dictation.queries.copies import seals_of, stands_now
from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.rules.copies import words_of
from medoffice.clinic.dictation.types.copies import Stands
from medoffice.clinic.dictation.types.dictations import LETTER, Verb
from medoffice.front_office.letters.api import letters_standing, send_copy, sendings_of, withdraw_letter
from medoffice.front_office.letters.types.letters import LetterState, Recipient, SendingState
from medoffice.front_office.referrals.api import performer
from medoffice.front_office.referrals.types import Performer
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, retitle_work, staff_member, today_here
from medoffice.records.disclosures.api import which_left
from medoffice.records.encounters.api import encounter
from medoffice.records.faxes.api import stop_fax
from medoffice.records.patients.api import patient
from medoffice.security.api import require
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


def copied(actor: Actor, row: Dictation) -> int:
    """By its signature all who are named get it; where a label keeps its words in, that is its author's work."""
    to = open_copies(row)
    kept = kept_in(actor, row) if to else ""
    if not kept:
        return went(actor, row, to)
    leave(actor, row, to, "", kept)
    offer(actor, row, f"{row.number} is signed, and its copies did not go")
    return 0


def kept_in(actor: Actor, row: Dictation) -> str:
    """Why its words may not leave; "" where they may. A letter is read by more people than a note, so none is made."""
    try:
        require(actor, "dictation.copy", row.patient_id, row.encounter_id)
    except NotFound:
        return "A label keeps it from going out."
    except Refusal as no:
        return no.words
    return ""


def went(actor: Actor, row: Dictation, copies: Iterable[DictationCopy], how: str = "") -> int:
    """Each gets the report as it stands: once in the same words. How many letters were made.

    ``how`` it is otherwise is said to whom a copy reached before.
    """
    stands, had, made = stands_now(row), seals_of(row.id), 0
    for copy in copies:
        if had.get(copy.id) != stands.seal:
            _letter(actor, row, copy, stands, how if how and reached(row, copy) else "")
            made += 1
    if made:
        step(actor, row, Verb.COPIES, f"{made} prepared" + (f": the report was {how}" if how else ""))
    return made


def reached(row: Dictation, copy: DictationCopy) -> bool:
    """Whether a copy left for them, in whole or in part, or is on the line now."""
    made = set(copy.letters.exclude(letter=None).values_list("letter_id", flat=True))
    handed = (sending.state is SendingState.HANDED for one in made for sending in sendings_of(one))
    return bool(which_left(row.patient_id, made)) or any(handed)


def offer(actor: Actor, row: Dictation, title: str) -> None:
    """Its author has its copies among their work: one item, until they are sent or left; it says what was last."""
    author, ref = staff_member(row.author_id).user_id, Ref(KIND, row.id)
    retitle_work(actor=actor, ref=ref, kind=COPIES_AGAIN, title=title)
    open_work(
        actor=actor, kind=COPIES_AGAIN, title=title, ref=ref, patient_id=row.patient_id,
        visit_id=row.encounter_id, key=str(row.id),
        owner_id=author if author and fits(author, row, "dictation.sign") else None,
    )  # fmt: skip


def withdraw(actor: Actor, row: Dictation) -> int:
    """What did not go yet never goes; how many letters that were."""
    made = row.copies.filter(letters__letter__isnull=False).values_list("letters__letter_id", flat=True)
    count = 0
    for letter_id, (_, state, _) in letters_standing(made).items():
        if state is LetterState.SENT:
            count += _call_back(actor, letter_id)
        elif state is not LetterState.WITHDRAWN:
            withdraw_letter(actor=actor, letter_id=letter_id)
            count += 1
    return count


def _call_back(actor: Actor, letter_id: UUID) -> int:
    """Its fax that waits, or did not arrive and might be sent again; one that the line has stays there."""
    count = 0
    for sending in sendings_of(letter_id):
        if sending.fax_id and sending.state in (SendingState.QUEUED, SendingState.FAILED):
            with suppress(Refusal), transaction.atomic():  # handed over meanwhile
                stop_fax(actor=actor, fax_id=sending.fax_id)
                count = 1
    return count


def leave(actor: Actor, row: Dictation, copies: Iterable[DictationCopy], seal: str, why: str) -> None:
    """They get nothing of these words, and why; without a seal, not yet."""
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
    if not to.used and not why:
        why = f"{to.name} is out of use in the directory: somebody looks before it goes."[:300]
    DictationCopyLetter.objects.create(
        copy=copy, seal=stands.seal, how=how, letter_id=letter_id, why=why, at=clock.now(), by=actor.name
    )


def _reader(to: Performer) -> Recipient:
    """Who it is to; of somebody out of use the number may be another's by now, so nothing is faxed by itself."""
    at = to.address
    town = " ".join(filter(None, (f"{at.city}," if at.city else "", at.state, at.zip[:5])))
    return Recipient(to.name, tuple(filter(None, (to.practice, at.line1, at.line2, town))), to.fax if to.used else "")
