"""Attach what a device wrote to what was ordered: the order is done with it, and its values wait for their sign-off."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from medoffice.clinic.devices.actions.keeping import is_taken, keep_file, new_file, refuse_file, to_take
from medoffice.clinic.devices.models import DeviceFile
from medoffice.clinic.devices.queries.attached import number_standing_on, order_to_attach
from medoffice.clinic.devices.queries.devices import as_it_is, calibrated_by, device, services
from medoffice.clinic.devices.rules.layout import is_ours, read_file
from medoffice.clinic.devices.rules.wrote import in_words, result_of, why_no_time
from medoffice.clinic.devices.types import By, Reading, ReadOff, Service, Wrote
from medoffice.clinic.orders.api import perform_order
from medoffice.clinic.orders.types import Order
from medoffice.clinic.results.api import enter_own, whose_is
from medoffice.clinic.results.types import OURS
from medoffice.kernel import clock
from medoffice.kernel.papers import TROUBLES
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import day_here, office_zone
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.types.papers import Document, Door, Filing, State
from medoffice.security.api import action, acts_of_their_own, record, require
from medoffice.security.types import Actor

KIND = "ecg"  # the type of document that tracings are


def attach_file(*, actor: Actor, order_id: UUID, name: str, data: bytes, read: ReadOff | None) -> UUID:
    """Keep these bytes, then attach them: a file of the office's layout by what it says, a paper by what was ``read``.

    The result's id. What is refused is kept. Raises NotFound, Invalid by field, Refusal, Busy.
    """
    placed, _ = order_to_attach(order_id)
    require(actor, "devices.attach", placed.patient_id, placed.encounter_id)
    if is_ours(data):
        with acts_of_their_own():
            file_id = keep_file(actor=actor, name=name, data=data, patient_id=placed.patient_id)
        try:
            return attach_reading(actor=actor, order_id=order_id, file_id=file_id)
        except NotFound:
            raise
        except Refusal as refusal:
            with acts_of_their_own():
                refuse_file(actor=actor, file_id=file_id, why=refusal.words, patient_id=placed.patient_id)
            raise
    if read is None:
        words = "A paper is of a device: say which, and when it was taken."
        raise Invalid("device-missing", words, "", {"fields": {"device": [words]}})
    with acts_of_their_own():
        kept = take_in(actor=actor, door=Door.UPLOAD, name=name, data=data, patient_id=placed.patient_id)
        if trouble := look_into(actor=actor, file_id=kept.file_id):
            raise Refusal("paper-odd", *TROUBLES[trouble])
    return attach_paper(actor=actor, order_id=order_id, paper_id=kept.file_id, read=read)


@action("devices.attach")
def attach_reading(*, actor: Actor, order_id: UUID, file_id: UUID) -> UUID:
    """A file in the office's own layout: its values, by the device that it names; the result's id.

    Raises NotFound, Refusal for a settled order, for what cannot be read, for another service than was ordered, for
    a time that cannot be, and for whatever is not surely this patient's.
    """
    placed, of = _waiting(actor, order_id)
    row = to_take(file_id)
    said = read_file(bytes(row.data or b""), office_zone())
    if said.service != of.key:
        other = services().get(said.service)
        words = f"It is a file of {other.name if other else 'something else'}; {of.name} was ordered."
        raise Refusal("other-service", words, "Attach it to what it is of.")
    match = whose_is(said.whose, placed.patient_id)
    if not match.sure:
        against = f"names another {' and '.join(match.against)}" if match.against else "does not surely say whose it is"
        fix = "Attach it to whom it is of; in the folder of devices a person says whose it is."
        raise Refusal("not-of-this-patient", f"This file {against}: it is not put on this chart.", fix)
    refuse_clock(said.wrote.at)
    wrote = replace(said.wrote, what=of.name, by=as_it_is(said.wrote.by, day_here(said.wrote.at)))
    return _attached(actor, row, placed, of, wrote, None)


@action("devices.attach")
def attach_paper(*, actor: Actor, order_id: UUID, paper_id: UUID, read: ReadOff) -> UUID:
    """A paper that documents have looked into: filed on the chart, with what was read off it; the result's id.

    Raises NotFound, Invalid for a time that cannot be or a device that does not measure this, Refusal for a settled
    order or a paper that is elsewhere.
    """
    placed, of = _waiting(actor, order_id)
    if words := why_no_time(read.taken_at, clock.now()):
        raise Invalid("time-odd", words, "", {"fields": {"taken": [words]}})
    known = device(read.device_id)
    if not known.used or of.key not in known.said.measures:
        words = f"This device is not in use for {of.name}."
        raise Invalid("device-odd", words, "", {"fields": {"device": [words]}})
    paper = _paper(paper_id, placed)
    if paper.state is State.INBOX:
        _file(actor, paper, placed, of, read.taken_at)
    row = new_file(actor, paper.file.sha256, paper.file.name, None)
    row.document_id = paper.id
    readings = read.readings or (Reading("Report", "on paper", code=f"{of.key}-report", system=OURS),)
    by = By(known.said.name, known.said.serial, calibrated_by(known.id, day_here(read.taken_at)))
    return _attached(actor, row, placed, of, Wrote(of.name, read.taken_at, by, readings), paper.id)


def _waiting(actor: Actor, order_id: UUID) -> tuple[Order, Service]:
    placed, of = order_to_attach(order_id)
    require(actor, "devices.attach", placed.patient_id, placed.encounter_id)
    return placed, of


def refuse_clock(at: datetime) -> None:
    """Raise Refusal where a file says a time at which it cannot have been written."""
    if words := why_no_time(at, clock.now()):
        why = f"It says that it was taken at {at:%m/%d/%Y %H:%M}. {words}"
        raise Refusal("clock-odd", why, "Set the clock of the device, and export the file anew.")


def _paper(paper_id: UUID, placed: Order) -> Document:
    """The paper, if it waits to be filed, or is on this patient's chart and nothing was read off it. Raises Refusal."""
    paper = next(iter(documents_of_file(paper_id)), None)
    if paper is None:
        raise Refusal("paper-elsewhere", "This very paper is not kept as one document.", "Export it anew.")
    if number := number_standing_on(paper.id):
        words = f"This very paper is on a chart already, attached as {number}."
        raise Refusal("paper-attached", words, "Correct or strike what was read off it there.")
    if paper.state is State.INBOX or (paper.state is State.FILED and paper.patient_id == placed.patient_id):
        return paper
    if paper.state is State.FILED:
        fix = "Say in Documents whose it is, then attach it."
        raise Refusal("paper-elsewhere", "This very paper is on a chart already, which is not this one.", fix)
    fix = "Take it back in Documents, or export it anew: other bytes are another paper."
    raise Refusal("paper-elsewhere", f"This very paper came before and is {paper.state.value}.", fix)


def _file(actor: Actor, paper: Document, placed: Order, of: Service, at: datetime) -> None:
    filing = Filing(
        kind=KIND, dated=at.astimezone(office_zone()).date(), patient_id=placed.patient_id, title=of.name,
        visit_id=placed.encounter_id,
    )  # fmt: skip
    file_document(actor=actor, document_id=paper.id, seen_version=paper.version, filing=filing)


def _attached(
    actor: Actor, row: DeviceFile, placed: Order, of: Service, wrote: Wrote, document_id: UUID | None
) -> UUID:  # fmt: skip
    """The order is done, the result is entered, the file says so: all or nothing."""
    perform_order(actor=actor, order_id=placed.id, result=f"{of.name}, file {row.number}: {in_words(wrote.by)}")
    own = result_of(row.number, of.key, wrote, actor.name, document_id)
    made = enter_own(actor=actor, order_id=placed.id, own=own)
    row.report_id = made
    row.patient_id, row.encounter_id, row.order_id = placed.patient_id, placed.encounter_id, placed.id
    is_taken(actor, row, wrote)
    record("device_file", row.id, subjects=[placed.patient_id], order=str(placed.id))
    return made
