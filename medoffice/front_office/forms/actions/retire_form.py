"""Hand a form out no more."""

from medoffice.front_office.forms.models import Definition
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("forms.set_up")
def retire_form(*, actor: Actor, key: str) -> None:
    """It is due nowhere from now on; what was signed stays. Raises NotFound."""
    row = Definition.objects.filter(key=key, retired_at=None).first()
    if row is None:
        raise NotFound
    row.retired_at = clock.now()
    row.save(update_fields=["retired_at"])
    record("form", row.id, form=key, retired=True)
