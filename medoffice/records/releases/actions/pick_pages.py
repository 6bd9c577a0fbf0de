"""Pick what goes, page by page, and what is blacked out."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.kernel.papers import Box
from medoffice.records.releases.actions.rows import held, refuse_stale, said, save
from medoffice.records.releases.queries.data import unsaid_why
from medoffice.records.releases.queries.picking import may_go, offered, opened
from medoffice.records.releases.queries.requests import from_pick, to_request
from medoffice.records.releases.rules.ranges import boxes_in, numbers_in
from medoffice.records.releases.types import Item, Pick
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_PAGES = 200  # of one packet


@action("releases.work")
def pick_pages(
    *, actor: Actor, request_id: UUID, seen_version: int, pages: Mapping[str, str], black: Mapping[str, str], why: str
) -> None:
    """Keep what goes: for each item's key its pages (``all``, ``1-3, 5``; blank is none), and what is black on them.

    ``why``: the reason that this much is needed. Raises NotFound for what may not go, Invalid with every
    field that cannot be read (``pages-`` and ``black-`` before an item's key).
    """
    row = held(actor, request_id, "releases.work")
    refuse_stale(row, seen_version)
    wanted = [key for key, text in pages.items() if text.strip()]
    wrong: dict[str, str] = {}
    one = to_request(row)
    picks = [_pick(item, pages, black, wrong) for item in may_go(actor, one, wanted)]
    if told := unsaid_why(one.paper, why) if picks else "":
        wrong["why"] = told
    said(**wrong)
    total = sum(len(one.pages) for one in picks)
    said(why=_too_many(total))
    row.picks, row.why = [from_pick(one) for one in picks], why.strip()[:200]
    save(actor, row)
    record("release", row.id, subjects=[row.patient_id], pages=total)


@action("releases.work")
def pick_item(*, actor: Actor, request_id: UUID, seen_version: int, key: str, pages: str, black: str) -> None:
    """Keep what goes of one item, and what is black on it; what is picked of others stays. As ``pick_pages``, with the
    fields ``pages`` and ``black``; what is black on a page that does not go is refused, not forgotten.
    """
    row = held(actor, request_id, "releases.work")
    refuse_stale(row, seen_version)
    one, wrong = to_request(row), dict[str, str]()
    (item,) = may_go(actor, one, [key])
    mine = _pick(item, {key: pages}, {key: black}, wrong)
    said(**{name.partition("-")[0]: words for name, words in wrong.items()})
    stray = [page for page in boxes_in(black, opened(item).pages) if page not in mine.pages]
    said(black=f"Page {stray[0]} does not go. Write it under which go, or take its boxes away." if stray else "")
    order = [found.item.key for found in offered(actor, one)]
    picks = [pick for pick in one.picks if pick.key != key] + ([mine] if mine.pages else [])
    picks.sort(key=lambda pick: order.index(pick.key) if pick.key in order else len(order))
    total = sum(len(pick.pages) for pick in picks)
    said(pages=_too_many(total))
    row.picks = [from_pick(pick) for pick in picks]
    save(actor, row)
    record("release", row.id, subjects=[row.patient_id], pages=total)


def _too_many(total: int) -> str:
    return f"{total} pages are too many at once: at most {MOST_PAGES}." if total > MOST_PAGES else ""


def _pick(item: Item, pages: Mapping[str, str], black: Mapping[str, str], wrong: dict[str, str]) -> Pick:
    """What is typed of an item; what cannot be read is noted in ``wrong`` under the name of its field."""
    most = opened(item).pages
    chosen: tuple[int, ...] = ()
    boxes: dict[int, tuple[Box, ...]] = {}
    try:
        chosen = numbers_in(pages[item.key], most)
    except ValueError as error:
        wrong[f"pages-{item.key}"] = str(error)
    try:
        boxes = boxes_in(black.get(item.key, ""), most)
    except ValueError as error:
        wrong[f"black-{item.key}"] = str(error)
    return Pick(item.key, chosen, {page: found for page, found in boxes.items() if page in chosen})
