"""Reads of amendments: one, what is open by the day it is due, those of a patient, what stands beside an item."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from medoffice.kernel.refusals import NotFound
from medoffice.records.documents.types.papers import Appended
from medoffice.records.releases.api import items_seen
from medoffice.records.releases.types import Item
from medoffice.records.rights import models
from medoffice.records.rights.offers import amendables
from medoffice.records.rights.queries.data import grounds
from medoffice.records.rights.rules.amendments import goes_along, title_of, words_of
from medoffice.records.rights.types import Amendment, Answer, Asker, Line, LineKind, Thing
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

WORD = "rights.note"


def amendment(actor: Actor, amendment_id: UUID, word: str = WORD) -> Amendment:
    """A request that somebody may see. Raises NotFound. Two queries, and those of ``require``."""
    row = models.Amendment.objects.prefetch_related("lines").filter(id=amendment_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.about_id)
    return to_amendment(row)


def open_amendments(actor: Actor, limit: int | None = None) -> tuple[list[Amendment], int]:
    """What is not answered, by the day it is due, and how many there are. Three queries."""
    rows = _seen(actor, models.Amendment.objects.filter(answer=Answer.OPEN))
    return [to_amendment(row) for row in rows.order_by("due_on", "id")[:limit]], rows.count()


def answered_amendments(actor: Actor, limit: int) -> list[Amendment]:
    """What was answered last. Two queries."""
    rows = _seen(actor, models.Amendment.objects.exclude(answer=Answer.OPEN))
    return [to_amendment(row) for row in rows.order_by("-changed_at", "-id")[:limit]]


def amendments_of(actor: Actor, patient_id: UUID) -> list[Amendment]:
    """A patient's requests, latest first. Two queries."""
    rows = _seen(actor, models.Amendment.objects.filter(patient_id=patient_id))
    return [to_amendment(row) for row in rows.order_by("-made_at", "-id")]


def last_answered(actor: Actor, patient_ids: Iterable[UUID]) -> Mapping[UUID, Amendment]:
    """Of each of these patients the amendment that was answered last. Two queries."""
    rows = _seen(actor, models.Amendment.objects.filter(patient_id__in=set(patient_ids)).exclude(answered_at=None))
    return {row.patient_id: to_amendment(row) for row in rows.order_by("answered_at", "id")}


def things_seen(actor: Actor, patient_id: UUID) -> list[tuple[str, Item]]:
    """What of a chart an amendment may be about, as somebody may know of it, with where it comes from."""
    instead = {one.instead_of for one in amendables.values()}
    found = [(title, item) for title, item in items_seen(actor, WORD, patient_id) if item.kind not in instead]
    return [*found, *((one.title, item) for one in amendables.values() for item in one.things(actor, patient_id))]


def beside(kind: str, ids: Iterable[UUID]) -> Mapping[UUID, list[Appended]]:
    """What stands beside items of a chart; whoever sees the item sees it. One query, and one more if there is any."""
    rows = models.Amendment.objects.filter(item_kind=kind, item_id__in=set(ids)).exclude(answer=Answer.WITHDRAWN)
    found: dict[UUID, list[Appended]] = {}
    for row in rows.prefetch_related("lines").order_by("made_at", "id"):
        one = to_amendment(row)
        where = reverse("rights:amendment", args=[one.id])
        told = Appended(title_of(one), words_of(one), one.answer.tone, where, goes=goes_along(one))
        found.setdefault(row.item_id, []).append(told)
    return found


def _seen(actor: Actor, rows: QuerySet[models.Amendment]) -> QuerySet[models.Amendment]:
    return permitted(actor, WORD, rows.prefetch_related("lines"), visit="about_id")


def to_amendment(row: models.Amendment) -> Amendment:
    """A row as the noun."""
    lines = sorted(row.lines.all(), key=lambda line: line.id)
    return Amendment(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        thing=Thing(row.item_kind, row.item_id, row.about_id, row.item_title, row.item_on),
        wrong=row.wrong,
        right=row.right,
        asker=Asker(row.asker),
        asker_name=row.asker_name,
        identity=row.identity,
        came_on=row.came_on,
        due_on=row.due_on,
        extended_why=row.extended_why,
        answer=Answer(row.answer),
        statement=row.statement,
        tell=row.tell,
        ground=grounds().get(row.ground),
        answered_why=row.answered_why,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        made_by=row.made_by,
        made_at=row.made_at,
        version=row.version,
        lines=tuple(Line(LineKind(one.kind), one.words, one.at, one.by) for one in lines),
    )
