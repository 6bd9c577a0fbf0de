"""The copies themselves: a cover, then the pages that were picked; what was blacked out is not in them."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from medoffice.kernel import files, papers
from medoffice.kernel.papers import Box, Busy
from medoffice.kernel.printing import joined, pdf
from medoffice.kernel.refusals import NotFound, Refusal, Unavailable
from medoffice.practice.api import practice, today_here
from medoffice.records.documents.api import appended_sheet
from medoffice.records.releases.queries.picking import Opened, may_go, named, opened, still_may
from medoffice.records.releases.queries.requests import delivery_row, keys_in, to_request
from medoffice.records.releases.types import Item, Pick, Request
from medoffice.security.types import Actor

_COVER = Path(__file__).resolve().parent.parent / "templates" / "releases" / "cover.typ"
WIDTH = 1275  # dots of a page that goes, 150 an inch on letter paper
_RULER = tuple((0, at * 100, 60 if at == 5 else 25, at * 100 + 2) for at in range(1, 10))


def page_shown(item: Item, page: int, black: tuple[Box, ...] | None) -> bytes:
    """A page (from 1) as it would go, with a tick at each tenth of its height; None: bare, to be drawn over. Raises as
    ``_drawn``.
    """
    found = opened(item)
    if not 1 <= page <= found.pages:
        raise NotFound
    return _drawn(found, page, () if black is None else (*black, *_RULER))


def copies_of(actor: Actor, delivery_id: UUID) -> tuple[UUID, bytes]:
    """Copies as they went, and whose. Raises NotFound, also when a label keeps by now what is in them. Two queries more
    than ``may_go``.
    """
    row = delivery_row(actor, delivery_id)
    one = to_request(row.request)
    may_go(actor, one, keys_in(row))
    return one.patient_id, files.load(row.sha256)


def may_still_go(actor: Actor, delivery: str) -> bool:
    """A second look at copies that wait for the fax line: nobody changed their request since, nothing keeps them."""
    row = delivery_row(actor, UUID(delivery))
    return row.request.changed_at == row.at and still_may(actor, to_request(row.request), keys_in(row))


def packet(one: Request, items: list[Item], notices: tuple[str, ...]) -> bytes:
    """The copies as a PDF: a cover that says what goes to whom, then the pages. Raises Refusal if one cannot be drawn.

    A page of a paper from outside, and every page with something blacked out, is a picture: dots and nothing else.
    """
    picks = {pick.key: pick for pick in one.picks}
    cover = pdf(_COVER, _cover(one, items, notices))
    return joined([cover, *(part for item in items for part in _whole(item, picks[item.key]))])


def copy_of(item: Item) -> bytes:
    """All pages of an item as a PDF, behind them what stands beside it. Whether it may go others ask. As ``packet``."""
    found = opened(item)
    return joined(list(_whole(item, Pick(item.key, tuple(range(1, found.pages + 1))))))


def _whole(item: Item, pick: Pick) -> Iterator[bytes]:
    """What goes of an item, and behind it what stands beside it: an amendment goes with each copy."""
    yield from _parts(opened(item), pick)
    if sheet := appended_sheet(item.kind, item.id, item.title):
        yield sheet


def _parts(found: Opened, pick: Pick) -> Iterator[bytes]:
    if found.whole and not pick.black and len(pick.pages) == found.pages:
        yield found.whole
        return
    for page in pick.pages:
        yield _drawn(found, page, pick.black.get(page, ()))


def _drawn(found: Opened, page: int, black: tuple[Box, ...]) -> bytes:
    sheet = found.sheets[page - 1]
    try:
        drawn = papers.picture(sheet.data, sheet.kind, sheet.page - 1, WIDTH, black, sheet.turn)
    except Busy as busy:
        raise Unavailable("busy", "Other papers are being opened.", "Try again in a moment.") from busy
    if drawn is None:
        raise Refusal("page-broken", f"Page {page} of {found.item.title} cannot be drawn.", "Leave it out.")
    return drawn


def _cover(one: Request, items: list[Item], notices: tuple[str, ...]) -> dict[str, object]:
    office = practice()
    place = office.address
    return {
        "title": one.number,
        "office": office.name,
        "head": [place.line1, f"{place.city}, {place.state} {place.zip[:5]}", f"Tel. {office.phone}"],
        "to": [one.asked.to_name, *filter(None, one.asked.to_address.split("\n"))],
        "date": f"{today_here():%m/%d/%Y}",
        "who": named(one.patient_id),
        "lines": [f"{item.title}{f', {item.on:%m/%d/%Y}' if item.on else ''}" for item in items],
        "black": any(pick.black for pick in one.picks),
        "notices": list(notices),
    }
