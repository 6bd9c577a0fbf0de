"""What the chart of a made-up person says when they come to the office: pure, from the person and a seed.

Long-lasting illnesses are problems with what is usually taken for them; the rest is drawn. What is drawn for somebody
never moves when somebody else is added.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from medoffice.clinic.charting.types import ListKind, Told
from medoffice.rehearsal.population.types import Chance, ChartPool, Person, PersonChart
from medoffice.standards.cdsi.spans import after


def chart_of_person(pool: ChartPool, seed: int, person: Person, on: date) -> PersonChart:
    """The chart as it is taken over on the day somebody is registered."""
    chance = Chance(f"charts/{seed}/{person.index}")
    age = person.age_on(on)
    allergies = tuple(_allergies(pool, chance))
    attested = not allergies and chance.number("none", 100) < pool.none_attested
    entries = (
        *allergies,
        *_ill(pool, chance, person, on),
        *_vaccinated(pool, chance, age, on),
        *_childhood(pool, chance, person, on),
        *_tobacco(pool, chance, age),
    )
    return PersonChart(entries, (ListKind.ALLERGY,) if attested else ())


def _allergies(pool: ChartPool, chance: Chance) -> Iterator[tuple[ListKind, Told]]:
    for told in pool.allergies:
        if chance.number(f"allergy.{told.words}", 100) < told.share:
            yield ListKind.ALLERGY, Told(told.words, details=dict(told.details))


def _ill(pool: ChartPool, chance: Chance, person: Person, on: date) -> Iterator[tuple[ListKind, Told]]:
    """Each illness since some year, with what is taken for it since then; what two illnesses need is taken once."""
    taken: set[str] = set()
    for key in person.conditions:
        ill = pool.conditions[key]
        last = max(person.birth_date.year, on.year - 1)
        since = str(chance.between(f"since.{key}", max(person.birth_date.year, on.year - 15), last))
        coded = Told(ill.words, "ICD-10-CM", ill.code, pool.edition, began=since)
        yield ListKind.PROBLEM, coded
        if ill.takes and ill.takes[0] not in taken:
            drug, dose, route, frequency = ill.takes
            taken.add(drug)
            details = {"dose": dose, "route": route, "frequency": frequency, "reason": ill.words}
            yield ListKind.MEDICATION, Told(drug.capitalize(), began=since, details=details)


def _vaccinated(pool: ChartPool, chance: Chance, age: int, on: date) -> Iterator[tuple[ListKind, Told]]:
    for told in pool.vaccines:
        if age >= told.from_age and chance.number(f"vaccine.{told.code}", 100) < told.share:
            year = on.year - chance.between(f"vaccine.{told.code}.year", 1, min(told.years_ago, age - 1))
            yield (
                ListKind.IMMUNIZATION,
                Told(
                    told.words,
                    "CVX",
                    told.code,
                    pool.vaccine_edition,
                    status="completed",
                    began=str(year),
                    details={"record": "historical"},
                ),
            )


def _childhood(pool: ChartPool, chance: Chance, person: Person, on: date) -> Iterator[tuple[ListKind, Told]]:
    """What a child was given until the day, each dose some days after its age, some of them never."""
    young = pool.childhood
    if person.age_on(on) >= young.until:
        return
    for code, words, months in young.shots:
        for month in months:
            late = chance.between(f"shot.{code}.{month}.late", 0, young.within)
            given = after(person.birth_date, ((month, "month"), (late, "day")))
            if given < on and chance.number(f"shot.{code}.{month}", 100) < young.share:
                coded = Told(words, "CVX", code, pool.vaccine_edition, status="completed", began=given.isoformat())
                yield ListKind.IMMUNIZATION, replace(coded, details={"record": "historical"})


def _tobacco(pool: ChartPool, chance: Chance, age: int) -> Iterator[tuple[ListKind, Told]]:
    if age < pool.tobacco_from:
        return
    drawn = chance.number("tobacco", 100)
    for words, share in pool.tobacco:
        if drawn < share:
            yield ListKind.SOCIAL, Told(words, status="final", details={"topic": "tobacco"})
            return
        drawn -= share
