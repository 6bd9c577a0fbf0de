"""Tokens: a text taken apart with its offsets, and put together again."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from medoffice.standards.dictated.tables.names import SPECIES

WORD, NUMBER, SIGN, BREAK, HEADING, ITEM, BLANK = "word", "number", "sign", "break", "heading", "item", "blank"
STOPS = frozenset(".?!")
MARKS = frozenset(".,;:?!")
_TOKEN = re.compile(
    r"(?P<break>(?:(?<![^\S\r\n])[^\S\r\n]*(?:\r\n|\r|\n))+)"
    r"|(?P<blank>_{2,})"
    r"|(?P<number>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|(?<![^\s(])\.[0-9]+)"
    r"|(?P<word>(?<![^\W_])[qQ]\.[0-9]+(?:-[0-9]+)? h\."
    r"|(?<![^\W_])[A-Za-z](?:\.[A-Za-z])+\b\.?|(?<![^\W_])(?:Dr|Mr|Mrs|Ms|vs)\."
    rf"|(?<![^\W_])[A-Z]\.(?= (?:{'|'.join(one.split()[1] for one in SPECIES)})\b)"
    r"|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)


@dataclass(slots=True)
class Token:
    """A word, number, sign or break; ``said`` is what it was made of; a ``claimed`` number is written in figures."""

    text: str
    kind: str
    start: int
    end: int
    glue: bool = False
    stick: bool = False
    spoken: bool = False
    claimed: bool = False
    fixed: bool = False
    ends: bool = False
    said: list["Token"] = field(default_factory=list)
    pair: tuple[int, int] | None = None
    doubt: str = ""
    low: str = ""

    def __post_init__(self) -> None:
        self.low = self.text.lower()

    def write(self, text: str) -> None:
        """Give the token other letters."""
        self.text, self.low = text, text.lower()


@dataclass(slots=True)
class Mark:
    """A flag before its place in the report is known."""

    kind: str
    start: int
    end: int
    words: str


def take_apart(text: str) -> list[Token]:
    """The tokens of a text, in time that grows with its length; any text is taken."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        kind, (start, end), letters = match.lastgroup or SIGN, match.span(), match[0]
        glue = start == last
        if kind == BREAK:
            letters = "\n\n" if len(letters.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "")) > 1 else "\n"
            if letters == "\n\n" and match[0].count("\n") + match[0].count("\r") - match[0].count("\r\n") < 2:
                letters = "\n"
        token = Token(letters, kind, start, end, glue)
        if kind == NUMBER:
            token.claimed = True
            if letters[0] == ".":
                token.write("0" + letters)
        found.append(token)
        last = end
    return found


def made(text: str, kind: str, said: Sequence[Token], *, glue: bool = False, stick: bool = False) -> Token:
    """A token that stands for others; it has their place."""
    return Token(text, kind, said[0].start, said[-1].end, glue, stick, spoken=True, said=list(said))


def words_at(tokens: Sequence[Token], at: int, phrase: Sequence[str]) -> bool:
    """Whether these words stand here, one after the other."""
    if at + len(phrase) > len(tokens):
        return False
    return all(tokens[at + step].kind == WORD and tokens[at + step].low == word for step, word in enumerate(phrase))


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a place in small letters, or nothing."""
    return tokens[at].low if 0 <= at < len(tokens) and tokens[at].kind == WORD else ""


def in_words(tokens: Iterable[Token]) -> str:
    """Tokens as they were said."""
    return " ".join(token.text if token.kind != BREAK else "/" for token in tokens)


def is_boundary(tokens: Sequence[Token]) -> bool:
    """Whether a sentence may begin behind these tokens."""
    if not tokens:
        return True
    last = tokens[-1]
    return last.kind in {BREAK, HEADING, ITEM} or (last.kind == SIGN and last.text in STOPS) or last.ends


def put_together(tokens: Iterable[Token]) -> tuple[str, list[int], list[int]]:
    """The text, and for each token where it came from and where it stands now."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length, stick, ended = 0, True, ""
    for token in tokens:
        if token.kind == BREAK:
            if ended and ended != "\n\n" and (ended != "\n" or token.text == "\n\n"):
                length += len(token.text) - (1 if ended == "\n" else 0)
                pieces.append(token.text if ended != "\n" else "\n")
                ended = token.text
            stick = True
            continue
        if token.kind == SIGN and token.text == "." and token.spoken and ended == ".":
            continue
        space = "" if stick or token.glue else " "
        pieces.append(space + token.text)
        starts.append(token.start)
        places.append(length + len(space))
        length += len(space) + len(token.text)
        ended = token.text[-1:] or ended
        stick = token.stick
    return "".join(pieces).rstrip("\n"), starts, places


def place_of(start: int, starts: Sequence[int], places: Sequence[int]) -> int:
    """Where in the report stands what began at this offset, or what came after it."""
    at = bisect_left(starts, start)
    return places[at] if at < len(places) else (places[-1] if places else 0)
