"""Reads of plain language: the words in force, the copy of a letter, and whether it is that of the letter as it is."""

from functools import cache
from uuid import UUID

from medoffice.front_office.letters import models
from medoffice.front_office.letters.queries.templates import read_data
from medoffice.front_office.letters.types.letters import Letter, LetterState
from medoffice.front_office.letters.types.plain import Gloss

LANGUAGE = "en"  # the one language there are words for


@cache
def shipped_glossary() -> tuple[Gloss, ...]:
    """The words that ship, ours and nobody's else: unverified. No query."""
    return tuple(Gloss(term, **told) for term, told in read_data("plain")["words"].items())


def glossary() -> list[Gloss]:
    """The words in force, by term: those that ship, and over them the office's own. One query."""
    found = {one.term: one for one in shipped_glossary()}
    for row in models.PlainWord.objects.order_by("id"):
        found[row.term] = Gloss(row.term, row.says, row.means, row.source)
    return sorted((one for one in found.values() if one.says or one.means), key=lambda one: one.term)


def plain_copy_of(letter_id: UUID) -> UUID | None:
    """The copy of a letter in plain words that was not withdrawn. One query."""
    rows = models.Letter.objects.filter(plain_of_id=letter_id).exclude(state=LetterState.WITHDRAWN)
    return rows.values_list("id", flat=True).first()


def stale(one: Letter) -> str:
    """Why a plain copy is no longer that of its letter; "" if it is, or is none. One query for a copy."""
    if one.plain_of is None:
        return ""
    version, state = models.Letter.objects.values_list("version", "state").get(id=one.plain_of)
    if state == LetterState.WITHDRAWN:
        return "The letter it says in plain words was withdrawn."
    if version != one.plain_version:
        return "The letter it says in plain words was changed since. Withdraw this copy and write it anew."
    return ""
