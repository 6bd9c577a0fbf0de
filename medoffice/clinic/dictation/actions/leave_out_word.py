"""Leave out a word that was learned of an author, or tell it again."""

from uuid import UUID

from medoffice.clinic.dictation.models import DictationLeftOut
from medoffice.clinic.dictation.queries.learning import learned_of, may_leave_out
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.shorten")
def leave_out_word(*, actor: Actor, author_id: UUID, word: str, out: bool = True) -> None:
    """From now on a recogniser is not told it for its author, however often it is corrected; or it is told again.

    One's own as the author; another's asks for who sets dictation up. What was heard before stays as it is. Raises
    NotFound, also for a word that was not learned.
    """
    if not may_leave_out(actor, author_id) or word not in {one.meant for one in learned_of(author_id)}:
        raise NotFound
    DictationLeftOut.objects.create(author_id=author_id, meant=word, out=out, at=clock.now(), by=actor.name)
    record("dictation_word", of=str(author_id), word=word, out=out)
