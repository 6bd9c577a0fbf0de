"""Learns how often fields agree of one person, of those of one home, of namesakes, and of strangers; for a maintainer.

Usage: ``python -m tools.learn_likelihoods [PEOPLE] [DATE]``. The people are planted (``bench/planted_people``) by a
seed that nothing is judged by. Of each pair that shares a key it is known what they are to each other, and levels are
counted; the chances of strangers over random pairs. How planted people are written is a guess of ours, not a study:
``source`` says so.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from bench.planted_people import Planted, plant
from bench.planted_people.identities import identities
from bench.planted_people.types import pair
from medoffice.records.patients.queries.likelihoods import DATA, short_names
from medoffice.records.patients.rules.blocking import KINDS, pairs_within
from medoffice.records.patients.rules.comparing import FIELDS, WORDS, Levels, compare, hopeless
from medoffice.records.patients.rules.duplicates import crowd_of, own_only
from medoffice.records.patients.types.likeness import Identity

SEED, TODAY, LIKELY = 2, date(2026, 11, 26), 0.72
SOURCE = (
    "counted over pairs of {people} planted people (tools/learn_likelihoods.py); source: unverified, no study of real"
    " registrations is at hand"
)
APART = {
    "twins": "twins",
    "parent and child of one name": "namesakes",
    "same name and birth date": "doubles",
    "same name, birth date near": "doubles",
}
Chances = dict[str, list[float]]


def main(people: int, learned: str) -> None:
    """Write ``likelihoods.json``."""
    planted = plant(SEED, people, people // 20)
    known = own_only(identities(planted))
    short, held = short_names(), crowd_of(known).names
    seen, others = defaultdict[str, list[Levels]](list), Counter[str]()
    for one, other in _blocked(known):
        what = _what(planted, one, other)
        seen[what].append(compare(one, other, short, held))
        others[what] += 2
    chance = random.Random(SEED)
    seen["strangers"] = [_met(known, held, chance) for _ in range(20 * people)]
    for what in ("nobody", "strangers"):
        others.pop(what, 0)
    seen.pop("nobody", [])
    told = {
        "learned": learned,
        "source": SOURCE.format(people=f"{len(known):,}"),
        "likely": LIKELY,
        "together": float(f"{_together(planted, known):.2g}"),
        "others": {what: float(f"{count / len(known):.2g}") for what, count in sorted(others.items())},
        "classes": {what: _counted(levels) for what, levels in sorted(seen.items())},
    }
    (DATA / "likelihoods.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _together(planted: Planted, people: Sequence[Identity]) -> float:
    """How much more often two strangers have both names in common than if given names were given without a look."""
    whole = [("".join(who.given), "".join(who.family)) for who in people]
    crowd = len(people)
    alone = [sum(n * n for name, n in Counter(names).items() if name) for names in zip(*whole, strict=True)]
    having = defaultdict[tuple[str, str], list[Identity]](list)
    for names, who in zip(whole, people, strict=True):
        if all(names):
            having[names].append(who)
    pairs = (two for found in having.values() for two in combinations(found, 2))
    both = sum(2 for one, other in pairs if _what(planted, one, other) == "strangers")
    return both * crowd * crowd / (alone[0] * alone[1])


def _what(planted: Planted, one: Identity, other: Identity) -> str:
    """What the people of two records are to each other."""
    two = pair(one.id.int, other.id.int)
    if two in planted.same:
        return "one"
    if two in planted.apart:
        return APART[planted.apart[two]]
    homes = {planted.homes.get(number) for number in two}
    return "nobody" if None in homes else "home" if len(homes) == 1 else "strangers"


def _met(people: Sequence[Identity], held: Mapping[str, int], chance: random.Random) -> Levels:
    """Two of these by chance."""
    one, other = chance.sample(people, 2)
    return compare(one, other, short_names(), held)


def _blocked(people: Sequence[Identity]) -> Iterator[tuple[Identity, Identity]]:
    """The pairs that share a key, each once."""
    seen: set[tuple[int, int]] = set()
    for keys_of in KINDS.values():
        groups: dict[str, list[int]] = {}
        for place, who in enumerate(people):
            for key in keys_of(who):
                groups.setdefault(key, []).append(place)
        for places in pairs_within(groups.values()):
            one, other = people[places[0]], people[places[1]]
            if places not in seen and not hopeless(one, other):
                seen.add(places)
                yield one, other


def _counted(seen: list[Levels]) -> Chances:
    """How often each level is seen, no level never."""
    found: Chances = {field: [0.5 for _ in words] for field, words in WORDS.items()}
    for levels in seen:
        for field in FIELDS:
            level = levels[field]
            if level is not None:
                found[field][level] += 1
    return {field: [float(f"{n / sum(counts):.3g}") for n in counts] for field, counts in found.items()}


if __name__ == "__main__":
    main(int((sys.argv[1:2] or ["60000"])[0]), (sys.argv[2:3] or [TODAY.isoformat()])[0])
