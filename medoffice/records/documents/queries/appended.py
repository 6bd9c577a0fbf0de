"""What stands beside things of a chart: on the screen, and on a sheet behind each copy."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from medoffice.kernel import files, papers
from medoffice.kernel.papers import Busy
from medoffice.kernel.printing import joined, pdf
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.practice.api import practice
from medoffice.records.documents.models import Document as DocumentRow
from medoffice.records.documents.offers import appended
from medoffice.records.documents.queries.documents import refuse_destroyed, words_of_pages
from medoffice.records.documents.types.papers import Appended, Document, Leaf

_SHEET = Path(__file__).resolve().parent.parent / "templates" / "documents" / "appended.typ"
WIDTH = 1275  # dots of a page that goes, 150 an inch on letter paper


def appended_to(kind: str, ids: Iterable[UUID]) -> dict[UUID, list[Appended]]:
    """What stands beside things of a kind; whoever sees the thing sees it. A query for each room that knows any.

    What stands beside a document goes with its pages into those they are part of by now: one query more of documents.
    """
    wanted, found = list(ids), dict[UUID, list[Appended]]()
    parts = _parts(wanted) if kind == "document" and wanted else {}
    asked = [*wanted, *(one for origins in parts.values() for one in origins)]
    for read in appended.values() if wanted else ():
        told = read(kind, asked)
        for thing in wanted:
            beside = [one for part in (thing, *parts.get(thing, ())) for one in told.get(part, ())]
            if beside:
                found.setdefault(thing, []).extend(beside)
    return found


def _parts(wanted: list[UUID]) -> dict[UUID, list[UUID]]:
    return dict(DocumentRow.objects.filter(id__in=wanted).exclude(origins=[]).values_list("id", "origins"))


def appended_sheet(kind: str, thing_id: UUID, title: str) -> bytes:
    """The sheet behind each copy of a thing, as a PDF; nothing where nothing goes along. As ``appended_to``."""
    going = [one for one in appended_to(kind, [thing_id]).get(thing_id, []) if one.goes]
    if not going:
        return b""
    told = [{"title": one.title, "parts": one.words.split("\n\n")} for one in going]
    return pdf(_SHEET, {"title": f"Goes with: {title}", "office": practice().name, "told": told})


def saved_with(found: Document, sheet: bytes) -> bytes:
    """A document's pages with the sheet behind them, if any, as one PDF.

    Raises Unavailable, or Refusal for a broken page.
    """
    if not found.file.drawn:
        refuse_destroyed(found)
        words = "\n\n".join(words_of_pages(found))
        own = {"title": found.title or "Document", "parts": words.split("\n\n")}
        return joined(
            [
                pdf(_SHEET, {"title": own["title"], "office": practice().name, "told": [own]}),
                *([sheet] if sheet else []),
            ]
        )
    refuse_destroyed(found)
    data = {leaf.file.id: files.load(leaf.file.sha256) for leaf in found.laid}
    return joined([one for one in (*(_page(leaf, data[leaf.file.id]) for leaf in found.laid), sheet) if one])


def _page(leaf: Leaf, data: bytes) -> bytes:
    try:
        drawn = papers.picture(data, leaf.file.kind, leaf.page - 1, WIDTH, (), leaf.turn)
    except Busy as busy:
        raise Unavailable("busy", "Other papers are being opened.", "Try again in a moment.") from busy
    if drawn is None:
        raise Refusal("page-broken", "A page of this paper cannot be drawn.", "Print it instead.")
    return drawn
