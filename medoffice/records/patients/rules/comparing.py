"""In which way two records agree, field by field: a level from 0 (another) upwards, or None where either is blank."""

from collections.abc import Mapping
from datetime import date

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.distance.OSA import distance as slips

from medoffice.records.patients.rules.names import sound
from medoffice.records.patients.types.likeness import Identity

FIELDS = ("given", "family", "middle", "suffix", "born", "sex", "phone", "email", "home", "member", "spelling")
# From each level upwards, what a field's agreement is called; level 0 of those that count against is named too.
WORDS: Mapping[str, tuple[str, ...]] = {
    "given": (
        "another given name",
        "the same initial",
        "another first letter of the given name",
        "a like given name",
        "a slip in the given name",
        "a short form of the name",
        "given name",
    ),
    "family": ("another family name", "a part of the family name", "a like family name", "family name"),
    "middle": ("another middle name", "middle name"),
    "suffix": ("another generation (Jr., Sr.)", "a generation (Jr., Sr.) on one only", "generation"),
    "born": (
        "another birth date",
        "the same day of another year",
        "two parts of the birth date",
        "a slip in the birth date",
        "birth date",
    ),
    "sex": ("another sex", "sex"),
    "phone": ("another telephone", "a slip in the telephone", "telephone"),
    "email": ("another e-mail", "a like e-mail", "e-mail"),
    "home": ("another address", "ZIP code", "house and street", "address"),
    "member": ("another member number", "a slip in the member number", "member number"),
    "spelling": ("a like name that others have too", "a spelling that nobody else has"),
}
WHOLE, ALL, WHOLE_DATE = 6, 3, 4  # the levels of given and of family names and of birth dates that are the same
SPELT = {"given": (2, 3, 4), "family": (1, 2)}  # the levels of names that are spelt in two ways
_GENERATION = 20  # so many years apart, a digit is no slip but a child of the same name
_LIKE, _LIKE_MAIL, _LIKE_STREET = 0.94, 0.93, 0.85
_jaro = JaroWinkler.similarity
Short = Mapping[str, frozenset[int]]
Levels = dict[str, int | None]


def compare(one: Identity, other: Identity, short: Short, held: Mapping[str, int]) -> Levels:
    """The level of every field; ``held`` says how many have a word in their name.

    A given and a family name that changed places count as two like names.
    """
    given, family = _given(one, other, short), _family(one.family, other.family)
    crossed = given != WHOLE and not family and _crossed(one, other)
    if crossed:
        given, family = 3, 2
    return {
        "given": given,
        "family": family,
        "middle": _middle(one, other),
        "suffix": _suffix(one.suffix, other.suffix),
        "born": _born(one.born, other.born),
        "sex": int(one.sex == other.sex) if one.sex and other.sex else None,
        "phone": _number(one.phone, other.phone),
        "email": _email(one.email, other.email),
        "home": _home(one, other),
        "member": _member(one.members, other.members),
        "spelling": None if crossed else _spelling(one, other, {"given": given, "family": family}, held),
    }


def hopeless(one: Identity, other: Identity) -> bool:
    """A cheap look before: another birth date and, besides, no letter of the names in common at the front."""
    if one.born is None or other.born is None or one.born == other.born:
        return False
    if _born(one.born, other.born):
        return False
    return not ({word[0] for word in (*one.given, *one.called)} & {word[0] for word in (*other.given, *other.called)})


def _given(one: Identity, other: Identity, short: Short) -> int | None:
    if not one.given or not other.given:
        return None
    whole, their_whole = "".join(one.given), "".join(other.given)
    if whole == their_whole:
        return WHOLE
    mine, theirs = {*one.given, *one.called}, {*other.given, *other.called}
    if mine & theirs or _by_middle(one, other) or any(_short(a, b, short) for a in mine for b in theirs):
        return 5
    return _of_letters([(whole, their_whole), *((a, b) for a in mine for b in theirs)])


def _of_letters(pairs: list[tuple[str, str]]) -> int:
    """The level of given names that are neither the same nor short for each other.

    A slip in the first letter is rare in one name, and twins are named so.
    """
    if any(_slipped(a, b) and (a[0] == b[0] or sorted(a) == sorted(b)) for a, b in pairs):
        return 4
    if any(_heard(a, b) for a, b in pairs):
        return 3
    if any(_slipped(a, b) for a, b in pairs):
        return 2
    one, other = pairs[0]
    return int((len(one) == 1 or len(other) == 1) and one[0] == other[0])


def _by_middle(one: Identity, other: Identity) -> bool:
    """Whether one goes by what is a middle name of the other."""
    return bool(set(one.given) & set(other.middle) or set(one.middle) & set(other.given))


