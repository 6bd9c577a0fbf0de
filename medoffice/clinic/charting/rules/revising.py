"""What of a signed note stands after its author amended or retracted it."""

from collections.abc import Sequence
from datetime import tzinfo
from uuid import UUID

from medoffice.clinic.charting.types import Addendum, Note, Revision


def standing(signed: str, revisions: Sequence[Revision], part: UUID | None) -> str:
    """The words that count of a note (``part`` None) or of one addendum: the last amended ones, or none."""
    own = [one for one in revisions if one.addendum_id == part]
    return own[-1].text if own else signed


def parts_of(told: Note) -> list[tuple[Note | Addendum, list[Revision]]]:
    """A signed note and its addenda, each with how it was put right, first to last."""
    return [
        (told, [one for one in told.revisions if one.addendum_id is None]),
        *((added, [one for one in told.revisions if one.addendum_id == added.id]) for added in told.addenda),
    ]


def revised_words(told: Note, part: UUID | None, zone: tzinfo) -> list[str]:
    """What a copy says before the words as they were signed: that they were retracted, or the amended version."""
    said = []
    for one in (one for one in told.revisions if one.addendum_id == part):
        when = f"{one.at.astimezone(zone):%m/%d/%Y %-I:%M %p}"
        if one.text:
            said += [f"AMENDED VERSION by {one.author}, {when}, because: {one.why}", one.text]
        else:
            said.append(f"RETRACTED by {one.author}, {when}, because: {one.why}. These words no longer count.")
    return said
