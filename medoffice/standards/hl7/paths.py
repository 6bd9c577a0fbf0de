"""Where something stands in a message: ``PID-5.1``, ``PID-3[2].4.2``, ``OBX[3]-5``. Counting begins at one."""

import re
from dataclasses import dataclass
from functools import lru_cache

_PATH = re.compile(r"([A-Z][A-Z0-9]{2})(?:\[(\d{1,6})\])?-(\d{1,3})(?:\[(\d{1,4})\])?(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Path:
    """A leaf's place; what is not said is the first."""

    segment: str
    at: int
    field: int
    repetition: int
    component: int
    subcomponent: int


@lru_cache(maxsize=1024)
def path_of(words: str) -> Path:
    """The place that is meant. Raises ValueError for what names none."""
    found = _PATH.fullmatch(words)
    numbers = [int(one or 1) for one in found.groups()[1:]] if found else [0]
    if not found or 0 in numbers:
        message = f"{words!r} is no place in a message; say it as PID-5.1 or PID-3[2].4"
        raise ValueError(message)
    return Path(found[1], *numbers)
