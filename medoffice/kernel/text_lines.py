"""A line of text as it was read in an image."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text: how sure the reading is (0 to 1), and its frame in pixels: left, top, right, bottom."""

    text: str
    score: float
    box: tuple[int, int, int, int]
