"""Take in what devices put into their folder: kept, then handed to whoever reads such things."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.devices.actions.keeping import is_taken, is_taken_already, keep_file, refuse_file, to_take
from medoffice.clinic.devices.offers import device_doors
from medoffice.clinic.devices.queries.devices import as_it_is, services
from medoffice.clinic.devices.rules.layout import is_hl7, is_ours, read_file
from medoffice.clinic.devices.rules.wrote import result_of
from medoffice.clinic.results.api import receive, take_own
from medoffice.clinic.results.types import Arrived
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work
from medoffice.records.documents.api import take_in
from medoffice.records.documents.types.papers import Door
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

REFUSED, REFUSED_FILES = "device-file", Ref("device_files", UUID(int=1))
PEER = "folder of devices"


def hear_devices(*, actor: Actor) -> int:
    """Take what waits; returns how many. The door is told only of what is committed: in between it comes again.

    A message goes to results, a paper to documents, each with its own tray; a file of the office's layout is read here.
    """
    count = 0
    with acts_of_their_own():
        for door in device_doors.values():
            for name, data in door.waiting():
                count += 1
                try:
                    _take(actor, name, data)
                except Refusal as refusal:
                    say_refused(actor=actor, name=name, why=refusal.words)
                    door.refused(name, f"{refusal.words} {refusal.fix}")
                else:
                    door.taken(name)
    return count


def _take(actor: Actor, name: str, data: bytes) -> None:
    if is_ours(data):
        file_id = keep_file(actor=actor, name=name, data=data)
        try:
            hand_on(actor=actor, file_id=file_id)
        except Refusal as refusal:
            refuse_file(actor=actor, file_id=file_id, why=refusal.words)
            raise
    elif is_hl7(data):
        receive(actor=actor, arrived=(Arrived(data, PEER),))
    else:
        take_in(actor=actor, door=Door.DEVICE, name=name, data=data, sender=PEER)


@action("devices.receive")
def hand_on(*, actor: Actor, file_id: UUID) -> None:
    """Its values go to results, which say whose they are, or ask a person; once. Raises Refusal for what is odd."""
    if is_taken_already(file_id):
        return
    row = to_take(file_id)
    said = read_file(bytes(row.data or b""), office_zone())
    wrote, known = said.wrote, services().get(said.service)
    told = replace(wrote, what=known.name if known else wrote.what, by=as_it_is(wrote.by))
    own = result_of(row.number, said.service, told, PEER)
    take_own(actor=actor, own=own, whose=said.whose, by=told.by.name)
    is_taken(row, told)
    record("device_file", row.id, service=said.service)


@action("devices.receive")
def say_refused(*, actor: Actor, name: str, why: str) -> None:
    """Somebody looks at the device: what it wrote lies in the folder beside, and cannot be read."""
    title = f"A file of a device was not taken ({name[:40]}): {why}"
    open_work(actor=actor, kind=REFUSED, title=title[:200], ref=REFUSED_FILES, key=name[:80])
    record("device_file", None, refused=True)
