"""The LMS method (Cole 1990): a measure, its z-score and its centile, from skewness, median and spread."""

from math import exp, log
from statistics import NormalDist

from medoffice.standards.growth.types import Lms

_NORMAL = NormalDist()


def z_score(value: float, at: Lms) -> float:
    """How many standard deviations a measure lies from the median. ValueError for a measure that is not above zero."""
    if value <= 0:
        raise ValueError(f"a measure must be above zero, not {value:g}")
    if at.l == 0:
        return log(value / at.m) / at.s
    return float(((value / at.m) ** at.l - 1) / (at.l * at.s))


def value_at(z: float, at: Lms) -> float:
    """The measure at a z-score. ValueError where the method reaches none, far out on the skewed side."""
    if at.l == 0:
        return at.m * exp(at.s * z)
    inner = 1 + at.l * at.s * z
    if inner <= 0:
        raise ValueError(f"no measure has a z-score of {z:g} here")
    return float(at.m * inner ** (1 / at.l))


def centile(z: float) -> float:
    """How many of a hundred children lie below a z-score."""
    return _NORMAL.cdf(z) * 100


def z_of_centile(share: float) -> float:
    """The z-score below which so many of a hundred lie; ValueError for none or all."""
    if not 0 < share < 100:
        raise ValueError(f"a centile lies between 0 and 100, not at {share:g}")
    return _NORMAL.inv_cdf(share / 100)
