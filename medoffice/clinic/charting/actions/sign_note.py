"""Sign a visit note: from then on its words stay."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.charting.actions.locking import lock_draft
from medoffice.clinic.charting.actions.rows import code_work_title, note_signed, read_work_title
from medoffice.clinic.charting.models import Cosignature, Note
from medoffice.clinic.charting.queries.chart import routes
from medoffice.clinic.charting.queries.templates import template_of
from medoffice.clinic.charting.rules.sections import missing, not_signed
from medoffice.clinic.charting.types import NoteSigned, Routed
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_member, staff_of_user
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import action, actor_of, can, record
from medoffice.security.types import Actor


@action("notes.sign")
def sign_note(*, actor: Actor, note_id: UUID, seen_version: int, to: Sequence[UUID] = ()) -> str:
    """Sign one's own note as it was seen; returns its seal. The visit is then due for coding.

    In the same act it goes to whom it is for (``to``: accounts) and who always gets this author's: each has it as work
    of their own, to read; a supervisor, to co-sign. Raises Refusal for an empty note, one without a section that its
    template requires, or another provider's, or for somebody who is not here or may not see the patient or the note;
    Conflict if the words changed since they were read.
    """
    row = lock_draft(actor, "notes.sign", note_id, seen_version)
    signer = staff_of_user(actor.id)
    if signer is None or signer.id != row.author_id:
        raise Refusal("not-the-author", f"This note is {row.author}'s to sign.", "Ask them to sign it.")
    if not row.text.strip():
        raise Refusal("note-empty", "There is nothing to sign yet.", "Write the note first.")
    _refuse_missing(row)
    note_signed(row, clock.now()).save(update_fields=["signed_at", "sha256"])
    visit = encounter(row.encounter_id)
    finish_work_about(actor=actor, ref=Ref("note", row.id), outcome="signed")
    open_work(
        actor=actor,
        kind="to-code",
        title=code_work_title(visit.number),
        ref=Ref("encounter", visit.id),
        patient_id=row.patient_id,
        key=str(visit.id),
    )
    for account in dict.fromkeys([*to, *_always(actor, row, visit)]):
        _send(actor, row, visit, account)
    publish(NoteSigned(row.id, row.encounter_id, row.patient_id), subject=row.encounter_id)
    record("note", row.id, subjects=[row.patient_id], seal=row.sha256)
    return row.sha256


def _refuse_missing(row: Note) -> None:
    """Raise Refusal for sections that its template requires and that say nothing. At most one query."""
    if not row.template_key:
        return
    lacks = missing(row.text, template_of(row.template_key, row.template_version))
    if lacks:
        fix = "Write what is missing, or take another template for this note."
        raise Refusal("sections-missing", not_signed(lacks), fix, {"sections": lacks})


def _always(actor: Actor, row: Note, visit: Encounter) -> list[UUID]:
    """Who always gets this author's notes to read and may; who co-signs them is asked to. One query, two for each."""
    copies = list[UUID]()
    for route in routes(row.author_id):
        account = staff_member(route.reader_id).user_id
        reader = actor_of(account) if account else None
        reads = reader is not None and can(reader, "chart.read", row.patient_id, row.encounter_id)
        if route.what is Routed.COSIGN:
            _ask_cosign(actor, row, visit, route.reader_id, account if reads else None)
        elif account and reads:
            copies.append(account)
    return copies


def _ask_cosign(actor: Actor, row: Note, visit: Encounter, supervisor_id: UUID, account: UUID | None) -> None:
    if account is None:
        words = f"{staff_member(supervisor_id).name} co-signs your notes and cannot read this one."
        raise Refusal("no-supervisor", words, "Ask the manager to name another supervisor.")
    Cosignature.objects.get_or_create(note=row, defaults={"supervisor_id": supervisor_id, "asked_at": clock.now()})
    open_work(
        actor=actor,
        kind="note-to-cosign",
        title=f"Note of visit {visit.number} to co-sign",
        ref=Ref("note", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        key=str(row.id),
        owner_id=account,
    )


def _send(actor: Actor, row: Note, visit: Encounter, account: UUID) -> None:
    """Put it before somebody to read, who must be able to."""
    reader = actor_of(account)
    if reader is None or not can(reader, "chart.read", row.patient_id, row.encounter_id):
        raise Refusal("not-theirs-to-read", "One of these people cannot read this note.", "Choose somebody else.")
    open_work(
        actor=actor,
        kind="note-to-read",
        title=read_work_title(visit.number),
        ref=Ref("note", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        key=f"{row.id} {account}",
        owner_id=account,
    )
