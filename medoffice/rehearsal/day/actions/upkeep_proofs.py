"""What must be true of upkeep at the end of a day: nothing that was due was not logged."""

from datetime import date

from medoffice.clinic.upkeep.api import due_between, equipment_of
from medoffice.revenue.books.types import Proof


def upkeep_proofs(on: date) -> list[Proof]:
    """Each time of the day has its entry, made before it, at every site."""
    due = due_between(on, on)
    late = [one for one in due if one.entry is None or one.entry.at > one.due]
    words = f"{len(equipment_of())} looked after, {len(due)} entries due, {len(due) - len(late)} in time"
    return [Proof("upkeep", "Nothing that is looked after was missed", bool(due) and not late, words)]
