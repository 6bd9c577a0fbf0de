"""Reads of documents: what waits in the inbox, what a patient has, one of them with its pages."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db.models import F, QuerySet

from medoffice.kernel import files
from medoffice.kernel.papers import picture
from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.documents import models
from medoffice.records.documents.offers import filing_slots
from medoffice.records.documents.rules.sheets import code_svg
from medoffice.records.documents.types.papers import (
    Change,
    Document,
    Door,
    FileState,
    Leaf,
    PaperFile,
    SignOff,
    State,
    Suggestion,
)
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

_COVER = Path(__file__).resolve().parent.parent / "templates" / "documents" / "cover.typ"
AT_ONCE = 60  # documents that are offered to be joined
WIDTHS = {"page": 1100, "small": 220}


def document(actor: Actor, document_id: UUID, word: str = "documents.read") -> Document:
    """A document that the actor may see: a patient's by their labels, one to be filed by who files.

    Raises NotFound, or Unopened if it opens with a reason. One query, as many as ``require`` asks.
    """
    found = _to_document(_row(document_id))
    if found.patient_id is None:
        require(actor, "documents.file")
    else:
        require(actor, word, found.patient_id, found.about)
    return found


def known_document(document_id: UUID) -> Document:
    """A document, for actions of other rooms; a screen asks ``document``. Raises NotFound. One query."""
    return _to_document(_row(document_id))


def known_documents_of(patient_id: UUID) -> list[Document]:
    """All documents filed for a patient, whoever asks, latest first: for rooms that decide about each. One query."""
    rows = _rows().filter(patient_id=patient_id, state=State.FILED).order_by(F("dated").desc(nulls_last=True), "-id")
    return to_documents(rows)


def content(document_id: UUID) -> bytes:
    """The bytes of a document's file. Raises NotFound, or Refusal if it is missing, altered or destroyed. One query."""
    found = _row(document_id)
    refuse_destroyed(_to_document(found))
    return files.load(found.file.sha256)


def sheets_of(found: Document) -> list[tuple[bytes, str, int, int]]:
    """Its pages one by one: the bytes and kind of a file, which page of it (from 1), how it is turned.

    Raises Refusal if one is missing, altered or destroyed, or they are part of another document.
    """
    refuse_destroyed(found)
    data = {leaf.file.id: files.load(leaf.file.sha256) for leaf in found.laid}
    return [(data[leaf.file.id], leaf.file.kind, leaf.page, leaf.turn) for leaf in found.laid]


def refuse_destroyed(found: Document) -> None:
    """Raise Refusal if nothing of it is left here: it was destroyed, or its pages are in another document."""
    if found.state is State.JOINED:
        raise Refusal("joined", "Its pages are part of another document by now.", "Open that one.")
    if found.state is State.DESTROYED:
        raise Refusal("destroyed", "Its content was destroyed after its retention.", "That it was here is what stays.")


def page_picture(found: Document, page: int, size: str = "page") -> bytes:
    """A page (from 1 of the document) as a PNG. Raises NotFound beyond its end, Refusal if it cannot be drawn."""
    if not 1 <= page <= len(found.pages) or size not in WIDTHS:
        raise NotFound
    refuse_destroyed(found)
    leaf = found.laid[page - 1]
    drawn = picture(files.load(leaf.file.sha256), leaf.file.kind, leaf.page - 1, WIDTHS[size], (), leaf.turn)
    if drawn is None:
        raise Refusal("page-broken", "This page cannot be drawn.", "Ask the sender for it again.")
    return drawn


def words_of_pages(found: Document) -> list[str]:
    """The words read on each page, in order; "" where none were. One query."""
    if found.state is State.JOINED:
        return []
    rows = models.PageText.objects.filter(file_id__in={leaf.file.id for leaf in found.laid})
    if not found.arranged:
        rows = rows.filter(page__gte=found.first, page__lte=found.last)
    told = {(file_id, page): text for file_id, page, text in rows.values_list("file_id", "page", "text")}
    return [told.get((leaf.file.id, leaf.page), "") for leaf in found.laid]


def inbox(actor: Actor, limit: int | None = None) -> list[Document]:
    """What waits to be filed, oldest first. One query."""
    require(actor, "documents.file")
    rows = _rows().filter(state=State.INBOX).order_by("added_at", "id")
    return to_documents(rows[:limit] if limit else rows)


def inbox_count() -> int:
    """How many wait to be filed. One query."""
    return models.Document.objects.filter(state=State.INBOX).count()


def laid_aside(actor: Actor, limit: int | None = None) -> list[Document]:
    """What is nobody's: set aside, or taken off a chart and not filed again; latest first. One query."""
    require(actor, "documents.file")
    rows = _rows().filter(state=State.ASIDE).order_by("-changed_at", "-id")
    return to_documents(rows[:limit] if limit else rows)


def laid_aside_count() -> int:
    """How many there are. One query."""
    return models.Document.objects.filter(state=State.ASIDE).count()


def next_in_inbox(after: UUID) -> UUID | None:
    """The next that waits behind one, or the first of all. Two queries."""
    rows = models.Document.objects.filter(state=State.INBOX).order_by("added_at", "id")
    waiting = list(rows.exclude(id=after).values_list("id", "added_at"))
    came = models.Document.objects.filter(id=after).values_list("added_at", flat=True).first()
    later = [key for key, at in waiting if came is None or (at, key) > (came, after)]
    return next(iter(later or [key for key, _ in waiting]), None)


def refused_files(limit: int = 50) -> list[PaperFile]:
    """What was not taken, latest first. One query."""
    rows = models.PaperFile.objects.filter(state=FileState.REFUSED).order_by("-came_at", "-id")[:limit]
    return [_to_file(row) for row in rows]


