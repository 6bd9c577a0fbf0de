"""What of a chart may go to whoever asks: everything that can be copied, and of each what keeps it."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import UUID

from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import practice, today_here
from medoffice.records.patients.api import patient
from medoffice.records.releases.offers import sources
from medoffice.records.releases.rules.papers import NAMED_TO, not_named
from medoffice.records.releases.rules.ranges import boxes_said, numbers_said
from medoffice.records.releases.rules.standing import lacks
from medoffice.records.releases.types import Asker, Content, Item, Offered, Pick, Request, Sheet, State
from medoffice.security.api import kept, labelled
from medoffice.security.types import Actor, Label, Outcome

_WORDS = Path(__file__).resolve().parent.parent / "templates" / "releases" / "words.typ"


@dataclass(frozen=True, slots=True)
class Opened:
    """An item with its pages, ready to be drawn; ``whole``: all of them as they may go, when they were set here."""

    item: Item
    sheets: tuple[Sheet, ...]
    whole: bytes = b""

    @property
    def pages(self) -> int:
        """How many it has."""
        return len(self.sheets)


def word_for(asker: Asker) -> str:
    """Under which word pages go: what a health plan may not be told does not go to one."""
    return "releases.send_plan" if asker is Asker.INSURER else "releases.send"


def offered(actor: Actor, one: Request) -> list[Offered]:
    """What can be copied of the chart, latest first under each source, with what keeps it or what is picked.

    What nobody may know of in this way is not in it. A query for each source, and those of the labels.
    """
    found = [(source, item) for source in sources.values() for item in source.items(one.patient_id)]
    reasons = _reasons(actor, one, [item for _, item in found])
    picked = {pick.key: pick for pick in one.picks}
    return [
        _offered(item, source.title, reasons.get(item.key, ""), picked.get(item.key))
        for source, item in found
        if reasons.get(item.key, "") is not None
    ]


def items_seen(actor: Actor, word: str, patient_id: UUID) -> list[tuple[str, Item]]:
    """What a chart holds, with the title of its source, as somebody may know of it under a word.

    A query for each source, and those of the labels.
    """
    found = [(source.title, item) for source in sources.values() for item in source.items(patient_id)]
    closed = kept(actor, word, {(patient_id, item.about) for _, item in found})
    return [(title, item) for title, item in found if (patient_id, item.about) not in closed]


def _offered(item: Item, source: str, why: str | None, pick: Pick | None) -> Offered:
    if why or pick is None:
        return Offered(item, source, why or "")
    return Offered(item, source, "", numbers_said(pick.pages), boxes_said(pick.black))


def _reasons(actor: Actor, one: Request, items: Iterable[Item]) -> dict[str, str | None]:
    """Why items do not go, by key: words, or None for what is not even named here."""
    known, asker = list(items), one.asked.asker
    pairs = {(one.patient_id, item.about) for item in known}
    verdicts = kept(actor, word_for(asker), pairs, to_patient=asker is Asker.PATIENT)
    visits = {about for _, about in pairs if about}
    marked: dict[UUID, list[Label]] = {}
    for label in NAMED_TO if visits else ():
        for _, visit in labelled(visits, label):
            marked.setdefault(visit, []).append(label)
    found: dict[str, str | None] = {}
    for item in known:
        verdict = verdicts.get((one.patient_id, item.about))
        if verdict is not None and verdict.outcome is not Outcome.ALLOW:
            found[item.key] = None if verdict.outcome is Outcome.HIDE else f"{verdict.words} {verdict.fix}".strip()
        elif unnamed := not_named(marked.get(item.about, []) if item.about else [], asker, one.checked.covers):
            found[item.key] = f"The paper has to name this: {unnamed[0].says}."
    return found


def may_go(actor: Actor, one: Request, keys: Iterable[str]) -> list[Item]:
    """These items, if each may go. Raises NotFound if one may not, or is not there. As ``offered``."""
    free = {found.item.key: found.item for found in offered(actor, one) if not found.kept}
    wanted = list(keys)
    if not free.keys() >= set(wanted):
        raise NotFound
    return [free[key] for key in wanted]


def still_may(actor: Actor, one: Request, keys: Iterable[str]) -> bool:
    """Whether copies of these may still go for this request, whatever was said since. As ``may_go``."""
    try:
        may_go(actor, one, keys)
    except NotFound:
        return False
    return one.state is State.OPEN and lacks(one, today_here()) is None


def opened(item: Item) -> Opened:
    """Its pages. As its source's ``read``, which raises NotFound if it is gone."""
    told = sources[item.kind].read(item.id)
    if told.sheets:
        return Opened(item, told.sheets)
    if told.data:
        pages = range(told.first, told.last + 1)
        sheets = tuple(Sheet(told.data, told.kind, page) for page in pages)
        return Opened(item, sheets, told.data if told.ours else b"")
    made = _set(item, told)
    return Opened(item, tuple(Sheet(made, "pdf", page) for page in range(1, pages_in(made) + 1)), made)


def pages_in(made: bytes) -> int:
    """How many pages a PDF of ours has."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(made)).pages)


def _set(item: Item, told: Content) -> bytes:
    return pdf(_WORDS, {"title": item.title, "office": practice().name, "parts": told.words.split("\n\n")})


def named(patient_id: UUID) -> str:
    """Whose record it is, as copies say it. One query."""
    who = patient(patient_id)
    return f"{who.name.spoken_form}, born {who.birth_date:%m/%d/%Y}, {who.mrn}"
