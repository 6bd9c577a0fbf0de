"""Destroy what is past its retention: one person asks, another looks a second time and decides.

The bytes go with their key, the words that were read with them; that the papers were there, and until when, stays.
"""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.documents.actions.writing import note, save, told
from medoffice.records.documents.models import Destruction, Document, PageText, PaperFile
from medoffice.records.documents.queries.kinds import kind_names
from medoffice.records.documents.queries.retention import due_now
from medoffice.records.documents.types.keeping import Due
from medoffice.records.documents.types.papers import FileState, State
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

KIND = "document-destroy"


@action("documents.purge")
def ask_destruction(*, actor: Actor, file_id: UUID) -> UUID:
    """Ask to destroy a file; another person has the second look. Asked again while it waits it is the same.

    Raises NotFound for what is not past its retention, Refusal for what is held or has no verified rule.
    """
    due = _due(actor, file_id)
    row, new = Destruction.objects.get_or_create(
        file_id=due.asked.file_id if due.asked else due.file_id,
        decision="",
        defaults={
            "kept_until": due.kept_until,
            "rules": "; ".join(f"{one.name}, {one.years} years: {one.source}" for one in due.rules)[:400],
            "asked_at": clock.now(),
            "asked_by": actor.name,
            "asked_by_id": actor.id,
        },
    )
    if new:
        title = "Papers past their retention: look a second time before they are destroyed"
        open_work(actor=actor, kind=KIND, title=title, ref=Ref("document_file", row.file_id), key=str(row.file_id))
    record("document file", row.file_id, subjects=due.patients, kept_until=due.kept_until.isoformat())
    return row.id


@action("documents.purge")
def destroy_file(*, actor: Actor, destruction_id: UUID) -> None:
    """The second look agrees: the content is destroyed. It cannot be brought back but from a backup older than this.

    Raises NotFound if it was decided meanwhile, Refusal for who asked, or if something stops it by now.
    """
    asked = _asked(destruction_id)
    if asked.asked_by_id == actor.id:
        raise Refusal("same-person", "You asked for this yourself.", "Another person looks a second time.")
    due = _due(actor, asked.file_id)
    whole = list(PaperFile.objects.select_for_update().filter(id__in=due.files))
    rows = list(Document.objects.select_for_update().filter(file__in=whole))
    _decide(actor, asked, "destroyed", "")
    names = kind_names()
    for row in rows:
        before = told(row)
        row.state, row.gone_into, row.suggested = State.DESTROYED, None, {}
        row.title = names.get(row.kind, "")
        save(actor, row)
        note(actor, row, "destroyed", before=before, why=f"kept until {due.kept_until:%m/%d/%Y}: {asked.rules}")
        finish_work_about(actor=actor, ref=Ref("document", row.id), outcome="destroyed")
    PageText.objects.filter(file__in=whole).delete()
    for file in whole:
        file.state, file.name = FileState.GONE, ""
        file.save(update_fields=["state", "name"])
        files.forget(file.sha256)
    record("document file", asked.file_id, subjects=due.patients, documents=[str(row.id) for row in rows])


@action("documents.purge")
def keep_file(*, actor: Actor, destruction_id: UUID, why: str) -> None:
    """The second look says no: it stays, and may be asked for again. Raises NotFound, Invalid without a reason."""
    if not why.strip():
        raise Invalid("no-reason", "Say why it stays.", "", {"fields": {"why": ["Say why it stays."]}})
    asked = _asked(destruction_id)
    whose = list(Document.objects.filter(file_id=asked.file_id, patient_id__isnull=False).values_list("patient_id"))
    for (who,) in whose:
        require(actor, "documents.purge", who)
    _decide(actor, asked, "kept", why)
    record("document file", asked.file_id, subjects=[who for (who,) in whose])


def _due(actor: Actor, file_id: UUID) -> Due:
    due = due_now(file_id)
    if due is None:
        raise NotFound
    for who in due.patients:
        require(actor, "documents.purge", who)
    if due.stops:
        raise Refusal("stays", due.stops, "It stays until that has changed.")
    return due


def _asked(destruction_id: UUID) -> Destruction:
    row = Destruction.objects.select_for_update().filter(id=destruction_id, decision="").first()
    if row is None:
        raise NotFound
    return row


def _decide(actor: Actor, asked: Destruction, decision: str, why: str) -> None:
    asked.decision, asked.decided_at, asked.decided_by = decision, clock.now(), actor.name
    asked.why = why.strip()[:200]
    asked.save(update_fields=["decision", "decided_at", "decided_by", "why"])
    finish_work_about(actor=actor, ref=Ref("document_file", asked.file_id), outcome=decision, kind=KIND)
