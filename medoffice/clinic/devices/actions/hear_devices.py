"""Take in what devices put into their folder: kept, then handed to whoever reads such things."""

import hashlib
import logging
from dataclasses import replace
from uuid import UUID

from django.db import OperationalError

from medoffice.clinic.devices.actions.attach_file import refuse_clock
from medoffice.clinic.devices.actions.keeping import held_file, is_taken, keep_file, ref_of, refuse_file, shown
from medoffice.clinic.devices.offers import device_doors
from medoffice.clinic.devices.queries.devices import as_it_is, services
from medoffice.clinic.devices.rules.layout import is_hl7, is_ours, read_file
from medoffice.clinic.devices.rules.wrote import result_of
from medoffice.clinic.devices.types import DeviceDoor, FileState
from medoffice.clinic.results.api import receive, take_own, why_not_taken
from medoffice.clinic.results.types import Arrived
from medoffice.kernel.findings import Severity
from medoffice.kernel.papers import LARGEST
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import day_here, finish_work_about, office_zone, open_work, work_about
from medoffice.records.documents.api import take_in
from medoffice.records.documents.types.papers import Door
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor
from medoffice.standards.hl7.api import read_file as read_messages

log = logging.getLogger(__name__)
REFUSED, PEER = "device-file", "folder of devices"


def hear_devices(*, actor: Actor) -> int:
    """Take what waits; returns how many. The door is told only of what is committed: in between it comes again.

    A message goes to results, a paper to documents, each with its own tray; a file of the office's layout is read here.
    One that the program stumbles over stays where it lies, and keeps no other from being taken.
    """
    count = 0
    with acts_of_their_own():
        for door in device_doors.values():
            for name, data in door.waiting():
                count += 1
                digest = hashlib.sha256(data).hexdigest()
                try:
                    _settle(actor, door, name, data, digest)
                except OperationalError:
                    raise
                except Exception as error:  # noqa: BLE001 - whatever a file does to the program, the next is taken
                    log.error("a file of a device stays where it lies: %s", type(error).__name__)
                    say_refused(actor=actor, digest=digest, why="the program could not take it; it is tried again.")
    return count


def _settle(actor: Actor, door: DeviceDoor, name: str, data: bytes, digest: str) -> None:
    """One file; the door hears its very name, tables only what can be kept of it."""
    try:
        _take(actor, shown(name), data)
    except Refusal as refusal:
        say_refused(actor=actor, digest=digest, why=refusal.words)
        door.refused(name, f"{refusal.words} {refusal.fix}")
    else:
        if work_about(ref_of(digest)):
            finish_work_about(actor=actor, ref=ref_of(digest), outcome="taken")
        door.taken(name)


def _take(actor: Actor, name: str, data: bytes) -> None:
    if len(data) > LARGEST:  # the door has read no more of it than shows that
        words = f"This file is larger than {LARGEST >> 20} MB; nothing of it was taken."
        raise Refusal("device-file-large", words, "Export it from the device in parts.")
    if is_ours(data):
        file_id = keep_file(actor=actor, name=name, data=data)
        try:
            hand_on(actor=actor, file_id=file_id)
        except Refusal as refusal:
            refuse_file(actor=actor, file_id=file_id, why=refusal.words)
            raise
    elif is_hl7(data):
        _take_messages(actor, data)
    else:
        take_in(actor=actor, door=Door.DEVICE, name=name, data=data, sender=PEER)


def _take_messages(actor: Actor, data: bytes) -> None:
    """Each message of a file by itself. Raises Refusal if any is not taken; those that were are not taken twice."""
    file = read_messages(data)
    wrong = next((one.words for one in file.findings if one.severity is Severity.ERROR), "")
    if not wrong:
        wrong = why_not_taken(receive(actor=actor, arrived=tuple(Arrived(one.raw, PEER) for one in file.messages)))
    if wrong:
        words = f"A message of this file was not taken: {wrong}"
        raise Refusal("device-message", words, "Mend it at the device and export it anew.")


@action("devices.receive")
def hand_on(*, actor: Actor, file_id: UUID) -> None:
    """Its values go to results, which say whose they are, or ask a person; once. Raises Refusal for what is odd."""
    row = held_file(file_id)
    if row.state == FileState.TAKEN:
        return
    said = read_file(bytes(row.data or b""), office_zone())
    refuse_clock(said.wrote.at)
    wrote, known = said.wrote, services().get(said.service)
    by = as_it_is(wrote.by, day_here(wrote.at))
    told = replace(wrote, what=known.name if known else wrote.what, by=by)
    own = result_of(row.number, said.service, told, PEER)
    take_own(actor=actor, own=own, whose=said.whose, by=told.by.name)
    is_taken(actor, row, told)
    record("device_file", row.id, service=said.service)


@action("devices.receive")
def say_refused(*, actor: Actor, digest: str, why: str) -> None:
    """Somebody looks at the device, once for each file; its name may be a patient's and is not said."""
    title = f"A file of a device was not taken: {why}"
    open_work(actor=actor, kind=REFUSED, title=title[:200], ref=ref_of(digest), key=digest)
    record("device_file", None, refused=True)
