"""Say which recogniser hears recordings first."""

from medoffice.clinic.dictation.models import DictationHearing
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.set_up")
def set_recogniser(*, actor: Actor, recogniser: Recogniser) -> None:
    """From now on; what is open and was not heard yet is heard too. Drafts that are there stay."""
    made = DictationHearing.objects.create(recogniser=recogniser, made_by=actor.name, made_at=clock.now())
    record("dictation_hearing", made.id, recogniser=recogniser.value)
