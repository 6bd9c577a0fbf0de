"""Names that their place tells: who signs a letter, whom it is about, the label at the beginning of a sentence."""

from collections.abc import Sequence

from medoffice.standards.dictated.tables import phrases, sections, terms
from medoffice.standards.dictated.tokens import BREAK, SIGN, STOPS, WORD, Token, is_boundary

_MOST_OF_A_NAME = 4
_MOST_OF_A_LABEL, _MOST_OF_A_CLOSING = 3, 5


def name_lines(tokens: Sequence[Token]) -> None:
    """Capitals for the name below "sincerely", and behind "re:"."""
    begin = 0
    for at, token in enumerate(tokens):
        if token.kind == BREAK:
            line = tuple(word.low for word in tokens[begin:at] if word.kind == WORD)
            closes = bool(phrases.CLOSINGS & {*line, " ".join(line[-2:])})
            if closes and len(line) < _MOST_OF_A_CLOSING:
                _name(tokens, at + 1)
            begin = at + 1
        elif token.kind == SIGN and token.text in STOPS:
            begin = at + 1
        elif token.text == ":" and tuple(word.low for word in tokens[begin:at]) in phrases.NAMED_LINES:
            if tokens[begin].low == "re":
                tokens[begin].write("RE")
            _name(tokens, at + 1)


def _name(tokens: Sequence[Token], at: int) -> None:
    while at < len(tokens) and tokens[at].kind == BREAK:
        at += 1
    said = []
    for token in tokens[at : at + _MOST_OF_A_NAME + 1]:
        if token.kind != WORD or token.low in phrases.CREDENTIALS:
            break
        said.append(token)
    if len(said) > _MOST_OF_A_NAME or any(token.low in sections.FUNCTION_WORDS for token in said):
        return
    for token in said:
        if token.text == token.low and not token.fixed:
            token.write(token.text[:1].upper() + token.text[1:])


def after_first_name(tokens: Sequence[Token], at: int) -> None:
    """ "Dr. Amy Walsh": behind a title and a first name stands a name."""
    if tokens[at].low not in phrases.FIRST_NAMES or at + 1 >= len(tokens):
        return
    last = tokens[at + 1]
    plain = last.kind == WORD and last.text == last.low and len(last.text) > 2 and not last.fixed
    if plain and last.low not in terms.NO_NAMES and last.low not in sections.FUNCTION_WORDS:
        last.write(last.text[:1].upper() + last.text[1:])


def is_relative(token: Token, out: Sequence[Token]) -> bool:
    """Whether a first name stands behind who it is ("his wife Anna")."""
    return token.low in phrases.FIRST_NAMES and bool(out) and out[-1].low in terms.OTHERS | phrases.PERSONS


def surname(token: Token, tokens: Sequence[Token], at: int, out: Sequence[Token]) -> bool:
    """Whether a name stands behind a patient's first name ("your patient Katherine Bell on")."""
    if len(out) < 2 or out[-1].low not in phrases.FIRST_NAMES or out[-2].low not in {"patient", "named"}:
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = behind is None or behind.kind != WORD or behind.low in {"on", "who", "in", "for", "is", "was", "has", "at"}
    return ends and len(token.text) > 2 and token.low not in sections.FUNCTION_WORDS and not token.low.endswith("ed")


def label_ends(out: Sequence[Token]) -> bool:
    """Whether a label ("abdomen:", "pump settings:") stands before, at the beginning of a sentence."""
    if len(out) < 2 or out[-1].text != ":" or out[-1].kind != SIGN:
        return False
    begin = len(out) - 1
    while begin and out[begin - 1].kind == WORD and len(out) - 1 - begin < _MOST_OF_A_LABEL:
        begin -= 1
    label = out[begin:-1]
    return bool(label) and is_boundary(out[:begin]) and not any(word.low in sections.FUNCTION_WORDS for word in label)
