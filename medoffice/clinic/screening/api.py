"""What other rooms may use of screening."""

from medoffice.clinic.screening.actions.answer_screening import answer_screening, correct_screening
from medoffice.clinic.screening.actions.take_instruments import take_instruments
from medoffice.clinic.screening.queries.screened import book, course_of, screened_at, screening

__all__ = [
    "answer_screening",
    "book",
    "correct_screening",
    "course_of",
    "screened_at",
    "screening",
    "take_instruments",
]
