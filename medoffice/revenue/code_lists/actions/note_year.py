"""Note that a year of ICD-10-CM was taken in."""

from datetime import date

from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_lists.take")
def note_year(*, actor: Actor, first: date, files: str, new: int, ended: int) -> None:
    """The tables themselves were written once for all worlds; here stands by whom, out of what, what changed."""
    record("code-year", None, first=first.isoformat(), files=files, new=new, ended=ended, by=actor.name)
