"""Decide how the office says a word."""

from medoffice.front_office.letters.actions.deciding import refuse_undecided
from medoffice.front_office.letters.models import PlainWord
from medoffice.front_office.letters.rules.plain import fault_in
from medoffice.front_office.letters.types.plain import Gloss
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.set_up")
def set_plain_word(*, actor: Actor, gloss: Gloss) -> None:
    """From now on the office says it so; with nothing to say and nothing that it means, it stays as it is.

    Raises Invalid with what is wrong, by field.
    """
    source = refuse_undecided(fault_in(gloss), gloss.source)
    row = PlainWord.objects.create(
        term=gloss.term, says=gloss.says, means=gloss.means, source=source, made_by=actor.name, made_at=clock.now()
    )
    record("plain word", row.id, term=gloss.term)
