"""Charges that are missing: a visit that was seen and not coded, and what was done and stands on no line. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from medoffice.clinic.orders.types import Order, OrderState
from medoffice.revenue.coding.types import CodedEncounter


class Lacks(StrEnum):
    """What a visit lacks, in the order in which it is mended."""

    NOTE = "no note"
    SIGNATURE = "note not signed"
    CODES = "not coded"
    ANSWER = "a question waits"
    RELEASE = "not released"
    VOIDED = "voided and not billed again"
    ORDER = "done and on no line"
    VACCINE = "given and on no line"


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing of a visit, with the words that say of what."""

    lacks: Lacks
    words: str


def missing_of(
    signed: bool | None,
    codes: CodedEncounter | None,
    asked: bool,
    orders: Sequence[Order],
    doses: int,
    kinds: Mapping[str, str],
    voided: str = "",
) -> list[Missing]:
    """What is missing of one visit. ``signed``: of its note, None without one; ``kinds``: the office's services;

    ``voided``: how it came that what was billed is so no longer. Until its codes are released, what stands in the way
    is said and nothing of its lines.
    """
    if signed is None:
        return [Missing(Lacks.NOTE, "Nothing is written of this visit.")]
    if not signed:
        return [Missing(Lacks.SIGNATURE, "Its author has not signed the note.")]
    if codes is None:
        return [Missing(Lacks.CODES, "Nobody has begun to code it.")]
    if not codes.finished:
        why = (
            (Lacks.ANSWER, "The provider was asked.") if asked else (Lacks.RELEASE, f"{codes.coder} began to code it.")
        )
        return [Missing(*why)]
    gone = [Missing(Lacks.VOIDED, voided)] if voided else []
    return [*gone, *_orders(codes, orders, kinds), *_vaccines(codes, doses, kinds)]


def _orders(codes: CodedEncounter, orders: Sequence[Order], kinds: Collection[str]) -> Iterator[Missing]:
    """What was carried out here, that the office has a service for, and that no line names or rests on."""
    keys = {line.key for line in codes.services}
    rested = {line.evidence.ref.id for line in codes.services}
    for one in orders:
        billable = one.state is OrderState.DONE and one.requisition_id is None and one.key in kinds
        if billable and one.key not in keys and one.id not in rested:
            yield Missing(Lacks.ORDER, one.words)


def _vaccines(codes: CodedEncounter, doses: int, kinds: Mapping[str, str]) -> Iterator[Missing]:
    """A dose that was given needs a line of a vaccine, if the office bills any."""
    vaccines = {key for key, kind in kinds.items() if kind == "vaccine" and key != "vaccine_admin"}
    billed = sum(line.units for line in codes.services if line.key in vaccines)
    if doses > billed and vaccines:
        yield Missing(Lacks.VACCINE, f"{doses} given, {billed} billed")
