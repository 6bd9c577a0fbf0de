"""Pages and boxes as they are typed: ``1-3, 5`` and ``2: 10-25, 40-60 x 50-100``."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from medoffice.kernel.papers import Box

_PART = re.compile(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?")
_SIDE = r"(\d{1,3}(?:\.\d)?)"
_BAND = re.compile(rf"{_SIDE}\s*-\s*{_SIDE}(?:\s*x\s*{_SIDE}\s*-\s*{_SIDE})?")
WHOLE = 1000  # thousandths of a page


def numbers_in(text: str, most: int) -> tuple[int, ...]:
    """The numbers that ``1-3, 5`` names, in order; ``all`` is 1 to ``most``. Raises ValueError with words."""
    said = text.strip().lower()
    if said in ("", "all"):
        return tuple(range(1, most + 1)) if said else ()
    found: set[int] = set()
    for part in said.replace(";", ",").split(","):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"\u201c{part.strip()}\u201d is no number or range such as 1-3.")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            raise ValueError(f"\u201c{part.strip()}\u201d is not within 1 to {most}.")
        found |= set(range(first, last + 1))
    return tuple(sorted(found))


def numbers_said(numbers: Iterable[int]) -> str:
    """Numbers as they would be typed: ``1-3, 5``."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    told = [[number for _, number in run] for _, run in runs]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in told)


def boxes_in(text: str, most: int) -> dict[int, tuple[Box, ...]]:
    """What is blacked out, by page: ``2: 10-25 x 50-100, 40.5-60; 3: 0-100``, in hundredths of the page.

    The first range counts from the top, that behind ``x`` from the left; without one it is the whole width. Raises
    ValueError with words: what cannot be read is never taken for nothing.
    """
    found: dict[int, tuple[Box, ...]] = {}
    for part in filter(None, (one.strip() for one in text.lower().split(";"))):
        page, colon, bands = part.partition(":")
        if not colon or not page.strip().isdigit() or not 1 <= int(page) <= most:
            raise ValueError(f"\u201c{part}\u201d: write page: from-to, such as 2: 10-25; pages are 1 to {most}.")
        found[int(page)] = (*found.get(int(page), ()), *(_box(band) for band in bands.split(",")))
    return found


def boxes_said(black: Mapping[int, Iterable[Box]]) -> str:
    """Boxes as they would be typed."""
    return "; ".join(f"{page}: {', '.join(_said(box) for box in boxes)}" for page, boxes in sorted(black.items()))


def _box(band: str) -> Box:
    match = _BAND.fullmatch(band.strip())
    sides = [round(float(side) * 10) for side in (match.groups("") if match else ()) if side]
    top, bottom, left, right = (*sides, 0, WHOLE)[:4] if len(sides) in (2, 4) else (0, 0, 0, 0)
    if not (0 <= top < bottom <= WHOLE and 0 <= left < right <= WHOLE):
        raise ValueError(f"\u201c{band.strip()}\u201d is no part of a page: write from-to, 0 to 100, such as 10-25.")
    return left, top, right, bottom


def _said(box: Box) -> str:
    left, top, right, bottom = (f"{side / 10:g}" for side in box)
    across = "" if (box[0], box[2]) == (0, WHOLE) else f" x {left}-{right}"
    return f"{top}-{bottom}{across}"
