"""Two policies cannot both be primary (secondary, ...) on one date; shared by the verbs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from medoffice.kernel.refusals import Refusal
from medoffice.records.coverage.models import Policy

PLACES = {1: "primary", 2: "secondary", 3: "tertiary"}


@contextmanager
def one_in_a_place(
    patient_id: UUID, order: int, starts: date, ends: date | None, but: UUID | None = None
) -> Iterator[None]:
    """Write within this block. Raises Refusal if another policy stands in the place, even one added meanwhile."""
    _refuse(patient_id, order, starts, ends, but)
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "one_policy_in_a_place" not in str(error):
            raise
        _refuse(patient_id, order, starts, ends, but)
        raise


def _refuse(patient_id: UUID, order: int, starts: date, ends: date | None, but: UUID | None) -> None:
    same = Policy.objects.select_related("payer")
    same = same.filter(Q(ends=None) | Q(ends__gte=starts), patient_id=patient_id, order=order)
    if ends is not None:
        same = same.filter(starts__lte=ends)
    other = next((row for row in same if row.id != but), None)
    if other is not None:
        words = f"{other.payer.name} is the {PLACES[order]} insurance since {other.starts:%m/%d/%Y}."
        raise Refusal("place-taken", words, "End that policy first, or choose another place for this one.")
