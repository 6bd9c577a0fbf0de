"""Plots: lines and dots over two scales, laid out here and shown by ``<c-plot :plot="plot" />`` as SVG.

What a plot shows stands in a table beside it too: the picture is for the eye, the table for everybody.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10

Point = tuple[float, float]
LEFT, RIGHT, TOP, BOTTOM = 46, 40, 12, 38  # the margins, for the numbers and words around the field
NAME_HEIGHT = 11


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where a direction goes, and where it is marked: (value, words)."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line with a name that stands at its end; a ``strong`` one is drawn thicker."""

    name: str
    points: Sequence[Point]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of a scale, in pixels."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line in pixels, and where its name stands: at its end, or a little off it where another name stands there."""

    name: str
    points: str
    x: float
    y: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot in pixels, with what it says when pointed at."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything of a plot, in pixels of its own; the page scales it."""

    title: str
    told: str
    width: int
    height: int
    field: tuple[float, float, float, float]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    x_words: str
    y_words: str
    lines: tuple[Drawn, ...]
    path: str
    dots: tuple[Dot, ...]

    @property
    def right(self) -> float:
        """Where the field ends."""
        return self.field[0] + self.field[2]

    @property
    def bottom(self) -> float:
        """Where the field ends below."""
        return self.field[1] + self.field[3]

    @property
    def under(self) -> float:
        """Where the numbers under the field stand."""
        return self.bottom + 15

    @property
    def before(self) -> float:
        """Where the numbers before the field end."""
        return self.field[0] - 6


def even_scale(values: Iterable[float], words: str, steps: int = 8) -> Scale:
    """A scale that holds all the values and is marked at about so many round numbers. ValueError for no values."""
    found = list(values)
    low, high = min(found), max(found)
    step = _round_step((high - low) / steps or 1)
    first, last = floor(low / step), ceil(high / step)
    marks = tuple((number * step, f"{number * step:g}") for number in range(first, last + 1))
    return Scale(first * step, last * step, marks, words)


def lay_out(
    title: str,
    told: str,
    scales: tuple[Scale, Scale],
    lines: Sequence[Series],
    dots: Sequence[tuple[float, float, str]],
    size: tuple[int, int] = (760, 425),
) -> Plot:
    """A plot of lines and dots (x, y, words) over the scales of x and y; ``told`` says in words what it shows.

    What lies outside the scales is left out. Dots are joined in their order.
    """
    across, up = scales
    width, height = size

    def x_of(value: float) -> float:
        return round(LEFT + (value - across.low) / (across.high - across.low) * (width - LEFT - RIGHT), 1)

    def y_of(value: float) -> float:
        return round(height - BOTTOM - (value - up.low) / (up.high - up.low) * (height - TOP - BOTTOM), 1)

    inside = [(x, y, words) for x, y, words in dots if _within(x, across) and _within(y, up)]
    drawn = []
    for line in lines:
        points = [(x_of(x), y_of(y)) for x, y in line.points if _within(x, across) and _within(y, up)]
        if points:
            drawn.append(Drawn(line.name, _joined(points), *points[-1], line.strong))
    return Plot(
        title=title,
        told=told,
        width=width,
        height=height,
        field=(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM),
        x_ticks=tuple(Tick(x_of(value), words) for value, words in across.ticks if _within(value, across)),
        y_ticks=tuple(Tick(y_of(value), words) for value, words in up.ticks if _within(value, up)),
        x_words=across.words,
        y_words=up.words,
        lines=tuple(_apart(drawn)),
        path=_joined([(x_of(x), y_of(y)) for x, y, _ in inside]),
        dots=tuple(Dot(x_of(x), y_of(y), words) for x, y, words in inside),
    )


def _within(value: float, scale: Scale) -> bool:
    return scale.low <= value <= scale.high


def _apart(lines: Iterable[Drawn]) -> Iterator[Drawn]:
    """The lines from the lowest up, their names moved apart by at least a line of text."""
    below = float("inf")
    for line in sorted(lines, key=lambda one: -one.y):
        below = min(line.y, below - NAME_HEIGHT)
        yield replace(line, y=round(below, 1))


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _round_step(about: float) -> float:
    """1, 2 or 5 times a power of ten, near a number above zero."""
    power = 10.0 ** floor(log10(about))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= about)
