"""Hear that the paper of what was attached is no longer the patient's: somebody looks at what was read off it."""

from uuid import UUID

from medoffice.clinic.devices.models import DeviceFile
from medoffice.clinic.devices.types import FileState
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.documents.api import known_document
from medoffice.records.documents.types.papers import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor

PAPER_LEFT = "device-paper-left"


@action("devices.receive")
def note_paper_left(*, actor: Actor, document_id: UUID) -> bool:
    """Open the work, once while it is open; False if nothing stands on the paper, or another paper has its pages."""
    row = DeviceFile.objects.filter(document_id=document_id, state=FileState.TAKEN).first()
    if row is None or known_document(document_id).state is State.JOINED:
        return False
    open_work(
        actor=actor,
        kind=PAPER_LEFT,
        title=f"The paper of {row.number} left the chart: what was read off it is struck, or corrected",
        ref=Ref("device_file", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        priority=1,
        key=str(row.id),
    )
    record("device_file", row.id, subjects=[row.patient_id] if row.patient_id else [], paper_left=True)
    return True
