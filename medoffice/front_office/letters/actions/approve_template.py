"""Approve a translation."""

from medoffice.front_office.letters.models import Approval
from medoffice.front_office.letters.queries.templates import template
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.approve")
def approve_template(*, actor: Actor, key: str, language: str, version: int) -> None:
    """Somebody who reads the language says that it says what the English says; from now on it may be sent.

    Only the version in use. Raises Refusal if a newer one was published meanwhile, or it was approved.
    """
    now = template(key, language)
    if now.language != language:
        raise NotFound
    if now.version != version:
        raise Refusal("template-newer", "A newer version was published meanwhile.", "Read that one.")
    if not now.waits_for_approval:
        raise Refusal("template-approved", "Nothing of this template waits for approval.", "")
    row = Approval.objects.create(key=key, language=language, version=version, by=actor.name, at=clock.now())
    record("letter_template", row.id, template=key, language=language, version=version)
