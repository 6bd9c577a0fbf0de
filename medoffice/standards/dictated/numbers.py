"""Number words become numbers. Which of them are written in figures is decided by what stands around them (figures)."""

from collections.abc import Sequence

from medoffice.standards.dictated.cardinals import MOST, Read, decimal, ordinal, part, small, whole
from medoffice.standards.dictated.tables import figures as tables
from medoffice.standards.dictated.tokens import NUMBER, SIGN, WORD, Token, low_at, made

_ORDINAL_STARTS = frozenset({*tables.SMALL_ORDINALS, *tables.LARGE_ORDINALS, "twenty", "thirty"})
_STARTS = frozenset({*tables.DIGITS, *tables.TEENS, *tables.TENS, *tables.LARGE_ORDINALS, "point", "oh"})
_LEAST_DIGITS, _MOST_GROUPS = 7, 4


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
            if (after := _day_of(tokens, at, out)) > at:
                at = after
                continue
            found = _number(tokens, at, out) if token.low in _STARTS else _loose(tokens, at, out)
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


def _loose(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> Read | None:
    """ "A hundred and five", "the fifties"; "half a hundred" is none."""
    if tokens[at].low in tables.DECADES:
        return Read(f"{tables.DECADES[tokens[at].low]}s", at + 1)
    if tokens[at].low != "a" or low_at(tokens, at + 1) not in {"hundred", "thousand"}:
        return None
    if low_at(tokens, at + 2) == "of" or low_at(out, len(out) - 1) in tables.PARTS:
        return None
    return decimal(tokens, found) or found if (found := whole(tokens, at)) else None


def _clock(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> Read | None:
    """ "Oh seven forty five", "zero eight hundred hours", "oh three" of a date: the nought is written."""
    digit = tables.DIGITS.get(low_at(tokens, at + 1), 0)
    if tokens[at].low not in {"oh", "zero"} or not digit:
        return None
    tail = small(tokens, at + 2)
    minutes = (tail[0], tail[1]) if tail and 10 <= tail[0] < 60 else None
    if low_at(tokens, at + 2) == "hundred":
        minutes = (0, at + 3)
    if minutes and (tokens[at].low == "oh" or low_at(tokens, minutes[1]) == "hours"):
        return Read(f"0{digit}{minutes[0]:02d}", minutes[1], named=True)
    dated = (out and out[-1].text == "/") or (at + 2 < len(tokens) and tokens[at + 2].text == "/")
    return Read(f"0{digit}", at + 2) if dated else None


def _number(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> Read | None:
    before = low_at(out, len(out) - 1)
    word = tokens[at].low
    if word == "point":
        return None if before in tables.NOT_A_POINT_AFTER else decimal(tokens, Read("0", at))
    if word in tables.LARGE_ORDINALS:
        return Read(f"{tables.LARGE_ORDINALS[word]}th", at + 1)
    if free := _toll_free(tokens, at):
        return free
    run = _digits(tokens, at)
    found = _clock(tokens, at, out) or _grouped(tokens, at, run)
    if found is None and len(run) >= 3:
        found = _run(run, at, tokens, out)
        found = decimal(tokens, found) or found
    return found if found or word == "oh" else _cardinal(tokens, at, before)


def _toll_free(tokens: Sequence[Token], at: int) -> Read | None:
    """ "One eight hundred two two two one two two two"."""
    one = low_at(tokens, at) == "one"
    if low_at(tokens, at + one) != "eight" or low_at(tokens, at + one + 1) != "hundred":
        return None
    begin = at + one + 2
    while begin < len(tokens) and tokens[begin].text == "-":
        begin += 1
    digits = _digits(tokens, begin)
    if len(digits) != _LEAST_DIGITS:
        return None
    return Read(f"{'1-' * one}800-{digits[:3]}-{digits[3:]}", begin + len(digits), named=True)


def _cardinal(tokens: Sequence[Token], at: int, before: str) -> Read | None:
    """A number that is not said digit by digit, and what is behind it: an ending, a part, decimals, a decade."""
    read = whole(tokens, at)
    if read is None:
        return None
    decade = tables.DECADES.get(low_at(tokens, read.after))
    if decade and (read.text in {"18", "19", "20"} or (len(read.text) == 1 and before in tables.BEFORE_DECADES)):
        return Read(f"{read.text}{decade}s", read.after + 1)
    return ordinal(tokens, read) or part(tokens, at, read) or decimal(tokens, read) or read


def _grouped(tokens: Sequence[Token], at: int, run: str) -> Read | None:
    """ "Five five five dash one two one two": digits in groups, as telephones and policies have them."""
    groups, after = [run], at + len(run)
    while after < len(tokens) and tokens[after].text == "-" and tokens[after].spoken and len(groups) <= _MOST_GROUPS:
        groups.append(_digits(tokens, after + 1))
        after += 1 + len(groups[-1])
    if not 2 <= len(groups) <= _MOST_GROUPS or min(map(len, groups)) < 2 or sum(map(len, groups)) < _LEAST_DIGITS:
        return None
    return Read("-".join(groups), after, named=True)


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
    para = "para" in context or low_at(out, len(out) - 1) == "p"
    births, called = para and len(run) == 4, context & tables.NAMED_NUMBERS and len(run) not in {7, 10}
    if births or called:
        return Read("-".join(run) if births else run, after, named=True)
    pointed = "gravity" in context and len(run) == 4 and run.startswith("10")
    if pointed or ("ph" in context and len(run) == 3 and run[0] in "678"):
        text = f"{run[0]}.{run[1:]}"
        return Read(text, after, doubt="" if pointed else f"No point was said: is {text} meant?", named=True)
    if len(run) in {7, 10}:
        return Read("-".join((*([run[:3]] if len(run) == 10 else []), run[-7:-4], run[-4:])), after)
    said = " ".join(token.text for token in tokens[at:after])
    if _is_oh(run):
        return Read(run, after, (int(run[0]), int(run[2])), f"“{said}”: is {run} meant?")
    return Read(run[0], at + 1, small=True, doubt="Digits said one by one: one number or several?")


def _day_of(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "The third of March": the place behind "of", or the same place."""
    if tokens[at].low not in _ORDINAL_STARTS:
        return at
    day = _day(tokens, at)
    if day is None or not day[2] or low_at(tokens, day[1]) != "of" or low_at(tokens, day[1] + 1) not in tables.MONTHS:
        return at
    out.append(_claimed(f"{day[0]}{tables.ending(day[0])}", tokens[at : day[1]]))
    out.append(tokens[day[1]])
    tokens[day[1] + 1].write(tokens[day[1] + 1].text.capitalize())
    return day[1] + 1


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
    if day is None and low_at(tokens, after) == "of" and _year(tokens, after + 1):
        firm = True
    if low_at(out, len(out) - 2) in tables.BEFORE_MONTHS or firm:
        out[-1].write(out[-1].text.capitalize())
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
    head = small(tokens, at)
    if head is None or not 0 < head[0] <= 31:
        return None
    tail = tables.SMALL_ORDINALS.get(low_at(tokens, head[1]))
    if tail and head[0] in {20, 30} and head[0] + tail <= 31:
        return head[0] + tail, head[1] + 1, True
    if low_at(tokens, head[1]) in {"hundred", "thousand", "over", "milligrams", "point", "percent"}:
        return None
    return head[0], head[1], False


def _year(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A year between 1800 and 2099 and the place behind it."""
    found = whole(tokens, at)
    if found is None or not found.text.isdigit() or not 1800 <= int(found.text) <= 2099:
        return None
    return int(found.text), found.after
