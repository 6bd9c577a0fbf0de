"""Rows of documents and of their history, as the verbs write them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.documents.actions.laying import lay_out, leaves_now
from medoffice.records.documents.models import Document, DocumentChange, PaperFile
from medoffice.records.documents.types.papers import TAKEN_OFF, Door, Leaf, State
from medoffice.security.api import require
from medoffice.security.types import Actor

TOLD = (
    "patient_id",
    "kind",
    "title",
    "dated",
    "encounter_id",
    "state",
    "sign",
    "signer_id",
    "first",
    "last",
    "file_id",
    "arranged",
    "gone_into_id",
)


def row_of(document_id: UUID) -> Document:
    """The row, locked. Raises NotFound."""
    rows = Document.objects.select_for_update(of=("self",)).select_related("file")
    row = rows.filter(id=document_id).first()
    if row is None:
        raise NotFound
    return row


def require_for(actor: Actor, row: Document, word: str) -> None:
    """Raise NotFound unless the actor may do this with it: a patient's by their labels, else by the word alone."""
    require(actor, word, row.patient_id, row.about_id if row.patient_id else None)


def add_to_inbox(
    actor: Actor, file: PaperFile, *, title: str, at: datetime, leaves: Sequence[Leaf] = (), kind: str = ""
) -> Document:
    """A file, or these pages, as a document that waits to be filed, with an item in the work queue."""
    key = new_id()
    row = Document.objects.create(
        id=key,
        file=file,
        last=max(1, file.pages),
        title=title[:120],
        about_id=key,
        suggested={"kind": kind} if kind else {},
        added_at=at,
        added_by=actor.name,
    )
    if leaves:
        lay_out(row, leaves)
        row.save()
    note(actor, row, "came in", before={})
    ask_filing(actor, row, file)
    return row


def ask_filing(actor: Actor, row: Document, file: PaperFile) -> None:
    """Put it before those who file."""
    title = title_of(file, len(leaves_now(row)))
    open_work(actor=actor, kind="document", title=title, ref=Ref("document", row.id), key=str(row.id))


def title_of(file: PaperFile, pages: int) -> str:
    """What a document to file is called in the queue: by its door and its pages, nothing that was read on it."""
    what = {Door.FAX: "Fax", Door.SCAN: "Scan", Door.MAIL: "E-mail", Door.UPLOAD: "Upload"}.get(
        Door(file.door), "Paper"
    )
    return f"{what} to file, {pages} page{'' if pages == 1 else 's'}"


def told(row: Document) -> dict[str, Any]:
    """What the history keeps of a row."""
    return {name: _plain(getattr(row, name)) for name in TOLD}


def note(
    actor: Actor, row: Document, what: str, *, before: dict[str, Any], why: str = "", other: UUID | None = None
) -> None:
    """Write what was done into the document's history: only what has changed by it; ``other``: with which document."""
    after = told(row)
    changed = {name for name in after if name not in before or before[name] != after[name]}
    DocumentChange.objects.create(
        document=row,
        at=clock.now(),
        by=actor.name,
        what=what,
        why=why.strip()[:200],
        before={name: value for name, value in before.items() if name in changed},
        after=({name: after[name] for name in changed} if before else {}) | ({"other": str(other)} if other else {}),
    )


def save(actor: Actor, row: Document) -> None:
    """Save a row that was changed: a new version, by whom and when."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def came_off(row: Document) -> bool:
    """Whether it is set aside because it came off a wrong chart, and nobody did anything with it since. One query."""
    last = DocumentChange.objects.filter(document=row).order_by("-id").first() if row.state == State.ASIDE else None
    return last is not None and last.what == TAKEN_OFF


def is_waiting(row: Document) -> bool:
    """Whether it waits in the inbox."""
    return row.state == State.INBOX


def _plain(value: Any) -> Any:  # noqa: ANN401 - a column's value
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, UUID) else value
