"""Read the words and barcodes of the files that were taken, some pages at a time; then say what each probably is."""

from uuid import UUID

from medoffice.kernel import files, papers, recognize
from medoffice.kernel.papers import ReadPage
from medoffice.records.documents.actions.splitting import split_by_covers
from medoffice.records.documents.actions.suggesting import suggest
from medoffice.records.documents.models import Document, PageText, PaperFile
from medoffice.records.documents.types.papers import FileState
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

PAGES, RECOGNISED_WIDTH = 8, 1600  # pages of one look; pixels across a page whose words are recognised


def read_waiting(*, actor: Actor) -> int:
    """Read on in the file that waits longest, outside any transaction; returns how many pages. Raises Busy."""
    row = PaperFile.objects.filter(state=FileState.TAKEN).order_by("came_at", "id").first()
    if row is None:
        return 0
    first = row.read_to + 1
    last = min(row.pages, row.read_to + PAGES)
    data = files.load(row.sha256)
    found = papers.read_pages(data, row.kind, first - 1, last - 1)
    pages = [_whole(row, data, number, found) for number in range(first, last + 1)]
    with acts_of_their_own():
        keep_words(actor=actor, file_id=row.id, first=first, pages=pages)
    return len(pages)


def _whole(row: PaperFile, data: bytes, number: int, found: list[ReadPage] | None) -> tuple[str, ReadPage]:
    """A page's words with how they were read: from the file, recognised in its picture, or not at all."""
    page = found[number - 1 - row.read_to] if found else ReadPage("", [], read=False)
    if page.read:
        return "file", page
    drawn = papers.picture(data, row.kind, number - 1, RECOGNISED_WIDTH) if found else None
    lines = recognize.read_lines(drawn) if drawn else None
    if lines is None:
        return "unread", page
    return "recognised", ReadPage("\n".join(line.text for line in lines), page.codes, read=True)


@action("documents.take_in")
def keep_words(*, actor: Actor, file_id: UUID, first: int, pages: list[tuple[str, ReadPage]]) -> None:
    """Keep the words of pages ``first`` on; behind the last page of the file say what its documents probably are."""
    row = PaperFile.objects.select_for_update().get(id=file_id)
    if row.read_to + 1 != first or row.state != FileState.TAKEN:
        return
    PageText.objects.bulk_create(
        PageText(file=row, page=number, how=how, text=_clean(page.text), codes=page.codes)
        for number, (how, page) in enumerate(pages, first)
    )
    row.read_to += len(pages)
    row.state = FileState.READ if row.read_to >= row.pages else FileState.TAKEN
    row.save(update_fields=["read_to", "state"])
    record("document file", row.id, pages=len(pages))
    if row.state == FileState.READ:
        split_by_covers(actor, row)
        for document in Document.objects.filter(file=row):
            suggest(document, row)


def _clean(text: str) -> str:
    """Without what the database keeps not, and what marks the hits of a search."""
    return "".join(letter for letter in text if letter in "\n\t" or letter >= " ").strip()
