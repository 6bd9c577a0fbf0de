"""Reads of the pairs that may be one person's."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import MaybeSame, Patient
from medoffice.records.patients.queries.merges import survivors
from medoffice.records.patients.queries.people import hits_of
from medoffice.records.patients.types.likeness import AskedPair, PairLine
from medoffice.security.api import kept
from medoffice.security.types import Actor

SHOWN = 100


def waiting() -> QuerySet[MaybeSame]:
    """The pairs that wait, likeliest first: not told apart, not put off, and both stand for themselves."""
    stand = [Exists(Patient.objects.filter(id=OuterRef(side))) for side in ("one", "other")]
    due = Q(later_until=None) | Q(later_until__lte=clock.now())
    return MaybeSame.objects.filter(due, *stand, different=False).order_by("-likely", "id")


def pairs_to_decide(actor: Actor) -> list[PairLine]:
    """The likeliest pairs of whom the actor may see both. Four queries."""
    rows = list(waiting()[:SHOWN])
    ids = [who for row in rows for who in (row.one, row.other)]
    hits = {hit.id: hit for hit in hits_of(actor, ids)}
    closed = kept(actor, "patients.tell_apart", [(who, None) for who in hits])
    return [
        PairLine(
            row.id,
            hits[row.one],
            hits[row.other],
            _percent(row),
            bool({(row.one, None), (row.other, None)} & set(closed)),
        )
        for row in rows
        if row.one in hits and row.other in hits
    ]


def asked_pair(pair_id: UUID) -> AskedPair:
    """A pair that is not told apart. Raises NotFound. One query."""
    row = MaybeSame.objects.filter(id=pair_id, different=False).first()
    if row is None:
        raise NotFound
    return AskedPair(row.id, row.one, row.other, _percent(row), tuple(row.reasons))


def told_apart() -> set[tuple[UUID, UUID]]:
    """Whom a person has told apart, the lower first; what was said of a merged record holds for whom it is now.

    Two queries.
    """
    said = list(MaybeSame.objects.filter(different=True).values_list("one", "other"))
    into = survivors(who for pair in said for who in pair)
    return {_in_order(into.get(one, one), into.get(other, other)) for one, other in said}


def _in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    return (one, other) if one < other else (other, one)


def _percent(row: MaybeSame) -> int:
    """Never a hundred: nobody is certain."""
    return min(99, int(row.likely * 100))
