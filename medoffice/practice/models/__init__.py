"""Tables of the practice."""

from medoffice.practice.models.office import (
    Closure,
    ExamRoom,
    NumberSequence,
    Payer,
    Practice,
    Site,
    Staff,
)
from medoffice.practice.models.work import WorkItem

__all__ = [
    "Closure",
    "ExamRoom",
    "NumberSequence",
    "Payer",
    "Practice",
    "Site",
    "Staff",
    "WorkItem",
]
