"""Records that may be one person's. A likeness warns and waits for a person; by itself it joins nothing.

Registering, the queue and the benchmark all judge by ``judge``; what differs is only whom they compare.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from medoffice.records.patients.rules.blocking import KINDS, pairs_within
from medoffice.records.patients.rules.comparing import hopeless
from medoffice.records.patients.rules.identity import MANY
from medoffice.records.patients.rules.weighing import Share, judge
from medoffice.records.patients.types.likeness import Identity, Likelihoods, Pair


def find_pairs(people: Sequence[Identity], known: Likelihoods) -> Iterator[Pair]:
    """Every likely pair among all these people, each once; memory grows with the keys of one kind at a time."""
    people = own_only(people)
    share = shares(Counter(word for who in people for word in {*who.given, *who.family}), len(people))
    found: set[tuple[int, int]] = set()
    for keys_of in KINDS.values():
        groups: dict[str, list[int]] = defaultdict(list)
        for place, who in enumerate(people):
            for key in keys_of(who):
                groups[key].append(place)
        for places in pairs_within(groups.values()):
            one, other = people[places[0]], people[places[1]]
            pair = None if hopeless(one, other) else _likely(one, other, known, share, len(people))
            if pair is not None and places not in found:
                found.add(places)
                yield pair


def own_only(people: Sequence[Identity]) -> Sequence[Identity]:
    """The same without telephones and mail addresses that many have: a clinic's, an institution's."""
    phones = _shared(who.phone for who in people)
    mails = _shared(who.email for who in people)
    return [
        replace(who, phone="" if who.phone in phones else who.phone, email="" if who.email in mails else who.email)
        if who.phone in phones or who.email in mails
        else who
        for who in people
    ]


def _shared(told: Iterable[str]) -> set[str]:
    return {text for text, times in Counter(told).items() if text and times > MANY}


def find_like(who: Identity, others: Sequence[Identity], known: Likelihoods, share: Share, people: int) -> list[Pair]:
    """Those of ``others`` (who share a key) that are likely the same person, likeliest first."""
    found = [pair for other in others if (pair := _likely(who, other, known, share, people))]
    return sorted(found, key=lambda pair: -pair.likely)


def shares(counted: Counter[str], people: int) -> Callable[[str], float]:
    """The share of all people who have a word in their name; of a word nobody else has, as if two had."""
    return lambda word: max(counted[word], 2) / max(people, 1000)


def _likely(one: Identity, other: Identity, known: Likelihoods, share: Share, people: int) -> Pair | None:
    pair = judge(one, other, known, share, people)
    return pair if pair and pair.likely >= known.likely else None
