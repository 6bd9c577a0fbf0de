"""Keep a short form."""

from uuid import UUID

from medoffice.clinic.dictation.models import ShortForm
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

LONGEST = 4_000  # letters


@action("dictation.shorten")
def keep_short_form(*, actor: Actor, short: str, words: str, office: bool = False) -> UUID:
    """From now on these words may be typed so; said again, the last words hold. The office's asks for its own word.

    Raises Invalid for a short form that is none.
    """
    if office:
        require(actor, "dictation.set_up")
    key, said = short.strip().casefold(), words.strip()
    wrong: dict[str, list[str]] = {}
    if not key.isalnum() or len(key) > 20:
        wrong["short"] = ["Up to 20 letters and digits."]
    if not said or len(said) > LONGEST:
        wrong["words"] = [f"Up to {LONGEST:,} letters." if said else "What does it stand for?"]
    if wrong:
        raise Invalid("short-form-odd", "Some fields need another look.", "", {"fields": wrong})
    told = {"words": said, "used": True, "made_at": clock.now(), "made_by": actor.name}
    row, _ = ShortForm.objects.update_or_create(owner_id=None if office else actor.id, short=key, defaults=told)
    record("short_form", row.id)
    return row.id
