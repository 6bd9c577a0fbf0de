"""Take a question back that is not answered."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.models import ProviderQuery
from medoffice.revenue.coding.types import QueryState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def withdraw_query(*, actor: Actor, query_id: UUID) -> None:
    """Withdraw it; it is the provider's work no longer. Raises NotFound, or Refusal once it is closed."""
    row = ProviderQuery.objects.select_for_update().filter(id=query_id).first()
    if row is None:
        raise NotFound
    coding = open_coding(actor, row.coding_id)
    if row.state != QueryState.OPEN:
        raise Refusal("query-closed", f"This question is {row.state}.", "")
    row.state, row.closed_by, row.closed_at = QueryState.WITHDRAWN, actor.name, clock.now()
    row.save(update_fields=["state", "closed_by", "closed_at"])
    finish_work_about(actor=actor, ref=Ref("provider_query", row.id), outcome="withdrawn")
    record("provider_query", row.id, subjects=[coding.patient_id], withdrawn=row.template)
