"""The demo town's people: seeded families with addresses, telephones and insurance. Pure."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice.rehearsal.demo.names import POOLS, pool

STREETS = (
    "Mill Lane",
    "Ferry Street",
    "Orchard Road",
    "Willow Court",
    "Station Street",
    "Heron Way",
    "Old Bridge Road",
)


@dataclass(frozen=True, slots=True)
class Insurance:
    """A policy: payer key, member id, group, whether the patient holds it, and the copay in cents."""

    payer: str
    member_id: str
    group: str
    order: int
    copay: int


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up patient. ``head`` is the index of the family's head, whose policy covers children and spouses."""

    family: str
    given: str
    sex: str
    born: date
    language: str
    phone: str
    line1: str
    zip: str
    household: int
    head: int
    role: str
    insurance: tuple[Insurance, ...]
    alert: str = ""


def people(seed: int, count: int, today: date) -> list[Person]:
    """So many people in families; the same seed gives the same people. The named cast comes first."""
    luck = random.Random(f"people {seed}")
    found: list[Person] = []
    for household, (family, culture) in enumerate(_families(luck)):
        if len(found) >= count:
            break
        found += _family(luck, family, culture, household, len(found), today)
    return found[:count]


def _families(luck: random.Random) -> Iterator[tuple[str, str]]:
    yield from (
        ("Vale", "scandinavian"),
        ("Quist", "spanish"),
        ("Amaro", "spanish"),
        ("Nguyễn", "vietnamese"),
        ("Sato", "japanese"),
    )
    cultures = sorted(POOLS)
    while True:
        culture = luck.choice(cultures)
        yield luck.choice(pool(culture)[0]), culture


def _family(luck: random.Random, family: str, culture: str, household: int, start: int, today: date) -> list[Person]:
    """One to five people under one roof."""
    _, women, men, language = pool(culture)
    head_age = luck.choice((24, 31, 36, 42, 48, 55, 63, 68, 74, 81))
    roles = ["self"]
    if luck.random() < 0.6:
        roles.append("spouse")
    if head_age < 56:
        roles += ["child"] * luck.choice((0, 1, 1, 2, 3))
    phone = f"({luck.choice((217, 309, 618))}) 555-01{luck.randrange(100):02d}"
    line1 = f"{luck.randrange(1, 240)} {luck.choice(STREETS)}"
    policy = _policy(luck, head_age, start)
    made: list[Person] = []
    for role in roles:
        sex = luck.choice("FM")
        age = (
            head_age if role == "self" else head_age - luck.randrange(-3, 6) if role == "spouse" else luck.randrange(17)
        )
        born = today - timedelta(days=age * 365 + luck.randrange(1, 364))
        own = _own(luck, policy, age, start + len(made))
        given = luck.choice(women if sex == "F" else men)
        alert = "Prefers a chaperone" if luck.random() < 0.03 else "Latex allergy" if luck.random() < 0.03 else ""
        zip_code = luck.choice(("62799", "62798"))
        made.append(
            Person(family, given, sex, born, language, phone, line1, zip_code, household, start, role, own, alert)
        )
    return made


def _policy(luck: random.Random, age: int, number: int) -> tuple[Insurance, ...]:
    """A family's insurance by the head's age; one in twenty has none."""
    if luck.random() < 0.05:
        return ()
    if age >= 65:
        first = Insurance("meridian", f"MS{number:05d}X{luck.randrange(10)}", "", 1, 0)
        extra = Insurance("harbor", f"HM9{number:06d}", "MEDGAP", 2, 0)
        return (first, extra) if luck.random() < 0.5 else (first,)
    if luck.random() < 0.25:
        return (Insurance("sunfield", f"SF{number:07d}", "", 1, 0),)
    return (Insurance("harbor", f"HM7{number:06d}", luck.choice(("RIVER01", "MILL22", "FERRY9")), 1, 2500),)


def _own(luck: random.Random, policy: tuple[Insurance, ...], age: int, number: int) -> tuple[Insurance, ...]:
    """A family plan covers all under the head's number; federal and state plans insure each person by their own."""
    if not policy or policy[0].payer == "harbor":
        return policy
    if policy[0].payer == "sunfield":
        return (Insurance("sunfield", f"SF{number:07d}", "", 1, 0),)
    return (
        _policy(luck, age, number)
        if age < 65
        else (
            Insurance("meridian", f"MS{number:05d}X{number % 10}", "", 1, 0),
            *(Insurance("harbor", f"HM9{number:06d}", "MEDGAP", 2, 0) for _ in policy[1:]),
        )
    )
