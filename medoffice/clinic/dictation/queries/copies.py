"""Reads of copies: whom a report goes to, who is offered, how it stands in the chart."""

from collections.abc import Collection, Iterable
from hashlib import sha256
from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.copies import is_called, named_in
from medoffice.clinic.dictation.types.copies import Copy, Going, Standing, Stands
from medoffice.clinic.dictation.types.dictations import Dictation, State
from medoffice.front_office.letters.api import letters_standing
from medoffice.front_office.letters.types.letters import LetterState, SendingState
from medoffice.front_office.referrals.api import performers, referrals_of
from medoffice.front_office.referrals.types import Direction, Performer, Referral
from medoffice.practice.api import staff_member, staff_of_user
from medoffice.security.api import actor_of, can
from medoffice.security.types import Actor

MOST = 9  # who is offered by a figure


def copies_of(dictation_ids: Collection[UUID]) -> dict[UUID, list[Copy]]:
    """Whom a copy of each goes to, in the order they were named, with where it stands.

    Three queries, and at most four for each letter that went.
    """
    rows = list(
        models.DictationCopy.objects.filter(dictation_id__in=dictation_ids, gone_at=None)
        .select_related("dictation", "performer")
        .prefetch_related("letters")
        .order_by("id")
    )
    went = {row.id: sorted(row.letters.all(), key=lambda one: one.id) for row in rows}
    told = letters_standing(one.letter_id for found in went.values() for one in found if one.letter_id)
    copies: dict[UUID, list[Copy]] = {}
    for row in rows:
        goings = tuple(_going(one, told) for one in went[row.id]) or (_not_yet(row.dictation.state),)
        to = row.performer
        place = ", ".join(filter(None, (to.specialty, to.practice, to.city)))
        copies.setdefault(row.dictation_id, []).append(Copy(row.id, to.id, to.name, place, to.fax, to.used, goings))
    return copies


def _not_yet(state: str) -> Going:
    return Going(Standing.OFF if state == State.REJECTED else Standing.WAITS)


def _going(row: models.DictationCopyLetter, told: dict[UUID, tuple[str, LetterState, SendingState | None]]) -> Going:
    if row.letter_id is None:
        return Going(Standing.LEFT if row.seal else Standing.FAILED, how=row.how, why=row.why)
    number, state, went = told[row.letter_id]
    stands = {
        LetterState.WITHDRAWN: Standing.WITHDRAWN,
        LetterState.SENT: {SendingState.FAILED: Standing.FAILED, SendingState.STOPPED: Standing.WITHDRAWN}.get(
            went or SendingState.QUEUED, Standing.SENT
        ),
    }.get(state, Standing.FAILED if row.why else Standing.PREPARED)
    if stands is Standing.SENT and went in (SendingState.QUEUED, SendingState.HANDED, SendingState.PRINTED):
        stands = Standing.PREPARED  # the line has not told, or it is not posted
    why = row.why if stands is Standing.FAILED else ""
    return Going(stands, row.letter_id, number, row.how, why)


def offered(actor: Actor, one: Dictation, text: str) -> tuple[list[Performer], list[str]]:
    """Who may be meant by the words, then who sent the patient and whom they were sent to; and the names nobody of the
    directory has. Three queries.
    """
    known, taken = performers(), {copy.performer_id for found in copies_of([one.id]).values() for copy in found}
    heard = {name: [who for who in known if is_called(who.name, name)] for name in named_in(text)}
    sent = sorted(referrals_of(actor, one.patient_id), key=lambda made: made.direction is not Direction.IN)
    people = {who.id: who for who in [*(who for found in heard.values() for who in found), *_used(sent, known)]}
    missing = [name for name, found in heard.items() if not found]
    return [who for who in people.values() if who.id not in taken][:MOST], missing


def _used(sent: Iterable[Referral], known: Collection[Performer]) -> list[Performer]:
    used = {who.id: who for who in known}
    return [used[made.performer.id] for made in sent if made.performer.id in used]


def heard_open(one: Dictation, text: str) -> list[str]:
    """The names that the words ask a copy for and that nobody was chosen for yet. Three queries at most."""
    if not (names := named_in(text)):
        return []
    there = [copy.name for found in copies_of([one.id]).values() for copy in found]
    return [name for name in names if not any(is_called(known, name) for known in there)]


def meant_by(heard: Collection[str]) -> list[Performer]:
    """Who is meant by these names, where only one of the directory can be. One query at most."""
    known = performers() if heard else []
    found = [[who for who in known if is_called(who.name, name)] for name in heard]
    return [people[0] for people in found if len(people) == 1]


def stands_now(row: models.Dictation) -> Stands:
    """The report as it stands in the chart now: the visit's note with what was added, or its own addendum. Two queries.

    The seal is the hash of these words, of a retraction that of the words that say so.
    """
    note = note_of(row.encounter_id)
    parts: list[str] = []
    if note is not None and row.became == "addendum":
        parts = [one.text.strip() for one in note.addenda if one.id == row.became_id]
    elif note is not None and note.text:
        more = [f"Addendum by {one.author}:\n{one.text.strip()}" for one in note.addenda if one.text]
        parts = [note.text.strip(), *more]
    words = "\n\n".join(filter(None, parts))
    return Stands(words, sha256((words or f"retracted {row.id}").encode()).hexdigest())


def papers_of_copies(encounter_id: UUID) -> set[UUID]:
    """The letters that copies of what was dictated about a visit became. One query."""
    made = models.DictationCopyLetter.objects.filter(copy__dictation__encounter_id=encounter_id)
    return set(made.exclude(letter=None).values_list("letter_id", flat=True))


def seals_of(dictation_id: UUID) -> dict[UUID, str]:
    """By copy, the seal of the words that somebody has, or was not to get; "" where their letter was withdrawn.

    Who was made none has no place here. Two queries, and two for each letter that went.
    """
    made = models.DictationCopyLetter.objects.filter(copy__dictation_id=dictation_id, copy__gone_at=None)
    last = {one.copy_id: one for one in made.order_by("id")}
    told = letters_standing(one.letter_id for one in last.values() if one.letter_id)
    gone = {
        letter_id
        for letter_id, (_, state, went) in told.items()
        if state is LetterState.WITHDRAWN or went is SendingState.STOPPED
    }
    return {copy_id: "" if one.letter_id in gone else one.seal for copy_id, one in last.items()}


def sends_again(actor: Actor, one: Dictation | models.Dictation) -> bool:
    """Whether sending it again is theirs: its author's, or any provider's once that one left or is kept from it."""
    me, account = staff_of_user(actor.id), staff_member(one.author_id).user_id
    author = actor_of(account) if account else None
    kept = author is None or not can(author, "dictation.copy_again", one.patient_id, one.encounter_id)
    return me is not None and (me.id == one.author_id or kept)


def awaits_again(dictation_id: UUID) -> bool:
    """Whether who should have a copy has not the words that stand now. As ``seals_of``, and three queries."""
    row = models.Dictation.objects.filter(id=dictation_id, state=State.SIGNED).first()
    seals = set(seals_of(dictation_id).values())
    return row is not None and bool(seals) and seals != {stands_now(row).seal}
