"""Point a service to a diagnosis, or no longer."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.models import CodedService
from medoffice.revenue.coding.rules.pointing import check_pointers, pointed
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def point_service(*, actor: Actor, service_id: UUID, place: int) -> tuple[int, ...]:
    """Point to the diagnosis at this place, or take that off; the pointers then. Raises NotFound, or Invalid where
    none would be left, more than four, or one that is not there.
    """
    line = CodedService.objects.filter(id=service_id).first()
    if line is None:
        raise NotFound
    row = open_coding(actor, line.coding_id)
    line.refresh_from_db()
    pointers = pointed(line.pointers, place)
    wrong = check_pointers(pointers, set(row.diagnoses.values_list("position", flat=True)))
    if wrong:
        raise Invalid(wrong[0].code, wrong[0].words, "", {"fields": {"pointers": [wrong[0].words]}})
    line.pointers = pointers
    line.save(update_fields=["pointers"])
    record("code_service", line.id, subjects=[row.patient_id], pointers=" ".join(map(str, pointers)))
    return tuple(pointers)
