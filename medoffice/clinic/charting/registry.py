"""What the chart offers to later rooms: its kinds of work, its fact, its place in the chain, its lists on paper."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import get_current_timezone

from medoffice.clinic.charting.offers import register_deficiency
from medoffice.clinic.charting.queries.beside import (
    LISTED,
    documents_of_incoming,
    entries_to_amend,
    going_with,
    lines_of,
)
from medoffice.clinic.charting.queries.chart import (
    charts_of,
    notes_missing,
    notes_to_cosign,
    notes_uncoded,
    notes_unsigned,
)
from medoffice.clinic.charting.queries.copying import SOURCE, beside_lists, list_to_copy, lists_to_copy
from medoffice.clinic.charting.queries.named import allergies_beside
from medoffice.clinic.charting.queries.notes import (
    found_in_notes,
    note,
    note_enclosed,
    note_of,
    note_to_copy,
    notes_to_copy,
    notes_to_enclose,
)
from medoffice.clinic.charting.queries.quoting import FIELDS, read_lists
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.types import ListKind, NoteAmended, NoteSigned
from medoffice.clinic.charting.views import amending, lists, measures
from medoffice.front_office.letters.api import register_merge_fields
from medoffice.front_office.referrals.api import register_packet_part
from medoffice.front_office.referrals.types import PartSource
from medoffice.kernel.facts import fact
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import register_appended, register_chart_text, register_open_use
from medoffice.records.patients.api import (
    register_alert_place,
    register_banner_list,
    register_paper_section,
    register_together,
)
from medoffice.records.releases.api import register_source
from medoffice.records.releases.types import Source
from medoffice.records.rights.api import register_amendable
from medoffice.records.rights.types import Amendable
from medoffice.security.api import can
from medoffice.security.types import Actor, Label, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel

fact(NoteSigned)
fact(NoteAmended)
register_append_only("note_addendum")
register_append_only("note_revision")
register_append_only("note_route")
register_append_only("note_template")
register_append_only("note_template_order")
register_append_only("list_entry")
register_append_only("list_attestation")
register_together("list_entry", "entry_id")
NEVER_ON_PAPER = (Label.PART2, Label.PSYCHOTHERAPY)  # whatever was consented to: paper is read by whoever holds it


def _note_url(ref: Ref) -> str:
    return reverse("charting:visit", args=[note(ref.id).encounter_id])


def _noted_url(ref: Ref) -> str:
    return reverse("charting:noted", args=[note(ref.id).encounter_id])


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
        words=f"by {written.author}, {signed}{', RETRACTED' if written.retracted else ''}",
        causes=(Ref("encounter", written.encounter_id),),
        at=written.signed_at or written.started_at,
        who=written.author,
        url=_note_url(Ref("note", written.id)),
        details=(("seal", written.sha256[:16]),) if written.signed else (),
        quote=written.text or written.signed_text,
        subject=written.patient_id,
        needs="chart.read",
        opens="encounters.reason",
        visit=written.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    written = note_of(encounter_id)
    return [Ref("note", written.id)] if written else []


def _chart_url(ref: Ref) -> str:
    return reverse("charting:reconcile", args=[ref.id])


def _on_paper(kind: ListKind) -> Callable[[Actor, str, Iterable[UUID]], Mapping[UUID, list[str]]]:
    """A list of many patients, as it is told when the computer is down; what labels keep is left out."""

    def read(actor: Actor, word: str, ids: Iterable[UUID]) -> Mapping[UUID, list[str]]:
        found = charts_of(actor, ids, word, never=NEVER_ON_PAPER)
        along = going_with(*found.values())
        return {who: lines for who, chart in found.items() if (lines := lines_of(chart, kind, along))}

    return read


def _allergies(actor: Actor, patient_id: UUID) -> str:
    return f"{reverse('charting:chart', args=[patient_id])}#allergy" if can(actor, "lists.read", patient_id) else ""


register_alert_place("allergies", _allergies)
register_banner_list("allergies", allergies_beside)
tracers.register("note", _trace)
register_effects("encounter", _of_encounter)
register_panel("patient", measures.panel)
register_panel("chart", measures.chart_panel)
register_chart_text("notes", found_in_notes)
register_open_use("entries beside the lists that nobody has decided", documents_of_incoming)
register_packet_part("note", PartSource(notes_to_enclose, note_enclosed))
register_source(Source("note", "Notes", notes_to_copy, note_to_copy))
register_source(Source(SOURCE, "Lists", lists_to_copy, list_to_copy))
register_appended("lists", beside_lists)
register_amendable(Amendable(LISTED, "Lists", entries_to_amend, amending.stands_at, amending.accept_at, SOURCE))
register_merge_fields("lists", FIELDS, read_lists)
register_work_kind(WorkKind("note-to-sign", "note to sign", Role.PROVIDER, 24, _note_url))
register_work_kind(WorkKind("note-to-cosign", "note to co-sign", Role.PROVIDER, 72, _note_url))
register_work_kind(WorkKind("note-copies", "who got a note that was changed", Role.SECRETARY, 24, _note_url))
register_work_kind(WorkKind("note-lists", "what a changed note put on the lists", Role.PROVIDER, 24, _noted_url))
register_work_kind(WorkKind("note-to-read", "note to read", Role.PROVIDER, 72, _note_url))
register_deficiency("unsigned", "Not signed", notes_unsigned)
register_deficiency("uncoded", "Not coded", notes_uncoded)
register_deficiency("missing", "No note, nothing dictated", notes_missing)
register_deficiency("cosign", "Not co-signed", notes_to_cosign)
register_command(Command("What notes are begun from", "charting:note-templates", "notes.set_up"))
register_command(Command("Who co-signs whose notes", "charting:routes", "notes.set_up"))
register_command(Command("Charts to finish", "charting:deficiencies", "chart.deficiencies"))
register_report(
    "charts_to_finish",
    "Notes that nobody has signed, and signed ones that wait for codes, by author and the week since when",
    "SELECT n.author, CASE WHEN n.signed_at IS NULL THEN 'unsigned' ELSE 'uncoded' END AS lacks,"
    " date_trunc('week', coalesce(n.signed_at, n.started_at))::date AS since_week, count(*) AS notes"
    " FROM public.note n WHERE n.signed_at IS NULL OR EXISTS (SELECT 1 FROM public.practice_work w"
    " WHERE w.kind = 'to-code' AND w.ref_id = n.encounter_id AND w.state <> 'done') GROUP BY 1, 2, 3",
    order="1, 2, 3",
)
register_work_kind(WorkKind("reconcile", "lists to reconcile", Role.NURSE, 72, _chart_url))
for _kind in (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM):
    register_paper_section(f"{KINDS[_kind].title.lower()}", KINDS[_kind].title, _on_paper(_kind))
register_panel("patient", lists.panel)
register_panel("visit", lists.visit_panel)
