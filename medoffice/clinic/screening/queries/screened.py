"""The instruments that hold, and what was answered."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.screening import models
from medoffice.clinic.screening.rules.scoring import book_from, edition_of
from medoffice.clinic.screening.types import Book, Instrument, Screened, Sheet
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "instruments.toml"
_WORD = "screening.read"


def book() -> Book:
    """The instruments that hold today: the office's latest, else those that came with the program. One query."""
    row = models.InstrumentBook.objects.filter(since__lte=today_here()).order_by("-since", "-id").first()
    return _read(row.told) if row else shipped()


def book_of(found: Screened) -> Book | None:
    """The book by which something was asked, as it was then; None if it is not here any more. One query."""
    rows = models.InstrumentBook.objects.filter(made_at__lte=found.at).order_by("-since", "-id")
    held = (*(_read(row.told) for row in rows), shipped())
    return next((one for one in held if edition_of(one) == found.edition), None)


@lru_cache(maxsize=4)
def _read(told: str) -> Book:
    return book_from(tomllib.loads(told))


@cache
def shipped() -> Book:
    """The instruments that came with the program."""
    return book_from(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))


def sheet_called(key: str) -> tuple[Sheet, tuple[Instrument, ...]]:
    """What is asked in one go. Raises NotFound. One query."""
    held = book()
    one = next((sheet for sheet in held.sheets if sheet.key == key), None)
    if one is None:
        raise NotFound
    return one, tuple(held.instruments[name] for name in one.instruments)


def screened_at(actor: Actor, encounter_id: UUID) -> list[Screened]:
    """What was answered at a visit, with what was corrected, latest first. One query, and the labels'."""
    return _all(actor, _rows().filter(encounter_id=encounter_id))


def course_of(actor: Actor, patient_id: UUID) -> list[Screened]:
    """What a patient ever answered and stands, latest first. One query, and the labels'."""
    return _all(actor, _rows().filter(patient_id=patient_id, corrected=None))


def screening(actor: Actor, screened_id: UUID) -> Screened:
    """One. Raises NotFound. One query, and the labels'."""
    row = _rows().filter(id=screened_id).first()
    if row is None:
        raise NotFound
    require(actor, _WORD, row.patient_id, row.encounter_id)
    return to_screened(row)


def _rows() -> QuerySet[models.Screened]:
    return models.Screened.objects.select_related("corrected")


def _all(actor: Actor, rows: QuerySet[models.Screened]) -> list[Screened]:
    return [to_screened(row) for row in permitted(actor, _WORD, rows).order_by("-id")]


def to_screened(row: models.Screened) -> Screened:
    """A row as the noun."""
    return Screened(
        row.id, row.patient_id, row.encounter_id, row.key, row.name, tuple(row.answers), row.score, row.most, row.band,
        row.tone, row.urgent, row.edition, row.at, row.by, not hasattr(row, "corrected"), row.instead_of_id, row.why,
    )  # fmt: skip
