"""A file of a device is kept as it came, before anybody reads it. Shared by attaching and by the folder."""

import hashlib
from uuid import UUID

from medoffice.clinic.devices.models import DeviceFile
from medoffice.clinic.devices.types import FileState, Wrote
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, next_number
from medoffice.security.api import action, record
from medoffice.security.types import Actor


def ref_of(digest: str) -> Ref:
    """A file, by its content, whether it is kept here, with results or with documents."""
    return Ref("device_files", UUID(digest[:32]))


def shown(name: str) -> str:
    """The name of a file as tables keep it: without letters that are none, or that cannot be seen."""
    return "".join(letter for letter in name if letter.isprintable()).strip()[-120:] or "no name"


@action("devices.attach")
def keep_file(*, actor: Actor, name: str, data: bytes, patient_id: UUID | None = None) -> UUID:
    """These bytes, whatever they are, once by their content; ``patient_id``: to whose order somebody brought them."""
    digest = hashlib.sha256(data).hexdigest()
    row = DeviceFile.objects.filter(sha256=digest).exclude(state=FileState.STRUCK).first()
    row = row or new_file(actor, digest, name, data)
    record("device_file", row.id, subjects=_subjects(patient_id), size=len(data))
    return row.id


def new_file(actor: Actor, digest: str, name: str, data: bytes | None) -> DeviceFile:
    """A file under a number of its own; without bytes where documents keep them."""
    return DeviceFile.objects.create(
        number=next_number("DF"), sha256=digest, name=shown(name), data=data,
        state=FileState.NEW.value, came_at=clock.now(), came_by=actor.name,
    )  # fmt: skip


def held_file(file_id: UUID) -> DeviceFile:
    """A file, locked. Raises NotFound."""
    row = DeviceFile.objects.select_for_update(of=("self",)).filter(id=file_id).first()
    if row is None:
        raise NotFound
    return row


def to_take(file_id: UUID) -> DeviceFile:
    """One that was not taken yet, locked. Raises NotFound, Refusal for what was."""
    row = held_file(file_id)
    if row.state in (FileState.TAKEN, FileState.STRUCK):
        raise Refusal("file-again", f"This very file came before, as {row.number}.", "It is not taken twice.")
    return row


def is_taken(actor: Actor, row: DeviceFile, wrote: Wrote) -> None:
    """It was read and handed on, with its device as it was then; nobody need look at it any more."""
    row.state, row.why, row.what, row.taken_at = FileState.TAKEN.value, "", wrote.what[:80], wrote.at
    row.device, row.serial, row.calibrated_on = wrote.by.name[:120], wrote.by.serial[:60], wrote.by.calibrated_on
    row.save()
    finish_work_about(actor=actor, ref=ref_of(row.sha256), outcome="taken")


@action("devices.attach")
def refuse_file(*, actor: Actor, file_id: UUID, why: str, patient_id: UUID | None = None) -> None:
    """It is kept, and cannot be taken, for these words."""
    DeviceFile.objects.filter(id=file_id).exclude(state__in=[FileState.TAKEN, FileState.STRUCK]).update(
        state=FileState.REFUSED, why=why[:300]
    )  # fmt: skip
    record("device_file", file_id, subjects=_subjects(patient_id), refused=True)


def _subjects(patient_id: UUID | None) -> list[UUID]:
    return [patient_id] if patient_id else []
