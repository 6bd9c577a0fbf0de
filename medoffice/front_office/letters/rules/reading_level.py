"""How hard a letter is to read: Flesch reading ease and Flesch-Kincaid grade; in Spanish the ease of Fernández Huerta.

Syllables are counted by groups of vowels, which is right for most words and near for texts.
"""

import re

from medoffice.front_office.letters.types.templates import ReadingLevel

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?:;]+(?=\s|$)|\n\s*\n")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
_WEAK = "iuü"
_SPANISH = re.compile(r"[aeiouáéíóúü]+", re.IGNORECASE)


def reading_level(text: str, language: str) -> ReadingLevel | None:
    """The level of a text; None where the language has no measure here, or there is too little to measure."""
    words = _WORD.findall(text)
    if language not in ("en", "es") or len(words) < 5:
        return None
    sentences = max(1, sum(1 for one in _ENDS.split(text) if _WORD.search(one)))
    count = syllables if language == "en" else spanish_syllables
    a_word, a_sentence = sum(map(count, words)) / len(words), len(words) / sentences
    if language == "es":
        return ReadingLevel(round(206.84 - 60 * a_word - 1.02 * a_sentence, 1), None, len(words))
    ease = 206.835 - 1.015 * a_sentence - 84.6 * a_word
    return ReadingLevel(round(ease, 1), round(0.39 * a_sentence + 11.8 * a_word - 15.59, 1), len(words))


def syllables(word: str) -> int:
    """The syllables of an English word, nearly."""
    low = word.casefold().strip("'\u2019")
    found = len(_VOWELS.findall(low))
    if (low.endswith("e") and not low.endswith(("le", "ee", "ye")) and found > 1) or (
        low.endswith(("es", "ed")) and not low.endswith(("ses", "ces", "xes", "zes", "ges", "ted", "ded")) and found > 1
    ):
        found -= 1
    return max(1, found)


def spanish_syllables(word: str) -> int:
    """The syllables of a Spanish word: strong vowels beside each other are two, an accent on a weak one parts them."""
    found = 0
    for group in _SPANISH.findall(word.casefold()):
        strong = sum(1 for letter in group if letter not in _WEAK)
        found += max(1, strong)
    return max(1, found)
