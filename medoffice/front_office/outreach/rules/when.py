"""When something is, as a patient reads it."""

from datetime import datetime

_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"),
}
_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def say_when(at: datetime, language: str) -> str:
    """``Wednesday, November 25 at 9:00 AM``; in English where the language has no words for it here."""
    if language == "es":
        return f"{_DAYS['es'][at.weekday()]} {at.day} de {_MONTHS[at.month - 1]} a las {say_hour(at)}"
    return f"{_DAYS['en'][at.weekday()]}, {at:%B} {at.day} at {say_hour(at)}"


def say_hour(at: datetime) -> str:
    """``9:00 AM``."""
    return f"{at:%I:%M %p}".removeprefix("0")
