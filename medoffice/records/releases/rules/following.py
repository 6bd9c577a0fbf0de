"""Picks after pages were moved: the same pages, wherever they are by now, with the same places blacked out."""

from collections.abc import Sequence

from medoffice.kernel.papers import Box, turned_box
from medoffice.records.documents.types.papers import Moved
from medoffice.records.releases.types import Pick


def followed(picks: Sequence[Pick], moved: Sequence[Moved]) -> tuple[Pick, ...]:
    """Each pick as its pages are counted after these moves; pages that went to another document are picked there."""
    by_page = {(f"document-{one.document_id.hex}", one.page): one for one in moved}
    found: dict[str, dict[int, tuple[Box, ...]]] = {}
    for pick in picks:
        for page in pick.pages:
            key, place, boxes = pick.key, page, pick.black.get(page, ())
            if (went := by_page.get((pick.key, page))) is not None:
                key, place = f"document-{went.to_document.hex}", went.to_page
                boxes = tuple(turned_box(box, went.turn) for box in boxes)
            found.setdefault(key, {})[place] = boxes
    return tuple(
        Pick(key, tuple(sorted(pages)), {page: boxes for page, boxes in sorted(pages.items()) if boxes})
        for key, pages in found.items()
    )
