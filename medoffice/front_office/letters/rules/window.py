"""Where the address stands, so that a #10 window envelope shows it and nothing else.

Inches. A letter folded in three lies in the envelope with some play; what is seen in every position is smaller than the
window, and what may be seen in one is larger. Sizes of the common envelope and window: ``source: unverified``.
"""

from dataclasses import dataclass

PAGE_WIDTH, PAGE_HEIGHT = 8.5, 11.0
ENVELOPE_WIDTH, ENVELOPE_HEIGHT = 9.5, 4.125
WINDOW_WIDTH, WINDOW_HEIGHT, WINDOW_LEFT, WINDOW_BOTTOM = 4.5, 1.125, 0.875, 0.5
MARGIN = 0.95
LINE = 0.1333  # of the address, at 9.5 points


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the page, from its left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float


def always_seen() -> Box:
    """What of the page's upper third the window shows wherever the letter lies."""
    low, high = _tops()
    return Box(WINDOW_LEFT, high, WINDOW_LEFT + WINDOW_WIDTH - _play_across(), low + WINDOW_HEIGHT)


def ever_seen() -> Box:
    """What it may show when the letter has slipped: nothing but the address stands there."""
    low, high = _tops()
    return Box(WINDOW_LEFT - _play_across(), low, WINDOW_LEFT + WINDOW_WIDTH, high + WINDOW_HEIGHT)


def address_box() -> Box:
    """Where the address is printed."""
    seen = always_seen()
    return Box(MARGIN, seen.top, seen.right, seen.bottom)


def body_top() -> float:
    """Where the text begins: below everything the window may show, and below the fold."""
    return ever_seen().bottom + 0.1


def as_printed() -> dict[str, float]:
    """The box of the address and where the text begins, as the page is told them."""
    box = address_box()
    return {"top": box.top, "height": box.bottom - box.top, "width": box.right - box.left, "body": body_top()}


def _play_across() -> float:
    return ENVELOPE_WIDTH - PAGE_WIDTH


def _tops() -> tuple[float, float]:
    """The window's upper edge on the folded page: when it lies at the bottom of the envelope, and at its top."""
    high = ENVELOPE_HEIGHT - WINDOW_BOTTOM - WINDOW_HEIGHT
    return high - (ENVELOPE_HEIGHT - PAGE_HEIGHT / 3), high
