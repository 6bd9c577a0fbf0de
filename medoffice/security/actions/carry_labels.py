"""What came of something confidential is as confidential: a visit has the labels of its appointment and its call."""

from uuid import UUID

from medoffice.security.models import Labelling
from medoffice.security.words import hold_labels


def carry_labels(cause: UUID, thing: UUID) -> None:
    """Put a thing just made under the labels in force of what it was made from; part of the action that makes it."""
    rows = Labelling.objects.filter(things__contains=[cause], ended_at=None).exclude(things__contains=[thing])
    if rows.exists():
        hold_labels(setting=True)
        for row in rows.select_for_update():
            row.things = [*row.things, thing]
            row.save(update_fields=["things"])
