"""Searching the words of charts: documents here, other texts by the rooms that have them.

The index gives the pages that hold all words; a bounded number of them is ranked, and words around are cut out only for
those that are shown. So a search costs the same in an office of a hundred documents and of a million.
"""

from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, QuerySet
from django.urls import reverse

from medoffice.kernel.full_text import as_query, headline, spans_of
from medoffice.records.documents.models import Document, PageText
from medoffice.records.documents.offers import chart_texts
from medoffice.records.documents.queries.kinds import kind_names
from medoffice.records.documents.types.papers import ChartFound, ChartHit, State
from medoffice.security.api import kept, permitted
from medoffice.security.types import Actor

MOST, SHOWN = 1_000, 20
CLOSED = "Opens with a reason"


def search_charts(actor: Actor, asked: str, patient_id: UUID | None = None) -> list[ChartFound]:
    """What every room finds, in the order of the floors; rooms that find nothing are left out. Nothing for nothing."""
    if not asked.strip():
        return []
    found = [find(actor, asked.strip()[:200], patient_id, SHOWN) for find in chart_texts.values()]
    return [one for one in found if one.hits]


def search_documents(actor: Actor, asked: str, patient_id: UUID | None, limit: int) -> ChartFound:
    """Pages of filed documents that hold the words, the best page of each document. Five queries."""
    rows = permitted(actor, "documents.search", Document.objects.filter(state=State.FILED), visit="about_id")
    rows = rows.filter(patient_id=patient_id) if patient_id else rows
    query = as_query(asked)
    at = "file__texts__"
    as_came = rows.filter(
        **{f"{at}words": query, f"{at}page__gte": F("first"), f"{at}page__lte": F("last")}, arranged=0
    )
    pages = list(
        _ranked(as_came, at, query).values_list("rank", "id", f"{at}id", F(f"{at}page") - F("first") + 1)[:MOST]
    )
    pages += _in_arranged(rows, query)
    best: dict[UUID, tuple[float, int, int]] = {}
    for rank, document_id, text_id, page in pages:
        best[document_id] = max(best.get(document_id, (0.0, 0, 0)), (rank, text_id, page))
    first = sorted(best, key=lambda one: best[one], reverse=True)[:limit]
    return ChartFound("Documents", tuple(_hits(actor, asked, {one: best[one] for one in first})), len(pages) >= MOST)


def _in_arranged(rows: QuerySet[Document], query: SearchQuery) -> list[tuple[float, UUID, int, int]]:
    """The same of documents whose pages were arranged: on which page of them the words stand now."""
    at = "leaves__file__texts__"
    current = {"leaves__arranged": F("arranged"), f"{at}page": F("leaves__page"), f"{at}words": query}
    found = _ranked(rows.filter(arranged__gt=0, **current), at, query)
    return list(found.values_list("rank", "id", f"{at}id", "leaves__place")[:MOST])


def _ranked(rows: QuerySet[Document], at: str, query: SearchQuery) -> QuerySet[Document]:
    return rows.annotate(rank=SearchRank(F(f"{at}words"), query))


def _hits(actor: Actor, asked: str, best: dict[UUID, tuple[float, int, int]]) -> list[ChartHit]:
    """The documents of these pages, with words around; of one that opens with a reason, not what it says."""
    rows = {row.id: row for row in Document.objects.filter(id__in=best)}
    closed = kept(
        actor, "documents.search", [(row.patient_id, row.about_id) for row in rows.values() if row.patient_id]
    )
    open_ones = [key for key, row in rows.items() if (row.patient_id, row.about_id) not in closed]
    texts = PageText.objects.filter(id__in=[best[key][1] for key in open_ones])
    around = dict(texts.annotate(cut=headline(asked, "text")).values_list("id", "cut"))
    names = kind_names()
    return [_hit(rows[key], best[key], around.get(best[key][1]), names) for key in best]


def _hit(row: Document, found: tuple[float, int, int], around: str | None, names: dict[str, str]) -> ChartHit:
    rank, _, number = found
    text, spans = spans_of(around or "")
    shown = reverse("documents:show", args=[row.id]) + (f"#page-{number}" if number > 1 else "")
    title = (row.title or names.get(row.kind, "")) if around is not None else CLOSED
    who = row.patient_id or row.id
    return ChartHit(title, who, row.dated if around is not None else None, shown, text, spans, rank)
