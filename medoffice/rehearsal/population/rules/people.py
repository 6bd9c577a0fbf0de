"""Making the town: household after household, each from its own chances, the named cast first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from medoffice.rehearsal.population.rules.insurance import Insured, insure
from medoffice.rehearsal.population.rules.naming import Bearer, Name, family_names, mail_name
from medoffice.rehearsal.population.types import (
    CastMember,
    Chance,
    Coverage,
    HomeAddress,
    Household,
    NamePool,
    Permission,
    Person,
    Phone,
    Population,
    Relation,
    Town,
)

AREA_CODES = (217, 224, 309, 312, 331, 447, 464, 618, 630, 708, 730, 773, 779, 815, 847, 872)
NUMBERS = len(AREA_CODES) * 100  # 555-0100 to 555-0199 in each
KINDS = (("single", 26), ("couple", 16), ("family", 26), ("one parent", 8), ("generations", 5), ("elders", 17))
NEWCOMERS = 0.07
NEW_DAYS = (-28, 6)  # newcomers have their first visit in this window around today
ZIPS = ("62799", "62798")


@dataclass(frozen=True, slots=True)
class _Member:
    """One person of a household before names and insurance."""

    relation: Relation
    sex: str
    born: date
    fixed: CastMember | None = None


def people_of(town: Town, seed: int, people: int, today: date) -> Population:
    """So many people; households are whole but for the last. ValueError if there is no place for the cast."""
    made: list[Person] = []
    coverages: list[Coverage] = []
    permissions: list[Permission] = []
    for home in households_of(town, seed, people, today):
        made += home.people
        coverages += home.coverages
        permissions += home.permissions
    return Population(seed, today, tuple(made), tuple(coverages), tuple(permissions))


def households_of(town: Town, seed: int, people: int, today: date) -> Iterator[Household]:
    """The households of so many people one after the other, whole but for the last; ValueError as ``people_of``."""
    if people < len(town.cast):
        raise ValueError(f"the named cast alone are {len(town.cast)} people; asked for {people}")
    start = number = 0
    while start < people:
        home = household_of(town, seed, number, start, today, people - start)
        yield home
        start += len(home.people)
        number += 1


def household_of(town: Town, seed: int, number: int, start: int, today: date, most: int) -> Household:
    """One household by its number and its head's index, at ``most`` so many people of it. The cast's come first."""
    own = Chance(f"population {seed}").at(f"home {number}")
    pool, members = _household(town, number, own, today)
    members = members[:most]
    home = _Home(town, pool, number, start, own, today)
    people = home.people(members)
    return Household(number, start, tuple(people), tuple(home.coverages(members)), _permissions(town, people))


def _household(town: Town, number: int, own: Chance, today: date) -> tuple[NamePool, list[_Member]]:
    """The names and members of a household: of the cast, or by its own chances."""
    cast = [member for member in town.cast if member.household == number]
    if cast:
        pool = next(pool for pool in town.pools if pool.culture == cast[0].culture)
        return pool, [_Member(one.relation, one.sex, one.born, one) for one in cast]
    return own.weighted("culture", [(pool, pool.weight) for pool in town.pools]), _members(own, today)


def _members(chance: Chance, today: date) -> list[_Member]:
    """Who lives under one roof: head first, then spouse, children, a parent of the head."""
    kind = chance.weighted("kind", KINDS)
    low, high = {"elders": (65, 92), "single": (19, 88), "couple": (22, 80)}.get(kind, (24, 50))
    age = chance.between("age", low, high)
    sex = "F" if kind == "one parent" and chance.happens("mother", 0.75) else chance.pick("sex", "FM")
    members = [_Member(Relation.SELF, sex, _born(chance, "head", age, today))]
    if kind in ("couple", "family", "generations") or (kind == "elders" and chance.happens("pair", 0.6)):
        other = "M" if sex == "F" else "F"
        same = chance.happens("same sex", 0.04)
        spouse_age = max(19, age + chance.between("years apart", -5, 4))
        members.append(_Member(Relation.SPOUSE, sex if same else other, _born(chance, "spouse", spouse_age, today)))
    if kind in ("family", "one parent", "generations"):
        oldest = min(age - 19, 17)
        for child in range(chance.weighted("children", ((1, 35), (2, 40), (3, 18), (4, 7)))):
            own = chance.at(f"child {child}")
            members.append(
                _Member(Relation.CHILD, own.pick("sex", "FM"), _born(own, "", own.number("age", oldest + 1), today))
            )
    if kind == "generations":
        elder = min(96, age + chance.between("generation", 21, 36))
        members.append(_Member(Relation.PARENT, chance.pick("elder", "FFM"), _born(chance, "elder", elder, today)))
    return members


def _born(chance: Chance, who: str, age: int, today: date) -> date:
    """A birth date that makes somebody so old today."""
    latest = date(today.year - age, today.month, min(today.day, 28))
    return latest - timedelta(days=chance.number(f"birthday {who}", 364))


@dataclass(frozen=True, slots=True)
class _Home:
    """A household being made: its culture, number, first index and chances."""

    town: Town
    pool: NamePool
    number: int
    start: int
    chance: Chance
    today: date

    def people(self, members: list[_Member]) -> list[Person]:
        """The people of the household, finished but for insurance."""
        bearers = [Bearer(one.sex, one.relation, _age(one.born, self.today)) for one in members]
        first = members[0].fixed
        names = family_names(self.town, self.pool, bearers, self.chance, (first.family, "") if first else ("", ""))
        address, shared = self._address(), self._phone(0)
        wants_own = self.pool.language != "en" and self.chance.happens("language", self.pool.spoken)
        language = self.pool.language if wants_own else "en"
        made = [self._person(place, member, names[place], language) for place, member in enumerate(members)]
        ring = shared or made[0].phones  # who has no telephone is reached at the head's
        return [replace(one, address=address, phones=(*one.phones, *shared) or ring) for one in made]

    def coverages(self, members: list[_Member]) -> list[Coverage]:
        """How the household is insured."""
        insured = [
            Insured(
                self.start + place,
                one.relation,
                one.born,
                _age(one.born, self.today),
                one.fixed.payer if one.fixed else "",
                one.fixed.member_id if one.fixed else "",
            )
            for place, one in enumerate(members)
        ]
        return insure(self.number, insured, self.town.groups, self.chance.at("insurance"), self.today)

    def _person(self, place: int, member: _Member, name: Name, language: str) -> Person:
        index, age, fixed = self.start + place, _age(member.born, self.today), member.fixed
        chance = self.chance.at(f"person {place}")
        if fixed:
            name, language = Name(fixed.family, fixed.given), fixed.language
        stated = not chance.happens("race not stated", 0.18)
        return Person(
            index=index,
            key=fixed.key if fixed else "",
            family=name.family,
            given=name.given,
            middle=name.middle,
            suffix=name.suffix,
            preferred=name.preferred,
            native=name.native,
            pronouns=_pronouns(chance, member.sex, age, named=bool(fixed)),
            sex=member.sex,
            birth_date=member.born,
            language=language,
            interpreter=language != "en" and (bool(fixed) or chance.happens("interpreter", 0.7)),
            phones=self._phone(place + 1) if age >= 15 else (),
            email=self._email(chance, name, index, age),
            address=HomeAddress("", "", "", "", ""),
            race=self.chance.pick("race", self.pool.races) if stated else None,
            ethnicity=(self.pool.ethnicity or "Not Hispanic or Latino") if stated else None,
            household_id=self.number,
            relation_to_head=member.relation,
            guarantor=self.start if age < 18 else index,
            conditions=fixed.conditions if fixed else self._conditions(chance, age),
            first_visit=None if fixed else _first_visit(chance, member.born, self.today),
            alert=fixed.alert
            if fixed
            else chance.pick("alert", self.town.alerts)
            if chance.happens("alert?", 0.05)
            else "",
        )

    def _address(self) -> HomeAddress:
        chance = self.chance.at("address")
        flat = f"Apt {chance.between('flat', 1, 24)}" if chance.happens("flat?", 0.3) else ""
        line1 = f"{chance.between('house', 2, 2399)} {chance.pick('street', self.town.streets)}"
        return HomeAddress(line1, flat, "Riverbend", "IL", chance.pick("zip", ZIPS))

    def _phone(self, place: int) -> tuple[Phone, ...]:
        """Place 0 is the telephone at home, others are mobiles; numbers come around only after all were given."""
        if place == 0 and not self.chance.happens("telephone at home", 0.45):
            return ()
        slot = ((self.start + self.number + place) * 701 + 77) % NUMBERS
        code, line = AREA_CODES[slot % len(AREA_CODES)], slot // len(AREA_CODES)
        return (Phone("mobile" if place else "home", f"({code}) 555-01{line:02d}"),)

    def _email(self, chance: Chance, name: Name, index: int, age: int) -> str:
        if age < 16 or chance.happens("no email", 0.4 if age > 75 else 0.12):
            return ""
        return f"{mail_name(name, index)}@example.{chance.pick('domain', ('org', 'com'))}"

    def _conditions(self, chance: Chance, age: int) -> tuple[str, ...]:
        band = 0 if age < 18 else 1 if age < 40 else 2 if age < 65 else 3
        found = [key for key, shares in self.town.conditions if chance.happens(key, shares[band] / 100)]
        if age < 4 and "asthma" in found:
            found.remove("asthma")
        return tuple(found)


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _pronouns(chance: Chance, sex: str, age: int, *, named: bool) -> str:
    if age >= 12 and not named and chance.happens("they", 0.012):
        return "they/them"
    return "she/her" if sex == "F" else "he/him"


def _first_visit(chance: Chance, born: date, today: date) -> date | None:
    """Newcomers are first seen on a weekday around today; nobody before birth."""
    if not chance.happens("newcomer", NEWCOMERS):
        return None
    day = max(today + timedelta(days=chance.between("first visit", *NEW_DAYS)), born + timedelta(days=3))
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def _permissions(town: Town, people: list[Person]) -> tuple[Permission, ...]:
    """Who may speak for the people of a household: their parents; for the cast, whom the cast says (index = place)."""
    places = {member.key: place for place, member in enumerate(town.cast)}
    found = [
        Permission(places[member.speaks_for], places[member.key], "son" if member.sex == "M" else "daughter")
        for member in town.cast
        if member.speaks_for and any(person.key == member.speaks_for for person in people)
    ]
    for person in people:
        if person.guarantor != person.index:
            words = "mother" if people[0].sex == "F" else "father"
            found.append(Permission(person.index, person.guarantor, words))
    return tuple(found)
