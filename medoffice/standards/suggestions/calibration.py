"""How often of one a suggestion with such a score was coded by people: a rising curve for visits and one for reports.

``data/calibrated.tsv`` holds their points, as ``tools/calibrate_suggestions.py`` fits them; without it a score is what
it was.
"""

from bisect import bisect_right
from functools import cache
from pathlib import Path

CALIBRATED = Path(__file__).resolve().parent / "data" / "calibrated.tsv"
REPORT, VISIT = "report", "visit"
Point = tuple[float, float]


def chance(score: float, kind: str) -> float:
    """How often such a suggestion is right, from its score; a surer one is never less often right."""
    points = curves().get(kind)
    if not points:
        return score
    place = bisect_right(points, (score, 1.0))
    if place in (0, len(points)):
        return points[min(place, len(points) - 1)][1]
    (left, low), (right, high) = points[place - 1 : place + 1]
    return low + (high - low) * (score - left) / (right - left)


@cache
def curves() -> dict[str, list[Point]]:
    """By kind of note the points of its curve, in their order."""
    found: dict[str, list[Point]] = {}
    if CALIBRATED.exists():
        for line in CALIBRATED.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                kind, score, share = line.split("\t")
                found.setdefault(kind, []).append((float(score), float(share)))
    return found
