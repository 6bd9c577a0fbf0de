"""Numbers in their surroundings: what makes them figures, and how clinical figures are written."""

import re
from collections.abc import Sequence

from medoffice.standards.dictated import grouping, particular
from medoffice.standards.dictated.clinical import CLINICAL
from medoffice.standards.dictated.tables import measures
from medoffice.standards.dictated.tables.figures import SOUND_ALIKE
from medoffice.standards.dictated.tables.spoken import NOT_A_LIST_AFTER
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import NUMBER, SIGN, WORD, Token, in_words, low_at, made
from medoffice.standards.dictated.units import Unit, bare, figure, grouped, is_number, plain, unit_at

_AM = {("a", "m"): "a.m.", ("p", "m"): "p.m.", ("am",): "a.m.", ("pm",): "p.m.", ("a.m.",): "a.m.", ("p.m.",): "p.m."}
_HALVES = frozenset({"am", "pm", "a.m.", "p.m."})
_TIMED = frozenset({("time", "of"), ("earlier", "than"), ("later", "than")})
_LENGTHS = frozenset({"inch", "inches", "feet", "foot"})
_IN_SIGHT = 14  # how far back a figure of the same kind may stand
_FOUR = re.compile(r"[1-9],[0-9]{3}")
_BEFORE_A_TIME = frozenset({"at", "by", "around", "about", "until", "from", "before", "after"})


def settle(tokens: Sequence[Token], report: Report) -> list[Token]:
    """The tokens with numbers in figures or words, units behind them, and clinical figures as they are written."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token, after = tokens[at], 0
        if token.kind == NUMBER:
            if _FOUR.fullmatch(token.text) and not token.spoken and (not out or out[-1].text != "$"):
                token.write(token.text.replace(",", ""))
            for rule in _RULES:
                after = rule(tokens, at, out)
                if after:
                    break
            at = after or _plain(tokens, at, out)
            _doubts(out, tokens, at, report)
            continue
        if token.low == "q" and is_number(tokens, at + 1):
            at = _every(tokens, at, out, report)
            continue
        rules = (*CLINICAL.get(token.low, ()), *particular.WORDS.get(token.low, ()), *grouping.WORDS.get(token.low, ()))
        for clinical in rules if token.kind == WORD and not token.fixed else ():
            after = clinical(tokens, at, out)
            if after:
                break
        if not after:
            out.append(token)
        at = after or at + 1
    return _as_said(out)


def _time(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Ten thirty a m", "at seven forty five"."""
    token = tokens[at]
    pair = token.pair
    hour, minute = pair or (int(token.text) if token.text.isdigit() and len(token.text) < 3 else 99, -1)
    if not 0 < hour < 25 or minute > 59:
        return 0
    text = f"{hour}:{minute:02d}" if pair else token.text
    for phrase, written in _AM.items():
        if tuple(low_at(tokens, at + 1 + step) for step in range(len(phrase))) == phrase and hour < 13:
            out.append(figure(text, [token]))
            said = tokens[at + 1 : at + 1 + len(phrase)]
            half = made(written, WORD, said)
            after = at + 1 + len(phrase)
            half.fixed = True
            if after < len(tokens) and tokens[after].text == "." and tokens[after].kind == SIGN:
                half.ends = True
                after += not tokens[after].spoken
            out.append(half)
            return after
    alone = unit_at(tokens, at + 1) is None and low_at(tokens, at + 1) not in {"over", "to", "by", "hours"}
    before = low_at(out, len(out) - 2), low_at(out, len(out) - 1)
    if pair and alone and hour < 13 and (before[1] in _BEFORE_A_TIME or before in _TIMED):
        time = figure(text, [token])
        time.doubt = f"“{in_words(token.said)}”: is the time {text} meant?"
        out.append(time)
        return at + 1
    return 0


