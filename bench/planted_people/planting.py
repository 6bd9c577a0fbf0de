"""Putting a file of records together: everybody once, some a second or third time, in an order that tells nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from bench.planted_people.slips import plain, slip
from bench.planted_people.town import residents
from bench.planted_people.types import Pair, Planted, Record, Resident, pair
from bench.planted_people.writing import IN_HASTE, nobody, written
from medoffice.rehearsal.population.types import Chance

SLIPS = ((0, 8), (1, 42), (2, 32), (3, 13), (4, 5))  # how many things go wrong in a second registration
THIRD = 0.03  # of those registered twice, so many have a third record
ENOUGH = 5
BABY = "baby without a name"


@dataclass(frozen=True, slots=True)
class _Typed:
    """A record somebody typed: of whom, the truth behind it, and what is wrong or missing."""

    person: int
    home: int
    meant: Record
    record: Record
    wrong: frozenset[str]


def plant(seed: int, people: int = 100_000, again: int = 5_000) -> Planted:
    """So many people, and so many records of people who have one already; the same for the same seed for ever.

    A second record is only planted where a person who sees both could tell (``_could_be_known``).
    ValueError if there are fewer people than the made-up town needs, or more second records than people.
    """
    if again > people:
        raise ValueError(f"{again} second records of {people} people are too many")
    everybody, apart = residents(seed, people)
    chance = Chance(f"planted records {seed}")
    twins = {number for two, why in apart.items() if why == "twins" for number in two}
    first = {one.record.id: _first(one, chance.at(one.record.id)) for one in everybody}
    typed = [*first.values(), *_again(everybody, first, again, twins, chance)]
    return _filed(typed, apart, chance)


def _first(one: Resident, chance: Chance) -> _Typed:
    if one.nobody:
        record, wrong = nobody(one.record, chance), frozenset({"nobody"})
    else:
        record, wrong = written(one.record, chance.at("first"))
    return _Typed(one.record.id, one.home, one.record, record, wrong)


def _again(
    everybody: list[Resident], first: dict[int, _Typed], again: int, twins: set[int], chance: Chance
) -> Iterator[_Typed]:
    """Second records until there are enough; and a third of some of the people."""
    left = again
    for one in chance.shuffled("who", everybody):
        if left <= 0:
            return
        own = chance.at(f"again {one.record.id}")
        for number in range(2 if own.happens("third", THIRD) and left > 1 else 1):
            made = None if one.nobody else _second(one, first[one.record.id], own.at(number))
            if made is not None and not (BABY in made.wrong and one.record.id in twins):
                left -= 1
                yield made


def _second(one: Resident, first: _Typed, chance: Chance) -> _Typed | None:
    """A second record that could be known as the same person's; None if ten tries give none."""
    for attempt in range(10):
        own = chance.at(attempt)
        meant, slips = slip(one.record, own.weighted("slips", SLIPS), own)
        record, gone = written(meant, own.at("written"), IN_HASTE)
        if _could_be_known(first.record, record, slips):
            return _Typed(first.person, first.home, meant, record, slips | gone)
    return None


def _could_be_known(one: Record, other: Record, slips: frozenset[str]) -> bool:
    """Whether enough is left: two points for what agrees, one for what only has a slip, five in all.

    Address, telephone and member id are a family's, so together they are no more than one of them.
    """
    stood_in = BABY in slips or "Unk" in other.given or other.given in ("X", "Patient")
    dates = {"day and month swapped", "a digit of the year wrong", "the day wrong"} & slips
    real = one.born is not None and other.born is not None and min(one.born.year, other.born.year) > 1901
    points = 0 if stood_in else 2 if _same(one.given, other.given) else 1
    points += 2 if _same(one.family, other.family) else 0 if "maiden or married name" in slips else 1
    points += 0 if not real else 2 if one.born == other.born else 1 if dates else 0
    points += 2 * bool(
        _digits(one) & _digits(other) or _place(one) & _place(other) or set(one.member_ids) & set(other.member_ids)
    )
    points += 2 * (_same(one.email, other.email)) + 2 * (_same(one.ssn4, other.ssn4))
    return points >= ENOUGH


def _same(one: str, other: str) -> bool:
    return bool(one) and plain(one).casefold() == plain(other).casefold()


def _digits(record: Record) -> set[str]:
    return {"".join(letter for letter in phone if letter.isdigit())[-7:] for phone in record.phones}


def _place(record: Record) -> set[str]:
    number, _, street = record.line1.casefold().partition(" ")
    return {f"{number} {street.split()[0]}"} if street else set()


def _filed(typed: list[_Typed], apart: dict[Pair, str], chance: Chance) -> Planted:
    """The records in an order by chance, numbered in that order, with the truth in these numbers."""
    order = chance.shuffled("order", typed)
    records = tuple(replace(one.record, id=number) for number, one in enumerate(order, start=1))
    of: dict[int, list[int]] = {}
    for number, one in enumerate(order, start=1):
        of.setdefault(one.person, []).append(number)
    same = {
        pair(low, high): order[low - 1].wrong | order[high - 1].wrong
        for numbers in of.values()
        for low, high in combinations(numbers, 2)
    }
    different = {pair(low, high): why for (one, other), why in apart.items() for low in of[one] for high in of[other]}
    homes = {number: one.home for number, one in enumerate(order, start=1) if "nobody" not in one.wrong}
    return Planted(records, same, different, homes)
