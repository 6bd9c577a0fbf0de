"""What of a record tells who it is: folded, and without what offices type when they know nothing.

A placeholder, a blank, or a telephone that many share is no identifier: it never agrees with anything.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from medoffice.kernel.folding import fold
from medoffice.practice.types import Address
from medoffice.records.patients.types.likeness import Identity
from medoffice.records.patients.types.people import Patient, PatientName

MANY = 8  # a telephone or an e-mail of more people than this is an institution's
# Typed in place of a name when nobody knows it; of a given name also what a newborn is called until it has one.
NO_NAMES = frozenset(
    [
        "unknown",
        "unk",
        "unkown",
        "unknwon",
        "none",
        "no",
        "na",
        "nn",
        "null",
        "nil",
        "nobody",
        "noname",
        "anonymous",
        "anon",
        "test",
        "tester",
        "testing",
        "zztest",
        "patient",
        "pending",
        "temp",
        "temporary",
        "tbd",
        "tba",
        "refused",
        "declined",
        "missing",
        "blank",
        "xx",
        "xxx",
        "xxxx",
        "zz",
        "zzz",
        "zzzz",
    ]
)
NEWBORN = frozenset(
    [
        "baby",
        "newborn",
        "infant",
        "boy",
        "girl",
        "babyboy",
        "babygirl",
        "bb",
        "bg",
        "twin",
        "a",
        "b",
        "male",
        "female",
        "unnamed",
        "nonamed",
    ]
)
NO_PERSONS = frozenset({("john", "doe"), ("jane", "doe"), ("test", "test"), ("mickey", "mouse")})
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof"])
_GENERATIONS = {
    "junior": "jr",
    "senior": "sr",
    "2nd": "ii",
    "3rd": "iii",
    "4th": "iv",
    "2": "ii",
    "3": "iii",
    "4": "iv",
}
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_NO_MAIL = re.compile(r"(?:no|na|none|noemail|nomail|no\.email|no-email|unknown|test|refused|declined|patient|x+)@.*")
_NO_STREETS = frozenset({"unknown", "homeless", "none", "na", "nofixedaddress", "nofixedabode", "generaldelivery"})
_NO_DAYS = frozenset({(1, 1), (12, 31), (12, 30)})
_WORD = re.compile(r"[^\W_]+")
_SHORTER = {
    "street": "st",
    "avenue": "ave",
    "road": "rd",
    "drive": "dr",
    "lane": "ln",
    "court": "ct",
    "place": "pl",
    "boulevard": "blvd",
    "circle": "cir",
    "terrace": "ter",
    "highway": "hwy",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
    "apartment": "apt",
}


def identity(who: Patient, members: Iterable[str] = (), shared: Collection[str] = ()) -> Identity:
    """What tells who a patient is; ``shared`` are telephones and mail addresses that are nobody's own."""
    return identity_of(who.id, who.name, who.sex, who.birth_date, who.phone, who.email, who.address, members, shared)


def identity_of(
    patient_id: UUID,
    name: PatientName,
    sex: str,
    born: date,
    phone: str,
    email: str,
    address: Address,
    members: Iterable[str] = (),
    shared: Collection[str] = (),
) -> Identity:
    """The same of what somebody is about to be registered with."""
    family, given, suffix = _named(name)
    number, mail = own_phone(phone), own_email(email)
    house, street = _home(address.line1)
    return Identity(
        id=patient_id,
        family=family,
        given=given,
        middle=tuple(word for word in words(name.middle) if word not in NO_NAMES),
        called=tuple(word for word in words(name.preferred) if word not in NO_NAMES | NEWBORN),
        suffix=suffix,
        sex="" if sex == "U" else sex,
        born=None if no_birth_date(born) else born,
        phone="" if number in shared else number,
        email="" if mail in shared else mail,
        house=house,
        street=street,
        zip=own_zip(address.zip),
        members=frozenset(filter(None, map(own_number, members))),
        newborn=_newborn(words(name.given)),
    )


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name: ``O'Brien-Łuczak`` -> ``obrien``, ``luczak``."""
    return tuple(_WORD.findall(fold(text).replace("'", "").replace("’", "")))


def own_phone(text: str) -> str:
    """The ten digits of a telephone that somebody may have: not all alike, no area or exchange that cannot be."""
    digits = "".join(letter for letter in text if letter.isascii() and letter.isdigit())[-10:]
    plain = len(set(digits[3:])) == 1 or digits in ("1234567890", "0123456789") or digits[3:] == "5551212"
    return "" if len(digits) < 10 or plain or digits[0] in "01" else digits


def own_email(text: str) -> str:
    """A mail address that somebody may have."""
    mail = fold(text).strip()
    return "" if "@" not in mail or _NO_MAIL.fullmatch(mail) else mail


def own_zip(text: str) -> str:
    """The first five digits of a ZIP code."""
    digits = "".join(letter for letter in text if letter.isascii() and letter.isdigit())[:5]
    return "" if len(digits) < 5 or len(set(digits)) == 1 else digits


def own_number(text: str) -> str:
    """A number at a payer as it is compared: letters and digits; ``UNKNOWN``, ``000000000`` and ``12345`` are none."""
    plain = "".join(_WORD.findall(fold(text)))
    nothing = len(plain) < 5 or len(set(plain)) < 3 or plain in "01234567890123456789" or plain in NO_NAMES
    return "" if nothing or plain in ("selfpay", "notinsured", "uninsured") else plain


def no_birth_date(born: date) -> bool:
    """What is entered when a birth date is not known: the first or last days of 1900 and before."""
    return born.year < 1900 or (born.year in (1900, 1901) and (born.month, born.day) in _NO_DAYS)


def _named(name: PatientName) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Family and given words and the generation, wherever it was typed; nothing for a placeholder."""
    family, given = words(name.family), tuple(word for word in words(name.given) if word not in _TITLES)
    suffix = "".join(words(name.suffix))
    if len(family) > 1 and family[-1] in _SUFFIXES - {"v"} | set(_GENERATIONS) - {"2", "3", "4"}:
        family, suffix = family[:-1], suffix or family[-1]
    suffix = _GENERATIONS.get(suffix, suffix)
    if not NO_PERSONS.isdisjoint({given[:1] + family[:1], family[:1] + given[:1]}):
        return (), (), ""
    family, given = _told(family), _told(given)
    if _newborn(given):
        return family, (), ""
    return family, given, suffix if suffix in _SUFFIXES else ""


def _newborn(given: tuple[str, ...]) -> bool:
    """Whether this is what a newborn is called until it has a name."""
    return bool(given) and NEWBORN.issuperset(given)


def _told(said: tuple[str, ...]) -> tuple[str, ...]:
    return () if "".join(said) in NO_NAMES else tuple(word for word in said if word not in NO_NAMES)


def _home(line: str) -> tuple[str, str]:
    """``12 Mill Lane`` -> ``12``, ``mill ln``."""
    parts = [_SHORTER.get(word, word) for word in words(line)]
    if "".join(parts) in _NO_STREETS:
        return "", ""
    house = next((word for word in parts if word[:1].isdigit()), "")
    return house, " ".join(word for word in parts if word != house)
