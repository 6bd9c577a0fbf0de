"""What is gathered while a text is formatted: the tokens so far, the flags, the list that is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from medoffice.standards.dictated.tables.sections import HEADINGS, LONGEST
from medoffice.standards.dictated.tokens import HEADING, MARKS, SIGN, WORD, Mark, Token, is_boundary, made


@dataclass(slots=True)
class Report:
    """The report as it grows."""

    normals: Mapping[str, str]
    strict: bool
    out: list[Token] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    item: int = 0

    def flag(self, kind: str, start: int, end: int, words: str) -> None:
        """Note that a person must look here."""
        self.marks.append(Mark(kind, start, end, words))

    def push(self, token: Token) -> None:
        """Add a sign, break or heading; of two marks side by side the spoken one stays."""
        last = self.out[-1] if self.out else None
        pair = token.kind == SIGN and last is not None and last.kind == SIGN
        if not pair or last is None or not {token.text, last.text} <= MARKS or not (token.spoken or last.spoken):
            self.out.append(token)
        elif token.spoken:
            self.out[-1] = token


def heading_behind(out: list[Token]) -> bool:
    """Turn the words since the last boundary into a heading, if they are the name of a section."""
    for length in range(min(LONGEST, len(out)), 0, -1):
        words = tuple(token.low for token in out[-length:] if token.kind == WORD)
        if len(words) == length and words in HEADINGS and _may_begin(out, length):
            said = out[-length:]
            del out[-length:]
            out.append(made(HEADINGS[words] + ":", HEADING, said))
            return True
    return False


def _may_begin(out: list[Token], length: int) -> bool:
    """Whether a sentence begins here; behind "b.i.d." with a capital ("b.i.d. Assessment:")."""
    before = out[-length - 1 : -length]
    return is_boundary(before) or (
        before[0].kind == WORD and before[0].text[-1:] == "." and out[-length].text[0].isupper()
    )
