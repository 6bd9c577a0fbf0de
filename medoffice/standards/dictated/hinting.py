"""Two drafts of one recording, heard with and without hints, made one. A hint is believed only where it was heard.

A recogniser that is told which drugs a patient takes finds them, and now and then puts one where nobody said it. So
the draft is what was heard without hints, and a hinted word takes a place in it only where that sounds like it;
elsewhere the place is flagged. Only where that lost a whole stretch of speech do the words with hints stand for it,
each hint among them in doubt. A recogniser that does not say how sure it is puts no hint in the place of one word, and
lets none stand for a lost stretch: what it heard stays, and the hint is asked about. To take the surer of two drafts
where no hint is in question was tried and was no better.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Protocol

from rapidfuzz.distance import Levenshtein

from medoffice.kernel.heard import Heard, HeardWord
from medoffice.standards.dictated.types import DraftWord

MOST_HINTS, MOST_LETTERS, LONGEST_HINT, SHORTEST = 40, 500, 60, 4  # more are cut off by the recogniser without a word
UNSURE = 0.6  # below it six of ten wrong words of a draft were found (reference measurement on dense medical speech)
SURE = 0.8  # a word by itself that was heard so surely is no other
ALIKE = 0.5  # from here on two words sound alike; chosen on bench/dictations, where 0.45 to 0.6 differ by a point
_SPAN = 5  # so many words of the one draft may be one of the other: "as at a lap REM"
_LOST = 8  # where hints bring so many words more, the other draft has lost what was said
_MADE_UP = 0.05  # surer than this of what was said; below it the hints are repeated behind the end
_LETTERS = re.compile(r"[a-z0-9]+")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("c", "k"), ("z", "s"), ("y", "i"), ("v", "f"))
_VOWELS = re.compile(r"[aeiou]+")


class Said(Protocol):
    """A word, of whatever else is known."""

    @property
    def text(self) -> str:
        """As it is written."""


def hints_from(lines: Sequence[str]) -> tuple[str, ...]:
    """Terms as they are given to a recogniser: each once, the first forty, without what no term holds.

    No more than 500 letters in all: behind about 220 parts of words a recogniser cuts its hints off without a word.
    """
    found: dict[str, str] = {}
    for line in lines:
        term = " ".join(re.findall(r"[\w'./+-]+", line))[:LONGEST_HINT].strip()
        if term:
            found.setdefault(term.lower(), term)
    terms = list(found.values())[:MOST_HINTS]
    while sum(map(len, terms)) > MOST_LETTERS:
        terms.pop()
    return tuple(terms)


def blended(heard: Heard, hints: Sequence[str]) -> tuple[DraftWord, ...]:
    """One draft of the two; a hint that was not heard is a doubt of the word that stands in its place."""
    if not heard.hinted:
        return tuple(map(_word, heard.plain))
    said = {part for hint in hints for part in _LETTERS.findall(hint.lower()) if len(part) >= SHORTEST}
    with_hints = [word for word in heard.hinted if word.confidence is None or word.confidence >= _MADE_UP]
    one, other = [_bare(word.text) for word in heard.plain], [_bare(word.text) for word in with_hints]
    found: list[DraftWord] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        plain, hinted = heard.plain[a:b], with_hints[c:d]
        if kind == "equal":
            found += [_surer(*pair) for pair in zip(plain, hinted, strict=True)]
        elif d - c > _LOST + 3 * (b - a) and all(word.confidence is not None for word in hinted):
            found += (replace(_word(word), doubt=word.text if _bare(word.text) in said else "") for word in hinted)
        elif said.intersection(other[c:d]):
            found += _placed(plain, hinted, said)
        else:
            found += map(_word, plain)
    return tuple(_asked(found, said - {_bare(word.text) for word in found}))


def _asked(words: list[DraftWord], said: set[str]) -> list[DraftWord]:
    """The draft with a doubt wherever words that are not sure sound like a hint that the draft does not have."""
    for term in sorted(said):
        unsure = [at for at, word in enumerate(words) if is_unsure(word) and not word.instead]
        near = sorted({first for at in unsure for first in range(max(0, at - _SPAN + 1), at + 1)})
        for first in near:
            place = place_of(term, words[first : first + _SPAN], 0)
            if place and place[0] == 0 and any(first <= at < first + place[1] for at in unsure):
                words[first] = replace(words[first], doubt=words[first].doubt or term)
                break
    return words


def _placed(plain: Sequence[HeardWord], hinted: Sequence[HeardWord], said: set[str]) -> list[DraftWord]:
    """What was heard without hints, with the hinted words at the places that sound like them."""
    found: list[DraftWord] = []
    unheard: list[str] = []
    at = 0
    for word in hinted:
        term = _bare(word.text)
        if term not in said:
            continue
        place = place_of(term, plain, at)
        if place is None or _is_another(plain[slice(*place)]):
            unheard.append(word.text.strip(".,"))
            continue
        first, last = place
        under = plain[first:last]
        instead = " ".join(one.text for one in under)
        found += map(_word, plain[at:first])
        found.append(DraftWord(word.text, under[0].start, under[-1].end, word.confidence, instead))
        at = last
    rest = list(map(_word, plain[at:]))
    if unheard and rest:
        rest[0] = replace(rest[0], doubt=", ".join(unheard))
    return found + rest


def is_unsure(word: HeardWord | DraftWord) -> bool:
    """Whether the recogniser says that it is not sure of a word."""
    return word.confidence is not None and word.confidence < UNSURE


def _is_another(under: Sequence[HeardWord]) -> bool:
    """Whether one word was, or may have been, surely heard: hydroxyzine sounds like hydralazine, and is none."""
    return len(under) == 1 and (under[0].confidence is None or under[0].confidence >= SURE)


def place_of(term: str, plain: Sequence[Said], at: int) -> tuple[int, int] | None:
    """Which words from ``at`` on sound most like a term, if any do: five of them at most, none with a figure."""
    spans = [
        (first, last)
        for first in range(at, len(plain))
        for last in range(first + 1, min(first + _SPAN, len(plain)) + 1)
        if not any(letter.isdigit() for word in plain[first:last] for letter in word.text)
    ]
    likeness = {span: alike(term, "".join(_bare(word.text) for word in plain[slice(*span)])) for span in spans}
    best = max(spans, key=lambda span: (likeness[span], span[0] - span[1]), default=None)
    return best if best and likeness[best] >= ALIKE else None


def alike(one: str, other: str) -> float:
    """How alike two words sound, from 0 to 1: the mean of their letters and of their consonants, as they sound."""
    pairs = (_sounding(one), _sounding(other)), (_bones(one), _bones(other))
    return sum(Levenshtein.normalized_similarity(*pair) for pair in pairs) / 2


def _sounding(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word)


def _bones(word: str) -> str:
    sounding = _sounding(word)
    return sounding[:1] + _VOWELS.sub("", sounding[1:])


def _bare(text: str) -> str:
    return "".join(_LETTERS.findall(text.lower()))


def _word(word: HeardWord) -> DraftWord:
    return DraftWord(word.text, word.start, word.end, word.confidence)


def _surer(one: HeardWord, other: HeardWord) -> DraftWord:
    """Of the same word twice the spelling with hints (capitals), as sure as the surer."""
    said = [sure for sure in (one.confidence, other.confidence) if sure is not None]
    return DraftWord(other.text, one.start, one.end, max(said, default=None))
