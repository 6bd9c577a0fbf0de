"""Records that may be one person's. A likeness warns and waits for a person; by itself it joins nothing.

Registering, the queue and the benchmark all judge by ``judge``; what differs is only whom they compare.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from medoffice.records.patients.rules.blocking import KINDS, pairs_within
from medoffice.records.patients.rules.comparing import hopeless
from medoffice.records.patients.rules.identity import MANY
from medoffice.records.patients.rules.weighing import judge
from medoffice.records.patients.types.likeness import Crowd, Identity, Likelihoods, Pair


def find_pairs(people: Sequence[Identity], known: Likelihoods) -> Iterator[Pair]:
    """Every likely pair among all these people, each once; memory grows with the keys of one kind at a time."""
    people = own_only(people)
    crowd = crowd_of(people)
    found: set[tuple[int, int]] = set()
    for keys_of in KINDS.values():
        groups: dict[str, list[int]] = defaultdict(list)
        for place, who in enumerate(people):
            for key in keys_of(who):
                groups[key].append(place)
        for places in pairs_within(groups.values()):
            one, other = people[places[0]], people[places[1]]
            pair = None if hopeless(one, other) else _likely(one, other, known, crowd)
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


def find_like(who: Identity, others: Sequence[Identity], known: Likelihoods, crowd: Crowd) -> list[Pair]:
    """Those of ``others`` (who share a key) that are likely the same person, likeliest first."""
    found = [pair for other in others if (pair := _likely(who, other, known, crowd))]
    return sorted(found, key=lambda pair: -pair.likely)


def crowd_of(people: Sequence[Identity]) -> Crowd:
    """How often names stand among these people."""
    having = ["".join(who.middle) for who in people if who.middle]
    middles = Counter(part for middle in having for part in {middle, middle[0]})
    names = Counter(word for who in people for word in {*who.given, *who.family})
    return Crowd(len(people), names, {part: max(times, 2) / max(len(having), 1000) for part, times in middles.items()})


def _likely(one: Identity, other: Identity, known: Likelihoods, crowd: Crowd) -> Pair | None:
    pair = judge(one, other, known, crowd)
    return pair if pair and pair.likely >= known.likely else None
