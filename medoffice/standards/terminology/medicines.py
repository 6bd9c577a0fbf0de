"""Medicines as they are prescribed (form, route, strength, DEA schedule), from FDA's NDC directory of April 2019.

Seven years old: a medicine that is not here is prescribed by its words, and its schedule is then not known, which is
said. An ingredient is the substance without the salt it comes as: ``metoprolol tartrate`` is metoprolol.
"""

import lzma
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from medoffice.standards.terminology.drugs import directory, drug_named
from medoffice.standards.terminology.types import Medicine

_SHORTEST = 3  # letters that are no name
_DATA = Path(__file__).resolve().parent / "data"
_JOINED = re.compile(r"\s*(?:[/+;,]|\band\b|\bwith\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
# What a substance comes as; taken off its end, as long as a word is left.
_SALT_WORDS = """
acetate acetonide aluminum anhydrous arginine axetil benzathine benzoate besylate bisulfate bitartrate bromide
calcium camsylate carbonate chloride cilexetil citrate cypionate decanoate diacetate dihydrate dihydrochloride
dimesylate dipotassium dipropionate disodium disoproxil disulfide edisylate epolamine erbumine estolate
ethanolate ethylsuccinate fosamil fumarate furoate gluconate hcl hemihydrate heptahydrate hyclate hydrobromide
hydrochloride hydroxide isetionate kamedoxomil lactate lactobionate lysine magnesium malate maleate medoxomil
meglumine mesylate methylsulfate micronized mofetil monohydrate monosodium napsylate nitrate oxalate palmitate
pamoate pentahydrate phosphate pivalate pivoxil potassium procaine propionate proxetil saccharate
sesquihydrate sodium stearate subsalicylate succinate sulfate tartrate tosylate trihydrate tromethamine
valerate xinafoate zinc
"""
_SALTS = frozenset(_SALT_WORDS.split())


def medicine_search(text: str, limit: int = 12) -> list[Medicine]:
    """Medicines with all typed words in their name, strength or form, each word from its beginning; commonest first."""
    typed = _words(text)
    if not typed or limit <= 0:
        return []
    found = [
        (not name.startswith(typed[0]), -count, name, one)
        for name, words, count, one in _names()
        if all(any(word.startswith(part) for word in words) for part in typed)
    ]
    best: dict[str, Medicine] = {}
    for *_, one in sorted(found, key=lambda hit: hit[:3]):
        best.setdefault(one.key, one)
        if len(best) == limit:
            break
    return list(best.values())


def medicine(key: str) -> Medicine | None:
    """The medicine of a key, under its commonest name; None if the edition at hand has none."""
    return _by_key().get(key)


def ingredients_in(words: str) -> tuple[str, ...]:
    """The ingredients of a medicine by its name or words (``Zestril 10 mg``); none if nobody knows it here.

    What is joined by ``and``, ``with``, a slash or a comma is looked for part by part as well.
    """
    parts = [words, *_JOINED.split(words)[1:]]
    return tuple(dict.fromkeys(one for part in parts for one in _ingredients_at(part)))


def _ingredients_at(words: str) -> tuple[str, ...]:
    """Those of the name that the words begin with: a product's, or an ingredient's own."""
    drug = drug_named(words)
    if drug:
        return tuple(dict.fromkeys(map(ingredient, drug.substances)))
    told, known = _words(words), _known()
    return next(((known[key],) for end in range(len(told), 0, -1) if (key := tuple(told[:end])) in known), ())


def ingredient(substance: str) -> str:
    """A substance without the salt it comes as."""
    words = substance.lower().split()
    while len(words) > 1 and words[-1].strip("(),") in _SALTS:
        words.pop()
    return " ".join(words)


def classes_of(ingredient_name: str) -> frozenset[str]:
    """FDA's established classes of an ingredient, as products of it alone have them."""
    return _classes().get(ingredient_name, frozenset())


def ingredients_known() -> tuple[str, ...]:
    """Every ingredient of the directory, in order."""
    return tuple(sorted({ingredient(one) for substances, *_ in directory() for one in substances}))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())[:12]


@cache
def _known() -> dict[tuple[str, ...], str]:
    """Every ingredient by its words; short ones are no names."""
    return {tuple(_words(one)): one for one in ingredients_known() if len(one) > _SHORTEST}


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for substances, classes, _ in directory():
        if len(substances) == 1:
            name = ingredient(substances[0])
            found[name] = found.get(name, frozenset()) | frozenset(classes)
    return found


@cache
def _medicines() -> list[tuple[Medicine, int, tuple[str, ...]]]:
    """Each medicine under its first substance's name, in how many products it is, and its names."""
    lines = lzma.decompress((_DATA / "medicines.tsv.xz").read_bytes()).decode().splitlines()
    made = []
    for line in lines:
        what, form, route, strength, schedule, count, names = line.split("\t")
        substances = tuple(what.split("; "))
        key = sha256("\t".join((what, form, route, strength, schedule)).encode()).hexdigest()[:12]
        usual = " and ".join(dict.fromkeys(map(ingredient, substances)))
        known = tuple(name for name in names.split("|") if name)
        made.append((Medicine(key, usual, substances, form, route, strength, schedule), int(count), known))
    return made


@cache
def _by_key() -> dict[str, Medicine]:
    return {one.key: one for one, *_ in _medicines()}


@cache
def _names() -> list[tuple[str, list[str], int, Medicine]]:
    """Every name in small letters with the words it is found by, in how many products, and its medicine."""
    found = []
    for one, count, names in _medicines():
        for name in dict.fromkeys((one.name, *names)):
            shown = Medicine(one.key, name, one.substances, one.form, one.route, one.strength, one.schedule)
            words = _words(f"{name} {one.strength} {one.form}")
            found.append((name.lower(), words, count, shown))
    return found
