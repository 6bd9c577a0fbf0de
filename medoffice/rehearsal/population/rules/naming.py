"""How a family's people are named, culture by culture, and how names become nicknames and mail addresses."""

import unicodedata
from dataclasses import dataclass

from medoffice.rehearsal.population.types import Chance, NamePool, Relation, Town

Pair = tuple[str, str]  # Latin, native script or empty
NO_PAIR: Pair = ("", "")
SUFFIX_OF_SON = {"": "Jr.", "Sr.": "Jr.", "Jr.": "III", "II": "III", "III": "IV"}
WITHOUT_SPACE = {"zh", "ko"}
NATIVE_FAMILY_FIRST = {"zh", "ko", "ja"}
FOLDED = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "ı": "i", "æ": "ae"})
FEMININE = (("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("opoulos", "opoulou"), ("idis", "idi"), ("akis", "aki"))


@dataclass(frozen=True, slots=True)
class Name:
    """A legal name with what the person likes to be called and the whole name in its own script."""

    family: str
    given: str
    middle: str = ""
    suffix: str = ""
    preferred: str = ""
    native: str = ""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who is to be named."""

    sex: str
    relation: Relation
    age: int


@dataclass(frozen=True, slots=True)
class _Home:
    """What naming one person needs to know of the household."""

    town: Town
    pool: NamePool
    head: Pair
    spouse: Pair
    fathers: Pair
    father: Name | None
    taken: tuple[str, ...]


def family_names(
    town: Town, pool: NamePool, bearers: list[Bearer], chance: Chance, fixed: Pair = NO_PAIR
) -> list[Name]:
    """The names of a household in the order of its people, head first; children come after their parents.

    ``fixed`` is the family name of the head where that is decided.
    """
    head = fixed if fixed[0] else chance.pick("family", pool.families)
    spouse = chance.pick("spouse's family", pool.families)
    couple = any(bearer.relation is Relation.SPOUSE for bearer in bearers)
    fathers = spouse if couple and bearers[0].sex == "F" else head
    named: list[Name] = []
    father: Name | None = None
    for place, bearer in enumerate(bearers):
        home = _Home(town, pool, head, spouse, fathers, father, tuple(name.given or name.family for name in named))
        named.append(_name(home, bearer, chance.at(place)))
        if bearer.sex == "M" and bearer.relation in (Relation.SELF, Relation.SPOUSE) and father is None:
            father = named[-1]
    return named


def mail_name(name: Name, number: int) -> str:
    """The part before the @: plain ASCII letters and a number that makes it one person's."""
    words = f"{name.given} {name.family}".translate(FOLDED)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = ["".join(letter for letter in word if letter.isalnum()) for word in plain.split()]
    ends = parts if len(parts) < 2 else [parts[0], parts[-1]]
    return ".".join([*ends, str(number)])


def feminine(family: Pair) -> Pair:
    """The woman's form of a family name: Wiśniewski, Wiśniewska; the native form is left out where it would change."""
    for ending, womans in FEMININE:
        if family[0].endswith(ending):
            return family[0].removesuffix(ending) + womans, ""
    return family


def _name(home: _Home, bearer: Bearer, chance: Chance) -> Name:
    """The whole name of one person."""
    pool = home.pool
    names = pool.women if bearer.sex == "F" else pool.men
    given = next(pair for pair in _in_turn(names, chance) if pair[0] not in home.taken)
    if pool.surname == "mononym":
        return Name(given[0], "", native=given[1])
    family = _family_of(home, bearer, chance)
    namesake = _namesake(home, bearer, family, chance)
    if namesake:
        return namesake
    suffixed = bearer.sex == "M" and bearer.age >= 18 and pool.surname == "shared" and pool.language == "en"
    suffix = chance.pick("suffix", ("Jr.", "III", "Sr.", "II")) if suffixed and chance.happens("suffix?", 0.05) else ""
    middle = chance.pick("middle", names)[0] if pool.language == "en" and chance.happens("middle?", 0.5) else ""
    preferred = home.town.nicknames.get(given[0], "") if chance.happens("nickname", 0.6) else ""
    if given[1] and bearer.age < 60 and chance.happens("western name", 0.15):
        preferred = chance.pick("western name", home.town.western)
    return Name(
        family[0], given[0], "" if middle == given[0] else middle, suffix, preferred, _native(pool, family, given)
    )


def _in_turn(names: tuple[Pair, ...], chance: Chance) -> list[Pair]:
    """The names from one chosen by chance on, around."""
    start = chance.number("given", len(names))
    return [*names[start:], *names[:start]]


def _namesake(home: _Home, bearer: Bearer, family: Pair, chance: Chance) -> Name | None:
    """A son named after his father: Jr., III, IV."""
    father = home.father
    if father is None or bearer.relation is not Relation.CHILD or bearer.sex != "M" or home.pool.surname != "shared":
        return None
    if father.family != family[0] or father.suffix not in SUFFIX_OF_SON or not chance.happens("namesake", 0.08):
        return None
    suffix = SUFFIX_OF_SON[father.suffix]
    return None if home.taken.count(father.given) > 1 else Name(family[0], father.given, father.middle, suffix)


def _family_of(home: _Home, bearer: Bearer, chance: Chance) -> Pair:
    """The surname of one person by the rule of the culture."""
    rule, relation = home.pool.surname, bearer.relation
    if rule in ("two", "maternal_paternal"):
        return _two_surnames(home, bearer, chance)
    if rule == "patronymic" and relation is Relation.CHILD:
        return (home.father.given, home.father.native.partition(" ")[0]) if home.father else home.head
    if rule in ("own", "patronymic"):
        return {Relation.SPOUSE: home.spouse, Relation.CHILD: home.fathers}.get(relation, home.head)
    if rule == "gendered" and bearer.sex == "F":
        return feminine(home.head)
    both = relation is Relation.SPOUSE and home.spouse != home.head and chance.happens("both names", 0.06)
    return (f"{home.spouse[0]}-{home.head[0]}", "") if both else home.head


def _two_surnames(home: _Home, bearer: Bearer, chance: Chance) -> Pair:
    """Two surnames, the father's and the mother's; the Portuguese custom puts the mother's first."""
    mothers = home.spouse if home.fathers == home.head else home.head
    other = chance.pick("second surname", home.pool.families)
    one, two = {
        Relation.CHILD: (home.fathers[0], mothers[0]),
        Relation.SPOUSE: (home.spouse[0], other[0]),
    }.get(bearer.relation, (home.head[0], other[0]))
    if one == two or chance.happens("one surname", 0.35):
        return one, ""
    if home.pool.surname == "maternal_paternal":
        one, two = two, one
    return f"{one}{'-' if chance.happens('hyphen', 0.3) else ' '}{two}", ""


def _native(pool: NamePool, family: Pair, given: Pair) -> str:
    """The whole name in its own script, where both parts are known in it."""
    if not family[1] or not given[1]:
        return ""
    if pool.language in NATIVE_FAMILY_FIRST:
        return f"{family[1]}{'' if pool.language in WITHOUT_SPACE else ' '}{given[1]}"
    return f"{given[1]} {family[1]}"
