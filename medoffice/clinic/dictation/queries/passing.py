"""Reads of the pass over danger words: which there are, and who has heard how many."""

from datetime import datetime
from uuid import UUID

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.passing import as_heard, dangers_in
from medoffice.clinic.dictation.types.dictations import Word
from medoffice.clinic.dictation.types.passing import Danger, Key, Passed
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import is_medicine


def dangers_of(text: str, words: tuple[Word, ...]) -> list[Danger]:
    """The danger tokens of what is typed, in its order. No query."""
    return dangers_in(text, words, is_medicine)


def heard_by(dictation_id: UUID, person_id: UUID) -> set[Key]:
    """What somebody has heard of a dictation, or read where it has no sound, as it stood then. One query."""
    rows = models.DictationHeard.objects.filter(dictation_id=dictation_id, by_id=person_id)
    return {_key(token) for tokens in rows.values_list("tokens", flat=True) for token in tokens}


def passed_of(actor: Actor, dictation_id: UUID, dangers: list[Danger]) -> list[Passed]:
    """Who has heard how many of these tokens as they stand, in the order they began. One query."""
    keys: dict[UUID, set[Key]] = {}
    read: dict[UUID, set[Key]] = {}
    last: dict[UUID, tuple[str, datetime]] = {}
    for row in models.DictationHeard.objects.filter(dictation_id=dictation_id).order_by("id"):
        known = (read if row.read else keys).setdefault(row.by_id, set())
        known.update(map(_key, row.tokens))
        last[row.by_id] = (row.by, row.at)
    return [_passed(by, person == actor.id, dangers, keys.get(person, set()), read.get(person, set()), at)
            for person, (by, at) in last.items()]  # fmt: skip


def _passed(by: str, mine: bool, dangers: list[Danger], heard: set[Key], read: set[Key], at: datetime) -> Passed:
    """What was heard after it had only been read is heard."""
    found = len(as_heard(dangers, heard))
    return Passed(by, mine, found, len(dangers), at, len(as_heard(dangers, heard | read)) - found)


def _key(token: list[tuple[int, str]]) -> Key:
    return tuple((number, words) for number, words in token)
