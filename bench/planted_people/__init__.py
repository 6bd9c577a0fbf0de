"""People of an office, some registered twice: planted by seed, with the truth, and a score for what finds them."""

from bench.planted_people.planting import plant
from bench.planted_people.scoring import Score, score
from bench.planted_people.types import Pair, Planted, Record

__all__ = ["Pair", "Planted", "Record", "Score", "plant", "score"]
