"""Results where a chart leaves the office or is searched: as copies, behind a referral, among the words of charts.

A copy is the laboratory's words: every result as it stands, what it replaced, who signed it off. What is not signed
off yet goes too, and says so; that it may go at all is decided by the labels of its visit, not here.
"""

from datetime import tzinfo
from uuid import UUID

from django.contrib.postgres.search import SearchRank
from django.urls import reverse

from medoffice.clinic.results import models
from medoffice.clinic.results.queries.reports import report, results_of, to_report
from medoffice.clinic.results.types import SEARCHED, Report, Result
from medoffice.front_office.referrals.types import Part
from medoffice.kernel.full_text import as_query, headline, spans_of, words_of
from medoffice.practice.api import office_zone
from medoffice.records.documents.types.papers import ChartFound, ChartHit
from medoffice.records.releases.api import copy_of
from medoffice.records.releases.types import Content, Item
from medoffice.security.api import kept, permitted
from medoffice.security.types import Actor

SOURCE = "result"
_MOST, _ENCLOSED = 1_000, 20


def results_to_copy(patient_id: UUID) -> list[Item]:
    """The reports of a patient as what can be copied, latest first; what may go is decided there. One query."""
    zone = office_zone()
    rows = models.LabReport.objects.filter(patient_id=patient_id).order_by("-came_at", "-id")
    return [_item(to_report(row), zone) for row in rows]


def result_to_copy(report_id: UUID) -> Content:
    """A report in words, result by result. Raises NotFound. Three queries."""
    one, zone = report(report_id), office_zone()
    parts = [_head(one, zone), *map(_line, results_of([one.id]).get(one.id, [])), one.notes, _signed(one, zone)]
    return Content(words="\n\n".join(filter(None, parts)))


def results_to_enclose(_: Actor, patient_id: UUID, encounter_id: UUID | None) -> list[Part]:
    """The same as papers that may go with a referral, those of its visit the usual ones; labels are asked there."""
    return [
        Part(one.id, f"{one.title}, {one.on:%m/%d/%Y}", one.on, one.about, one.encounter_id == encounter_id)
        for one in results_to_copy(patient_id)[:_ENCLOSED]
        if one.on is not None and one.about is not None
    ]


def result_enclosed(_: Actor, report_id: UUID) -> bytes:
    """A report as pages, and what goes along with it. Raises NotFound. Four queries."""
    return copy_of(_item(report(report_id), office_zone()))


def found_in_results(actor: Actor, asked: str, patient_id: UUID | None, limit: int) -> ChartFound:
    """Results as they stand that hold all words asked for, the best first. Three queries.

    A bounded number is ranked; words around are cut out only for those that are shown.
    """
    words, query = words_of(*SEARCHED), as_query(asked)
    rows = models.LabResult.objects.annotate(searched=words).filter(searched=query, replaced_by=None)
    rows = rows.filter(report__patient_id=patient_id) if patient_id else rows
    seen = permitted(actor, "results.search", rows, "report__patient_id", "report__about_id")
    ranked = seen.annotate(rank=SearchRank(words, query)).values_list("rank", "id")
    found = sorted(ranked[:_MOST], reverse=True)
    best = {key: rank for rank, key in found[:limit]}
    shown = models.LabResult.objects.filter(id__in=best).select_related("report")
    cut = {row.id: (row, row.cut) for row in shown.annotate(cut=headline(asked, *SEARCHED))}
    closed = kept(actor, "results.search", [_whose(row) for row, _ in cut.values()])
    hits = [_hit(*cut[key], rank, closed=_whose(cut[key][0]) in closed) for key, rank in best.items()]
    return ChartFound("Results", tuple(hits), len(found) == _MOST)


def _whose(row: models.LabResult) -> tuple[UUID, UUID | None]:
    return row.report.patient_id, row.report.about_id


def _hit(row: models.LabResult, cut: str, rank: float, *, closed: bool) -> ChartHit:
    """A result as a place where words stand; of one that opens with a reason, not what it says."""
    url = reverse("results:report", args=[row.report_id])
    if closed:
        return ChartHit("Opens with a reason", row.report.patient_id, None, url, rank=rank)
    text, spans = spans_of(cut)
    on = (row.observed_at or row.came_at).astimezone(office_zone()).date()
    return ChartHit(row.report.words, row.report.patient_id, on, url, text, spans, rank)


def _item(one: Report, zone: tzinfo) -> Item:
    when = one.collected_on or (one.collected_at or one.reported_at or one.came_at).astimezone(zone).date()
    title = f"Results: {one.words}"
    return Item(SOURCE, one.id, one.about_id, title, when, 0, one.encounter_id)


def _head(one: Report, zone: tzinfo) -> str:
    """Whose laboratory, its number, when it was collected and told."""
    collected = f"{one.collected_at.astimezone(zone):%m/%d/%Y %-I:%M %p}" if one.collected_at else ""
    collected = collected or (f"{one.collected_on:%m/%d/%Y}" if one.collected_on else "")
    told = (
        ("Laboratory", one.laboratory),
        ("Their number", one.filler),
        ("Ordered by", one.ordered_by),
        ("Collected", collected),
        ("Reported", f"{one.reported_at.astimezone(zone):%m/%d/%Y %-I:%M %p}" if one.reported_at else ""),
    )
    return "\n".join([one.words, *(f"{name}: {said}" for name, said in told if said)])


def _line(one: Result) -> str:
    """A result, its usual range, how final it is, what it replaced."""
    state = "cancelled" if one.cancelled else "corrected" if one.corrected else "" if one.status == "F" else "not final"
    said = f"{one.words}: {one.value} {one.unit}".rstrip()
    more = (one.flags, f"usual {one.range}" if one.range else "", state)
    before = [f"before: {was.value} {was.unit}".rstrip() for was in one.earlier if one.corrected]
    told = "; ".join(filter(None, more))
    return "\n".join(filter(None, (f"{said} ({told})" if told else said, *before, one.notes)))


def _signed(one: Report, zone: tzinfo) -> str:
    if one.signed_at is None:
        return "Not signed off yet by a provider of this office."
    return f"Signed off by {one.signed_by}, {one.signed_at.astimezone(zone):%m/%d/%Y %-I:%M %p}"
