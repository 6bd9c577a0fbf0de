"""Enter what the office found itself, in its laboratory or with a device."""

import hashlib
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.orders.api import order
from medoffice.clinic.results.actions.filing import file_reports
from medoffice.clinic.results.actions.receive import receive
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.queries.matching import known_of
from medoffice.clinic.results.queries.messages import read
from medoffice.clinic.results.rules.answering import why_not_taken
from medoffice.clinic.results.rules.own import US, message_of_own, whose_of
from medoffice.clinic.results.types import FOUND_HERE, OFFICE, Arrived, MessageState, Own, Whose
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor
from medoffice.standards.hl7.api import AckCode, acknowledge


@action("results.enter")
def enter_own(*, actor: Actor, order_id: UUID, own: Own) -> UUID:
    """It stands on the chart as what came of the order, to be signed off; the report's id.

    It is kept as a message, as another laboratory's is. One that is corrected or withdrawn is a further version of
    the report under its number. Raises NotFound.
    """
    asked = order(order_id)
    require(actor, "results.enter", asked.patient_id, asked.encounter_id)
    before = _of(own, asked.patient_id).first()
    if before is not None:  # a test that was set up otherwise meanwhile is still the same report
        code, system = before.code, before.system
        found = tuple(replace(one, code=code, system=system) if one.code == own.code else one for one in own.found)
        own = replace(own, code=code, system=system, found=found)
    now, name = clock.now(), new_id()
    message = message_of_own(
        own, whose_of(known_of(asked.patient_id)), control_id=name.hex[:20], at=now, by=actor.name,
        training=current.kind() != "practice",
    )  # fmt: skip
    answer = acknowledge(message, AckCode.ACCEPT, control_id=f"A{name.hex[:19]}", at=f"{now:%Y%m%d%H%M%S}+0000")
    row = LabMessage(
        id=name,
        sender=US,
        peer=OFFICE,
        facility=own.place,
        control_id=name.hex[:20],
        kind="ORU^R01",
        sha256=hashlib.sha256(message.raw).hexdigest(),
        data=message.raw,
        size=len(message.raw),
        came_at=now,
        ack_code=AckCode.ACCEPT.value,
        ack=answer.raw,
        state=MessageState.FILED,
        patient_id=asked.patient_id,
        why=FOUND_HERE,
        settled_by=actor.name,
        settled_at=now,
    )
    row.save(force_insert=True)
    _, reports = read(row)
    file_reports(actor, row, asked.patient_id, reports, {"": asked})
    report = _of(own, asked.patient_id).get()
    if own.document_id:  # the paper stands behind the first value
        first = LabResult.objects.filter(report=report, message=row).order_by("place").values("id")[:1]
        LabResult.objects.filter(id__in=first).update(document_id=own.document_id)
    record("lab_report", report.id, subjects=[asked.patient_id], own=own.number)
    return report.id


@action("results.receive")
def take_own(*, actor: Actor, own: Own, whose: Whose, by: str) -> None:
    """What a device of the office says of whom it names: kept, then filed as other messages are, or in the tray.

    Raises Refusal for what is not taken.
    """
    training, number = current.kind() != "practice", hashlib.sha256(own.number.encode()).hexdigest()[:20]
    message = message_of_own(own, whose, control_id=number, at=clock.now(), by=by, training=training)
    if why := why_not_taken(receive(actor=actor, arrived=(Arrived(message.raw, OFFICE),))):
        raise Refusal("own-refused", f"What it says was not taken: {why}", "Look at the device and its file.")
    record("laboratory messages", None, own=own.number)


def _of(own: Own, patient_id: UUID) -> QuerySet[LabReport]:
    return LabReport.objects.filter(laboratory=own.place, filler=own.number, patient_id=patient_id)
