"""Take a code back before the coding is finished; the codes after it move up."""

from uuid import UUID

from django.db.models import F

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.models import CodedService, Diagnosis
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def remove_code(*, actor: Actor, code_id: UUID) -> None:
    """Remove a diagnosis no service points to, or a service line. Raises Refusal while a service needs it."""
    diagnosis = Diagnosis.objects.filter(id=code_id).first()
    if diagnosis is not None:
        _remove_diagnosis(actor, diagnosis)
        return
    line = CodedService.objects.filter(id=code_id).first()
    if line is None:
        raise NotFound
    row = open_coding(actor, line.coding_id)
    line.delete()
    for later in row.services.filter(line__gt=line.line).order_by("line"):
        later.line -= 1
        later.save(update_fields=["line"])
    record("code_service", code_id, subjects=[row.patient_id], removed=line.code)


def _remove_diagnosis(actor: Actor, diagnosis: Diagnosis) -> None:
    row = open_coding(actor, diagnosis.coding_id)
    if row.services.filter(pointers__contains=[diagnosis.position]).exists():
        raise Refusal("diagnosis-needed", f"A service points to {diagnosis.code}.", "Remove that service first.")
    diagnosis.delete()
    row.diagnoses.filter(position__gt=diagnosis.position).update(position=F("position") - 1)
    for line in row.services.all():
        line.pointers = [place - (place > diagnosis.position) for place in line.pointers]
        line.save(update_fields=["pointers"])
    record("code_diagnosis", diagnosis.id, subjects=[row.patient_id], removed=diagnosis.code)
