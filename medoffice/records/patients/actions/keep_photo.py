"""Keep a photo of a patient, drawn anew from what came in, or take it away."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.papers import LARGEST, TROUBLES, Busy, look, picture
from medoffice.kernel.refusals import Invalid, NotFound, Unavailable
from medoffice.records.patients.models import Patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

WIDTH = 320
_PICTURES = ("png", "jpeg")


def drawn_photo(data: bytes) -> bytes:
    """What came in as a small picture of our own dots, without what else was in the file; outside any transaction.

    It is opened in a process of its own. Raises Invalid for what is no picture or a hostile one, Unavailable if others
    are being opened.
    """
    try:
        kind, found = look(data)
        trouble = found.trouble or ("" if kind in _PICTURES else "unknown")
        drawn = None if trouble else picture(data, kind, 0, WIDTH)
    except Busy as busy:
        raise Unavailable("busy", "Other papers are being opened.", "Try again in a moment.") from busy
    if drawn is None:
        said, fix = TROUBLES[trouble or "broken"]
        if trouble == "unknown":
            said, fix = "This is no photo.", "Take a PNG or a JPEG."
        raise Invalid("no-photo", said, fix, {"fields": {"photo": [f"{said} {fix}"]}})
    return drawn


@action("patients.change")
def keep_photo(*, actor: Actor, patient_id: UUID, drawn: bytes) -> str:
    """Keep a photo that ``drawn_photo`` drew, sealed in the store; returns its SHA-256."""
    require(actor, "patients.change", patient_id)
    row = Patient.objects.select_for_update().filter(id=patient_id).first()
    if row is None:
        raise NotFound
    if not drawn or len(drawn) > LARGEST:
        raise Invalid("no-photo", "This is no photo.", "Take a PNG or a JPEG.")
    row.photo = files.store(drawn, "image/png")
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save(update_fields=["photo", "version", "changed_by", "changed_at"])
    record("patient", row.id, subjects=[row.id], fields=["photo"])
    return row.photo


@action("patients.change")
def drop_photo(*, actor: Actor, patient_id: UUID) -> None:
    """The card shows no photo any more. Raises NotFound if there is none."""
    require(actor, "patients.change", patient_id)
    row = Patient.objects.select_for_update().filter(id=patient_id).exclude(photo="").first()
    if row is None:
        raise NotFound
    row.photo, row.version = "", row.version + 1
    row.changed_by, row.changed_at = actor.name, clock.now()
    row.save(update_fields=["photo", "version", "changed_by", "changed_at"])
    record("patient", row.id, subjects=[row.id], fields=["photo"])
