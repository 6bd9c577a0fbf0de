"""A file of several documents: divided at its cover sheets, or where a person says. No page is lost or copied.

Whatever arranges pages ends here: ``take_pages`` is the one function that changes which a document shows.
"""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.documents.actions.laying import lay_out, leaves_now
from medoffice.records.documents.actions.writing import add_to_inbox, is_waiting, note, save, told
from medoffice.records.documents.models import Document, PageText, PaperFile
from medoffice.records.documents.rules.covers import parts_of
from medoffice.records.documents.types.papers import Leaf
from medoffice.security.types import Actor


def split_by_covers(actor: Actor, file: PaperFile) -> None:
    """Divide the file's one waiting document at the cover sheets that were read in it."""
    row = Document.objects.filter(file=file).first()
    if row is None or not is_waiting(row) or (row.first, row.last) != (1, file.pages):
        return
    codes = dict(PageText.objects.filter(file=file).values_list("page", "codes"))
    parts = parts_of([codes.get(page, []) for page in range(1, file.pages + 1)])
    if len(parts) == 1 and (parts[0].first, parts[0].last) == (1, file.pages):
        return
    leaves = leaves_now(row)
    take_pages(actor, row, leaves[parts[0].first - 1 : parts[0].last], "divided at cover sheets")
    row.suggested = {"kind": parts[0].kind} if parts[0].kind else {}
    row.save(update_fields=["suggested"])
    for number, part in enumerate(parts[1:], 2):
        title = f"{row.title} ({number})" if row.title else ""
        pages = leaves[part.first - 1 : part.last]
        add_to_inbox(actor, file, title=title, at=clock.now(), leaves=pages, kind=part.kind)


def take_pages(
    actor: Actor, row: Document, leaves: Sequence[Leaf], why: str, what: str = "divided", other: UUID | None = None
) -> None:
    """Let a document show these pages from now on; ``other``: the document that has the rest, or gave some."""
    before = told(row)
    lay_out(row, leaves)
    save(actor, row)
    note(actor, row, what, before=before, why=why, other=other)


def done_with(actor: Actor, row: Document, outcome: str) -> None:
    """It waits in the inbox no longer."""
    finish_work_about(actor=actor, ref=Ref("document", row.id), outcome=outcome, kind="document")
