"""The rows of the chart as actions write them, not saved."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from medoffice.clinic.charting.models import Note, VitalSigns
from medoffice.clinic.charting.rules.sealing import note_hash
from medoffice.clinic.charting.types import NoteTemplate, Vitals
from medoffice.kernel.rows import new_row


def vitals_row(encounter_id: UUID, vitals: Vitals, by: str, at: datetime) -> VitalSigns:
    """A taking of vital signs."""
    taken = {field.name: getattr(vitals, field.name) for field in fields(vitals)}
    return new_row(VitalSigns, encounter_id=encounter_id, taken_at=at, taken_by=by, **taken)


def note_row(
    *,
    encounter_id: UUID,
    patient_id: UUID,
    author_id: UUID,
    author: str,
    text: str,
    by: str,
    at: datetime,
    template: NoteTemplate | None = None,
) -> Note:
    """A note that was started, from a template or from nothing."""
    return new_row(
        Note,
        encounter_id=encounter_id,
        patient_id=patient_id,
        author_id=author_id,
        author=author,
        text=text,
        template_key=template.key if template else "",
        template_version=template.version if template else 0,
        started_at=at,
        changed_at=at,
        changed_by=by,
    )


def author_of(name: str, credentials: str) -> str:
    """A provider as the author of a note: ``Dr. Amara Okafor, MD``."""
    return ", ".join(filter(None, (name, credentials)))


def note_signed(row: Note, at: datetime) -> Note:
    """The note, sealed."""
    row.signed_at = at
    row.sha256 = note_hash(row.text, row.author_id, at)
    return row


def sign_work_title(visit_number: str) -> str:
    """What the work queue says of a note to sign."""
    return f"Note of visit {visit_number} to finish and sign"


def read_work_title(visit_number: str) -> str:
    """What the work queue says of a signed note that was sent to somebody."""
    return f"Note of visit {visit_number} to read"


def code_work_title(visit_number: str) -> str:
    """What the work queue says of a visit whose note is signed."""
    return f"Visit {visit_number} to code"
