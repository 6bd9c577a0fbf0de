"""Batches: a cover sheet with a code begins a document; sheets and blank pages behind them are no part of it."""

from collections.abc import Sequence
from dataclasses import dataclass

COVER = "MEDOFFICE-COVER:"


@dataclass(frozen=True, slots=True)
class Part:
    """Pages first to last (from 1) of a batch, with what its cover sheet said: a kind's key, or nothing."""

    first: int
    last: int
    kind: str = ""


def cover_code(kind: str = "") -> str:
    """What the code of a cover sheet says."""
    return COVER + kind


def parts_of(codes: Sequence[Sequence[str]]) -> list[Part]:
    """How the pages of a file with these codes on them divide; one part if no cover sheet is among them.

    Pages before the first sheet are a document of their own; a sheet with nothing behind it begins none.
    """
    parts: list[Part] = []
    first, kind = 1, ""
    for page, found in enumerate(codes, 1):
        cover = next((code for code in found if code.startswith(COVER)), None)
        if cover is None:
            continue
        if page > first:
            parts.append(Part(first, page - 1, kind))
        first, kind = page + 1, cover.removeprefix(COVER)[:30]
    if first <= len(codes):
        parts.append(Part(first, len(codes), kind))
    return parts or [Part(1, max(1, len(codes)))]
