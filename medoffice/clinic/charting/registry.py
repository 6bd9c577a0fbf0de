"""What the chart offers to later rooms: its kinds of work, its fact, its place in the chain."""

from uuid import UUID

from django.urls import reverse
from django.utils.timezone import get_current_timezone

from medoffice.clinic.charting.queries import found_in_notes, note, note_of
from medoffice.clinic.charting.types import NoteAmended, NoteSigned
from medoffice.kernel.facts import fact
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import register_chart_text
from medoffice.security.types import Role

fact(NoteSigned)
fact(NoteAmended)
register_append_only("note_addendum")


def _note_url(ref: Ref) -> str:
    return reverse("charting:visit", args=[note(ref.id).encounter_id])


def _trace(note_id: UUID) -> Step | None:
    try:
        written = note(note_id)
    except NotFound:
        return None
    signed = (
        f"signed {written.signed_at.astimezone(get_current_timezone()):%m/%d/%Y %-I:%M %p}"
        if written.signed_at
        else "not signed yet"
    )
    return Step(
        ref=Ref("note", written.id),
        stage="note",
        title="Note",
        words=f"by {written.author}, {signed}",
        causes=(Ref("encounter", written.encounter_id),),
        at=written.signed_at or written.started_at,
        who=written.author,
        url=_note_url(Ref("note", written.id)),
        details=(("seal", written.sha256[:16]),) if written.signed else (),
        quote=written.text,
        subject=written.patient_id,
        needs="chart.read",
        opens="encounters.reason",
        visit=written.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    written = note_of(encounter_id)
    return [Ref("note", written.id)] if written else []


tracers.register("note", _trace)
register_effects("encounter", _of_encounter)
register_chart_text("notes", found_in_notes)
register_work_kind(WorkKind("note-to-sign", "note to sign", Role.PROVIDER, 24, _note_url))
