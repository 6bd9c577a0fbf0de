"""Take in the office's own instruments."""

import tomllib

from medoffice.clinic.screening.models import InstrumentBook
from medoffice.clinic.screening.rules.scoring import book_from
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("screening.bring")
def take_instruments(*, actor: Actor, told: str) -> int:
    """The book (TOML, as the one that ships) holds from its day on; returns how many instruments it has.

    Raises Refusal for what cannot be read or is no book of instruments, with what is wrong.
    """
    try:
        book = book_from(tomllib.loads(told))
    except ValueError as error:
        raise Refusal("book-unfit", f"This is no book of instruments: {error}", "Mend the file.") from error
    row = InstrumentBook.objects.create(
        version=book.version[:40], since=book.since, told=told, made_by=actor.name, made_at=clock.now()
    )
    record("instrument_book", row.id, instruments=len(book.instruments))
    return len(book.instruments)
