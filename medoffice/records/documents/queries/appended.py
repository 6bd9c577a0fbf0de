"""What stands beside things of a chart: on the screen, and on a sheet behind each copy."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from medoffice.kernel import papers
from medoffice.kernel.papers import Busy
from medoffice.kernel.printing import joined, pdf
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.practice.api import practice
from medoffice.records.documents.offers import appended
from medoffice.records.documents.queries.documents import content, words_of_pages
from medoffice.records.documents.types import Appended, Document

_SHEET = Path(__file__).resolve().parent.parent / "templates" / "documents" / "appended.typ"
WIDTH = 1275  # dots of a page that goes, 150 an inch on letter paper


def appended_to(kind: str, ids: Iterable[UUID]) -> dict[UUID, list[Appended]]:
    """What stands beside things of a kind; whoever sees the thing sees it. A query for each room that knows any."""
    wanted, found = list(ids), dict[UUID, list[Appended]]()
    for read in appended.values() if wanted else ():
        for thing, told in read(kind, wanted).items():
            found.setdefault(thing, []).extend(told)
    return found


def appended_sheet(kind: str, thing_id: UUID, title: str) -> bytes:
    """The sheet behind each copy of a thing, as a PDF; nothing where nothing goes along. As ``appended_to``."""
    going = [one for one in appended_to(kind, [thing_id]).get(thing_id, []) if one.goes]
    if not going:
        return b""
    told = [{"title": one.title, "parts": one.words.split("\n\n")} for one in going]
    return pdf(_SHEET, {"title": f"Goes with: {title}", "office": practice().name, "told": told})


def saved_with(found: Document, sheet: bytes) -> bytes:
    """A document's pages with the sheet behind them, as one PDF. Raises Unavailable, or Refusal for a broken page."""
    if not found.file.drawn:
        words = "\n\n".join(words_of_pages(found))
        own = {"title": found.title or "Document", "parts": words.split("\n\n")}
        return joined([pdf(_SHEET, {"title": own["title"], "office": practice().name, "told": [own]}), sheet])
    data = content(found.id)
    return joined([*(_page(found, data, place) for place in range(found.first - 1, found.last)), sheet])


def _page(found: Document, data: bytes, place: int) -> bytes:
    try:
        drawn = papers.picture(data, found.file.kind, place, WIDTH, ())
    except Busy as busy:
        raise Unavailable("busy", "Other papers are being opened.", "Try again in a moment.") from busy
    if drawn is None:
        raise Refusal("page-broken", "A page of this paper cannot be drawn.", "Print it instead.")
    return drawn
