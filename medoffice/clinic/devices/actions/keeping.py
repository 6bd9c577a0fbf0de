"""A file of a device is kept as it came, before anybody reads it. Shared by attaching and by the folder."""

import hashlib
from uuid import UUID

from medoffice.clinic.devices.models import DeviceFile
from medoffice.clinic.devices.types import FileState, Wrote
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import next_number
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("devices.attach")
def keep_file(*, actor: Actor, name: str, data: bytes) -> UUID:
    """These bytes, whatever they are, once by their content."""
    digest = hashlib.sha256(data).hexdigest()
    row = DeviceFile.objects.filter(sha256=digest).first() or new_file(actor, digest, name, data)
    record("device_file", row.id, size=len(data))
    return row.id


def new_file(actor: Actor, digest: str, name: str, data: bytes | None) -> DeviceFile:
    """A file under a number of its own; without bytes where documents keep them."""
    return DeviceFile.objects.create(
        number=next_number("DF"), sha256=digest, name=name.strip()[-120:] or "no name", data=data,
        state=FileState.NEW.value, came_at=clock.now(), came_by=actor.name,
    )  # fmt: skip


def is_taken_already(file_id: UUID) -> bool:
    """Whether this very file was taken before."""
    return DeviceFile.objects.filter(id=file_id, state=FileState.TAKEN).exists()


def to_take(file_id: UUID) -> DeviceFile:
    """One that was not taken yet, locked. Raises NotFound, Refusal for what was."""
    row = DeviceFile.objects.select_for_update(of=("self",)).filter(id=file_id).first()
    if row is None:
        raise NotFound
    if row.state == FileState.TAKEN:
        raise Refusal("file-again", f"This very file came before, as {row.number}.", "It is not taken twice.")
    return row


def is_taken(row: DeviceFile, wrote: Wrote) -> None:
    """It was read and handed on, with its device as it was then."""
    row.state, row.why, row.what, row.taken_at = FileState.TAKEN.value, "", wrote.what[:80], wrote.at
    row.device, row.serial, row.calibrated_on = wrote.by.name[:120], wrote.by.serial[:60], wrote.by.calibrated_on
    row.save()


@action("devices.attach")
def refuse_file(*, actor: Actor, file_id: UUID, why: str) -> None:
    """It is kept, and cannot be taken, for these words."""
    DeviceFile.objects.filter(id=file_id).exclude(state=FileState.TAKEN).update(
        state=FileState.REFUSED, why=why[:300]
    )  # fmt: skip
    record("device_file", file_id, refused=True)
