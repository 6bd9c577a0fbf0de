"""Keep what comes by wire, then take it in."""

import hashlib
import logging
from uuid import UUID

from django.db import OperationalError

from medoffice.clinic.prescriptions.actions.taking_in import TakenIn, take_in
from medoffice.clinic.prescriptions.actions.wiring import TO_SORT, WIRE_IN, line, note_line_silent
from medoffice.clinic.prescriptions.models import WireIn
from medoffice.clinic.prescriptions.queries.wire import to_read
from medoffice.clinic.prescriptions.types.wire import Came
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, work_about
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

log = logging.getLogger(__name__)


def hear_wire(*, actor: Actor) -> int:
    """Keep everything that waits, then read it; returns how many were new. Each is an act of its own, committed before

    the line is told that it was fetched: after a crash in between it comes again and does nothing twice.
    """
    new = 0
    with acts_of_their_own():
        try:
            door = line()
            for name, data in door.waiting():
                new += keep_wire(actor=actor, name=name, data=data)
                door.fetched(name)
            if work_about(WIRE_IN):
                finish_work_about(actor=actor, ref=WIRE_IN, outcome="works again")
        except Refusal as refusal:
            if refusal.code != "no-pharmacy-line":
                say_line_silent(actor=actor, why=refusal.words)
        for one in to_read():
            try:
                read_wire(actor=actor, in_id=one)
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - a message that breaks the program keeps no other from being read
                log.error("a message of a pharmacy is set aside: %s", type(error).__name__)  # its words hold a patient
                set_wire_aside(actor=actor, in_id=one)
    return new


@action("prescriptions.hear")
def keep_wire(*, actor: Actor, name: str, data: bytes) -> bool:
    """These bytes, as they came and before anybody reads them; False if they are kept already."""
    told = {"name": name[:200], "data": data, "came_at": clock.now(), "state": Came.NEW.value}
    row, new = WireIn.objects.get_or_create(sha256=hashlib.sha256(data).hexdigest(), defaults=told)
    record("wire message in", row.id, new=new, size=len(data))
    return new


@action("prescriptions.hear")
def read_wire(*, actor: Actor, in_id: UUID) -> None:
    """Do what it says, once. What cannot be read, or is about nothing of ours, is set aside, and is somebody's work."""
    row = WireIn.objects.select_for_update(of=("self",)).filter(id=in_id, state=Came.NEW).first()
    if row is None:
        return
    try:
        found = take_in(actor, row)
    except Refusal as refusal:
        found = TakenIn(Came.ASIDE, refusal.words)
    _became(actor, row, found)


@action("prescriptions.hear")
def set_wire_aside(*, actor: Actor, in_id: UUID) -> None:
    """What the program stumbles over is a person's to read."""
    row = WireIn.objects.select_for_update(of=("self",)).filter(id=in_id, state=Came.NEW).first()
    if row is not None:
        _became(actor, row, TakenIn(Came.ASIDE, "The program could not take it in."))


def _became(actor: Actor, row: WireIn, found: TakenIn) -> None:
    row.state, row.why = found.state.value, found.why[:300]
    if found.dispatch:
        row.dispatch, row.patient_id = found.dispatch, found.dispatch.patient_id
        row.encounter_id = found.dispatch.encounter_id
    if found.prescription:
        row.patient_id, row.encounter_id = found.prescription.patient_id, found.prescription.encounter_id
    if found.renewal_id:
        row.renewal_id = found.renewal_id
    row.save()
    if found.state is Came.ASIDE:
        title = f"A pharmacy's message must be looked at: {found.why}"
        open_work(
            actor=actor, kind=TO_SORT, title=title[:200], ref=Ref("wire_in", row.id), patient_id=row.patient_id,
            visit_id=row.encounter_id, key=f"{row.id} {TO_SORT}",
        )  # fmt: skip
    record("wire message in", row.id, subjects=[row.patient_id] if row.patient_id else [], state=row.state)


@action("prescriptions.hear")
def say_line_silent(*, actor: Actor, why: str) -> None:
    """Note that nothing can be fetched from the line."""
    note_line_silent(actor, why)
    record("wire", None)
