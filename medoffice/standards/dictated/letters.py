"""Letters that are said one by one become abbreviations; what an office may not write is spelled out."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from medoffice.standards.dictated.tables import phrases, terms
from medoffice.standards.dictated.tables.figures import DIGITS, TEENS, TENS
from medoffice.standards.dictated.tables.lists import listed
from medoffice.standards.dictated.tables.measures import UNITS
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import NUMBER, SIGN, WORD, Token, low_at, made

_KEYS = {tuple(said.split()): (said, text) for said, text in terms.SPELLED.items()}
_FREQUENT = {tuple(said.split()): said for said in terms.FREQUENCIES}
_LETTERS_ONLY = {key for key in (*_KEYS, *_FREQUENT) if all(len(part) == 1 for part in key)}
_WITH_NUMBER = tuple(key for key in _KEYS if key not in _LETTERS_ONLY)
_LONGEST = max(map(len, _LETTERS_ONLY))
# Letters that stay as they are until what stands around them is known: units, halves of the day.
_LEFT = {tuple(said) for said in ("mcg", "meq", "mg", "ml", "iu", "am", "pm")}
_MOST_LETTERS = 16
_BEHIND_HER2 = frozenset(
    {"", "breast", "disease", "cancer", "tumor", "and", "by", "on", "period", "comma", "invasive", "with"}
)
_PHRASES = {
    first: sorted((phrase for phrase in phrases.WRITTEN if phrase[0] == first), key=len, reverse=True)
    for first in {phrase[0] for phrase in phrases.WRITTEN}
}
_NUMBER_WORDS = frozenset({*DIGITS, *TEENS, *TENS, "oh"})
_LEAST_OF_A_NAME = 4
_SMALL = frozenset({*DIGITS, *listed("ten eleven twelve thirteen fourteen fifteen")})
_NUMBERED = frozenset("ctlsvbdnmgpq")
_JOINT = re.compile(r"[clst]\d{1,2}")
_HOURS = re.compile(r"q\.([0-9]+(?:-[0-9]+)?) h\.")
_SPELLED_OUT = {"mso4": "morphine sulfate", "mgso4": "magnesium sulfate", "µg": "mcg", "μg": "mcg", "ug": "mcg"}


def join(tokens: Sequence[Token], report: Report) -> list[Token]:
    """The tokens with spelled abbreviations joined and written ones in their usual letters."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        phrase = _phrase(tokens, at) if token.kind in {WORD, NUMBER} and not token.fixed else ()
        if phrase:
            written = made(phrases.WRITTEN[phrase], WORD, tokens[at : at + len(phrase)], glue=token.glue)
            written.fixed = True
            out.append(written)
            at += len(phrase)
        elif token.kind != WORD or token.fixed:
            out.append(token)
            at += 1
        elif len(token.text) == 1 and token.low.isalpha():
            at = _letters(tokens, at, out, report)
        else:
            _written(token, report)
            out.append(token)
            at += 1
    return out


