"""Revoke a consent; what was done under it stays done."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.acting import action, record
from medoffice.security.models import Consent
from medoffice.security.types import Actor
from medoffice.security.words import hold_labels, require


@action("labels.consent")
def revoke_consent(*, actor: Actor, consent_id: UUID) -> None:
    """Revoke a consent, from now on. Raises NotFound if none is in force."""
    hold_labels(setting=True)
    row = Consent.objects.select_for_update().filter(id=consent_id, revoked_at=None).first()
    if row is None:
        raise NotFound
    require(actor, "labels.consent", row.subject)
    row.revoked_at, row.revoked_by = clock.now(), actor.name
    row.save(update_fields=["revoked_at", "revoked_by"])
    record("consent", row.id, subjects=[row.subject], label=row.label, revoked_by=actor.name)
