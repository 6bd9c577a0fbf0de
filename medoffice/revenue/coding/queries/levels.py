"""Reads of what counts for the level of a visit."""

from uuid import UUID

from medoffice.clinic.charting.api import note
from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.prescriptions.api import prescriptions_of_visit
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.revenue.coding import models
from medoffice.revenue.coding.queries.codings import evidence_of, services
from medoffice.revenue.coding.rules.offering import is_established
from medoffice.revenue.coding.rules.proposals import Done, Proposed, proposed
from medoffice.revenue.coding.types import CodedEncounter, LevelElement
from medoffice.security.types import Actor


def elements(coding_id: UUID) -> list[LevelElement]:
    """What counts for the level, in the order it was taken. One query."""
    return [to_element(row) for row in models.LevelElement.objects.filter(coding_id=coding_id).order_by("id")]


def proposals(actor: Actor, found: CodedEncounter) -> list[Proposed]:
    """What the note, the orders and the prescriptions of a visit propose and does not count yet. Eight queries."""
    written = note(models.Coding.objects.values_list("note_id", flat=True).get(id=found.id))
    kinds = {one.key: one.kind for one in services(found.date)}
    done = [
        Done(Ref("order", one.id), "lab" if one.requisition_id else kinds.get(one.key, ""), one.words)
        for one in orders_of(found.encounter_id)
        if one.state in (OrderState.DONE, OrderState.SENT)
    ]
    done += [
        Done(Ref("prescription", one.id), "", one.says.medicine)
        for one in prescriptions_of_visit(actor, found.encounter_id)
        if one.signed_at is not None
    ]
    taken = {Proposed(one.kind, one.about, one.evidence, "").key for one in elements(found.id)}
    return proposed(Ref("note", written.id), written.text, found.diagnoses, done, taken)


def established(actor: Actor, found: CodedEncounter) -> bool:
    """Whether the patient was seen here within the three years before the visit. Two queries."""
    seen = [one.date for one in encounters_of_patient(actor, found.patient_id)]
    return is_established(seen, found.date)


def to_element(row: models.LevelElement) -> LevelElement:
    """A row as the noun."""
    return LevelElement(row.id, row.kind, row.about, row.minutes, evidence_of(row))
