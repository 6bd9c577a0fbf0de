"""Learns how often fields agree of one person, of two of one home, and of strangers; run by a maintainer.

Usage: ``python -m tools.learn_likelihoods [PEOPLE] [DATE]``. People of the made-up town are registered, some of them
twice with the slips and changes of real desks (``_again``). The chances of strangers are counted over random pairs. The
others are learned by expectation and maximisation over the pairs that share a key: who is whom is not looked at. The
shares of slips are round guesses, not a study: ``source`` says so.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import exp, log
from uuid import UUID

from medoffice.practice.types import Address
from medoffice.records.patients.queries.likelihoods import DATA, short_names
from medoffice.records.patients.rules.blocking import KINDS, pairs_within
from medoffice.records.patients.rules.comparing import FIELDS, WORDS, Levels, compare, hopeless
from medoffice.records.patients.rules.identity import identity_of
from medoffice.records.patients.types import Identity, PatientName
from medoffice.rehearsal.population.api import make_population
from medoffice.rehearsal.population.types import Person

TODAY = date(2026, 11, 24)
TWICE, ONE_MAIL = 0.08, 0.25  # of people; of homes
SOURCE = (
    "EM over pairs of {people} made-up people with made-up slips (tools/learn_likelihoods.py); source: unverified, no"
    " study of real registrations is at hand"
)
# With how many others of the office a person makes such a pair: round guesses of ours.
OTHERS = {"one": 0.05, "home": 3.0, "twins": 0.03, "namesakes": 0.02}
Chances = dict[str, list[float]]


def main(people: int, learned: str) -> None:
    """Write ``likelihoods.json``."""
    chance = random.Random(20261126)
    known = list(_registered(people, chance))
    short = short_names()
    strangers = _counted(_met(known, short, chance) for _ in range(40 * people))
    blocked = Counter(tuple(levels[field] for field in FIELDS) for levels in _blocked(known, short))
    classes = _learn(blocked, strangers) | {"strangers": strangers}
    told = {
        "learned": learned,
        "source": SOURCE.format(people=f"{people:,}"),
        "likely": 0.5,
        "others": OTHERS,
        "classes": {name: _rounded(chances) for name, chances in classes.items()},
    }
    (DATA / "likelihoods.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _registered(people: int, chance: random.Random) -> Iterator[Identity]:
    """Everybody once, some twice; of namesakes in one home only the first."""
    population = make_population(77, people, TODAY)
    numbers: dict[int, list[str]] = {}
    for coverage in population.coverages:
        numbers.setdefault(coverage.person, []).append(coverage.member_id)
    homes: set[tuple[int, str, str]] = set()
    mails = {who.household_id: who.email for who in population.people if who.email and chance.random() < ONE_MAIL}
    for person in population.people:
        who = replace(person, email=mails.get(person.household_id, person.email))
        if (who.household_id, who.family, who.given) in homes:
            continue
        homes.add((who.household_id, who.family, who.given))
        mine = numbers.get(who.index, [])
        yield _identity(who, mine)
        if chance.random() < TWICE:
            yield _identity(*_again(who, mine, chance))


def _identity(who: Person, numbers: list[str]) -> Identity:
    name = PatientName(who.family, who.given, who.middle, who.suffix, who.preferred)
    home = Address(who.address.line1, who.address.city, who.address.state, who.address.zip, who.address.line2)
    phone = who.phones[0].number if who.phones else ""
    return identity_of(UUID(int=who.index), name, who.sex, who.birth_date, phone, who.email, home, numbers)


def _again(who: Person, numbers: list[str], chance: random.Random) -> tuple[Person, list[str]]:
    """The same person at another desk, years later: what has changed, what was mistyped, what was not asked."""

    def now(share: float) -> bool:
        return chance.random() < share

    changes: list[tuple[float, Callable[[Person], Person]]] = [
        (0.10, lambda p: replace(p, given=_slip(p.given, chance))),
        (0.08, lambda p: replace(p, family=_slip(p.family, chance))),
        (0.08, lambda p: replace(p, given=p.preferred or p.given[:3] or p.given)),
        (0.02, lambda p: replace(p, given=p.family, family=p.given) if p.given else p),
        (0.25, lambda p: replace(p, middle=p.middle[:1])),
        (0.30, lambda p: replace(p, middle="")),
        (0.30, lambda p: replace(p, suffix="")),
        (0.10, lambda p: replace(p, family=chance.choice(_FAMILIES)) if p.sex == "F" else p),
        (0.04, lambda p: replace(p, family=f"{p.family}-{chance.choice(_FAMILIES)}")),
        (0.04, lambda p: replace(p, birth_date=_slip_of_date(p.birth_date, chance))),
        (0.02, lambda p: replace(p, birth_date=_turned(p.birth_date)) if p.birth_date.day < 13 else p),
        (0.01, lambda p: replace(p, birth_date=date(1900, 1, 1))),
        (0.01, lambda p: replace(p, sex="F" if p.sex == "M" else "M")),
        (0.30, lambda p: replace(p, address=replace(p.address, line1=f"{chance.randint(1, 999)} Elm Street"))),
        (0.10, lambda p: replace(p, address=replace(p.address, zip=f"62{chance.randint(700, 799)}"))),
        (0.03, lambda p: replace(p, address=replace(p.address, line1="", zip=""))),
        (0.30, lambda p: _called_at(p, f"(217) 555-{chance.randint(0, 9999):04d}")),
        (0.04, lambda p: _called_at(p, _slip_of_digits(p.phones[0].number, chance)) if p.phones else p),
        (0.08, lambda p: replace(p, phones=())),
        (0.40, lambda p: replace(p, email="")),
        (0.15, lambda p: replace(p, email=f"{_mail_name(p.given)}{chance.randint(1, 999)}@example.com")),
    ]
    for share, change in changes:
        who = change(who) if now(share) else who
    numbers = [] if now(0.3) else [_slip_of_digits(n, chance) if now(0.04) else n for n in numbers]
    return who, [f"HM{chance.randint(0, 9999999):07d}"] if numbers and now(0.15) else numbers


_FAMILIES = ("Walsh", "Okafor", "Lindqvist", "Marsh", "Petrov", "Castillo", "Tran", "Bauer", "Haddad", "Doyle")


def _mail_name(name: str) -> str:
    return name.lower().replace(" ", ".") or "someone"


def _called_at(who: Person, number: str) -> Person:
    return replace(who, phones=tuple(replace(phone, number=number) for phone in who.phones[:1]))


def _slip(word: str, chance: random.Random) -> str:
    """A letter left out, doubled, changed, or two neighbours changed."""
    if len(word) < 3:
        return word
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + chance.choice("aeinorst") + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _slip_of_digits(text: str, chance: random.Random) -> str:
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    at = chance.choice(places) if places else 0
    return text[:at] + str(chance.randrange(10)) + text[at + 1 :]


def _slip_of_date(born: date, chance: random.Random) -> date:
    shift = chance.choice([timedelta(days=1), timedelta(days=10), timedelta(days=-1)])
    return born + shift if chance.random() < 0.5 else _dated(born.year - chance.choice([1, 10]), born.month, born.day)


def _turned(born: date) -> date:
    return _dated(born.year, born.day, born.month)


def _dated(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month if month <= 12 else 12, min(day, 28))


def _blocked(people: list[Identity], short: dict[str, frozenset[int]]) -> Iterator[Levels]:
    """The pairs that share a key, each once."""
    seen: set[tuple[int, int]] = set()
    for keys_of in KINDS.values():
        groups: dict[str, list[int]] = {}
        for place, who in enumerate(people):
            for key in keys_of(who):
                groups.setdefault(key, []).append(place)
        for pair in pairs_within(groups.values()):
            if pair not in seen and not hopeless(people[pair[0]], people[pair[1]]):
                seen.add(pair)
                yield compare(people[pair[0]], people[pair[1]], short)


def _met(people: list[Identity], short: dict[str, frozenset[int]], chance: random.Random) -> Levels:
    """Two of these by chance."""
    one, other = chance.sample(people, 2)
    return compare(one, other, short)


def _counted(seen: Iterator[Levels]) -> Chances:
    """How often each level is seen, no level never."""
    found: Chances = {field: [0.5 for _ in words] for field, words in WORDS.items()}
    for levels in seen:
        for field in FIELDS:
            level = levels[field]
            if level is not None:
                found[field][level] += 1
    return {field: [count / sum(counts) for count in counts] for field, counts in found.items()}


def _learn(pairs: Counter[tuple[int | None, ...]], strangers: Chances) -> dict[str, Chances]:
    """The chances of one person and of those of one home, beside those of strangers who happen to share a key.

    The first guess: one person agrees in nearly all; a home in what it shares, and hardly in name, birth date or mail;
    strangers in what brought them together and in nothing else. Twins are a home with one person's birth date,
    namesakes one with one person's name: they are too few to be learned by themselves.
    """
    one = {field: _first(len(words), top=0.98) for field, words in WORDS.items()}
    home = one | {field: _first(len(WORDS[field]), top=0.01) for field in ("given", "born", "middle", "email")}
    met = [strangers | {field: one[field]} for field in ("given", "family", "born")]
    weights = [0.1, 0.2, 0.2, 0.2, 0.3]
    for _ in range(80):
        classes = [one, home, *met]
        counts = [{field: [0.5 for _ in words] for field, words in WORDS.items()} for _ in classes]
        mass = [1.0 for _ in classes]
        for levels, times in pairs.items():
            for place, post in enumerate(_posteriors(levels, classes, weights)):
                mass[place] += times * post
                for field, level in zip(FIELDS, levels, strict=True):
                    if level is not None:
                        counts[place][field][level] += times * post
        one, home, *met = ({field: [n / sum(ns) for n in ns] for field, ns in count.items()} for count in counts)
        weights = [part / sum(mass) for part in mass]
    print("of the pairs: one person, one home, met by a name or a date", [f"{w:.3f}" for w in weights])
    twins = home | {"born": one["born"]}
    namesakes = home | {field: one[field] for field in ("given", "family", "middle", "sex")}
    return {"one": one, "home": home, "twins": twins, "namesakes": namesakes}


def _posteriors(levels: tuple[int | None, ...], classes: list[Chances], weights: list[float]) -> list[float]:
    logs = [
        log(weight) + sum(log(chances[f][level]) for f, level in zip(FIELDS, levels, strict=True) if level is not None)
        for chances, weight in zip(classes, weights, strict=True)
    ]
    most = max(logs)
    odds = [exp(one - most) for one in logs]
    return [odd / sum(odds) for odd in odds]


def _first(levels: int, *, top: float) -> list[float]:
    rest = (1 - top) / (levels - 1)
    return [rest] * (levels - 1) + [top]


def _rounded(chances: Chances) -> Chances:
    return {field: [float(f"{share:.3g}") for share in shares] for field, shares in chances.items()}


if __name__ == "__main__":
    main(int((sys.argv[1:2] or ["20000"])[0]), (sys.argv[2:3] or [TODAY.isoformat()])[0])
