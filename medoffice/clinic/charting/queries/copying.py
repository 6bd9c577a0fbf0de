"""The lists as what can be copied: each as a whole, and by itself what is known only from where a label is.

A copy asks labels of one visit or document. So a list holds what no label is on, each entry as it was before; what a
visit or document with a label adds is an item of its own, which has that label.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from medoffice.clinic.charting import models
from medoffice.clinic.charting.queries.beside import beside
from medoffice.clinic.charting.queries.chart import to_version
from medoffice.clinic.charting.rules.history import chart_from, holds
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.rules.telling import line_of, when_of
from medoffice.clinic.charting.types import CauseKind, Chart, ListKind, Version
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone
from medoffice.records.documents.types.papers import Appended
from medoffice.records.releases.types import Content, Item
from medoffice.security.api import labelled
from medoffice.security.types import Label

SOURCE = "list"
_APART = "Entries of lists that only a confidential visit or document tells of"


def lists_to_copy(patient_id: UUID) -> list[Item]:
    """The lists of a patient as what can be copied; what may go is decided there. At most seven queries.

    A list has the id of its first entry, what only a label's thing tells the id of that visit or document.
    """
    base, apart = _charts(patient_id)
    lists = [(kind, found) for kind, found in base.lists.items() if found]
    items = [Item(SOURCE, _first(found), None, KINDS[kind].title, None, 0) for kind, found in lists]
    return items + [Item(SOURCE, about, about, _APART, None, 0) for about, (_, told) in apart.items() if told]


def list_to_copy(item_id: UUID) -> Content:
    """A list in words, entry by entry. Raises NotFound. As ``lists_to_copy``, and two more."""
    zone, parts = office_zone(), []
    for one in _opened(item_id)[1]:
        state = "entered in error" if one.struck else "" if holds(one) else one.told.status
        said = filter(None, (line_of(one), when_of(one), f"({state})" if state else ""))
        parts.append(f"{' '.join(said)}\n{one.by}, {one.at.astimezone(zone):%m/%d/%Y}")
    return Content(words="\n\n".join(parts))


def beside_lists(kind: str, ids: Iterable[UUID]) -> Mapping[UUID, list[Appended]]:
    """What stands beside the entries of lists that are copied: it goes behind the list. As ``list_to_copy``, each."""
    found: dict[UUID, list[Appended]] = {}
    for item_id in ids if kind == SOURCE else ():
        chart, entries = _opened(item_id)
        told = beside(chart)
        found[item_id] = [
            replace(said, title=f"{one.told.words}. {said.title}")
            for one in entries
            for said in told.get(one.entry_id, ())
        ]
    return found


def _opened(item_id: UUID) -> tuple[Chart, Sequence[Version]]:
    """The chart an item is of, and its entries. Raises NotFound."""
    rows = models.ListEntry.objects
    entry = rows.filter(entry_id=item_id).first()
    about = Q(encounter_id=item_id) | Q(cause=CauseKind.DOCUMENT, cause_id=item_id)
    row = entry or rows.filter(about).first()
    if row is None:
        raise NotFound
    base, apart = _charts(row.patient_id)
    if entry is not None:
        return base, base.lists[ListKind(entry.kind)]
    if item_id not in apart:
        raise NotFound
    return apart[item_id]


def _charts(patient_id: UUID) -> tuple[Chart, Mapping[UUID, tuple[Chart, list[Version]]]]:
    """The chart without what any label is on; and for each visit and document with one, what only it adds."""
    versions = [to_version(row) for row in models.ListEntry.objects.filter(patient_id=patient_id)]
    abouts = {one.about for one in versions if one.about}
    closed = {thing for label in Label if abouts for _, thing in labelled(abouts, label)}
    base, apart = chart_from(patient_id, versions, (), closed), {}
    for about in sorted(closed):
        chart = chart_from(patient_id, versions, (), closed - {about})
        added = [one for found in chart.lists.values() for one in found if one not in base.lists[one.kind]]
        apart[about] = chart, added
    return base, apart


def _first(found: Sequence[Version]) -> UUID:
    return min(one.entry_id for one in found)
