"""Sections, capitals, abbreviations of diagnoses: the last touch."""

import re
from collections.abc import Sequence

from medoffice.standards.dictated.naming import after_first_name, is_relative, label_ends, name_lines, surname
from medoffice.standards.dictated.tables import sections, terms
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import (
    BREAK,
    HEADING,
    ITEM,
    SIGN,
    WORD,
    Token,
    is_boundary,
    low_at,
    made,
)


def arrange(tokens: Sequence[Token], report: Report) -> list[Token]:
    """The text by sections: a section that was gone back to gets the new words at its end."""
    order: list[list[Token]] = [[]]
    named: dict[str, list[Token]] = {}
    for token in tokens:
        if token.kind != HEADING:
            order[-1].append(token)
            continue
        earlier = named.get(token.text)
        if token.fixed and earlier is not None:
            report.flag("moved", token.start, token.end, f"What follows was put into {token.text.rstrip(':')}.")
            earlier.append(made("\n", BREAK, [token]))
            order.append(earlier)
            continue
        named[token.text] = [token]
        order.append(named[token.text])
    out: list[Token] = []
    seen: set[int] = set()
    for part in order:
        if id(part) not in seen:
            seen.add(id(part))
            out.extend(_section(part))
    return out


def _section(part: list[Token]) -> list[Token]:
    """A section with breaks around its heading."""
    if not part or part[0].kind != HEADING:
        return part
    head = part[0]
    return [made("\n\n", BREAK, [head]), head, made("\n", BREAK, [head]), *part[1:], made("\n\n", BREAK, [part[-1]])]


def finish(tokens: Sequence[Token], report: Report) -> list[Token]:
    """Capitals where sentences begin; names; allergies; diagnoses in the assessment."""
    name_lines(tokens)
    out: list[Token] = []
    section = ""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == HEADING:
            section = token.text.rstrip(":")
        phrase = _phrase(tokens, at)
        if phrase:
            said = tokens[at : at + len(phrase[0])]
            joined = len(phrase[1]) != len(said)
            if is_boundary(out):
                phrase = phrase[0], (phrase[1][0][:1].upper() + phrase[1][0][1:], *phrase[1][1:])
            out.extend([made(phrase[1][0], WORD, said)] if joined else _renamed(said, phrase[1]))
            at += len(said)
            continue
        if token.kind == WORD:
            _word(tokens, at, out, section, strict=report.strict)
        if (is_boundary(out) or label_ends(out)) and token.kind in {WORD, SIGN}:
            _begin(token)
        out.append(token)
        at += 1
    return out


def _phrase(tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if tokens[at].kind != WORD or tokens[at].low not in _PHRASES:
        return None
    for words, written in _PHRASES[tokens[at].low]:
        if all(low_at(tokens, at + step) == word for step, word in enumerate(words)):
            return words, written
    return None


def _renamed(said: Sequence[Token], written: Sequence[str]) -> list[Token]:
    for token, text in zip(said, written, strict=True):
        token.write(text)
    return list(said)


def _word(tokens: Sequence[Token], at: int, out: Sequence[Token], section: str, *, strict: bool) -> None:
    """Give one word its letters."""
    token = tokens[at]
    if token.text == token.low and (
        token.low in terms.PROPER
        or _is_named_letter(token, out)
        or is_relative(token, out)
        or surname(token, tokens, at, out)
    ):
        token.write(token.text[:1].upper() + token.text[1:])
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    titled = not out or out[-1].low not in terms.NO_TITLE_AFTER
    if (
        titled
        and token.low in terms.TITLES
        and following is not None
        and _is_name(following)
        and token.text == token.low
    ):
        token.write(terms.TITLES[token.low])
        following.write(following.text[:1].upper() + following.text[1:])
        after_first_name(tokens, at + 1)
    if strict and section in sections.ASSESSMENTS and token.text in terms.DIAGNOSES:
        token.write(terms.DIAGNOSES[token.text])
        token.fixed = False
    if section in sections.ALLERGIES and not token.fixed and not _behind_number(out):
        token.write(token.text.upper())


def _is_named_letter(token: Token, out: Sequence[Token]) -> bool:
    """ "Vitamin d", "hepatitis b"; "hepatitis a week ago" has an article."""
    return len(token.text) == 1 and token.low not in "ai" and bool(out) and out[-1].low in terms.LETTER_AFTER


def _is_name(token: Token) -> bool:
    return token.kind == WORD and len(token.text) > 1 and token.low not in terms.NO_NAMES and not token.fixed


def _behind_number(out: Sequence[Token]) -> bool:
    return bool(out) and out[-1].kind not in {WORD, SIGN, BREAK, HEADING, ITEM}


def _begin(token: Token) -> None:
    """A capital at the beginning of a sentence; of "group A strep" too, not of "pH"."""
    first = re.split(r"[ -]", token.text)[0]
    small = first.islower() and (first == token.text or len(first) > 1)
    if token.kind == WORD and small and len(token.text[0].upper()) == 1:
        token.text = token.text[0].upper() + token.text[1:]


_PHRASES = {
    first: tuple(phrase for phrase in terms.PROPER_PHRASES.items() if phrase[0][0] == first)
    for first in {words[0] for words in terms.PROPER_PHRASES}
}
