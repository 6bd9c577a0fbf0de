"""The policy: every permission word, and the one decision that every view, export, search and job goes through.

Default deny; deny wins; unknown and forbidden look the same. The decision for one object (``can``) and the filter for
many (``permitted``) are made from the same word, the same denials and the same table of labels (``rules/labels.py``).
A word says how much it opens and into which sink it goes; what a visit was for is asked about with the visit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from operator import or_
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Func, Model, Q, QuerySet, UUIDField

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.registries import Registry
from medoffice.security.models import Labelling
from medoffice.security.rules.labels import decide, hidden_for, strictest
from medoffice.security.standings import denials, in_force, standings
from medoffice.security.types import Actor, Label, Outcome, Role, Shows, Sink, Standing, Verdict, Word
from medoffice.security.written import SOME_TIME, SOMEBODY, Written, written

Row = TypeVar("Row", bound=Model)
WORDS: Registry[Word] = Registry("permission word")


class Forbidden(NotFound):
    """Looks exactly like NotFound to whoever asked; the audit trail keeps the difference (``noted``: it has)."""

    def __init__(self, word: str, subject: UUID | None) -> None:
        """Say what was asked for, and about whom."""
        super().__init__()
        self.word = word
        self.subjects = frozenset() if subject is None else frozenset({subject})
        self.noted = False


class Unopened(Refusal):
    """It is there and opens with a reason: the screen asks for it (``subject``: whose record it is)."""

    status = 403

    def __init__(self, verdict: Verdict, subject: UUID) -> None:
        """Say what has to be said before."""
        super().__init__("opens-with-a-reason", verdict.words, verdict.fix)
        self.subject = subject


def grant(
    name: str,
    says: str,
    roles: frozenset[Role],
    *,
    shows: Shows = Shows.CONTENT,
    sink: Sink = Sink.SCREEN,
    glass: bool = False,
) -> None:
    """Declare a permission word and the roles that have it (a room's ``policy.py`` calls this).

    Labels decide by how much it ``shows`` and its ``sink``; ``glass``: whoever has it keeps it under break-glass.
    """
    WORDS.register(name, Word(name, says, frozenset(roles), shows, sink, glass))


def verdict(
    actor: Actor, word: str, subject: UUID | None = None, visit: UUID | None = None, *, to_patient: bool = False
) -> Verdict:
    """What may be done under a word to a subject (a patient's id) and, of what it is for, to one visit of theirs.

    An undeclared word is a bug: KeyError. As ``standings``; no query for who lacks the word or without a subject.
    """
    known = WORDS[word]
    if not actor.holds(known.roles):
        return Verdict(Outcome.HIDE)
    if subject is None:
        return Verdict()
    return _verdicts(actor, known, [(subject, visit)], to_patient=to_patient)[subject, visit]


def can(actor: Actor, word: str, subject: UUID | None = None, visit: UUID | None = None) -> bool:
    """Whether the actor may do this at all, and to this subject (and visit) if one is given; as ``verdict``."""
    return verdict(actor, word, subject, visit).outcome is Outcome.ALLOW


def require(
    actor: Actor, word: str, subject: UUID | None = None, visit: UUID | None = None, *, to_patient: bool = False
) -> tuple[str, ...]:
    """The notices that go with what the actor may do.

    Raises Forbidden where they may not: to them it is NotFound, forbidden and unknown look the same. Raises Unopened
    for what opens with a reason, and Refusal with the words of a label that keeps it from where it should go.
    """
    found = verdict(actor, word, subject, visit, to_patient=to_patient)
    if found.outcome is Outcome.HIDE or subject is None:
        if found.outcome is not Outcome.ALLOW:
            raise Forbidden(word, subject)
    elif found.outcome is Outcome.CONFIRM:
        raise Unopened(found, subject)
    elif found.outcome is Outcome.REFUSE:
        raise Refusal("label-forbids", found.words, found.fix)
    return found.notices


def permitted(
    actor: Actor, word: str, rows: QuerySet[Row], subject: str = "patient_id", visit: str | None = None
) -> QuerySet[Row]:
    """Only the rows the actor may know of under this word.

    ``subject`` is the path to the patient's id (or ""), ``visit`` to the id of the visit's call, appointment or
    encounter: by itself ``encounter_id`` where rows have one, "" where there is none. What opens with a reason is
    listed; ``kept`` says which.
    """
    known = WORDS[word]
    if not actor.holds(known.roles):
        return rows.none()
    if not subject:
        return rows
    if visit is None:
        visit = "encounter_id" if hasattr(rows.model, "encounter_id") else ""
    hidden = _hidden(known.sink, known.shows, actor.stands_for, glass=known.glass)
    rows = rows.exclude(Q(**{f"{subject}__in": hidden.subjects.asked_by(actor)}))
    if hidden.things and visit and known.shows >= Shows.CONTENT:
        rows = rows.exclude(Q(**{f"{visit}__in": hidden.things.asked_by(actor)}))
    return rows


def denied(actor: Actor, subjects: Iterable[UUID]) -> set[UUID]:
    """Those of these subjects that the actor is kept away from, by name or as their own record. As ``standings``.

    For sheets whose sums must stay whole.
    """
    against = standings(actor, set(subjects))
    return {who for who, found in against.items() if any(label is None or one.own for label, _, one in found)}


def kept(
    actor: Actor, word: str, pairs: Iterable[tuple[UUID, UUID | None]], *, to_patient: bool = False
) -> dict[tuple[UUID, UUID | None], Verdict]:
    """Of these patients and visits, those about which something is against this word, with what. As ``standings``."""
    wanted = list(pairs)
    known = WORDS[word]
    if not actor.holds(known.roles):
        return dict.fromkeys(wanted, Verdict(Outcome.HIDE))
    found = _verdicts(actor, known, wanted, to_patient=to_patient) if wanted else {}
    return {pair: one for pair, one in found.items() if one.outcome is not Outcome.ALLOW}


def labelled(visits: Iterable[UUID], label: Label) -> set[tuple[UUID, UUID]]:
    """Which of these visits carry a label, as (patient, visit). One query."""
    wanted = set(visits)
    rows = Labelling.objects.filter(things__overlap=list(wanted), label=label, ended_at=None)
    found = rows.values_list("subject", "things")
    return {(subject, thing) for subject, things in found for thing in things if thing in wanted}


def labelled_at_all(subjects: Iterable[UUID]) -> set[UUID]:
    """Which of these patients carry any label, of their own or on a visit. One query."""
    return set(Labelling.objects.filter(subject__in=list(subjects), ended_at=None).values_list("subject", flat=True))


_LABELS_LOCK = 0x4D4F4C41  # "MOLA": claims are not written while labels are set


def hold_labels(*, setting: bool = False) -> None:
    """Until the transaction ends: no label is set while something is written by them, nor the other way round."""
    alone, together = "SELECT pg_advisory_xact_lock(%s)", "SELECT pg_advisory_xact_lock_shared(%s)"
    with connection.cursor() as cursor:
        cursor.execute(alone if setting else together, [_LABELS_LOCK])


def _verdicts(
    actor: Actor, word: Word, pairs: list[tuple[UUID, UUID | None]], *, to_patient: bool
) -> dict[tuple[UUID, UUID | None], Verdict]:
    """What is against each pair, by denials and labels at once. As ``standings``."""
    against = standings(actor, {subject for subject, _ in pairs}, to_patient=to_patient)
    return {
        (subject, visit): strictest(
            _decided(word, label, standing)
            for label, things, standing in against.get(subject, [])
            if not things or visit in things
        )
        for subject, visit in pairs
    }


def _decided(word: Word, label: Label | None, standing: Standing) -> Verdict:
    if label is None:
        return Verdict(Outcome.HIDE)
    if standing.broken and not word.glass:
        standing = replace(standing, broken=False)
    return decide(label, word.sink, word.shows, standing)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Of whom, and of which visits (None if of none), people know nothing."""

    subjects: Written
    things: Written | None


@lru_cache(maxsize=4096)
def _hidden(sink: Sink, shows: Shows, roles: frozenset[Role], *, glass: bool) -> _Hidden:
    """What denials and labels keep out of lists under words like this, from people of these roles."""
    by_name = denials(SOMEBODY).values("subject")
    ways = [Q(label=label, **way) for label in Label for way in hidden_for(label, sink, shows, roles, glass=glass)]
    if not ways:
        return _Hidden(written(by_name), None)
    labels = in_force(SOMEBODY, SOME_TIME).filter(reduce(or_, ways))
    of_visits = labels.exclude(things=[]).annotate(thing=Func("things", function="unnest", output_field=UUIDField()))
    subjects = by_name.union(labels.filter(things=[]).values("subject"), all=True)
    return _Hidden(written(subjects), written(of_visits.values("thing")))
