"""Numbers that belong together: parts of a count, ranges of pressures, mixed numbers, signed numbers, halves of a day,
sizes with a unit each.
"""

from collections.abc import Callable, Mapping, Sequence

from medoffice.standards.dictated.tables import measures, names
from medoffice.standards.dictated.tables.figures import MONTHS
from medoffice.standards.dictated.tokens import MARKS, NUMBER, SIGN, STOPS, WORD, Token, low_at, made
from medoffice.standards.dictated.units import Unit, figure, is_number, plain, unit_at

_HALVES = {"AM": "a.m.", "PM": "p.m."}
_PARTS = frozenset({"2", "3", "4", "7", "8"})
_LENSES = frozenset({".00", ".25", ".50", ".75"})
_BEFORE_A_LENS = frozenset({"eye", "sphere", "od", "os", "refraction", "add", "left", "right", "is", "of"})
_SIZED = frozenset({"cm", "mm", "m", "french"})
_BACK, _FAR = 14, 8
_CODED = frozenset({"lot", "serial", "model", "policy", "member", "reference", "authorization", "claim", "batch"})
_MOST_OF_A_CODE = 16


def typed_half(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "3:42 PM" of a draft: the half of the day in its usual letters."""
    half = _HALVES.get(tokens[at + 1].text) if at + 1 < len(tokens) else None
    clock = len(out) > 1 and out[-1].text == ":" and tokens[at].glue and is_number(out, len(out) - 2)
    if half is None or not clock or len(tokens[at].text) != 2:
        return 0
    word = made(half, WORD, tokens[at + 1 : at + 2])
    word.fixed = True
    word.ends = at + 2 < len(tokens) and tokens[at + 2].text == "."
    out.extend((tokens[at], word))
    return at + 2 + word.ends


def pressures(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "One thirty to one forty over eighty to ninety" -> 130-140/80-90."""
    links = low_at(tokens, at + 1), low_at(tokens, at + 3), low_at(tokens, at + 5)
    numbers = [tokens[at + step] for step in (0, 2, 4, 6) if is_number(tokens, at + step) and plain(tokens[at + step])]
    if links != ("to", "over", "to") or len(numbers) != len(links) + 1:
        return 0
    first, second, third, fourth = (number.text for number in numbers)
    out.append(figure(f"{first}-{second}/{third}-{fourth}", tokens[at : at + 7]))
    return at + 7


def mixed(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "40 and 1/7 weeks" of a draft."""
    parts = tokens[at + 1 : at + 5]
    if (
        [part.low for part in parts[:3]] == ["and", "a", "half"]
        and tokens[at].text.isdigit()
        and len(tokens[at].text) < 4
    ):
        out.append(figure(f"{tokens[at].text}-1/2", tokens[at : at + 4]))
        return at + 4
    if len(parts) < 4 or parts[0].low != "and" or parts[2].text != "/" or unit_at(tokens, at + 5) is None:
        return 0
    top, under = parts[1], parts[3]
    if not (is_number(parts, 1) and is_number(parts, 3) and parts[2].glue and under.glue and plain(tokens[at])):
        return 0
    if under.text not in _PARTS or not top.text.isdigit() or int(top.text) >= int(under.text):
        return 0
    out.append(figure(f"{tokens[at].text}-{top.text}/{under.text}", tokens[at : at + 5]))
    return at + 5


def part_of(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Three of twelve cores": where one is a figure, both are; so is the next such pair of the sentence."""
    if low_at(tokens, at + 1) != "of" or not is_number(tokens, at + 2):
        return 0
    low, high = tokens[at], tokens[at + 2]
    if not low.text.isdigit() or not high.text.isdigit() or int(low.text) > int(high.text) or int(high.text) > 999:
        return 0
    if high.claimed or low.claimed or low.text == "0" or labelled(out) or _pair_before(out):
        low.claimed = high.claimed = True
    return 0


def one_in(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "One in twenty five": a chance is in figures."""
    del out
    if low_at(tokens, at + 1) == "in" and tokens[at].text == "1" and is_number(tokens, at + 2):
        many = tokens[at + 2]
        year = many.text.isdigit() and 1900 <= int(many.text) < 2100
        if many.claimed and plain(many) and not year and unit_at(tokens, at + 3) is None:
            tokens[at].claimed = True
    return 0


def chromosome(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Forty six x x" -> 46,XX; "twenty two q eleven point two" -> 22q11.2."""
    text, following = tokens[at].text, tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind != WORD or not text.isdigit() or len(text) > 2:
        return 0
    if text in {"45", "46", "47"} and following.text in {"X", "XX", "XY", "XXY"} and not following.glue:
        out.append(figure(f"{text},{following.text}", tokens[at : at + 2]))
        return at + 2
    arm = following.low in {"p", "q"} and is_number(tokens, at + 2) and plain(tokens[at + 2]) and not following.glue
    if not arm or not 0 < int(text) < 23 or unit_at(tokens, at + 3) is not None:
        return 0
    out.append(figure(f"{text}{following.low}{tokens[at + 2].text}", tokens[at : at + 3]))
    return at + 3


def _pair_before(out: Sequence[Token]) -> bool:
    for at in range(len(out) - 1, max(1, len(out) - _BACK), -1):
        if out[at].kind == SIGN and out[at].text in STOPS:
            return False
        if out[at].low == "of" and is_number(out, at - 1) and is_number(out, at + 1) and out[at - 1].claimed:
            return True
    return False


def lens(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Minus two point two five plus zero point seven five": of lenses a plus is written as a sign."""
    text, before = tokens[at].text, out[-2] if len(out) > 1 else None
    level = low_at(tokens, at + 1) == "station" or (
        before is not None and len(before.low) <= 2 and before.text[:1].isupper()
    )
    if level and low_at(out, len(out) - 1) == "plus" and text in {"1", "2", "3"}:
        out.append(figure(f"+{text}", [out.pop(), tokens[at]]))
        return at + 1
    cylinder = low_at(out, len(out) - 1) == "minus" and before is not None and before.text[-3:] in _LENSES
    if cylinder and text[-3:] in _LENSES:
        out.append(figure(f"-{text}", [out.pop(), tokens[at]]))
        return at + 1
    if low_at(out, len(out) - 1) != "plus" or text[-3:] not in _LENSES or before is None:
        return 0
    if before.low not in _BEFORE_A_LENS and before.text[:1] not in {"-", "+"}:
        return 0
    out.append(figure(f"+{text}", [out.pop(), tokens[at]]))
    return at + 1


def less(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Four minus over five" of strength -> 4-/5."""
    sign = {"minus": "-", "plus": "+"}.get(low_at(tokens, at + 1))
    of = at + 3 if low_at(tokens, at + 2) == "over" else 0
    if (low_at(tokens, at + 2), low_at(tokens, at + 3)) == ("out", "of"):
        of = at + 4
    whole = of and is_number(tokens, of) and tokens[at].text.isdigit() and tokens[of].text.isdigit()
    if not sign or not whole or unit_at(tokens, of + 1) is not None:
        return 0
    out.append(figure(f"{tokens[at].text}{sign}/{tokens[of].text}", tokens[at : of + 1]))
    return of + 1


def more(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Three more days": the number counts the unit behind."""
    del out
    unit = unit_at(tokens, at + 2)
    if low_at(tokens, at + 1) in {"white", "red"} and low_at(tokens, at + 2) in {"cell", "cells", "blood"}:
        tokens[at].claimed = True
    if low_at(tokens, at + 1) in measures.BETWEEN and unit is not None and unit.kind == "counted":
        tokens[at].claimed = True
    return 0


def span(tokens: Sequence[Token], at: int, out: Sequence[Token], unit: Unit | None) -> bool:
    """Whether "two to three" is a range and not a change: what it is of follows, or both are figures already."""
    if _halved(tokens, at, out) or _changing(out):
        return False
    if unit is not None:
        return True
    # "Two units for 150 to 200": a case, not a range.
    if low_at(out, len(out) - 1) == "for":
        return False
    low, high = tokens[at], tokens[at + 2]
    if low.claimed and high.claimed:
        return True
    noun = low_at(tokens, at + 3)
    return noun == "times" or (len(noun) > 2 and noun not in measures.NO_NOUNS)


def _halved(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> bool:
    """Whether one of the numbers is half of another figure ("140/90 to 120/80")."""
    behind = tokens[at + 3] if at + 3 < len(tokens) else None
    return (bool(out) and out[-1].text == "/") or (behind is not None and behind.text in {"/", "over"})


def _changing(out: Sequence[Token]) -> bool:
    """Whether a word before, in this part of the sentence, makes two numbers a change."""
    if "from" in {low_at(out, len(out) - back) for back in (1, 2, 3)}:
        return True
    for token in reversed(out[-_FAR:]):
        if token.kind == SIGN and token.text in MARKS:
            return False
        if token.kind == WORD and token.low in measures.CHANGES:
            return True
    return False


def beside(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> bool:
    """ "11 on arrival and four at discharge": a value beside one that a label made a figure."""
    before, word = low_at(out, len(out) - 1), low_at(tokens, at + 1)
    ends = at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN or word == "in"
    if before == "of" and low_at(out, len(out) - 2) in {"place", "instead"}:
        return True
    if before == "than" and ends and tokens[at].text != "1":
        return True
    beside_one = before == "and" and word in {"on", "at", "in", "after", "before", "today", "with"}
    return beside_one and tokens[at].text != "1" and _labelled_before(out)


def _labelled_before(out: Sequence[Token]) -> bool:
    """Whether the last figure of the sentence stands behind a label."""
    for back in range(2, _BACK):
        token = out[-back] if back <= len(out) else None
        if token is None or (token.kind == SIGN and token.text in STOPS):
            return False
        if token.kind == NUMBER and token.claimed:
            return labelled(out[:-back])
    return False


def labelled(out: Sequence[Token]) -> bool:
    """Whether a label stands before, with nothing but fillers between."""
    for back in range(1, 7):
        if is_number(out, len(out) - back) and low_at(out, len(out) - back + 1) == "and":
            continue
        word = low_at(out, len(out) - back).rpartition(" ")[2]
        if word in measures.LABELS or word in names.PEOPLE:
            return True
        if word not in measures.FILLERS:
            return False
    return False


def _sized_by(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Two centimeters by one centimeter": an x between sizes that have a unit each."""
    sized = len(out) > 1 and out[-1].low in _SIZED and is_number(out, len(out) - 2)
    if not sized or not is_number(tokens, at + 1) or unit_at(tokens, at + 2) is None:
        return 0
    out.append(made("x", WORD, tokens[at : at + 1]))
    return at + 1


def _gray(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Fifty gray in twenty five fractions"; "ten gray hairs" are no dose."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = (
        following is None or following.kind != WORD or following.low in {"in", "to", "of", "per", "over", "was", "and"}
    )
    if not is_number(out, len(out) - 1) or not out[-1].claimed or not ends:
        return 0
    token = made("Gy", WORD, tokens[at : at + 1])
    token.fixed = True
    out.append(token)
    return at + 1


def _code(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Lot number u h four four two a" -> lot number UH442A."""
    if low_at(out, len(out) - 1) not in _CODED:
        return 0
    end = at + 1
    while end < len(tokens) and end < at + _MOST_OF_A_CODE and _is_of_a_code(tokens, end):
        end += 1
    said = tokens[at + 1 : end]
    text = "".join(token.text for token in said).upper()
    if len(said) < 2 or text.isdigit() or text.isalpha():
        return 0
    code = made(text, WORD, said)
    code.fixed = True
    out.extend((tokens[at], code))
    return end


def _is_of_a_code(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == NUMBER:
        return token.text.isdigit()
    article = token.low == "a" and low_at(tokens, at + 1) != ""
    return (
        token.kind == WORD and token.text.isalpha() and (token.text.isupper() or len(token.text) == 1) and not article
    )


def _mets(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Four mets" of exercise -> 4 METs; "three mets in the liver" are none."""
    near = {low_at(out, len(out) - back) for back in range(2, 8)}
    if not is_number(out, len(out) - 1) or not near & {
        "capacity",
        "exercise",
        "than",
        "achieved",
        "workload",
        "treadmill",
    }:
        return 0
    out[-1].claimed = True
    token = made("METs", WORD, tokens[at : at + 1])
    token.fixed = True
    out.append(token)
    return at + 1


def _street(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "On oak street" -> on Oak Street."""
    name = out[-1] if out else None
    if name is None or name.kind != WORD or len(name.text) < 3 or low_at(out, len(out) - 2) != "on":
        return 0
    if name.low not in measures.NO_NOUNS | measures.NO_STREETS:
        for word in (name, tokens[at]):
            word.write(word.text[:1].upper() + word.text[1:])
    return 0


def _degree(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "First degree block" -> first-degree block."""
    noun = low_at(tokens, at + 1)
    if (
        low_at(out, len(out) - 1) not in measures.DEGREES
        or len(noun) < 2
        or noun in measures.NO_NOUNS
        or tokens[at].glue
    ):
        return 0
    out.append(made("-", SIGN, tokens[at : at + 1], glue=True, stick=True))
    out.append(tokens[at])
    return at + 1


def _ending(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "April 22nd" of a draft: a day behind its month has no ending."""
    day = tokens[at].glue and is_number(out, len(out) - 1) and low_at(out, len(out) - 2) in MONTHS
    return at + 1 if day else 0


Rule = Callable[[Sequence[Token], int, list[Token]], int]
NUMBERS: tuple[Rule, ...] = (typed_half, chromosome, one_in, pressures, mixed, lens, less, part_of, more)
WORDS: Mapping[str, tuple[Rule, ...]] = {
    "by": (_sized_by,),
    "gray": (_gray,),
    "degree": (_degree,),
    "number": (_code,),
    **dict.fromkeys(("met", "mets"), (_mets,)),
    **dict.fromkeys(("street", "avenue", "boulevard", "highway"), (_street,)),
    **dict.fromkeys(("st", "nd", "rd", "th"), (_ending,)),
}