def paper_file(file_id: UUID) -> PaperFile:
    """A file as it came. Raises NotFound. One query."""
    row = models.PaperFile.objects.filter(id=file_id).first()
    if row is None:
        raise NotFound
    return _to_file(row)


def documents_of_file(file_id: UUID) -> list[Document]:
    """The documents its pages became. One query."""
    return to_documents(_rows().filter(file_id=file_id).order_by("first"))


def new_files() -> bool:
    """Whether anything waits to be looked into. One query."""
    return models.PaperFile.objects.filter(state=FileState.NEW).exists()


def unread_files() -> bool:
    """Whether anything waits to be read. One query."""
    return models.PaperFile.objects.filter(state=FileState.TAKEN).exists()


def changes_of(document_id: UUID) -> list[Change]:
    """What was done with a document, first to last. One query."""
    rows = models.DocumentChange.objects.filter(document_id=document_id).order_by("id")
    return [Change(row.at, row.by, row.what, row.why) for row in rows]


def joinable(actor: Actor, found: Document) -> list[Document]:
    """What may be joined to a document: what waits beside it, or is filed for its patient; pages only. Two queries."""
    if found.state is State.INBOX:
        others = inbox(actor, AT_ONCE)
    elif found.patient_id is not None:
        rows = permitted(actor, "documents.file", _rows().filter(patient_id=found.patient_id), visit="about_id")
        filed = rows.filter(state=State.FILED).order_by(F("dated").desc(nulls_last=True), "-id")
        others = to_documents(filed[:AT_ONCE])
    else:
        others = []
    return [one for one in others if one.id != found.id and one.file.drawn and _same_visit(one, found)]


def _same_visit(one: Document, found: Document) -> bool:
    return not one.encounter_id or not found.encounter_id or one.encounter_id == found.encounter_id


def documents_of(actor: Actor, patient_id: UUID, kind: str = "") -> list[Document]:
    """A patient's documents, latest by their own date first, as far as the actor may see them. One query."""
    rows = permitted(actor, "documents.read", _rows().filter(patient_id=patient_id), visit="about_id")
    rows = rows.filter(kind=kind) if kind else rows
    found = to_documents(rows.exclude(state__in=[State.INBOX, State.JOINED]))
    return sorted(found, key=lambda one: (one.dated or date.min, one.added_at), reverse=True)


def settling_of(actor: Actor, patient_id: UUID) -> list[tuple[str, str]]:
    """What of other rooms a document of this patient may settle: slot and id, in words. As many queries as rooms."""
    return [
        (f"{key}:{one}", f"{slot.label} {words}")
        for key, slot in filing_slots.items()
        for one, words in slot.choices(actor, patient_id)
    ]


def cover_sheet(kind: str, name: str) -> bytes:
    """A cover sheet as a PDF: before a document of a batch it begins that document, of this kind if one is given."""
    told = {
        "title": name or "A new document",
        "help": "Put this sheet before each document, then scan or fax all at once. Use it again.",
        "code": code_svg(kind),
    }
    return pdf(_COVER, told)


def _rows() -> QuerySet[models.Document]:
    return models.Document.objects.select_related("file")


def _row(document_id: UUID) -> models.Document:
    row = _rows().filter(id=document_id).first()
    if row is None:
        raise NotFound
    return row


def _to_file(row: models.PaperFile) -> PaperFile:
    return PaperFile(
        row.id,
        row.sha256,
        row.size,
        row.name,
        Door(row.door),
        row.sender,
        row.came_at,
        row.came_by,
        row.kind,
        row.pages,
        FileState(row.state),
        row.trouble,
        row.read_to,
    )


def _to_document(row: models.Document) -> Document:
    return to_documents([row])[0]


def leaves_of(rows: Iterable[models.Document]) -> dict[UUID, tuple[Leaf, ...]]:
    """How those are arranged that are not as their file came. One query if there are any."""
    numbers = {row.id: row.arranged for row in rows if row.arranged}
    if not numbers:
        return {}
    found: dict[UUID, list[Leaf]] = {}
    kept = models.Leaf.objects.filter(document_id__in=numbers, arranged__in=set(numbers.values()))
    for leaf in kept.select_related("file").order_by("document_id", "place"):
        if leaf.arranged == numbers[leaf.document_id]:
            found.setdefault(leaf.document_id, []).append(Leaf(_to_file(leaf.file), leaf.page, leaf.turn))
    return {key: tuple(leaves) for key, leaves in found.items()}


def _with_leaves(row: models.Document, leaves: tuple[Leaf, ...]) -> Document:
    told = row.suggested
    return Document(
        id=row.id,
        file=_to_file(row.file),
        first=row.first,
        last=row.last,
        patient_id=row.patient_id,
        kind=row.kind,
        title=row.title,
        dated=row.dated,
        encounter_id=row.encounter_id,
        state=State(row.state),
        sign=SignOff(row.sign),
        signer_id=row.signer_id,
        signed_by=row.signed_by,
        why=row.why,
        added_at=row.added_at,
        added_by=row.added_by,
        filed_at=row.filed_at,
        filed_by=row.filed_by,
        version=row.version,
        suggested=Suggestion(
            told.get("kind", ""),
            date.fromisoformat(told["dated"]) if told.get("dated") else None,
            UUID(told["patient"]) if told.get("patient") else None,
            tuple(told.get("agrees", ())),
        ),
        arranged=row.arranged,
        leaves=leaves,
        origins=tuple(row.origins),
        gone_into=row.gone_into_id,
    )


def to_documents(rows: Iterable[models.Document]) -> list[Document]:
    """Rows as the nouns. One query more if any of them is arranged."""
    known = list(rows)
    leaves = leaves_of(known)
    return [_with_leaves(row, leaves.get(row.id, ())) for row in known]