def _short(one: str, other: str, short: Short) -> bool:
    if short.get(one, frozenset()) & short.get(other, frozenset()):
        return True
    brief, full = sorted((one, other), key=len)
    return len(brief) >= 3 and len(full) - len(brief) >= 2 and full.startswith(brief)


def _near(one: str, other: str) -> bool:
    return _slipped(one, other) or _heard(one, other)


def _slipped(one: str, other: str) -> bool:
    """A slip of the finger, two in a long word; of very short words only a changed order."""
    least = min(len(one), len(other))
    if least < 3:
        return least == 2 and sorted(one) == sorted(other)
    apart = slips(one, other, score_cutoff=2)
    return apart <= (2 if least >= 7 else 1) and (least >= 4 or one[0] == other[0])


def _heard(one: str, other: str) -> bool:
    """Heard as the same, or nearly spelled so."""
    return min(len(one), len(other)) > 3 and (sound(one) == sound(other) or _jaro(one, other) >= _LIKE)


def _family(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    if not one or not other:
        return None
    whole, their_whole = "".join(one), "".join(other)
    if whole == their_whole or sorted(one) == sorted(other):
        return 3
    if _near(whole, their_whole):
        return 2
    shared = any(len(word) > 2 and word in other for word in one)
    return int(shared or any(len(a) > 3 and len(b) > 3 and _near(a, b) for a in one for b in other))


def _crossed(one: Identity, other: Identity) -> bool:
    """Whether given and family name changed places, one of them perhaps with a slip."""
    if not (one.given and one.family and other.given and other.family):
        return False
    first, last = _like(one.given, other.family), _like(one.family, other.given)
    return (first and (last or _near("".join(one.family), "".join(other.given)))) or (
        last and _near("".join(one.given), "".join(other.family))
    )


def _like(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one and other) and ("".join(one) == "".join(other) or bool(set(one) & set(other)))


def _spelling(one: Identity, other: Identity, levels: Levels, held: Mapping[str, int]) -> int | None:
    """Of names spelt in two ways: is one way nobody else's, as a slip is, or are both names that people have."""
    spelt = [
        word
        for field, slipped in SPELT.items()
        if levels[field] in slipped
        for word in {*getattr(one, field)} ^ {*getattr(other, field)}
    ]
    return int(any(held.get(word, 0) <= 1 for word in spelt)) if spelt else None


def _middle(one: Identity, other: Identity) -> int | None:
    if not one.middle or not other.middle:
        return None
    mine, theirs = "".join(one.middle), "".join(other.middle)
    initial = mine[0] == theirs[0] and (len(mine) == 1 or len(theirs) == 1)
    return int(initial or mine == theirs or _near(mine, theirs))


def _suffix(one: str, other: str) -> int | None:
    if not one and not other:
        return None
    return 2 if one == other else 0 if one and other else 1


def _born(one: date | None, other: date | None) -> int | None:
    """A slip is one digit, two neighbours that changed places, day and month that did, or the day before or after.

    Two of one name who are a generation apart are no slip.
    """
    if one is None or other is None:
        return None
    if one == other:
        return WHOLE_DATE
    written, theirs = f"{one:%m%d%Y}", f"{other:%m%d%Y}"
    turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    near = slips(written, theirs, score_cutoff=1) <= 1 and abs(one.year - other.year) < _GENERATION
    if turned or near or abs((one - other).days) == 1:
        return 3
    if (one.month, one.day) == (other.month, other.day):
        return 1
    return 2 * int(one.year == other.year and (one.month == other.month or one.day == other.day))


def _number(one: str, other: str) -> int | None:
    if not one or not other:
        return None
    return 2 if one == other else int(slips(one, other, score_cutoff=1) <= 1)


def _email(one: str, other: str) -> int | None:
    if not one or not other:
        return None
    name, their_name = one.partition("@")[0], other.partition("@")[0]
    return 2 if one == other else int(name == their_name or _jaro(one, other) >= _LIKE_MAIL)


def _home(one: Identity, other: Identity) -> int | None:
    near = bool(one.house) and one.house == other.house and _streets(one.street, other.street)
    if near:
        return 3 if one.zip == other.zip and one.zip else 2
    if one.zip and other.zip:
        return int(one.zip == other.zip)
    return 0 if one.street and other.street else None


def _streets(one: str, other: str) -> bool:
    return one == other or (bool(one and other) and _jaro(one, other) >= _LIKE_STREET)


def _member(one: frozenset[str], other: frozenset[str]) -> int | None:
    if not one or not other:
        return None
    if one & other:
        return 2
    return int(any(len(a) > 6 and slips(a, b, score_cutoff=1) <= 1 for a in one for b in other))