def _phrase(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The longest phrase with a form of its own that stands here."""
    found = (phrase for phrase in _PHRASES.get(tokens[at].low, ()) if words_at_loosely(tokens, at, phrase))
    phrase = next(found, ())
    # "Her two positive cultures" are hers.
    owned = phrase[:2] == ("her", "two") and low_at(tokens, at + len(phrase)) not in _BEHIND_HER2
    return () if owned and phrase[-1] != "neu" else phrase


def _letters(tokens: Sequence[Token], at: int, out: list[Token], report: Report) -> int:
    """Take the abbreviation that stands here, or the letter; not that of "50s"."""
    if out and out[-1].kind == NUMBER and (tokens[at].glue or _is_of_hours(tokens, at, out)):
        return _leave(tokens, at, 1, out, report)
    for key in _WITH_NUMBER:
        if key[0] == tokens[at].low and words_at_loosely(tokens, at, key):
            return _take(tokens, at, key, out, report)
    end = at + 1
    while end < min(len(tokens), at + _MOST_LETTERS) and _is_letter(tokens, end):
        end += 1
    tumor = low_at(tokens, at) == "p" and end == at + 2 and low_at(tokens, end + 1) == "n"
    size = 1 if tumor and low_at(tokens, at + 1) == "t" else _first(tokens, at, end)
    key = tuple(token.low for token in tokens[at : at + size])
    if key in _LETTERS_ONLY:
        return _take(tokens, at, key, out, report)
    if size:
        return _leave(tokens, at, size, out, report)
    named = (tokens[end - 1].low, low_at(tokens, end)) in terms.PROPER_PHRASES
    if named or _joins(tokens, end):
        end -= 1
    article = tokens[at].low == "a" and end - at != 1
    if end - at < 2 or article or (end - at == 2 and tokens[at].low == "i"):
        return _leave(tokens, at, 1, out, report)
    return _together(tokens[at:end], at, out, report)


def _is_of_hours(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> bool:
    """ "Q 6 h p r n": whether the letter stands for the hours of a "q"."""
    return tokens[at].low == "h" and "q" in {low_at(out, len(out) - 2), low_at(out, len(out) - 4)}


def _is_letter(tokens: Sequence[Token], at: int) -> bool:
    return len(low_at(tokens, at)) == 1 and not tokens[at].fixed and tokens[at].low.isalpha()


def _is_number_word(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == NUMBER or tokens[at].low in _NUMBER_WORDS


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number that stands here may belong to the letter before ("L five"): a small one without a unit."""
    if at >= len(tokens) or tokens[at - 1].low not in _NUMBERED:
        return False
    small = tokens[at].low in _SMALL or (tokens[at].kind == NUMBER and len(tokens[at].text) < 3)
    following = low_at(tokens, at + 1)
    return small and following not in {"hundred", "thousand", "point"} and (following,) not in UNITS


def _first(tokens: Sequence[Token], at: int, end: int) -> int:
    """How many letters the first abbreviation has, if all letters up to the end are known ones; 0 if not."""
    if at == end:
        return 0
    run = tuple(token.low for token in tokens[at:end])
    counted = _joins(tokens, end)
    for size in range(min(_LONGEST, len(run)), 1, -1):
        known = run[:size] in _LETTERS_ONLY or (run[:size] in _LEFT and at and _is_number_word(tokens, at - 1))
        if known and (size == len(run) or _first(tokens, at + size, end)):
            return size
    measured = run[0] in {"u", "g", "l", "m"} and at > 0 and _is_number_word(tokens, at - 1)
    if len(run) == 1:
        return int(run[0] in {"a", "i"} or measured or counted)
    if measured or (run[0] in {"a", "i"} and _first(tokens, at + 1, end)):
        return 1
    return int(any(words_at_loosely(tokens, at, key) for key in _WITH_NUMBER))


def _leave(tokens: Sequence[Token], at: int, size: int, out: list[Token], report: Report) -> int:
    for token in tokens[at : at + size]:
        _written(token, report)
        out.append(token)
    return at + size


def _together(said: Sequence[Token], at: int, out: list[Token], report: Report) -> int:
    """Letters nobody knows are an abbreviation in capitals, or spell the name that was just said."""
    letters = "".join(token.low for token in said)
    last = out[-1] if out and out[-1].kind == WORD and len(letters) >= _LEAST_OF_A_NAME else None
    if last is not None and last.low[0] == letters[0] and SequenceMatcher(None, last.low, letters).ratio() >= 0.6:
        report.flag("spelled", last.start, said[-1].end, f"Spelled: {letters} (heard: {last.text})")
        last.write(letters.capitalize() if last.text[0].isupper() else letters)
        last.end = said[-1].end
    else:
        token = made(letters.upper(), WORD, said, glue=said[0].glue)
        token.fixed = True
        out.append(token)
    return at + len(said)


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
    elif token.low in terms.CASED and token.text != "EGFR":
        token.write(terms.CASED[token.low])
    elif _JOINT.fullmatch(token.low):
        token.write(token.text.upper())
    if token.text == "MS":
        report.flag("do-not-use", token.start, token.end, "MS has several meanings: write which is meant.")
