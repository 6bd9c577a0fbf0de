"""Offer again what was turned down at a visit."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.models import RejectedSuggestion
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def offer_again(*, actor: Actor, suggestion_id: UUID) -> None:
    """Take the refusal back; it is counted no longer. Raises NotFound, or Refusal once the codes are released."""
    found = RejectedSuggestion.objects.filter(id=suggestion_id).first()
    if found is None:
        raise NotFound
    row = open_coding(actor, found.coding_id)
    found.delete()
    record("suggestion", suggestion_id, subjects=[row.patient_id], offered=found.code)
