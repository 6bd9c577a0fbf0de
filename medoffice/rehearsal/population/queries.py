"""Reads of the shipped name pools, town and cast (``data/*.toml``), once per process."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.rehearsal.population.rules.charts import chart_of_person
from medoffice.rehearsal.population.rules.people import household_of, households_of, people_of
from medoffice.rehearsal.population.types import (
    CastMember,
    ChartPool,
    Childhood,
    Drawn,
    Household,
    Illness,
    NamePool,
    Person,
    PersonChart,
    Population,
    Relation,
    Town,
)
from medoffice.standards.terminology.api import editions
from medoffice.standards.terminology.types import VACCINE_EDITION

DATA = Path(__file__).resolve().parent / "data"


def make_population(seed: int, people: int, today: date) -> Population:
    """So many people in their households as they are on a day; the named cast comes first and is always whole.

    Raises ValueError if ``people`` is smaller than the cast.
    """
    return people_of(town(), seed, people, today)


def households(seed: int, people: int, today: date) -> Iterator[Household]:
    """The same people household by household, one in memory at a time. Raises ValueError as ``make_population``."""
    return households_of(town(), seed, people, today)


def household(seed: int, number: int, start: int, today: date, most: int) -> Household:
    """One of these households again, by its number and its head's index; ``most`` people of it."""
    return household_of(town(), seed, number, start, today, most)


@cache
def town() -> Town:
    """Everything the generator draws from, as shipped."""
    facts, names, cast = (_read(name) for name in ("town", "names", "cast"))
    return Town(
        pools=tuple(_pool(culture, values) for culture, values in names.items()),
        nicknames=facts["nicknames"],
        western=_list(facts["western"]),
        streets=_list(facts["streets"]),
        groups=_list(facts["groups"]),
        alerts=_list(facts["alerts"]),
        conditions=tuple((key, tuple(shares)) for key, shares in facts["conditions"].items()),
        cast=tuple(
            _cast_member(number, household["culture"], member)
            for number, household in enumerate(cast["household"])
            for member in household["members"]
        ),
    )


def person_chart(seed: int, person: Person, on: date) -> PersonChart:
    """What the chart of one of these people says, as it is taken over on a day."""
    return chart_of_person(charts(), seed, person, on)


@cache
def charts() -> ChartPool:
    """What charts are drawn from, as shipped, with the editions of the codes that are loaded."""
    facts = _read("charts")
    tobacco = facts["tobacco"]
    return ChartPool(
        conditions={
            key: Illness(told["code"], told["words"], tuple(told["takes"])) for key, told in facts["conditions"].items()
        },
        allergies=tuple(
            Drawn(
                told["words"],
                told["share"],
                details=tuple((key, told[key]) for key in ("reaction", "severity", "criticality", "category")),
            )
            for told in facts["allergies"]
        ),
        vaccines=tuple(Drawn(**told) for told in facts["vaccines"]),
        childhood=Childhood(
            until=facts["childhood"]["until"],
            share=facts["childhood"]["share"],
            within=facts["childhood"]["within"],
            shots=tuple((told["code"], told["words"], tuple(told["months"])) for told in facts["childhood"]["shots"]),
        ),
        tobacco=(
            ("Never smoked", tobacco["never"]),
            ("Former smoker", tobacco["former"]),
            ("Smokes every day", tobacco["daily"]),
        ),
        tobacco_from=tobacco["from_age"],
        none_attested=facts["none"]["attested"],
        edition=editions()[0].edition,
        vaccine_edition=VACCINE_EDITION,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def _names(text: str) -> tuple[tuple[str, str], ...]:
    """``Wei=伟, Jun=军`` as pairs of Latin and native script."""
    pairs = (name.partition("=") for name in _list(text))
    return tuple((latin, native) for latin, _, native in pairs)


def _pool(culture: str, values: dict[str, Any]) -> NamePool:
    return NamePool(
        culture=culture,
        weight=values["weight"],
        surname=values["surname"],
        language=values["language"],
        spoken=values["spoken"],
        races=tuple(values["races"]),
        ethnicity=values.get("ethnicity", ""),
        families=_names(values["families"]),
        women=_names(values["women"]),
        men=_names(values["men"]),
    )


def _cast_member(household: int, culture: str, values: dict[str, Any]) -> CastMember:
    return CastMember(
        key=values["key"],
        household=household,
        culture=culture,
        family=values["family"],
        given=values["given"],
        sex=values["sex"],
        born=values["born"],
        relation=Relation(values.get("relation", "self")),
        language=values["language"],
        payer=values.get("payer", ""),
        member_id=values.get("member_id", ""),
        conditions=tuple(values.get("conditions", ())),
        alert=values.get("alert", ""),
        speaks_for=values.get("speaks_for", ""),
    )
