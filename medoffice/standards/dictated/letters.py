"""Letters that are said one by one become abbreviations; what an office may not write is spelled out."""

import re
from collections.abc import Sequence

from medoffice.standards.dictated.tables import terms
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import SIGN, WORD, Token, low_at, made

_KEYS = {tuple(said.split()): (said, text) for said, text in terms.SPELLED.items()}
_FREQUENT = {tuple(said.split()): said for said in terms.FREQUENCIES}
_LETTERS_ONLY = {key for key in (*_KEYS, *_FREQUENT) if all(len(part) == 1 for part in key)}
_WITH_NUMBER = tuple(key for key in _KEYS if key not in _LETTERS_ONLY)
_LONGEST = max(map(len, _LETTERS_ONLY))
_JOINT = re.compile(r"[clst]\d{1,2}")
_HOURS = re.compile(r"q\.([0-9]+(?:-[0-9]+)?) h\.")
_SPELLED_OUT = {"mso4": "morphine sulfate", "mgso4": "magnesium sulfate", "µg": "mcg", "μg": "mcg", "ug": "mcg"}


def join(tokens: Sequence[Token], report: Report) -> list[Token]:
    """The tokens with spelled abbreviations joined and written ones in their usual letters."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind != WORD or token.fixed:
            out.append(token)
            at += 1
        elif len(token.text) == 1 and token.low.isalpha():
            at = _letters(tokens, at, out, report)
        else:
            _written(token, report)
            out.append(token)
            at += 1
    return out


def _letters(tokens: Sequence[Token], at: int, out: list[Token], report: Report) -> int:
    """Take the longest abbreviation that stands here, or the letter."""
    for key in _WITH_NUMBER:
        if key[0] == tokens[at].low and words_at_loosely(tokens, at, key):
            return _take(tokens, at, key, out, report)
    end = at
    while end < min(len(tokens), at + _LONGEST + 2) and len(low_at(tokens, end)) == 1:
        end += 1
    run = tuple(token.low for token in tokens[at:end])
    if run[0] in "ai" and run not in _LETTERS_ONLY and any(run[1 : 1 + size] in _LETTERS_ONLY for size in (2, 3, 4, 5)):
        run = run if run[:3] in _LETTERS_ONLY or run[:4] in _LETTERS_ONLY else run[:1]
    for size in range(min(_LONGEST, len(run)), 1, -1):
        if run[:size] in _LETTERS_ONLY:
            return _take(tokens, at, run[:size], out, report)
    _written(tokens[at], report)
    out.append(tokens[at])
    return at + 1


def words_at_loosely(tokens: Sequence[Token], at: int, key: Sequence[str]) -> bool:
    """As ``words_at``, where typed digits are words too."""
    return at + len(key) <= len(tokens) and all(
        tokens[at + step].low == word and tokens[at + step].kind != SIGN for step, word in enumerate(key)
    )


def _take(tokens: Sequence[Token], at: int, key: tuple[str, ...], out: list[Token], report: Report) -> int:
    said = tokens[at : at + len(key)]
    if key in _FREQUENT:
        token = made(frequency(_FREQUENT[key], report), WORD, said, glue=said[0].glue)
    else:
        token = made(_KEYS[key][1], WORD, said, glue=said[0].glue)
        _written(token, report)
    token.fixed = True
    out.append(token)
    after = at + len(key)
    if token.text.endswith(".") and after < len(tokens) and tokens[after].text == "." and tokens[after].kind == SIGN:
        token.ends = True
        if not tokens[after].spoken:
            after += 1
    return after


def frequency(said: str, report: Report) -> str:
    """A frequency in the style of the office."""
    strict, clinic = terms.FREQUENCIES[said]
    return strict if report.strict else clinic


def _written(token: Token, report: Report) -> None:
    """Give a written abbreviation its usual letters."""
    bare = token.low.replace(".", "")
    hours = _HOURS.fullmatch(token.low)
    if hours and not report.strict:
        token.write(f"every {hours[1]} hours")
        token.fixed = True
    elif bare in terms.WRITTEN_FREQUENCIES and (bare != "bid" or token.text != "Bid"):
        token.write(frequency(terms.WRITTEN_FREQUENCIES[bare], report))
        token.fixed = True
    elif token.low in _SPELLED_OUT:
        token.write(_SPELLED_OUT[token.low])
    elif token.low in terms.CASED:
        token.write(terms.CASED[token.low])
    elif _JOINT.fullmatch(token.low):
        token.write(token.text.upper())
    if token.text == "MS":
        report.flag("do-not-use", token.start, token.end, "MS has several meanings: write which is meant.")
