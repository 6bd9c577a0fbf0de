"""Take in the office's own rules of safety."""

import tomllib

from medoffice.clinic.prescriptions.models import SafetyBook
from medoffice.clinic.prescriptions.queries.safety import recognise
from medoffice.clinic.prescriptions.rules.book import book_from
from medoffice.clinic.prescriptions.rules.safety import dead
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.test")
def take_safety_book(*, actor: Actor, told: str) -> int:
    """The book (TOML, as the one that ships) holds from its day on; returns how many rules it has.

    Raises Refusal for what cannot be read, names a class that is not there, or does not find what itself says that it
    must find.
    """
    try:
        book = book_from(tomllib.loads(told))
    except ValueError as error:
        raise Refusal("book-unfit", f"This is no book of safety: {error}", "Mend the file.") from error
    wrong = dead(book, recognise)
    if wrong:
        raise Refusal("book-dead", f"It does not find what it must: {wrong[0]}.", "Mend the file.")
    row = SafetyBook.objects.create(
        version=book.version[:40], since=book.since, told=told, made_by=actor.name, made_at=clock.now()
    )
    rules = len(book.pairs) + len(book.ages) + len(book.pregnancy) + len(book.kidneys)
    record("safety_book", row.id, rules=rules)
    return rules
