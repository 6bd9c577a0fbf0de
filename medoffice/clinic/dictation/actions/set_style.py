"""Say how the office's reports are written."""

from uuid import UUID

from medoffice.clinic.dictation.models import DictationStyle
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.dictated.types import Profile


@action("dictation.set_up")
def set_style(*, actor: Actor, profile: Profile) -> UUID:
    """From now on, of drafts and of the formatter's key; what is written stays as it is."""
    made = DictationStyle.objects.create(profile=profile, made_by=actor.name, made_at=clock.now())
    record("dictation_style", made.id, profile=profile.value)
    return made.id
