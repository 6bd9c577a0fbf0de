"""From what the note of a visit is begun: the first template that fits its kind, else its class of contact."""

from collections.abc import Sequence

from medoffice.clinic.charting.types import NoteTemplate


def template_for(templates: Sequence[NoteTemplate], kind: str, contact: str, specialty: str) -> NoteTemplate | None:
    """The template for a visit of a kind (blank: not booked), a class of contact and a provider's taxonomy code.

    One of the provider's specialty goes before one for all, one of the kind before one of the class, and then the
    first in the office's order. Retired ones, and those of another specialty, are never taken. None where there is
    none at all.
    """
    ours = [one for one in templates if not one.retired and one.specialty in ("", specialty)]
    ours.sort(key=lambda one: not one.specialty)
    by_kind = [one for one in ours if kind and kind in one.kinds]
    by_class = [one for one in ours if not one.kinds and contact in one.classes]
    return next(iter([*by_kind, *by_class, *ours]), None)
