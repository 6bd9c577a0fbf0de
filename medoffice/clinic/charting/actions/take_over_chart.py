"""Take over what an older chart says."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from medoffice.clinic.charting.actions.listing import attestation_row, entry_row, refuse_wrong
from medoffice.clinic.charting.models import ListAttestation, ListEntry
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

Entries = Sequence[tuple[ListKind, Told]]


@action("lists.change")
def take_over_chart(
    *, actor: Actor, patient_id: UUID, entries: Entries, none: Sequence[ListKind] = (), cause: Cause
) -> None:
    """Enter all lists of a chart that was kept elsewhere, in one act; ``none`` are lists it says to be empty.

    ``cause`` is a document, an import or what the patient said. Raises NotFound, Invalid for the first entry that
    cannot be kept, Refusal for a visit as the cause.
    """
    require(actor, "lists.change", patient_id)
    if cause.kind is CauseKind.ENCOUNTER:
        raise Refusal("cause-visit", "A visit enters on the lists one by one.", "Name the chart it was taken from.")
    refuse_wrong(patient_id, *entries)
    for row in taken_over(patient_id, entries, none, cause, actor.name, clock.now()):
        row.save(force_insert=True)
    record("lists", patient_id, subjects=[patient_id], entries=len(entries))


def taken_over(
    patient_id: UUID, entries: Entries, none: Iterable[ListKind], cause: Cause, by: str, at: datetime
) -> list[ListEntry | ListAttestation]:
    """The rows of it, not saved."""
    listed = [
        entry_row(patient_id=patient_id, kind=kind, told=told, cause=cause, by=by, at=at) for kind, told in entries
    ]
    empty = [
        attestation_row(patient_id=patient_id, kind=kind, none=True, encounter_id=None, by=by, at=at) for kind in none
    ]
    return [*listed, *empty]
