"""How likely two records are one person's, after Fellegi and Sunter, with several classes of pairs that are not.

A pair is one person, or two of one home (who share telephone, address, insurance and family name, twins their birth
date, namesakes all their names, and are not one), or strangers. Within a class the fields stand for themselves; how
often each level is seen is learned (``Likelihoods``). A name that few have says more than one that many have: of
strangers its own share counts, not the average.
"""

from collections.abc import Callable
from math import exp, log

from medoffice.records.patients.rules.comparing import ALL, FIELDS, WHOLE, WORDS, Levels, compare
from medoffice.records.patients.types.likeness import Identity, Likelihoods, Pair

# An identifier by itself; the others only support. At least two must agree, a name among them and
# one of the person's own.
OWN = {"given": 3, "born": 2}
IDENTIFIERS = {**OWN, "family": 1, "phone": 2, "email": 2, "home": 2, "member": 2}
NAMES = frozenset({"given", "family"})
TWO = 2
WHOLE_DATE = 3  # the level of birth dates that are the same
Share = Callable[[str], float]  # of all people, those with this word in their name


def judge(one: Identity, other: Identity, known: Likelihoods, share: Share, people: int) -> Pair | None:
    """How likely the two are one person in an office of so many; None without two identifiers that agree.

    Two newborns without a name may be twins, and nothing in them says otherwise.
    """
    levels = compare(one, other, known.short)
    if not _two_agree(levels) or (one.newborn and other.newborn):
        return None
    likely = likeliness(levels, one, known, share, people)
    return Pair(one.id, other.id, likely, reasons(levels))


def _two_agree(levels: Levels) -> bool:
    agreeing = {field for field, least in IDENTIFIERS.items() if (levels[field] or 0) >= least}
    if levels["given"] is None and levels["born"] != WHOLE_DATE:  # of the person's own nothing else is known
        return False
    return len(agreeing) >= TWO and not agreeing.isdisjoint(OWN) and not agreeing.isdisjoint(NAMES)


def likeliness(levels: Levels, one: Identity, known: Likelihoods, share: Share, people: int) -> float:
    """The chance, from 0 to 1, that a pair with these levels is one person."""
    crowd = max(people, 1000)
    seen = [(field, level) for field in FIELDS if (level := levels[field]) is not None]
    logs = {
        name: log(number / crowd) + sum(log(known.classes[name][field][level]) for field, level in seen)
        for name, number in known.others.items()
    }
    logs["strangers"] = sum(log(_of_strangers(field, level, one, known, share)) for field, level in seen)
    if levels["given"] == WHOLE and levels["family"] == ALL:
        logs["strangers"] += log(known.together)
    same = logs.pop("one")
    return 1 / (1 + sum(exp(min(other - same, 700)) for other in logs.values()))


def reasons(levels: Levels) -> tuple[str, ...]:
    """Why, in words: what agrees, then what does not; what is blank says nothing."""
    told = [(field, level) for field in FIELDS if (level := levels[field]) is not None]
    agree = [_agrees(field, level) for field, level in told if level]
    differ = [WORDS[field][0] for field, level in told if not level]
    return (*agree, *differ)


def _agrees(field: str, level: int) -> str:
    words = WORDS[field]
    return f"same {words[level]}" if level == len(words) - 1 else words[level]


def _of_strangers(field: str, level: int, one: Identity, known: Likelihoods, share: Share) -> float:
    chances = known.classes["strangers"][field]
    words = {"given": one.given, "family": one.family}.get(field, ())
    if not words or level != len(chances) - 1:
        return chances[level]
    return min(share(word) for word in words)
