"""Terms that say how the number behind them is written: Roman or Arabic, vertebrae, tumors, births."""

import re
from collections.abc import Callable, Mapping, Sequence

from medoffice.standards.dictated.tables import terms
from medoffice.standards.dictated.tables.figures import ROMAN
from medoffice.standards.dictated.tokens import SIGN, WORD, Token, low_at, made
from medoffice.standards.dictated.units import is_number, plain, unit_at

# The letters that join a number, and the largest number each takes.
_LETTERS = {"c": 8, "t": 12, "l": 5, "s": 5, "v": 9, "b": 12, "d": 3, "n": 3, "m": 1, "g": 15, "p": 15}
# Dextrose in water or saline: "d five w", "d five half normal saline".
_SUGARS = frozenset({"5", "10", "25", "50"})
_SOLUTIONS = frozenset({"w", "half", "quarter", "normal", "ns", "lactated", "water", "saline"})
_STAGED = frozenset({"", "lung", "breast", "colon", "disease", "melanoma", "cancer"})
_SPINE = "ctls"
_PARA = re.compile(r"\d(?:-\d){3}")
_BEHIND_A_LETTER = frozenset({"on", "in", "and", "or", "with", "is", "was", "at", "for", "by", "to"})
_NO_JOINT = frozenset({"hepatitis", "grade", "stage", "section", "part", "plan", "group", "apartment", "vitamin"})


