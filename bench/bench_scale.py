"""How the office grows: searches and the busiest screens in worlds of 1,000, 10,000 and 100,000 patients.

``MEDOFFICE_BENCH_SIZES=10000:6,100000:6,1000000:1`` measures others: patients, and the months they have been coming.
Worlds are written in bulk once and kept (``worlds.py``). Each thing is asked for many times and the least of three
times counts, since others may use the machine; growth is the exponent b of ``time = a * patients ** b`` over the sizes.
"""

import math
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.plans import scans
from bench.planted import plant, recall
from bench.rows import Row, at_least, at_most, percentile
from bench.screens import browser
from bench.worlds import scale_world

if TYPE_CHECKING:
    from medoffice.rehearsal.population.types import Person

SIZES = "1000:2,10000:2,100000:2"
ASKED, TIMES, SEED, TODAY = 60, 3, 20261124, date(2026, 11, 24)
BAR_MS, FLAT, OF_TEN = 100, 0.1, 0.9
Ask = Callable[[int], object]


def rows() -> Iterator[Row]:
    """For each size and thing the median and the 95th of a hundred; plans and recall at the biggest; the growth."""
    sizes = [tuple(map(int, one.split(":"))) for one in os.environ.get("MEDOFFICE_BENCH_SIZES", SIZES).split(",")]
    medians: dict[str, list[float]] = {}
    for people, months in sizes:
        with scale_world(people, months, TODAY):
            for name, ask in {**_searches(people), **_screens(), **_claims()}.items():
                spent = _spent(ask)
                medians.setdefault(name, []).append(percentile(spent, 0.5))
                yield Row(f"{people:,} patients, {name}: median", round(percentile(spent, 0.5), 2), "ms")
                slow = round(percentile(spent, 0.95), 2)
                row = at_most if name in KINDS else Row
                yield row(f"{people:,} patients, {name}: 95 of 100", slow, "ms", *([BAR_MS] if name in KINDS else []))
            if (people, months) == sizes[-1]:
                yield at_most("searches whose plan scans a growing table", _scanning(_searches(people)), "plans", 0)
                yield at_most("claim screens whose plan scans a growing table", _scanning(_claims()), "plans", 0)
                yield from _recall()
    counts = [people for people, _ in sizes]
    for name, told in medians.items():
        if len(told) == len(counts) > 1:
            growth = round(exponent(counts, told), 3)
            yield (
                at_most(f"growth, {name}", growth, "exponent", FLAT)
                if name in KINDS
                else Row(f"growth, {name}", growth, "exponent")
            )


