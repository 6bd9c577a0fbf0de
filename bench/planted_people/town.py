"""The true people: households with their names, addresses and telephones, and those among them who look alike."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bench.planted_people.chances import common, words
from bench.planted_people.types import Pair, Record, Resident, pair
from medoffice.rehearsal.population.api import households
from medoffice.rehearsal.population.queries import town
from medoffice.rehearsal.population.types import Chance, Household, Person, Relation

TODAY = date(2026, 6, 1)
LATELY = 2000  # born from this year on: named as children are named now
AREA_CODES = (217, 224, 309, 312, 331, 447, 618, 630, 708, 730, 773, 779, 815, 847, 872)
LINES = len(AREA_CODES) * 10_000
NAMESAKES, NEAR_NAMESAKES = 0.01, 0.006  # of the people, beside those whom chance makes
NOBODIES = 0.001


def residents(seed: int, count: int) -> tuple[list[Resident], dict[Pair, str]]:
    """So many true people by number, and the pairs made to look alike. ValueError if there are too few for a town."""
    chance = Chance(f"planted people {seed}")
    people: list[Resident] = []
    apart: dict[Pair, str] = {}
    for home in households(seed, count, TODAY):
        own = chance.at(home.number)
        members = _siblings(home, _namesakes(_named(home, own), own), own)
        people += [
            Resident(record, home.number, nobody=own.happens(f"nobody {record.id}", NOBODIES))
            for record in _reached(home, members, own)
        ]
        apart.update(_alike_at_home(members))
    taken = {number for two in apart for number in two}
    return people, apart | _strangers(people, taken, chance.at("strangers"))


def address(chance: Chance) -> dict[str, Any]:
    """A home of its own, as the fields of a record."""
    city, _, zip_code = chance.pick("town", words("towns")).partition("=")
    flat = f"Apt {chance.between('flat', 1, 24)}" if chance.happens("flat?", 0.3) else ""
    line1 = f"{chance.between('house', 2, 2399)} {chance.pick('street', town().streets)}"
    return {"line1": line1, "line2": flat, "city": city, "state": "IL", "zip": zip_code}


def telephone(slot: int) -> str:
    """The number of a slot, another for each until all were given; 555 is the exchange of nobody, 0100 a stand-in."""
    place = (slot * 7919 + 1311) % LINES
    line = place // len(AREA_CODES)
    return f"({AREA_CODES[place % len(AREA_CODES)]}) 555-{line if line != 100 else 101:04d}"


def _named(home: Household, chance: Chance) -> list[tuple[Person, Record]]:
    """The people of a household; names of English-speaking ones are drawn as common as they are in the country."""
    head = home.people[0]
    plain = head.language == "en" and not head.native and not head.key and chance.happens("plain", 0.65)
    surname = _surname(chance) if plain else ""
    made = []
    for place, person in enumerate(home.people):
        own = chance.at(place)
        shares = bool(surname) and person.family == head.family
        given = _given(own, person) if shares and not person.suffix else person.given
        made.append((person, _record(home, person, own, surname if shares else person.family, given)))
    return made


def _record(home: Household, person: Person, chance: Chance, family: str, given: str) -> Record:
    drawn = common(chance, "middle", "women" if person.sex == "F" else "men")
    middle = (person.middle or drawn) if given and drawn != given else ""
    ids = tuple(cover.member_id for cover in home.coverages if cover.person == person.index and cover.member_id)
    return Record(
        id=person.index,
        given=given,
        middle=middle if chance.happens("middle?", 0.8) else "",
        family=family,
        suffix=person.suffix,
        born=person.birth_date,
        sex=person.sex,
        phones=(),
        email="",
        line1="",
        line2="",
        city="",
        state="",
        zip="",
        member_ids=ids,
        ssn4=f"{chance.number('ssn4', 10_000):04d}",
    )


def _surname(chance: Chance) -> str:
    if chance.happens("common", 0.45):
        return common(chance, "surname", "families")
    return chance.pick("front", words("fronts")) + chance.pick("back", words("backs"))


def _given(chance: Chance, person: Person) -> str:
    lately = person.birth_date.year >= LATELY
    names = ("girls" if lately else "women") if person.sex == "F" else "boys" if lately else "men"
    return common(chance, "given", names)


def _namesakes(members: list[tuple[Person, Record]], chance: Chance) -> list[tuple[Person, Record]]:
    """One in twelve families with a son, and one in forty with a daughter, names the child as the parent."""
    parent, child = members[0], next((one for one in members[1:] if one[0].relation_to_head is Relation.CHILD), None)
    if child is None or child[0].sex != parent[0].sex or not parent[1].given:
        return members
    if not chance.happens("named as the parent", 0.08 if child[0].sex == "M" else 0.025):
        return members
    old, new = ("Sr.", "Jr.") if child[0].sex == "M" and chance.happens("suffixes", 0.6) else ("", "")
    junior = replace(child[1], given=parent[1].given, middle=parent[1].middle, family=parent[1].family, suffix=new)
    senior = replace(parent[1], suffix=old)
    return [(who, {parent[1].id: senior, child[1].id: junior}.get(record.id, record)) for who, record in members]


def _siblings(home: Household, members: list[tuple[Person, Record]], chance: Chance) -> list[Record]:
    """Twins: one in fifteen pairs of siblings has one birth date; some of them are named almost alike."""
    records = [record for _, record in members]
    places = [place for place, one in enumerate(home.people) if one.relation_to_head is Relation.CHILD]
    if len(places) < 2 or not chance.happens("twins", 1 / 15):
        return records
    one, other = records[places[0]], records[places[1]]
    twin = replace(other, born=one.born)
    if chance.happens("alike", 0.3) and one.sex == other.sex and len(one.given) > 3:
        twin = replace(twin, given=chance.pick("letter", "BJKLMT") + one.given[1:])
    if twin.given != one.given:
        records[places[1]] = twin
    return records


def _reached(home: Household, members: list[Record], chance: Chance) -> Iterator[Record]:
    """The members with address, telephones and mail; some elders live in a home of many, children ring there."""
    where, shared = address(chance), (telephone(home.number * 12),) if chance.happens("at home", 0.45) else ()
    if len(members) == 1 and _age(members[0]) >= 75 and chance.happens("care home", 0.15):
        place = chance.number("which", len(words("care_homes")))
        where |= {"line1": words("care_homes")[place], "line2": ""}
        shared = (telephone(LINES - 1 - place),)
    heads = shared or (telephone(home.number * 12 + 1),)
    mail = ""
    for place, record in enumerate(members):
        own = chance.at(f"reached {place}")
        used_before = own.happens("number used before", 0.015) and home.number > 900
        slot = (home.number - 900 if used_before else home.number) * 12 + 1 + min(place, 10)
        mobile = (telephone(slot),) if _age(record) >= 15 and (place == 0 or own.happens("mobile", 0.9)) else ()
        borrows = bool(mail) and own.happens("shared mail", 0.5 if _age(record) < 16 else 0.08)
        written = mail if borrows else _mail(own, record) if _age(record) >= 14 else ""
        mail = mail or written
        yield replace(record, phones=(*mobile, *shared) or heads, email=written, **where)


def _mail(chance: Chance, record: Record) -> str:
    if chance.happens("no mail", 0.4 if _age(record) > 75 else 0.15):
        return ""
    name = "".join(
        letter for letter in f"{record.given[:1]}{record.family}".lower() if letter.isascii() and letter.isalpha()
    )
    return f"{name or 'mail'}{record.id}@example.{chance.pick('domain', ('org', 'com', 'net'))}"


def _alike_at_home(members: list[Record]) -> dict[Pair, str]:
    found = {}
    for place, one in enumerate(members):
        for other in members[place + 1 :]:
            if one.born == other.born:
                found[pair(one.id, other.id)] = "twins"
            elif one.given and (one.given, one.family) == (other.given, other.family):
                found[pair(one.id, other.id)] = "parent and child of one name"
    return found


def _strangers(people: list[Resident], taken: set[int], chance: Chance) -> dict[Pair, str]:
    """Makes some people bear the name and birth date (or nearly) of others who live elsewhere; each only once."""
    found = {}
    wanted = (("same name and birth date", NAMESAKES), ("same name, birth date near", NEAR_NAMESAKES))
    for why, share in wanted:
        for number in range(round(len(people) * share)):
            own = chance.at(f"{why} {number}")
            one, other = (people[own.number(label, len(people))] for label in ("one", "other"))
            if taken & {one.record.id, other.record.id} or not _could_be(one, other):
                continue
            assert one.record.born is not None
            born = one.record.born + timedelta(days=own.between("days", 1, 9) if share == NEAR_NAMESAKES else 0)
            twin = replace(other.record, given=one.record.given, family=one.record.family, born=born, suffix="")
            twin = replace(twin, email=_mail(own, twin))
            people[other.record.id] = replace(other, record=twin)
            found[pair(one.record.id, other.record.id)] = why
            taken |= {one.record.id, other.record.id}
    return found


def _could_be(one: Resident, other: Resident) -> bool:
    """Whether the second may be made the namesake of the first: another household, same sex, both of age."""
    grown = min(_age(one.record), _age(other.record)) >= 20
    return grown and one.home != other.home and one.record.sex == other.record.sex and not (one.nobody or other.nobody)


def _age(record: Record) -> int:
    assert record.born is not None
    return TODAY.year - record.born.year - ((TODAY.month, TODAY.day) < (record.born.month, record.born.day))