def _roman(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Stage three" -> stage III; "cranial nerves two through twelve" -> II-XII."""
    word = tokens[at].low
    if not is_number(tokens, at + 1) or not _up_to(tokens[at + 1], 15):
        return 0
    near = {low_at(out, len(out) - back) for back in range(1, 4)} | {low_at(tokens, at + 2), low_at(tokens, at + 3)}
    if word == "level" and low_at(out, len(out) - 1) != "clark":
        return _arabic(tokens, at, out)
    if word == "stage" and (near | {low_at(tokens, at + 4)}) & terms.ARABIC_STAGE:
        return _arabic(tokens, at, out)
    before = low_at(out, len(out) - 1)
    other_nerve = word in {"nerve", "nerves"} and before != "cranial"
    counted = word == "stage" and low_at(tokens, at + 2) in {"over", "out"}
    if other_nerve or counted or (word == "factor" and before in terms.NO_CLOTTING):
        return 0
    out.append(tokens[at])
    first, after = ROMAN[int(tokens[at + 1].text)], at + 2
    if low_at(tokens, after) in {"through", "to"} and is_number(tokens, after + 1) and _up_to(tokens[after + 1], 15):
        out.append(_term(f"{first}-{ROMAN[int(tokens[after + 1].text)]}", tokens[at + 1 : after + 2]))
        return after + 2
    if low_at(tokens, after) in {"a", "b", "c"} and word in {"stage", "forrest"} and _is_letter(tokens, after):
        first += low_at(tokens, after).upper() if word == "stage" else low_at(tokens, after)
        after += 1
    out.append(_term(first, tokens[at + 1 : after]))
    return after


def _is_letter(tokens: Sequence[Token], at: int) -> bool:
    """Whether the letter belongs to the stage; "a" may be an article."""
    following = low_at(tokens, at + 1)
    return tokens[at].low != "a" or following in _STAGED


def _class(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Class three": Roman for heart failure, angina and airways."""
    near = {low_at(out, len(out) - back) for back in range(1, 5)} | {low_at(tokens, at + 2), low_at(tokens, at + 3)}
    if is_number(tokens, at + 1) and _up_to(tokens[at + 1], 6) and near & terms.ROMAN_CLASS:
        out.append(tokens[at])
        out.append(_term(ROMAN[int(tokens[at + 1].text)], tokens[at + 1 : at + 2]))
        return at + 2
    return _arabic(tokens, at, out)


def _arabic(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Type two", "grade two": Arabic figures; also for a diabetes that is written with Roman ones."""
    roman = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if roman in {"I", "II"} and tokens[at].low == "type" and low_at(tokens, at + 2) in {"diabetes", "diabetic"}:
        out.extend((tokens[at], _term(str(ROMAN.index(roman)), tokens[at + 1 : at + 2])))
        return at + 2
    if is_number(tokens, at + 1) and unit_at(tokens, at + 2) is None:
        tokens[at + 1].claimed = True
        letter = low_at(tokens, at + 2)
        lettered = letter in {"a", "b", "c"} and not tokens[at + 2].glue and _is_of_kidneys(tokens, at + 2)
        if tokens[at].low in {"stage", "category"} and lettered:
            letter = letter.upper() if tokens[at].low == "category" else letter
            out.extend((tokens[at], _term(tokens[at + 1].text + letter, tokens[at + 1 : at + 3])))
            return at + 3
    if low_at(tokens, at + 1) == "a" and tokens[at].low in {"type", "group"} and _is_last(tokens, at + 1):
        tokens[at + 1].write("A")
        tokens[at + 1].fixed = True
    return 0


def _is_of_kidneys(tokens: Sequence[Token], at: int) -> bool:
    """ "Stage three a chronic kidney disease", "chronic kidney disease stage three a"."""
    return _is_last(tokens, at) or low_at(tokens, at + 1) in {"chronic", "kidney", "ckd"}


def _is_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter belongs to what stands before it: nothing stands behind that it could be the article of."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or following.kind != WORD or following.low in _BEHIND_A_LETTER


def _joint(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "L four l five" -> L4-L5; "t two n one m zero" -> T2 N1 M0; "b twelve" -> B12."""
    if tokens[at].glue and is_number(out, len(out) - 1):
        return 0
    if low_at(out, len(out) - 1) in _NO_JOINT and not _is_vitamin(tokens, at, out):
        return 0
    if tokens[at].low == "p" and is_number(tokens, at + 1) and _PARA.fullmatch(tokens[at + 1].text):
        out.append(_term(f"P{tokens[at + 1].text}", tokens[at : at + 2]))
        return at + 2
    first = _one(tokens, at)
    if first is None:
        return 0
    letter, number, after = first
    text = f"{letter.upper()}{number}"
    if letter in {"t", "n"} and low_at(tokens, after) in {"a", "b", "c"} and _is_part(tokens, after):
        text, after = text + low_at(tokens, after), after + 1
    if letter == "d" and low_at(tokens, after) == "w":
        text, after = f"{text}W", after + 1
    if letter in _SPINE and letter != "s":
        text, after = _vertebrae(tokens, text, letter, number, after, came_from=low_at(out, len(out) - 1) == "from")
    said = tokens[at:after]
    prefix = low_at(out, len(out) - 1)
    if letter == "t" and prefix == "p" and low_at(tokens, after) == "n":
        said = [out.pop(), *said]
        text = "p" + text
    out.append(_term(text, said))
    return after


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the letter belongs to the stage of a tumor ("n two a m zero"); "a" may be an article."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or following.low in {"n", "m"} or following.kind == SIGN


def _vertebrae(
    tokens: Sequence[Token], text: str, letter: str, number: int, after: int, *, came_from: bool
) -> tuple[str, int]:
    """The second of two vertebrae: "l five s one", "l four through l five", "l four five"."""
    change = low_at(tokens, after) == "to" and came_from
    linked = (low_at(tokens, after) in {"through", "to"} and not change) or _is_hyphen(tokens, after)
    second = _one(tokens, after + linked)
    if second is not None and (linked or _next_to(letter, number, second[0], second[1])) and second[0] in _SPINE:
        return f"{text}-{second[0].upper()}{second[1]}", second[2]
    at = after + linked
    if is_number(tokens, at) and tokens[at].text == str(number + 1) and unit_at(tokens, at + 1) is None:
        return f"{text}-{tokens[at].text}", at + 1
    return text, after


def _next_to(letter: str, number: int, other: str, second: int) -> bool:
    """Whether the second vertebra lies below the first."""
    return (letter == other and second == number + 1) or (letter, number, other, second) in {
        ("l", 5, "s", 1),
        ("c", 7, "t", 1),
        ("t", 12, "l", 1),
    }


def _one(tokens: Sequence[Token], at: int) -> tuple[str, int, int] | None:
    """A letter with its number, and the place behind them."""
    letter = low_at(tokens, at)
    if len(letter) in {2, 3} and letter[0] in _SPINE and letter[1:].isdigit() and letter.isascii():
        return letter[0], int(letter[1:]), at + 1
    if letter not in _LETTERS or not is_number(tokens, at + 1):
        return None
    sugar = letter == "d" and tokens[at + 1].text in _SUGARS and low_at(tokens, at + 2) in _SOLUTIONS
    if not sugar and not _up_to(tokens[at + 1], _LETTERS[letter]):
        return None
    if unit_at(tokens, at + 2) is not None or low_at(tokens, at + 2) == "over":
        return None
    return letter, int(tokens[at + 1].text), at + 2


def _is_vitamin(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> bool:
    return low_at(out, len(out) - 1) == "vitamin" and low_at(tokens, at) in {"b", "d"}


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == SIGN and tokens[at].text == "-"


def _genotype(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Genotype one a" -> genotype 1a."""
    if not is_number(tokens, at + 1) or not _up_to(tokens[at + 1], 9):
        return 0
    letter = low_at(tokens, at + 2)
    sure = letter in {"b", "c"} or (letter == "a" and _is_last(tokens, at + 2))
    letter, after = (letter, at + 3) if sure and not tokens[at + 2].glue else ("", at + 2)
    if tokens[at].low == "marsh":
        tokens[at].write("Marsh")
    out.extend((tokens[at], _term(tokens[at + 1].text + letter, tokens[at + 1 : after])))
    return after


def _coma(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "E four v five m six" of the coma scale -> E4 V5 M6."""
    letters = tuple(low_at(tokens, at + step) for step in (0, 2, 4))
    if letters != ("e", "v", "m") or not all(is_number(tokens, at + step) for step in (1, 3, 5)):
        return 0
    for step in (0, 2, 4):
        said = tokens[at + step : at + step + 2]
        out.append(_term(f"{said[0].text.upper()}{said[1].text}", said))
    return at + 6


def _births(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Gravida two para one"."""
    if is_number(tokens, at + 1):
        tokens[at + 1].claimed = True
    del out
    return 0


def _up_to(token: Token, most: int) -> bool:
    return (
        plain(token)
        and token.text.isdigit()
        and len(token.text) < 3
        and int(token.text) <= most
        and not (token.text == "0" and most > 12)
    )


def _term(text: str, said: Sequence[Token]) -> Token:
    token = made(text, WORD, said, glue=said[0].glue)
    token.said = [word for each in said for word in (each.said or [each])]
    token.fixed = True
    return token


Rule = Callable[[Sequence[Token], int, list[Token]], int]
CLINICAL: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("grade", "type", "group", "phase", "category"), (_arabic,)),
    **dict.fromkeys(("stage", "level", "nerve", "nerves", "factor", "mallampati", "bethesda", "forrest"), (_roman,)),
    "class": (_class,),
    **dict.fromkeys(("genotype", "marsh"), (_genotype,)),
    "bipolar": (_roman,),
    "e": (_coma,),
    **dict.fromkeys(("gravida", "para"), (_births,)),
    **dict.fromkeys(_LETTERS, (_joint,)),
    **{f"{letter}{number}": (_joint,) for letter in "ctl" for number in range(1, 13)},
}
