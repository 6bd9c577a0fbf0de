"""What a person must look at though it was not changed: look-alike words, sides and sexes that do not agree."""

from collections.abc import Sequence

from medoffice.standards.dictated.tables import terms
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import SIGN, STOPS, WORD, Token, low_at

_TWINS = {one: other for pair in terms.LOOK_ALIKE for one, other in (pair, pair[::-1])}


def watch(tokens: Sequence[Token], report: Report) -> None:
    """Flag what is easily mistaken or contradicts itself. Nothing is changed."""
    _look_alike(tokens, report)
    _sides(tokens, report)
    _sexes(tokens, report)


def _look_alike(tokens: Sequence[Token], report: Report) -> None:
    told: set[str] = set()
    for token in tokens:
        if token.kind == WORD and token.low in _TWINS and token.low not in told:
            told.add(token.low)
            report.flag("look-alike", token.start, token.end, f"{token.text}, not {_TWINS[token.low]}?")


def _sides(tokens: Sequence[Token], report: Report) -> None:
    """A part of the body that is left here and right there."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for at, token in enumerate(tokens):
        if token.low not in {"left", "right"} or token.kind != WORD:
            continue
        part = next((low_at(tokens, at + step) for step in (1, 2) if low_at(tokens, at + step) in terms.SIDED), "")
        if not part or part in told:
            continue
        if seen.setdefault(part, token.low) != token.low:
            told.add(part)
            report.flag("side", token.start, token.end, f"{token.low} {part} here, {seen[part]} {part} before: which?")


def _sexes(tokens: Sequence[Token], report: Report) -> None:
    """A patient who is a man in one sentence and "she" in another, where nobody else is spoken of."""
    wrong, sex, others = frozenset[str](), "", 0
    for at, token in enumerate(tokens):
        if token.kind == SIGN and token.text in STOPS:
            others = max(0, others - 1)
        if token.kind != WORD:
            continue
        if token.low in terms.OTHERS:
            others = 2
        if not sex and low_at(tokens, at) in terms.MEN | terms.WOMEN and _is_the_patient(tokens, at):
            sex = token.low
            wrong = terms.SHE | terms.WOMEN if sex in terms.MEN else terms.HE | terms.MEN
        elif token.low in wrong and not others:
            report.flag("sex", token.start, token.end, f"“{token.text}” here, {sex} before: which?")
            return


def _is_the_patient(tokens: Sequence[Token], at: int) -> bool:
    return any(low_at(tokens, at - back) == "old" for back in range(1, 5))
