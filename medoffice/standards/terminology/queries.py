"""What a person typed, put into the words of the tabular list: abbreviations, lay phrases, slips, unfinished words."""

from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from medoffice.standards.terminology.expand import meant, words_of
from medoffice.standards.terminology.store import connection

_MOST = 16  # words searched by
_ENCOUNTER = frozenset({"initial", "subsequent", "encounter", "sequela", "routine", "delayed", "healing"})


@dataclass(frozen=True)
class Asked:
    """A query as stems with their rarity, and the words it was understood as."""

    words: tuple[str, ...]
    weights: dict[str, float]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems to search by."""
        return tuple(self.weights)

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """The stems as a set."""
        return frozenset(self.weights)

    @cached_property
    def total(self) -> float:
        """The rarity of all stems together."""
        return sum(self.weights.values())

    def rarest(self, most: int = 8) -> list[str]:
        """The stems that tell most, quoted for the full-text search."""
        return [f'"{stem}"' for stem in sorted(self.weights, key=lambda stem: -self.weights[stem])[:most]]

    def covered(self, stems: set[str]) -> float:
        """What part of what was asked these stems say, by rarity."""
        return sum(weight for stem, weight in self.weights.items() if stem in stems) / self.total

    def likeness(self, phrase: set[str], free: frozenset[str]) -> float:
        """How alike the query and a phrase are, by rarity (harmonic mean of both directions); free words are free."""
        shared = sum(weight for stem, weight in self.weights.items() if stem in phrase)
        if not shared:
            return 0.0
        rarity = _rarity()
        said = shared + sum(rarity.get(stem, 8.0) for stem in phrase - self.all_stems - free)
        there, back = shared / self.total, shared / said
        return 2 * there * back / (there + back)

    def ending(self, title: str, shared: str) -> int:
        """How many of the words asked for a title has after what it shares with its siblings, and only there.

        ``closed fracture`` in an ending says nothing when the heading is of a fracture anyway.
        """
        asked, said = set(self.words), set(words_of(title[len(shared) :]))
        return 0 if "without" in said - asked else len(asked & said - set(words_of(shared)))


def understood(text: str) -> list[Asked]:
    """The query in the tabular list's words, in one reading, or two where a word has another name there.

    Words that are nowhere in the list, nor near to one there, are left out; no reading is left if none remains.
    """
    words = meant(words_of(text))
    readings = [words, other] if (other := meant(words, "also")) != words else [words]
    return [asked for asked in map(_asked, readings) if asked.stems]


def _asked(words: list[str]) -> Asked:
    found = [known for word in words[:_MOST] for known in _known(word)]
    topic = [word for word in found if word not in _ENCOUNTER] or found
    stems, rarity = _stems(), _rarity()
    return Asked(tuple(found), {stems[word]: rarity[stems[word]] for word in topic if rarity[stems[word]]})


def _known(word: str) -> list[str]:
    """A word of the vocabulary: itself, the commonest that it begins, the two it is made of, or the nearest one."""
    stems = _stems()
    if word in stems:
        return [word]
    if len(word) < 4:
        return []
    begun = [known for known in _starting(word[:3]) if known.startswith(word)]
    if begun:
        return [min(begun, key=lambda known: (_rarity()[stems[known]], len(known), known))]
    for size in range(len(word) - 3, 2, -1):
        if word[:size] in stems and word[size:] in stems:
            return [word[:size], word[size:]]
    return _nearest(word)


def _nearest(word: str) -> list[str]:
    """The nearest word of the vocabulary: one slip for short words, two for others; the commonest of equals."""
    cutoff = 1 if len(word) < 6 else 2
    near = process.extract(word, _starting(word[:1]), scorer=OSA.distance, score_cutoff=cutoff, limit=5)
    near = near or process.extract(word, tuple(_stems()), scorer=OSA.distance, score_cutoff=1, limit=5)
    return [min(near, key=lambda found: (found[1], _rarity()[_stems()[found[0]]], found[0]))[0]] if near else []


@cache
def _stems() -> dict[str, str]:
    return {row[0]: row[1] for row in connection().execute("SELECT word, stem FROM word ORDER BY word")}


@cache
def _rarity() -> dict[str, float]:
    return {row[0]: row[1] for row in connection().execute("SELECT stem, min(weight) FROM word GROUP BY stem")}


@cache
def _starting(letters: str) -> tuple[str, ...]:
    return tuple(word for word in _stems() if word.startswith(letters) and len(word) > 3)
