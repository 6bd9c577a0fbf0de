"""A text in plain words: known words are said as people say them, long chains of sentences are parted. Pure.

Never touched are numbers, doses, what is denied, sides and names: a word with a capital inside a sentence, or behind a
title, is a name, and no gloss may hold a digit, a negation or a side.
"""

import re
from collections.abc import Iterable, Mapping

from medoffice.front_office.letters.types.plain import Gloss, GlossedPiece

LIST_TITLE = "Words in this letter"
# What must read in a copy exactly as it did.
KEPT = frozenset(
    {
        "no",
        "not",
        "none",
        "never",
        "nor",
        "neither",
        "cannot",
        "without",
        "denies",
        "denied",
        "deny",
        "negative",
        "absent",
    }
    | {"left", "right", "bilateral", "both", "either", "every", "each", "once", "twice"}
)
_TERM = re.compile(r"[a-z]+(?:[ '-][a-z]+)*")
_SAYS = re.compile(r"[A-Za-z]+(?:[ ,'-]+[A-Za-z]+)*")
_LONGEST = {"term": 60, "says": 80, "means": 200}
_CHAIN = re.compile(r"(?<=[\w)]);[^\S\n]+([a-z])")
_BEGINS = re.compile(r"(?:^|\n\s*|\b[a-z]{3,}[.!?:]\s+)$")  # no sentence begins behind "Dr." and the like


def fault_in(gloss: Gloss) -> dict[str, str]:
    """What is wrong with a gloss, by field; nothing if it may be used."""
    wrong = {name: f"At most {most} letters." for name, most in _LONGEST.items() if len(getattr(gloss, name)) > most}
    if not _TERM.fullmatch(gloss.term):
        wrong["term"] = "Words of small letters, as they stand inside a sentence."
    if gloss.says and not _SAYS.fullmatch(gloss.says):
        wrong["says"] = "Words only: no digits, no marks but commas."
    for name in ("term", "says"):
        if held := sorted(KEPT & set(re.findall(r"[a-z]+", getattr(gloss, name).lower()))):
            wrong[name] = f"\u201c{held[0]}\u201d stays as it was said."
    if gloss.says and re.search(rf"\b{re.escape(gloss.term)}\b", gloss.says, re.IGNORECASE):
        wrong["says"] = "It says the same word again."
    return wrong


def plainer(text: str, glossary: Iterable[Gloss]) -> str:
    """The text with each known word said plainly, and chains of sentences parted at their semicolons."""
    said = {gloss.term: gloss.says for gloss in glossary if gloss.says}
    parted = _CHAIN.sub(lambda found: f". {found[1].upper()}", text)
    if not said:
        return parted
    pattern = re.compile(rf"(?<![\w-])(?:(an?)(\s+))?({_any_of(said)})(?![\w-])", re.IGNORECASE)
    return pattern.sub(lambda found: _said(found, said), parted)


def _any_of(terms: Mapping[str, object]) -> str:
    longest_first = sorted(terms, key=len, reverse=True)
    return "|".join(r"[^\S\n]+".join(map(re.escape, term.split(" "))) for term in longest_first)


def _said(found: re.Match[str], said: Mapping[str, str]) -> str:
    word, article = found[3], found[1] or ""
    plain = said[" ".join(word.lower().split())]
    begins = bool(_BEGINS.search(found.string, max(0, found.start() - 40), found.start()))
    if word[1:] != word[1:].lower() or (word[0].isupper() and (article or not begins)):
        return found[0]
    if word[0].isupper():
        plain = plain[0].upper() + plain[1:]
    if not article:
        return plain
    other = "an" if plain[0].lower() in "aeiou" else "a"
    return f"{other.capitalize() if article[0].isupper() else other}{found[2]}{plain}"


def explained(text: str, glossary: Iterable[Gloss]) -> tuple[GlossedPiece, ...]:
    """The text in pieces, each word that has a meaning by itself, the first time it stands there."""
    means = {gloss.term: gloss for gloss in glossary if gloss.means}
    pieces, after, seen = list[GlossedPiece](), 0, set[str]()
    found = re.finditer(rf"(?<![\w-])(?:{_any_of(means)})(?![\w-])", text, re.IGNORECASE) if means else ()
    for one in found:
        term = " ".join(one[0].lower().split())
        if term in seen:
            continue
        seen.add(term)
        pieces += [GlossedPiece(text[after : one.start()]), GlossedPiece(one[0], means[term])]
        after = one.end()
    return tuple(piece for piece in (*pieces, GlossedPiece(text[after:])) if piece.text)


def plain_copy(text: str, glossary: Iterable[Gloss]) -> str:
    """What a plain copy of a letter says: the plain text, and below it the words that are explained."""
    known = list(glossary)
    body = plainer(text, known).rstrip("\n")
    told = [f"{one.text.lower()}: {one.gloss.means}" for one in explained(body, known) if one.gloss]
    return "\n".join([body, "", LIST_TITLE, *told, ""]) if told else f"{body}\n"
