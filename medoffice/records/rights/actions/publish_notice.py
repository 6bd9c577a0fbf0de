"""Publish a version of the notice of privacy practices."""

from datetime import date

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.records.rights.models import PrivacyNotice
from medoffice.records.rights.queries.notices import notices
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("rights.notice")
def publish_notice(*, actor: Actor, text: str, effective_on: date) -> int:
    """Keep these words as the next version, in force from a day on; its number. Nobody is asked to sign again for it.

    The same words from the same day make no new one. Raises Invalid for no words, or for a day before the last
    version's: what was in force once stays so.
    """
    words, before = text.strip(), next(iter(notices()), None)
    wrong: dict[str, list[str]] = {}
    if not words:
        wrong["text"] = ["This is needed."]
    if before and effective_on < before.effective_on:
        wrong["effective_on"] = [f"The version before is in force from {before.effective_on:%m/%d/%Y}."]
    if wrong:
        raise Invalid("notice-unfit", "This notice cannot be published.", "", {"fields": wrong})
    if before and (before.text, before.effective_on) == (words, effective_on):
        return before.version
    row = PrivacyNotice.objects.create(
        version=before.version + 1 if before else 1,
        effective_on=effective_on,
        text=words,
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("privacy notice", row.id, version=row.version)
    return row.version
