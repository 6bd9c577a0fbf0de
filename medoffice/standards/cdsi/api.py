"""The schedule's public functions; nouns are in ``types`` and ``answers``."""

from medoffice.standards.cdsi.advising import advise
from medoffice.standards.cdsi.reading import read_release
from medoffice.standards.cdsi.shaping import schedule_of
from medoffice.standards.cdsi.shipped import SOURCE, packed, shipped, unpacked

__all__ = ["SOURCE", "advise", "packed", "read_release", "schedule_of", "shipped", "unpacked"]
