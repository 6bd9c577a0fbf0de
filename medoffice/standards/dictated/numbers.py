"""Number words become numbers. Which of them are written in figures is decided by what stands around them (figures)."""

from collections.abc import Sequence
from dataclasses import dataclass

from medoffice.standards.dictated.tables import figures as tables
from medoffice.standards.dictated.tables.measures import UNITS
from medoffice.standards.dictated.tokens import NUMBER, SIGN, WORD, Token, low_at, made

_STARTS = frozenset({*tables.DIGITS, *tables.TEENS, *tables.TENS, *tables.LARGE_ORDINALS, "point", "oh"})
MOST = 40


@dataclass(slots=True)
class Read:
    """A number that was read: its figures, the place behind it, and what is doubtful."""

    text: str
    after: int
    pair: tuple[int, int] | None = None
    doubt: str = ""
    small: bool = False
    named: bool = False


def read_numbers(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each spoken number as one token."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == WORD and not token.fixed:
            if token.low in tables.MONTHS:
                out.append(token)
                at = _date(tokens, at, out)
                continue
            found = _number(tokens, at, out) if token.low in _STARTS else _loose(tokens, at)
            if found is not None and found.after > at:
                number = made(found.text, NUMBER, tokens[at : found.after], glue=token.glue)
                number.pair, number.doubt, number.claimed = found.pair, found.doubt, not found.small
                number.fixed = found.named
                out.append(number)
                at = found.after
                continue
        out.append(token)
        at += 1
    return out


def _loose(tokens: Sequence[Token], at: int) -> Read | None:
    """ "A hundred" before a unit."""
    if tokens[at].low != "a" or low_at(tokens, at + 1) not in {"hundred", "thousand"}:
        return None
    if (low_at(tokens, at + 2),) not in UNITS:
        return None
    return Read("100" if tokens[at + 1].low == "hundred" else "1000", at + 2)


def _number(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> Read | None:
    before = low_at(out, len(out) - 1)
    word = tokens[at].low
    if word == "point":
        return None if before in tables.NOT_A_POINT_AFTER else _decimal(tokens, Read("0", at))
    if word in tables.LARGE_ORDINALS:
        return Read(f"{tables.LARGE_ORDINALS[word]}th", at + 1)
    run = _digits(tokens, at)
    if len(run) >= 3:
        found = _run(run, at, tokens, out)
        return _decimal(tokens, found) or found
    if word == "oh":
        return None
    whole = _whole(tokens, at)
    if whole is None:
        return None
    return _ordinal(tokens, whole) or _part(tokens, at, whole) or _decimal(tokens, whole) or whole


def _digits(tokens: Sequence[Token], at: int) -> str:
    """Single digits said one after the other."""
    digits = ""
    while len(digits) < MOST:
        word = low_at(tokens, at + len(digits))
        if word in tables.NOUGHT and (word != "o" or digits):
            digits += "0"
        elif word in tables.DIGITS:
            digits += str(tables.DIGITS[word])
        else:
            break
    following = low_at(tokens, at + len(digits))
    if following == "point" and _is_oh(digits):
        return digits
    if following in {"hundred", "thousand", "point"} or following in tables.TENS or following in tables.TEENS:
        return digits[:-1]
    return digits


def _is_oh(run: str) -> bool:
    """Whether digits are of the kind of "one oh five"."""
    return len(run) == 3 and run[1] == "0" and run[0] != "0"


def _run(run: str, at: int, tokens: Sequence[Token], out: Sequence[Token]) -> Read:
    """Digits said one by one: a telephone number, a number that has a name, or doubtful."""
    after = at + len(run)
    context = {low_at(out, len(out) - back) for back in (1, 2, 3)}
    if "para" in context and len(run) == 4:
        return Read("-".join(run), after, named=True)
    if context & tables.NAMED_NUMBERS and len(run) not in {7, 10}:
        return Read(run, after, named=True)
    if len(run) in {7, 10}:
        return Read("-".join((*([run[:3]] if len(run) == 10 else []), run[-7:-4], run[-4:])), after)
    if _is_oh(run):
        said = " ".join(token.text for token in tokens[at:after])
        return Read(run, after, (int(run[0]), int(run[2])), f"“{said}”: is {run} meant?")
    return Read(run[0], at + 1, small=True, doubt="Digits said one by one: one number or several?")


def _small(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A number below a hundred and the place behind it."""
    word = low_at(tokens, at)
    if word in tables.TENS:
        step = at + 1
        if step + 1 < len(tokens) and tokens[step].text == "-" and tokens[step].kind == SIGN and tokens[step].glue:
            step += 1
        digit = tables.DIGITS.get(low_at(tokens, step), 0)
        return (tables.TENS[word] + digit, step + 1) if digit else (tables.TENS[word], at + 1)
    if word in tables.TEENS:
        return tables.TEENS[word], at + 1
    return (tables.DIGITS[word], at + 1) if word in tables.DIGITS else None


def _hundreds(tokens: Sequence[Token], at: int) -> tuple[int, int, bool] | None:
    """A number below ten thousand with "hundred" in it, or below a hundred; whether "hundred" was said."""
    head = _small(tokens, at)
    if head is None:
        return None
    value, after = head
    if low_at(tokens, after) != "hundred" or not value:
        return value, after, False
    value, after = value * 100, after + 1
    step = after + 1 if low_at(tokens, after) == "and" else after
    tail = _small(tokens, step)
    if (
        tail is not None
        and tail[0]
        and low_at(tokens, tail[1]) not in {"hundred"}
        and not _a_part(tokens, step, tail[1])
    ):
        return value + tail[0], tail[1], True
    return value, after, True


def _a_part(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether "one half", "three quarters" begins here."""
    return after == at + 1 and low_at(tokens, after) in tables.PARTS


def _whole(tokens: Sequence[Token], at: int) -> Read | None:
    """A cardinal, with scales; or two numbers said as a pair."""
    head = _hundreds(tokens, at)
    if head is None:
        return None
    value, after, hundred = head
    scale = tables.SCALES.get(low_at(tokens, after))
    if scale and value:
        return _scaled(tokens, value * scale, after + 1, scale)
    if not hundred:
        paired = _pair(tokens, value, after)
        if paired is not None:
            return paired
    return Read(str(value), after, small=value < 10)


def _scaled(tokens: Sequence[Token], value: int, after: int, scale: int) -> Read:
    """What follows a thousand or a million."""
    step = after + 1 if low_at(tokens, after) == "and" else after
    rest = _hundreds(tokens, step)
    if rest is None or rest[0] >= 1000 or (rest[0] == 0) or _a_part(tokens, step, rest[1]):
        return Read(str(value), after)
    if low_at(tokens, rest[1]) == "thousand" and scale > 1000:
        tail = _scaled(tokens, rest[0] * 1000, rest[1] + 1, 1000)
        return Read(str(value + int(tail.text)), tail.after)
    return Read(str(value + rest[0]), rest[1])


def _pair(tokens: Sequence[Token], head: int, after: int) -> Read | None:
    """ "One twenty", "twenty twenty six", "nineteen oh five"."""
    if low_at(tokens, after) in {"oh", "o"} and low_at(tokens, after + 1) in tables.DIGITS and head >= 10:
        tail = tables.DIGITS[low_at(tokens, after + 1)]
        return Read(f"{head}{tail:02d}", after + 2, pair=(head, tail))
    following = _small(tokens, after)
    if not head or following is None or following[0] < 10:
        return None
    tail, end = following
    if low_at(tokens, end) in {"hundred", "thousand", "million"}:
        return None
    if head >= 10 or head < 10 <= tail:
        return Read(f"{head}{tail:02d}", end, pair=(head, tail))
    return None


def _decimal(tokens: Sequence[Token], whole: Read) -> Read | None:
    """What follows "point"."""
    at = whole.after
    if low_at(tokens, at) != "point":
        return None
    digits, at = "", at + 1
    while len(digits) < MOST:
        word = low_at(tokens, at)
        if word in tables.NOUGHT:
            digits += "0"
        elif word in tables.DIGITS:
            digits += str(tables.DIGITS[word])
        else:
            break
        at += 1
    tail = _small(tokens, at)
    if tail is not None and tail[0] >= 10 and (not digits or set(digits) == {"0"}):
        digits, at = digits + str(tail[0]), tail[1]
    return Read(f"{whole.text}.{digits}", at, pair=None, doubt=whole.doubt) if digits else None


def _ordinal(tokens: Sequence[Token], whole: Read) -> Read | None:
    """ "Twenty first"."""
    step = whole.after
    if step < len(tokens) and tokens[step].text == "-" and tokens[step].glue:
        step += 1
    unit = tables.SMALL_ORDINALS.get(low_at(tokens, step))
    if unit and int(whole.text) % 10 == 0 and whole.text != "0" and low_at(tokens, step - 1) not in tables.TEENS:
        value = int(whole.text) + unit
        ending = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return Read(f"{value}{ending}", step + 1)
    return None


def _part(tokens: Sequence[Token], at: int, whole: Read) -> Read | None:
    """ "Two thirds", "two and a half", "one and three quarters"."""
    word = low_at(tokens, whole.after)
    if whole.small and word in tables.PARTS and whole.text != "0" and int(whole.text) < tables.PARTS[word]:
        return Read(f"{whole.text}/{tables.PARTS[word]}", whole.after + 1)
    if word != "and" or whole.pair:
        return None
    over, at = low_at(tokens, whole.after + 1), whole.after + 2
    top = 1 if over == "a" else tables.DIGITS.get(over, 0)
    under = tables.PARTS.get(low_at(tokens, at), 0)
    if (top and under and under != 3) or (top and low_at(tokens, at) in {"third", "thirds"} and over != "a"):
        return Read(f"{whole.text}-{top}/{under}", at + 1)
    return None


def _date(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """A day and a year behind a month; returns the place behind."""
    month, after = tokens[at].low, at + 1
    day = _day(tokens, after)
    year_at = day[1] if day else after
    comma = year_at < len(tokens) and tokens[year_at].text == "," and tokens[year_at].kind == SIGN and day is not None
    year = _year(tokens, year_at + comma)
    if day and not year:
        whole = _year(tokens, after)
        if whole:
            day, year, comma, year_at = None, whole, False, after
    firm = year is not None or (day is not None and day[2])
    if (month in tables.DOUBTFUL_MONTHS and not firm) or (day is None and year is None):
        return after
    out[-1].write(out[-1].text.capitalize())
    out[-1].fixed = True
    if day:
        out.append(_claimed(str(day[0]), tokens[after : day[1]]))
        after = day[1]
    if year:
        said = tokens[year_at + comma : year[1]]
        if day:
            out.append(made(",", SIGN, said[:1], glue=True))
        out.append(_claimed(str(year[0]), said))
        after = year[1]
    return after


def _claimed(text: str, said: Sequence[Token]) -> Token:
    token = made(text, NUMBER, said)
    token.claimed = True
    return token


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int, bool] | None:
    """The day of a month, the place behind it, and whether it was an ordinal."""
    word = low_at(tokens, at)
    ordinal = tables.SMALL_ORDINALS.get(word) or tables.LARGE_ORDINALS.get(word)
    if ordinal:
        return ordinal, at + 1, True
    small = _small(tokens, at)
    if small is None or not 0 < small[0] <= 31:
        return None
    tail = tables.SMALL_ORDINALS.get(low_at(tokens, small[1]))
    if tail and small[0] in {20, 30} and small[0] + tail <= 31:
        return small[0] + tail, small[1] + 1, True
    if low_at(tokens, small[1]) in {"hundred", "thousand", "over", "milligrams", "point", "percent"}:
        return None
    return small[0], small[1], False


def _year(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A year between 1800 and 2099 and the place behind it."""
    found = _whole(tokens, at)
    if found is None or not found.text.isdigit() or not 1800 <= int(found.text) <= 2099:
        return None
    return int(found.text), found.after
