"""Number words as one number: cardinals, pairs ("one twenty"), decimals, ordinals, parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from medoffice.standards.dictated.tables import figures as tables
from medoffice.standards.dictated.tokens import SIGN, Token, low_at

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


def small(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
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


def hundreds(tokens: Sequence[Token], at: int) -> tuple[int, int, bool] | None:
    """A number below ten thousand with "hundred" in it, or below a hundred; whether "hundred" was said."""
    hundred = low_at(tokens, at) == "a" and low_at(tokens, at + 1) in {"hundred", "thousand"}
    head = (1, at + 1) if hundred else small(tokens, at)
    if head is None:
        return None
    value, after = head
    if low_at(tokens, after) != "hundred" or not value:
        return value, after, False
    value, after = value * 100, after + 1
    step = after + 1 if low_at(tokens, after) == "and" else after
    tail = small(tokens, step)
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


def whole(tokens: Sequence[Token], at: int) -> Read | None:
    """A cardinal, with scales; or two numbers said as a pair."""
    head = hundreds(tokens, at)
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
    rest = hundreds(tokens, step)
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
    following = small(tokens, after)
    # "One out of ten ten minutes later": the first ten is the scale's.
    scale = head == 10 and (low_at(tokens, after - 3), low_at(tokens, after - 2)) == ("out", "of")
    if not head or scale or following is None or following[0] < 10:
        return None
    tail, end = following
    if low_at(tokens, end) in {"hundred", "thousand", "million"}:
        return None
    if head >= 10 or head < 10 <= tail:
        return Read(f"{head}{tail:02d}", end, pair=(head, tail))
    return None


def decimal(tokens: Sequence[Token], whole: Read) -> Read | None:
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
    tail = small(tokens, at)
    if tail is not None and tail[0] >= 10 and (not digits or set(digits) == {"0"}):
        digits, at = digits + str(tail[0]), tail[1]
    return Read(f"{whole.text}.{digits}", at, pair=None, doubt=whole.doubt) if digits else None


def ordinal(tokens: Sequence[Token], whole: Read) -> Read | None:
    """ "Twenty first"."""
    step = whole.after
    if step < len(tokens) and tokens[step].text == "-" and tokens[step].glue:
        step += 1
    unit = tables.SMALL_ORDINALS.get(low_at(tokens, step))
    if unit and int(whole.text) % 10 == 0 and whole.text != "0" and low_at(tokens, step - 1) not in tables.TEENS:
        value = int(whole.text) + unit
        return Read(f"{value}{tables.ending(value)}", step + 1)
    return None


def part(tokens: Sequence[Token], at: int, whole: Read) -> Read | None:
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
