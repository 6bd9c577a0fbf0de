"""How likely two records are one person's, after Fellegi and Sunter, with several classes of pairs that are not.

A pair is one person, or two of one home (who share telephone, address, insurance and family name, twins their birth
date, namesakes all their names, and are not one), or strangers. Within a class the fields stand for themselves; how
often each level is seen is learned (``Likelihoods``). A name that few have says more than one that many have: of
strangers its own share counts, not the average; so does a middle name's of all who did not get it for a reason.
"""

from math import exp, log

from medoffice.records.patients.rules.comparing import ALL, FIELDS, SPELT, WHOLE, WHOLE_DATE, WORDS, Levels, compare
from medoffice.records.patients.types.likeness import Crowd, Identity, Likelihoods, Pair

# An identifier by itself; the others only support. At least two must agree, a name among them and
# one of the person's own.
OWN = {"given": 3, "born": 3}
IDENTIFIERS = {**OWN, "family": 1, "phone": 2, "email": 2, "home": 2, "member": 2}
NAMES = frozenset({"given", "family"})
TWO = 2
SLIP, LIKE = 4, 2  # the levels of given and of family names that are the same but for a slip
BY_CHANCE = ("strangers", "home", "twins", "doubles")  # of these nobody has a middle name because another has it


def judge(one: Identity, other: Identity, known: Likelihoods, crowd: Crowd) -> Pair | None:
    """How likely the two are one person in this office; None without two identifiers that agree.

    Two newborns without a name may be twins, and nothing in them says otherwise.
    """
    levels = compare(one, other, known.short, crowd.names)
    if not _two_agree(levels, one, other) or (one.newborn and other.newborn):
        return None
    likely = likeliness(levels, (one, other), known, crowd)
    return Pair(one.id, other.id, likely, reasons(levels))


def _two_agree(levels: Levels, one: Identity, other: Identity) -> bool:
    """Where neither has a given name, the only name is each one's own (many have just one): the date may have a slip;
    where one lacks it, of the person's own nothing but the date is known, which then must be the same.
    """
    single = not (one.given or other.given or one.newborn or other.newborn)
    agreeing = {field for field, least in IDENTIFIERS.items() if (levels[field] or 0) >= least}
    if levels["given"] is None and levels["born"] != WHOLE_DATE and not (single and (levels["family"] or 0) >= LIKE):
        return False
    return len(agreeing) >= TWO and not agreeing.isdisjoint(OWN) and not agreeing.isdisjoint(NAMES)


def likeliness(levels: Levels, two: tuple[Identity, Identity], known: Likelihoods, crowd: Crowd) -> float:
    """The chance, from 0 to 1, that a pair with these levels is one person."""
    seen = [(field, level) for field in FIELDS if (level := levels[field]) is not None]
    logs = {
        name: log(number / max(crowd.people, 1000))
        + sum(log(known.classes[name][field][level]) for field, level in seen)
        for name, number in known.others.items()
    }
    logs["strangers"] = sum(log(_of_strangers(field, level, two, known, crowd)) for field, level in seen)
    if levels["given"] in (SLIP, WHOLE) and levels["family"] in (LIKE, ALL):  # names of one land, of one time
        logs["strangers"] += log(known.together)
    middle = _middle(two, crowd) if levels["middle"] else None
    if middle:
        for name in BY_CHANCE:
            logs[name] += log(middle) - log(known.classes[name]["middle"][1])
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
    return f"same {words[level]}" if level == len(words) - 1 and field != "spelling" else words[level]


def _of_strangers(field: str, level: int, two: tuple[Identity, Identity], known: Likelihoods, crowd: Crowd) -> float:
    """Who has a name that many have meets it often, and so what is a slip of it."""
    chances = known.classes["strangers"][field]
    if field not in SPELT or level not in (len(chances) - 1, *SPELT[field]):
        return chances[level]
    words: list[tuple[str, ...]] = [getattr(who, field) for who in two]
    share = max(min(map(crowd.share, name)) for name in words)
    return min(share * chances[level] / chances[-1], 0.5)


def _middle(two: tuple[Identity, Identity], crowd: Crowd) -> float | None:
    """The share of those with a middle name who have one that agrees with these; None where it was not counted."""
    words = ["".join(who.middle) for who in two]
    letter = min(words, key=len)
    asked = [letter] if len(letter) == 1 else words
    return max((crowd.middles[word] for word in asked if word in crowd.middles), default=None)
