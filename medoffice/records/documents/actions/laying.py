"""Which pages of which files a document shows, in which order.

The files are never touched. A document of pages that follow each other in one file says their numbers; any other is an
arrangement, numbered, and those before it stay (models.Leaf).
"""

from collections.abc import Sequence
from itertools import pairwise

from medoffice.records.documents import models
from medoffice.records.documents.queries.documents import to_documents
from medoffice.records.documents.types.papers import Leaf


def leaves_now(row: models.Document) -> tuple[Leaf, ...]:
    """The pages of a document as it shows them. At most one query."""
    return to_documents([row])[0].laid


def lay_out(row: models.Document, leaves: Sequence[Leaf]) -> None:
    """Let a document show these pages; the caller saves and notes it."""
    first, last = leaves[0], leaves[-1]
    row.file_id = first.file.id
    as_it_came = not any(one.turn for one in leaves) and all(
        (one.file.id, one.page + 1) == (after.file.id, after.page) for one, after in pairwise(leaves)
    )
    row.first, row.last = first.page, last.page if as_it_came else first.page
    row.arranged = 0 if as_it_came else _add(row, leaves)


def _add(row: models.Document, leaves: Sequence[Leaf]) -> int:
    known = models.Leaf.objects.filter(document=row).order_by("-arranged").values_list("arranged", flat=True).first()
    number = (known or 0) + 1
    models.Leaf.objects.bulk_create(
        models.Leaf(document=row, arranged=number, place=place, file_id=one.file.id, page=one.page, turn=one.turn)
        for place, one in enumerate(leaves, 1)
    )
    return number
