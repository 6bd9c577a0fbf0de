"""Numbers that a place of their own tells how to write: addresses, money, times of twenty-four hours, ratios, sutures,
leads, sizes, what is given so many times.
"""

from collections.abc import Callable, Mapping, Sequence

from medoffice.standards.dictated.tables import measures, names
from medoffice.standards.dictated.tables.figures import NOUGHT, ROMAN
from medoffice.standards.dictated.tokens import NUMBER, SIGN, WORD, Token, low_at, made
from medoffice.standards.dictated.units import figure, grouped, is_number, plain, unit_at

_FARTHEST_THREAD = 6  # words between the size of a suture and what it is made of
_MOST_OF_A_SIZE = 12
_LIMBS = frozenset({"1", "2", "3"})
_MANY = 5  # digits that make "one to ..." a ratio wherever it stands


def address(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Four twenty one elm street" -> 421 Elm Street."""
    if not tokens[at].text.isdigit() or len(tokens[at].text) < 2 or (at + 1 < len(tokens) and tokens[at + 1].glue):
        return 0
    for length in (1, 2):
        between = [low_at(tokens, at + step) for step in range(1, length + 1)]
        street = low_at(tokens, at + length + 1)
        if not all(between) or set(between) & (measures.NO_NOUNS | measures.COUNTED):
            return 0
        if street in measures.STREETS or (street in measures.WAYS and low_at(out, len(out) - 1) in {"at", "address"}):
            for word in tokens[at + 1 : at + length + 2]:
                word.write(word.text[:1].upper() + word.text[1:])
            out.append(figure(tokens[at].text, [tokens[at]]))
            return at + 1
    return 0


def money(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Twenty dollars and fifty cents" -> $20.50."""
    if low_at(tokens, at + 1) not in {"dollar", "dollars"} or not plain(tokens[at]):
        return 0
    cents = at + 2 + (low_at(tokens, at + 2) == "and")
    text, after = f"${grouped(tokens[at].text)}", at + 2
    if (
        is_number(tokens, cents)
        and low_at(tokens, cents + 1) == "cents"
        and tokens[cents].text.isdigit()
        and len(tokens[cents].text) < 3
    ):
        text, after = f"{text}.{int(tokens[cents].text):02d}", cents + 2
    out.append(figure(text, tokens[at:after]))
    return after


def hours(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Fourteen thirty hours" -> 1430 hours; "at fifteen ten" is doubtful."""
    hour, minute = tokens[at].pair or (0, 60)
    if not 10 <= hour < 24 or minute > 59:
        return 0
    said = low_at(tokens, at + 1) == "hours"
    at_once = hour > 12 and low_at(out, len(out) - 1) == "at" and unit_at(tokens, at + 1) is None
    if not said and (not at_once or low_at(tokens, at + 1) in {"over", "to", "by"}):
        return 0
    time = figure(f"{hour}{minute:02d}", [tokens[at]])
    time.doubt = "" if said else f"“{' '.join(word.text for word in time.said)}”: is the time {time.text} meant?"
    out.append(time)
    return at + 1


def ratio(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Titer of one to six forty" -> 1:640, "epinephrine one to one hundred thousand" -> 1:100,000."""
    if low_at(tokens, at + 1) != "to" or not is_number(tokens, at + 2) or unit_at(tokens, at + 3) is not None:
        return 0
    first, second = tokens[at], tokens[at + 2]
    if not first.text.isdigit() or not second.text.replace(",", "").isdigit():
        return 0
    near = {low_at(out, len(out) - back) for back in range(1, 7)}
    if not near & measures.RATIOS and (first.text != "1" or len(second.text.replace(",", "")) < _MANY):
        return 0
    out.append(figure(f"{first.text}:{grouped(second.text)}", tokens[at : at + 3]))
    return at + 3


def without_point(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Specific gravity ten twenty" -> 1.020; "pH seven thirty five" -> 7.35, which is doubtful."""
    pair = tokens[at].pair
    if pair is None:
        return 0
    near = {low_at(out, len(out) - back) for back in range(1, 4)}
    if "gravity" in near and pair[0] == 10:
        out.append(figure(f"1.0{pair[1]:02d}", [tokens[at]]))
        return at + 1
    if "ph" in near and pair[0] in {6, 7, 8} and pair[1] > 9:
        acidity = figure(f"{pair[0]}.{pair[1]}", [tokens[at]])
        acidity.doubt = f"No point was said: is {acidity.text} meant?"
        out.append(acidity)
        return at + 1
    return 0


def suture(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Three oh vicryl" -> 3-0 Vicryl; "zero vicryl" and "two vicryl" are sizes too."""
    token = tokens[at]
    if not token.text.isdigit() or len(token.text) > 2 or int(token.text) > _MOST_OF_A_SIZE:
        return 0
    hyphen = at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].spoken
    nought = at + 1 + hyphen
    if (low_at(tokens, nought) in NOUGHT or (is_number(tokens, nought) and tokens[nought].text == "0")) and _thread(
        tokens, nought + 1
    ):
        out.append(figure(f"{token.text}-0", tokens[at : nought + 1]))
        return nought + 1
    if low_at(tokens, at + 1) in names.SUTURE_BRANDS:
        token.claimed = True
    return 0


def _thread(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a suture is made of is said soon, in this sentence."""
    for token in tokens[at : at + _FARTHEST_THREAD]:
        if token.kind == SIGN and token.text in ".;":
            return False
        if token.low in names.SUTURES:
            return True
    return False


def _nought(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Oh vicryl" -> 0 Vicryl."""
    if low_at(tokens, at + 1) not in names.SUTURE_BRANDS:
        return 0
    out.append(figure("0", [tokens[at]]))
    return at + 1


def _times(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Daily times three days" -> x3 days; not "at times two of them", "five times two years ago"."""
    before = low_at(out, len(out) - 1)
    if not is_number(tokens, at + 1) or not before or before in measures.NOT_BEFORE_TIMES:
        return 0
    tokens[at + 1].claimed = True
    out.append(made("x", WORD, [tokens[at]], stick=True))
    return at + 1


def _compound(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Three day history" -> 3-day history: a unit that stays singular behind more than one, before a noun."""
    number = out[-1] if out else None
    if number is None or number.kind != NUMBER or not number.claimed or tokens[at].glue:
        return 0
    if number.text == "1" and low_at(tokens, at + 1) not in measures.AFTER_ONE:
        return 0
    if tokens[at].low == "french":
        tokens[at].write("French")
    years = tokens[at].low == "pack"
    noun = low_at(tokens, at + 1 + years)
    sized = tokens[at].low == "gauge" and is_number(tokens, at + 1) and unit_at(tokens, at + 2) is not None
    if not sized and (len(noun) < 2 or noun in measures.NO_NOUNS or (years and low_at(tokens, at + 1) != "year")):
        return 0
    for word in tokens[at : at + 1 + years]:
        out.append(made("-", SIGN, [word], glue=True, stick=True))
        out.append(word)
    return at + 1 + years


def _handed(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Right handed", "left sided"."""
    if low_at(out, len(out) - 1) in {"left", "right"} and not tokens[at].glue:
        out.append(made("-", SIGN, [tokens[at]], glue=True, stick=True))
        out.append(tokens[at])
        return at + 1
    return 0


def _leads(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Leads two, three and aVF": the leads of the limbs are Roman; "she leads two groups" is a verb."""
    behind = low_at(tokens, at + 2)
    if behind not in {"", "and", "or", "to", "through"} and low_at(out, len(out) - 1) not in {"in", "limb"}:
        return 0
    step = at + 1
    while step < len(tokens):
        token = tokens[step]
        if token.kind == NUMBER and token.text in _LIMBS:
            token.kind, token.fixed, token.doubt = WORD, True, ""
            token.write(ROMAN[int(token.text)])
        elif step == at + 1 or not (
            is_number(tokens, step + 1) and (token.text == "," or token.low in {"and", "or", "to", "through"})
        ):
            break
        step += 1
    return 0


def _room(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Apartment three b" -> Apartment 3B."""
    del out
    if not is_number(tokens, at + 1):
        return 0
    tokens[at].write(tokens[at].text[:1].upper() + tokens[at].text[1:])
    tokens[at + 1].claimed = True
    letter = low_at(tokens, at + 2)
    if len(letter) == 1 and (letter != "a" or not low_at(tokens, at + 3)):
        tokens[at + 2].write(letter.upper())
        tokens[at + 2].glue = tokens[at + 2].fixed = True
    return 0


def _virus(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Covid nineteen" -> COVID-19."""
    if not is_number(tokens, at + 1) or tokens[at + 1].text != "19":
        return 0
    out.append(made("COVID-19", WORD, tokens[at : at + 2], glue=tokens[at].glue))
    return at + 2


Rule = Callable[[Sequence[Token], int, list[Token]], int]
WORDS: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("oh", "o"), (_nought,)),
    "times": (_times,),
    **dict.fromkeys(measures.SINGULAR, (_compound,)),
    **dict.fromkeys(("handed", "sided"), (_handed,)),
    **dict.fromkeys(("lead", "leads"), (_leads,)),
    **dict.fromkeys(("apartment", "suite"), (_room,)),
    "covid": (_virus,),
}
NUMBERS: tuple[Rule, ...] = (address, money, hours, ratio, without_point, suture)