def _over(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "One twenty over eighty", "five over five"; not "two over three hours"."""
    if low_at(tokens, at + 1) != "over" or not is_number(tokens, at + 2) or not plain(tokens[at]):
        return 0
    under = tokens[at + 2]
    unit = unit_at(tokens, at + 3)
    timed = unit is not None and unit.text != "mmHg" and unit.kind != "drug"
    if not plain(under) or timed:
        return 0
    out.append(figure(f"{tokens[at].text}/{under.text}", tokens[at : at + 3]))
    return _unit(tokens, at + 3, out)


def _slashed(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Three slash four slash twenty twenty six"."""
    end = at
    while (
        end + 1 < len(tokens) and tokens[end + 1].text == "/" and tokens[end + 1].spoken and is_number(tokens, end + 2)
    ):
        end += 2
    if end == at:
        return 0
    out.append(figure("/".join(token.text for token in tokens[at : end + 1 : 2]), tokens[at : end + 1]))
    return end + 1


def _sight(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Vision twenty forty"."""
    pair = tokens[at].pair
    near = out[-_IN_SIGHT:]
    seen = {token.low for token in near[-7:]} & {"vision", "acuity", "pinhole"} or any(
        token.text.startswith("20/") for token in near
    )
    if pair and pair[0] == 20 and seen and low_at(out, len(out) - 1) not in {"since", "until"}:
        out.append(figure(f"{pair[0]}/{pair[1]}", [tokens[at]]))
        return at + 1
    return 0


def _out_of(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Seven out of ten" of pain or strength; a count of others keeps its words."""
    words = low_at(tokens, at + 1), low_at(tokens, at + 2)
    if words != ("out", "of") or not is_number(tokens, at + 3):
        return 0
    context = {low_at(out, len(out) - back) for back in range(1, 9)} | {low_at(tokens, at + 4), low_at(tokens, at + 5)}
    scored = any(token.kind == NUMBER and token.text.endswith(f"/{tokens[at + 3].text}") for token in out[-_IN_SIGHT:])
    if (scored or context & measures.OUT_OF) and plain(tokens[at]) and plain(tokens[at + 3]):
        out.append(figure(f"{tokens[at].text}/{tokens[at + 3].text}", tokens[at : at + 4]))
        return at + 4
    if tokens[at + 3].claimed:
        tokens[at].claimed = True
    return 0


def _by(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Two by three by four centimeters", "four by four"."""
    end = at
    while low_at(tokens, end + 1) in {"by", "x", "times"} and is_number(tokens, end + 2) and plain(tokens[end + 2]):
        if low_at(tokens, end + 1) == "times" and unit_at(tokens, end + 3) is None:
            break
        end += 2
    if end == at or not plain(tokens[at]):
        return 0
    unit = unit_at(tokens, end + 1)
    if unit is not None and unit.kind == "counted" and low_at(tokens, end + 1) not in _LENGTHS:
        return 0
    out.append(figure(grouped(tokens[at].text), [tokens[at]]))
    for step in range(at + 1, end, 2):
        out.append(made("x", WORD, [tokens[step]]))
        out.append(figure(grouped(tokens[step + 1].text), [tokens[step + 1]]))
    return _unit(tokens, end + 1, out) if unit else end + 1


def _range(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Two to four milligrams", "six to eight weeks"; "from ten to twenty" is a change and keeps its word."""
    link = low_at(tokens, at + 1)
    if link not in {"to", "through", "or", "and"} or not is_number(tokens, at + 2):
        return 0
    low, high = tokens[at], tokens[at + 2]
    if link == "and":
        one = low.text == "1" and low_at(out, len(out) - 1) in measures.THE_ONE
        low.claimed = low.claimed or (unit_at(tokens, at + 3) is not None and not one)
        return 0
    if low_at(tokens, at + 3) in _HALVES or (low_at(tokens, at + 3) in {"a", "p"} and low_at(tokens, at + 4) == "m"):
        low.claimed = True
    unit = unit_at(tokens, at + 3)
    half = low_at(tokens, at + 3) in _HALVES or low_at(tokens, at + 4) == "m"
    joined = (
        (link == "to" or (link == "through" and unit is not None)) and not half and grouping.span(tokens, at, out, unit)
    )
    figures = unit is not None or grouping.labelled(out) or (low.claimed and high.claimed)
    if not (figures or joined) or not plain(low) or not plain(high):
        return 0
    rising = float(low.text) < float(high.text)
    if not figures and not rising:
        return 0
    low.claimed = high.claimed = True
    if not joined or not rising:
        return 0
    texts = [bare(each.text) if unit and unit.kind == "drug" else grouped(each.text) for each in (low, high)]
    out.append(figure("-".join(texts), tokens[at : at + 3]))
    return _unit(tokens, at + 3, out)


def _old(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Fifty two year old"."""
    noun = low_at(tokens, at + 1)
    if noun not in {"year", "month", "week", "day"} or low_at(tokens, at + 2) != "old" or not plain(tokens[at]):
        return 0
    out.append(figure(tokens[at].text, [tokens[at]]))
    for word in tokens[at + 1 : at + 3]:
        out.append(made("-", SIGN, [word], glue=True, stick=True))
        out.append(word)
    return at + 3


def _plus(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Two plus edema", "three plus protein"; not a sum."""
    if low_at(tokens, at + 1) != "plus" or low_at(tokens, at + 2) == "or":
        return 0
    if is_number(tokens, at + 2):
        return _sum(tokens, at, out)
    if not tokens[at].text.isdigit() or len(tokens[at].text) > 1:
        return 0
    if low_at(tokens, at + 2) == "over" and is_number(tokens, at + 3) and unit_at(tokens, at + 4) is None:
        out.append(figure(f"{tokens[at].text}+/{tokens[at + 3].text}", tokens[at : at + 4]))
        return at + 4
    out.append(figure(f"{tokens[at].text}+", tokens[at : at + 2]))
    return at + 2


def _sum(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """ "Gleason three plus four equals seven"."""
    if "gleason" not in {low_at(out, len(out) - back) for back in range(1, 6)}:
        return 0
    text, after = f"{tokens[at].text} + {tokens[at + 2].text}", at + 3
    if low_at(tokens, after) == "equals" and is_number(tokens, after + 1):
        text, after = f"{text} = {tokens[after + 1].text}", after + 2
    out.append(figure(text, tokens[at:after]))
    return after


def _measured(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """A number with its unit."""
    unit = unit_at(tokens, at + 1)
    token = tokens[at]
    if unit is None:
        return 0
    if unit.kind == "counted" and token.text == "1" and low_at(tokens, at + 1) in measures.NOT_ALONE:
        return 0
    # "5/325 one tablet": two figures side by side read as one.
    if unit.kind == "counted" and len(token.text) == 1 and token.spoken and is_number(out, len(out) - 1):
        return 0
    if unit.kind == "drug" and "/" not in unit.text:
        token.write(bare(token.text))
        if token.pair and token.pair[0] < 10 and token.pair[1] > 9 and token.spoken:
            token.doubt = f"“{in_words(token.said)} {unit.text}”: is {token.text} {unit.text} meant?"
        elif token.pair is None or token.pair[0] < 10:
            token.doubt = token.doubt if token.pair else ""
    token.claimed = True
    if not (token.pair and token.pair[0] >= 10):
        token.write(grouped(token.text))
    out.append(_signed(token, out))
    return _unit(tokens, at + 1, out)


def _every(tokens: Sequence[Token], at: int, out: list[Token], report: Report) -> int:
    """ "Q six hours", "q four to six hours"."""
    numbers, after = tokens[at + 1].text, at + 2
    if low_at(tokens, after) == "to" and is_number(tokens, after + 1):
        numbers, after = f"{numbers}-{tokens[after + 1].text}", after + 2
    if low_at(tokens, after) not in {"hours", "hour", "h", "hrs"} or not plain(tokens[at + 1]):
        out.append(tokens[at])
        return at + 1
    token = made(f"q.{numbers} h." if report.strict else f"every {numbers} hours", WORD, tokens[at : after + 1])
    token.fixed = True
    out.append(token)
    if after + 1 < len(tokens) and tokens[after + 1].text == "." and report.strict:
        token.ends = True
    return after + 1


def _unit(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """Add the unit that stands here; returns the place behind it."""
    unit: Unit | None = unit_at(tokens, at)
    if unit is None or unit.kind == "counted":
        return at
    said = tokens[at : unit.after]
    token = made(unit.text, WORD, said, glue=unit.kind == "percent")
    token.fixed = True
    out.append(token)
    return unit.after


def _signed(token: Token, out: list[Token]) -> Token:
    """The number with the "minus" that stands before it as a sign."""
    if low_at(out, len(out) - 1) == "minus" and plain(token) and not is_number(out, len(out) - 2):
        return figure(f"-{token.text}", [out.pop(), token])
    return token


def _plain(tokens: Sequence[Token], at: int, out: list[Token]) -> int:
    """A number on its own: a figure behind a label, after "minus", or from ten on."""
    token = tokens[at]
    if grouping.labelled(out) or grouping.beside(tokens, at, out):
        token.claimed = True
        if (token.pair is None or token.pair[0] < 10) and not token.fixed:
            token.doubt = ""
    before = low_at(out, len(out) - 1)
    if before == "number" and token.text != "1" and low_at(tokens, at + 1) not in NOT_A_LIST_AFTER:
        token.claimed = True
    token = _signed(token, out)
    if token.pair is None or token.pair[0] < 10:
        token.write(grouped(token.text) if token.spoken and not token.fixed else token.text)
    out.append(token)
    return at + 1


def _doubts(out: list[Token], tokens: Sequence[Token], at: int, report: Report) -> None:
    """Tell what is doubtful in the number that was just settled; a pair that is no year is two numbers."""
    token = out[-1] if out[-1].kind == NUMBER else out[-2] if len(out) > 1 else out[-1]
    if token.kind != NUMBER:
        return
    head, tail = token.pair or (0, 0)
    if head >= 10 and not 18 <= head <= 20 and token.spoken and token.text == f"{head}{tail:02d}":
        token.doubt = f"“{in_words(token.said)}”: one number or two?"
        token.write(f"{head} {tail:02d}" if tail < 10 else f"{head} {tail}")
    other = tokens[at + 1] if low_at(tokens, at) == "or" and is_number(tokens, at + 1) else None
    if other is not None and _sound_alike(token.text, other.text):
        report.flag("number", token.start, other.end, f"{token.text} or {other.text}: these sound alike.")
    if token.doubt:
        report.flag("number", token.start, token.end, token.doubt)
        token.doubt = ""


def _sound_alike(one: str, other: str) -> bool:
    """Fifteen and fifty."""
    return {one, other} in ({str(teen), str(tens)} for teen, tens in SOUND_ALIKE.items())


def _as_said(tokens: Sequence[Token]) -> list[Token]:
    """Small numbers that nothing claims go back to the words they were."""
    out: list[Token] = []
    for token in tokens:
        out.extend(token.said if token.kind == NUMBER and token.spoken and not token.claimed else [token])
    return out


_RULES = (
    _slashed,
    *grouping.NUMBERS,
    *particular.NUMBERS,
    _time,
    _over,
    _sight,
    _out_of,
    _by,
    _range,
    _old,
    _plus,
    _measured,
)