def exponent(counts: list[int], spent: list[float]) -> float:
    """The slope of the straight line through the logarithms: 0 is flat, 1 is in proportion."""
    points = [(math.log(count), math.log(one)) for count, one in zip(counts, spent, strict=True)]
    middle = tuple(sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    across = sum((x - middle[0]) ** 2 for x, _ in points)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / across


def _spent(ask: Ask) -> list[float]:
    """The milliseconds of each asking, the least of a few times."""
    spent = []
    for number in range(ASKED):
        best = float("inf")
        for _ in range(TIMES):
            began = time.perf_counter()
            ask(number)
            best = min(best, time.perf_counter() - began)
        spent.append(best * 1000)
    return spent


def _searches(people: int) -> dict[str, Ask]:
    """A search of each kind, for a person drawn by number."""
    from medoffice.records.patients.api import search
    from medoffice.security.types import PROGRAM

    return {
        kind: lambda number, texts=texts: search(PROGRAM, texts[number]) for kind, texts in typed_of(people).items()
    }


def typed_of(people: int) -> dict[str, list[str]]:
    """What is typed in a search of each kind."""
    found: dict[str, list[str]] = {}
    for kind, typed in KINDS.items():
        chance = random.Random(f"{SEED} {kind}")
        found[kind] = [typed(_person(number, people), number + 1, chance) for number in _drawn(people)]
    return found


def _drawn(people: int) -> list[int]:
    return [random.Random(f"{SEED} {number}").randrange(people) for number in range(ASKED)]


def _person(index: int, people: int) -> "Person":
    from medoffice.rehearsal.population.api import households

    if (people, index) not in _people:
        wanted = set(_drawn(people))
        for home in households(7, people, TODAY):
            _people.update({(people, one.index): one for one in home.people if one.index in wanted})
    return _people[people, index]


_people: "dict[tuple[int, int], Person]" = {}


def _screens() -> dict[str, Ask]:
    """The busiest screens over HTTP, and what stands behind booking and the accounts."""
    from django.db import transaction

    from medoffice.front_office.scheduling.api import book, find_free
    from medoffice.kernel import clock
    from medoffice.practice.api import providers
    from medoffice.records.patients.api import search
    from medoffice.revenue.billing.api import patient_balance
    from medoffice.security.types import PROGRAM

    lind, chen, now = browser("lind"), browser("chen"), clock.now()
    someone = [hit.id for text in ("ma", "jo", "an", "sa") for hit in search(PROGRAM, text)]
    who = providers()

    def free(number: int) -> object:
        return find_free("established", now, provider_id=who[number % len(who)].id, limit=3)

    def booked(number: int) -> None:
        slot = find_free("established", now, provider_id=who[number % len(who)].id, limit=1)[0]
        with transaction.atomic():
            book(
                actor=PROGRAM,
                patient_id=someone[number % len(someone)],
                provider_id=slot.provider_id,
                site_id=slot.site_id,
                starts=slot.starts,
                visit_type="established",
                reason="bench",
            )
            transaction.set_rollback(True)

    return {
        "open a patient": lambda number: lind.get(f"/patient/{someone[number % len(someone)]}/"),
        "the day's schedule": lambda _: lind.get("/scheduling/"),
        "find, as the palette does": lambda number: lind.post("/find/", {"q": ("ma", "jo", "an")[number % 3]}),
        "the work list": lambda _: chen.get("/work/"),
        "next three free times": free,
        "book the next free time (not committed)": booked,
        "a patient's balance": lambda number: patient_balance(someone[number % len(someone)]),
    }


def _claims() -> dict[str, Ask]:
    """The biller's lists, and what is opened from them."""
    from medoffice.revenue.claims.api import claims_in, remittances
    from medoffice.revenue.claims.types import ClaimState
    from medoffice.security.types import PROGRAM

    chen = browser("chen")
    claims = claims_in(PROGRAM, [ClaimState.PAID, ClaimState.DENIED], limit=ASKED)
    payments = remittances(limit=ASKED)
    lists: dict[str, Ask] = {
        "the claims board": lambda _: chen.get("/claims/"),
        "claims with the payer": lambda _: chen.get("/claims/?show=with the payer"),
        "claims decided": lambda _: chen.get("/claims/?show=decided"),
        "denials": lambda _: chen.get("/claims/?show=denied"),
        "remittances": lambda _: chen.get("/claims/remittances/"),
    }
    if not claims or not payments:  # a world without a past
        return lists
    return lists | {
        "a claim": lambda number: chen.get(f"/claims/{claims[number % len(claims)].id}/"),
        "a remittance": lambda number: chen.get(f"/claims/remittances/{payments[number % len(payments)].id}/"),
    }


def _scanning(asked: dict[str, Ask]) -> int:
    """How many of these read a whole growing table."""
    return sum(bool(scans(lambda ask=ask: ask(0))) for ask in asked.values())


def _recall() -> Iterator[Row]:
    """How many of the planted searches find whom they must."""
    found = recall(plant())
    asked, first, ten = (sum(one[place] for one in found.values()) for place in range(3))
    for kind, (count, at_one, at_ten) in found.items():
        yield Row(f"planted, {kind}: first, among ten", f"{at_one / count:.2f}, {at_ten / count:.2f}", f"of {count}")
    yield Row("planted, all: found first", round(first / asked, 3), f"of {asked}")
    yield at_least("planted, all: found among ten", round(ten / asked, 3), f"of {asked}", OF_TEN)


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
