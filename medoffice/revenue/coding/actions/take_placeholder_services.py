"""Begin with the placeholder list of services, until the office enters the codes it has a licence for."""

from datetime import date

from medoffice.revenue.coding.actions.define_service import define_service
from medoffice.revenue.coding.models import OfficeService
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import placeholder_services


@action("coding.set_up")
def take_placeholder_services(*, actor: Actor, valid_from: date) -> int:
    """Define every placeholder that the office has no service for yet; returns how many were new."""
    known = set(OfficeService.objects.values_list("key", flat=True))
    fresh = [service for service in placeholder_services() if service.key not in known]
    for service in fresh:
        define_service(
            actor=actor,
            key=service.key,
            code=service.code,
            words=service.words,
            kind=service.kind,
            placeholder=True,
            valid_from=valid_from,
        )
    record("office_service", None, new=len(fresh))
    return len(fresh)
