"""What stands beside the entries of the lists (an amendment), and of which of them one may be asked."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from medoffice.clinic.charting import models
from medoffice.clinic.charting.queries.chart import charts_of
from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.rules.telling import line_of
from medoffice.clinic.charting.types import CauseKind, Chart, Decision, ListKind, Version
from medoffice.practice.api import office_zone
from medoffice.records.documents.api import appended_to
from medoffice.records.documents.types.papers import Appended
from medoffice.records.releases.types import Item
from medoffice.security.api import can, labelled
from medoffice.security.types import Actor, Label

LISTED = "list_entry"  # an entry, as what stands beside it names it


def beside(*charts: Chart) -> Mapping[UUID, list[Appended]]:
    """What stands beside the entries of charts, by entry. As ``appended_to``.

    Nothing stands beside an entry of which the chart's reader knows a part only: it may speak of the rest.
    """
    return appended_to(LISTED, [entry for chart in charts for entry in chart.histories if entry not in chart.partly])


def documents_of_incoming(document_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these documents told entries that came in and wait for a decision. One query."""
    rows = models.IncomingEntry.objects.filter(decision=Decision.OPEN, cause=CauseKind.DOCUMENT)
    rows = rows.filter(cause_id__in=list(document_ids))
    return {one for one in rows.values_list("cause_id", flat=True) if one is not None}


def going_with(*charts: Chart) -> Mapping[UUID, tuple[str, ...]]:
    """What goes along wherever an entry goes, each in one line, by entry. As ``beside``."""
    told = {entry: [one for one in found if one.goes] for entry, found in beside(*charts).items()}
    return {
        entry: tuple(f"{one.title}. {' '.join(one.words.split())}" for one in found) for entry, found in told.items()
    }


def lines_of(chart: Chart, kind: ListKind, along: Mapping[UUID, tuple[str, ...]]) -> list[str]:
    """What holds of a list, a line for each entry with what goes along with it; or that nothing is to be put on it."""
    none = chart.none_known.get(kind)
    if none is not None:
        return [f"{KINDS[kind].none}, {none.by}, {none.at.astimezone(office_zone()):%m/%d/%Y}"]
    held = [one for one in chart.lists[kind] if holds(one)]
    return [" ".join([line_of(one), *(f"[{said}]" for said in along.get(one.entry_id, ()))]) for one in held]


def entries_to_amend(actor: Actor, patient_id: UUID) -> list[Item]:
    """The entries an amendment may be asked of: for who reads the lists, or copies the whole chart for others.

    Those that were struck are no longer said, and one of which only a part may be known is left out. As ``charts_of``,
    and where an entry is known from several visits or documents a query for each label.
    """
    if not (can(actor, "lists.read", patient_id) or can(actor, "releases.work", patient_id)):
        return []
    chart = charts_of(actor, [patient_id], "rights.note")[patient_id]
    entries = [one for found in chart.lists.values() for one in found if not one.struck]
    whole = [(one, chart.histories[one.entry_id]) for one in entries if one.entry_id not in chart.partly]
    several = {about for _, history in whole for about in _abouts(history) if len(_abouts(history)) > 1}
    marked = {thing for label in Label if several for _, thing in labelled(several, label)}
    return [_item(one, _about(history, marked)) for one, history in whole]


def _item(one: Version, about: UUID | None) -> Item:
    return Item(LISTED, one.entry_id, about, f"{KINDS[one.kind].one.capitalize()}: {one.told.words}", None, 0)


def _abouts(history: tuple[Version, ...]) -> list[UUID]:
    """The visits and documents an entry is known from, the last first, each once."""
    return list(dict.fromkeys(one.about for one in reversed(history) if one.about))


def _about(history: tuple[Version, ...], marked: set[UUID]) -> UUID | None:
    """That of them which labels are asked of: one that has any, else the last."""
    found = _abouts(history)
    return next((one for one in found if one in marked), found[0] if found else None)
