"""Where a section begins: "next section plan", "go back to plan", or its name said before what it says."""

from collections.abc import Sequence

from medoffice.standards.dictated.tables import spoken as say
from medoffice.standards.dictated.tables.sections import (
    ANNOUNCED,
    COMPOUND,
    HEADINGS,
    LONGEST,
    MEASURED,
    NOT_ANNOUNCED_BEFORE,
    NOT_SINGLE_BEFORE,
    OF_PERSONS,
    SENTENCES,
    SINGLE,
    TOLD,
    VERBS,
    WHO,
)
from medoffice.standards.dictated.tables.terms import TITLES
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import (
    BREAK,
    HEADING,
    ITEM,
    SIGN,
    STOPS,
    WORD,
    Token,
    is_boundary,
    low_at,
    made,
    words_at,
)

_SIGNS = {("period",): 1, ("full", "stop"): 2, ("comma",): 1, ("dash",): 1, ("hyphen",): 1}


def heading_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The heading whose words stand here, and how many they are."""
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        words = tuple(token.low for token in tokens[at : at + length] if token.kind == WORD)
        if len(words) == length and words in HEADINGS:
            return HEADINGS[words], length
    return "", 0


def section(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``next section plan``, ``go to section plan``, ``go back to plan``."""
    for phrase in (*say.NEXT_SECTION, *say.GO_TO):
        if not words_at(tokens, at, phrase):
            continue
        begin, plain = at + len(phrase), "section" not in phrase
        name, length = heading_at(tokens, begin)
        if plain and (not name or not is_boundary(report.out)):
            continue
        if not name:
            report.flag("command", tokens[at].start, tokens[begin - 1].end, "A section that is not known here.")
            report.out.extend(tokens[at:begin])
            return begin
        after = begin + length
        if low_at(tokens, after) == "colon" or (after < len(tokens) and tokens[after].text in {":", ".", ","}):
            after += 1
        heading = made(f"{name}:", HEADING, tokens[at : begin + length])
        heading.fixed = phrase in say.GO_TO
        report.push(heading)
        return after
    return 0


def announced(tokens: Sequence[Token], at: int, report: Report) -> int:
    """ "Chief complaint cough", "past medical history. Gout": a name that begins a sentence and is no part of it."""
    if not is_boundary(report.out) or (report.out and report.out[-1].kind == ITEM):
        return 0
    name, length = heading_at(tokens, at)
    after = at + length
    if not name or after >= len(tokens):
        return 0
    if name in MEASURED and report.out and not _in_sections(report):
        return 0
    whole = tuple(token.low for token in tokens[at:after])
    behind = tokens[after]
    size = next((size for words, size in _SIGNS.items() if _said(tokens, after, words)), 0)
    stop = behind.low in {"period", "full"} if size else behind.kind == SIGN and behind.text in STOPS
    if stop or behind.kind == BREAK:
        begins = whole in ANNOUNCED or whole in SENTENCES or (whole in SINGLE and _in_sections(report))
    elif whole in OF_PERSONS and behind.low in TITLES:
        begins = True
    elif whole in SINGLE:
        begins = (
            behind.kind == WORD
            and behind.low != "colon"
            and not size
            and _goes_on(tokens, after)
            and _is_told(tokens, after, whole[0])
        )
    elif whole not in ANNOUNCED:
        return 0
    else:
        begins = bool(size) or _goes_on(tokens, after)
    if not begins:
        return 0
    report.push(made(f"{name}:", HEADING, tokens[at:after]))
    return after + (size or (behind.kind == SIGN))


def _in_sections(report: Report) -> bool:
    return any(token.kind == HEADING for token in report.out)


def _is_told(tokens: Sequence[Token], at: int, name: str) -> bool:
    """Whether the words behind a name of one word are what the section says; "plan changed" is a sentence."""
    low = low_at(tokens, at)
    if name in COMPOUND and low not in {"the", "a"} and low_at(tokens, at + 1) in VERBS:
        return False
    if low in WHO and name not in TOLD:
        return False
    return low not in NOT_SINGLE_BEFORE and not low.endswith("ed")


def _said(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return tuple(low_at(tokens, at + step) for step in range(len(words))) == words


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands behind the name of a section is what the section says."""
    token = tokens[at]
    if token.kind == SIGN:
        return token.text in {",", "-"} and not (token.text == "-" and token.glue)
    if token.kind != WORD:
        return True
    organ = token.low == "colon" and low_at(tokens, at + 1) in say.AFTER["colon"]
    listed = token.low == "number" or (words_of_a_sign(token) and not organ)
    if token.low in {"open", "close"} and low_at(tokens, at + 1)[:5] not in {"paren", "quote"}:
        listed = False
    return not listed and token.low not in NOT_ANNOUNCED_BEFORE


def words_of_a_sign(token: Token) -> bool:
    """Whether a word is a spoken sign of one word ("colon")."""
    return (token.low,) in say.SIGNS or token.low in {"new", "next", "open", "close"}
