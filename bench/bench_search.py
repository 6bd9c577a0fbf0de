"""Patient search at 1,000, 10,000 and 100,000 patients: milliseconds on the server, and how they grow.

Searches are what people type: three letters of a name, two parts of it, a birth date, a telephone number, its last
four digits, an MRN, a name with a slip of the finger. Each is asked three times and the least time counts, since others
may use the machine; the 95th of 100 searches must be quick at 100,000, and growth be flat.
"""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.rows import Row, at_most, percentile
from bench.worlds import add_patients, empty_world

if TYPE_CHECKING:
    from medoffice.rehearsal.population.types import Person

SIZES = (1_000, 10_000, 100_000)
SEARCHES, TIMES, SEED, TODAY = 100, 3, 20261124, date(2026, 11, 24)
BAR_MS = 100


def rows() -> Iterator[Row]:
    """For each size and kind: the median and the 95th of a hundred; at last the growth."""
    from medoffice.rehearsal.population.api import make_population

    people = make_population(1, SIZES[-1], TODAY).people
    medians: dict[str, list[float]] = {}
    with empty_world():
        done = 0
        for size in SIZES:
            add_patients(people[done:size], done + 1)
            done = size
            _analyze()
            for kind, typed in KINDS.items():
                spent, found = _spent(people[:size], typed)
                medians.setdefault(kind, []).append(percentile(spent, 0.5))
                yield Row(f"{size:,} patients, {kind}: median", round(percentile(spent, 0.5), 2), "ms")
                slow = round(percentile(spent, 0.95), 2)
                yield at_most(f"{size:,} patients, {kind}: 95 of 100", slow, "ms", BAR_MS)
                yield Row(f"{size:,} patients, {kind}: found somebody", found, "of 100")
    for kind, (few, *_, many) in medians.items():
        yield Row(f"growth of the median over {SIZES[-1] // SIZES[0]} times, {kind}", round(many / few, 1), "times")


def _spent(
    people: "tuple[Person, ...]", typed: "Callable[[Person, int, random.Random], str]"
) -> tuple[list[float], int]:
    """The milliseconds of each search, and how many of them found somebody."""
    from medoffice.records.patients.api import search
    from medoffice.security.types import PROGRAM

    chance, spent, found = random.Random(SEED), [], 0
    for _ in range(SEARCHES):
        number = chance.randrange(len(people))
        text, best = typed(people[number], number + 1, chance), float("inf")
        for _ in range(TIMES):
            began = time.perf_counter()
            hits = search(PROGRAM, text)
            best = min(best, time.perf_counter() - began)
        found += bool(hits)
        spent.append(best * 1000)
    return spent, found


def _name(person: "Person") -> str:
    from medoffice.records.patients.rules.names import tokens

    return max(tokens(person.family), key=len)


def _prefix(person: "Person", _number: int, _chance: random.Random) -> str:
    return _name(person)[:3]


def _both(person: "Person", _number: int, _chance: random.Random) -> str:
    return f"{_name(person)} {person.given[:3]}"


def _born(person: "Person", _number: int, chance: random.Random) -> str:
    return person.birth_date.strftime(chance.choice(["%m/%d/%Y", "%m-%d-%y", "%Y-%m-%d", "%m%d%Y"]))


def _phone(person: "Person", _number: int, _chance: random.Random) -> str:
    return person.phones[0].number if person.phones else person.family


def _last_four(person: "Person", _number: int, _chance: random.Random) -> str:
    return person.phones[0].number[-4:] if person.phones else person.family


def _mrn(_person: "Person", number: int, _chance: random.Random) -> str:
    return f"M-{number:05d}"


def _slip(person: "Person", _number: int, chance: random.Random) -> str:
    """Two neighbouring letters changed places; found by likeness."""
    name = _name(person)
    if len(name) < 5:
        return name
    place = chance.randrange(1, len(name) - 2)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


KINDS = {
    "three letters of a name": _prefix,
    "family and given name": _both,
    "birth date as typed": _born,
    "telephone": _phone,
    "last four of the telephone": _last_four,
    "MRN": _mrn,
    "name with a slip": _slip,
}


def _analyze() -> None:
    """Statistics as the server's own maintenance makes them; only the owner may ask for them."""
    from django.db import connection

    from medoffice.kernel.worlds import current

    with current.use(current.name(), current.OWNER), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
