"""Reading the questions of a 270: who asks which payer about whom, for which day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from medoffice.exchange.simulators.payer.rules.wire import Segment, at, day
from medoffice.exchange.simulators.payer.types import Person

_NOBODY = Person("")


@dataclass(frozen=True, slots=True)
class Question:
    """One person asked about. ``dependent`` is None when the policy holder is the patient; ``sex`` is as asked."""

    trace: str
    payer: Person
    provider: Person
    subscriber: Person
    dependent: Person | None = None
    on: date | None = None
    services: tuple[str, ...] = ()

    @property
    def patient(self) -> Person:
        """Whom it is about."""
        return self.dependent or self.subscriber


def read_questions(rows: Sequence[Segment], repetition: str) -> list[Question]:
    """The questions of a transaction (ST to SE), in file order: of every level that carries an EQ or a trace."""
    return [question for question in _walk(rows, repetition) if question.services or question.trace]


def _walk(rows: Sequence[Segment], repetition: str) -> Iterator[Question]:
    payer = provider = _NOBODY
    asked: Question | None = None
    for row in rows:
        kind = at(row, 3) if row[0] == "HL" else ""
        if (row[0] == "HL" or row[0] == "SE") and asked is not None:
            yield asked
        if kind in ("20", "21"):
            asked = None
        elif kind == "22":
            asked = Question("", payer, provider, _NOBODY)
        elif kind == "23":
            asked = Question("", payer, provider, asked.subscriber if asked else _NOBODY, _NOBODY)
        elif row[0] == "NM1" and asked is None:
            named = Person(at(row, 3), at(row, 4), at(row, 5), at(row, 9), is_person=at(row, 2) == "1")
            payer, provider = (named, provider) if at(row, 1) != "1P" else (payer, named)
        elif asked is not None:
            asked = _told(asked, row, repetition)


def _told(asked: Question, row: Segment, repetition: str) -> Question:
    name = row[0]
    if name == "NM1":
        named = Person(at(row, 3), at(row, 4), at(row, 5), at(row, 9), is_person=at(row, 2) == "1")
        return replace(asked, dependent=named) if asked.dependent is not None else replace(asked, subscriber=named)
    if name == "DMG":
        born = replace(asked.patient, birth=day(at(row, 2)))
        return replace(asked, dependent=born) if asked.dependent is not None else replace(asked, subscriber=born)
    if name == "TRN" and not asked.trace:
        return replace(asked, trace=at(row, 2))
    if name == "DTP" and at(row, 1) == "291":
        return replace(asked, on=day(at(row, 3)[:8]))
    if name == "EQ":
        return replace(asked, services=(*asked.services, *at(row, 1).split(repetition)))
    return asked
