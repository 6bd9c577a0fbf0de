"""Spoken commands are obeyed, unless their neighbours make them ordinary words; what is taken out is told."""

from collections.abc import Callable, Mapping, Sequence

from medoffice.standards.dictated.correcting import correct, double, hesitate, scratch, spell
from medoffice.standards.dictated.listing import list_item, typed_item
from medoffice.standards.dictated.sectioning import announced, heading_at, section
from medoffice.standards.dictated.tables import spoken as say
from medoffice.standards.dictated.tables.figures import DIGITS
from medoffice.standards.dictated.tables.sections import ANNOUNCED, OF_PERSONS, SENTENCES, SINGLE
from medoffice.standards.dictated.telling import Report, heading_behind
from medoffice.standards.dictated.tokens import (
    BLANK,
    BREAK,
    MARKS,
    NUMBER,
    SIGN,
    STOPS,
    WORD,
    Token,
    in_words,
    is_boundary,
    low_at,
    made,
    words_at,
)

MOST_OF_A_NOTE = 80
_BRACKETED = frozenset({"inaudible", "blank", "unclear", "unintelligible"})


def obey(tokens: Sequence[Token], report: Report) -> list[Token]:
    """The tokens with every command carried out."""
    at = 0
    out = report.out
    loud = all(token.text.isupper() for token in tokens if token.kind == WORD)
    while at < len(tokens):
        token = tokens[at]
        after = 0
        # "CAP", "DASH" in a text that has small letters are abbreviations.
        if token.kind == WORD and (loud or not token.text.isupper()):
            for rule in _RULES.get(token.low, ()):
                after = rule(tokens, at, report)
                if after:
                    break
        elif token.kind == SIGN:
            after = _typed(tokens, at, report)
        elif token.kind == NUMBER:
            after = typed_item(tokens, at, report)
        if after:
            at = after
            continue
        if token.kind == BLANK:
            report.flag("blank", token.start, token.end, "A blank: listen here again.")
        out.append(token)
        at += 1
    return out


def _sign(tokens: Sequence[Token], at: int, report: Report) -> int:
    """Punctuation that is spoken."""
    for length in (2, 1):
        phrase = tuple(token.low for token in tokens[at : at + length] if token.kind == WORD)
        if len(phrase) != length or phrase not in say.SIGNS:
            continue
        text, glue, stick = say.SIGNS[phrase]
        # "History colon cancer": the mark only where no word makes it an organ.
        organ = low_at(report.out, len(report.out) - 1) == "history" and _is_a_word(tokens, at, length, report.out)
        if text == ":" and not organ and heading_behind(report.out):
            return at + length
        if _is_a_word(tokens, at, length, report.out):
            return 0
        report.push(made(text, SIGN, tokens[at : at + length], glue=glue, stick=stick))
        return at + length
    return 0


def _is_a_word(tokens: Sequence[Token], at: int, length: int, out: Sequence[Token]) -> bool:
    """Whether the neighbours of a command make it an ordinary word."""
    first = tokens[at].low
    before, second, third = (low_at(out, len(out) - back) for back in (1, 2, 3))
    after = low_at(tokens, at + length)
    # "Type one a period": behind a number the letter is no article.
    article = before == "a" and not (second in DIGITS or second.isdigit())
    if (before in say.BEFORE.get(first, ()) and (article or before != "a")) or after in say.AFTER.get(first, ()):
        return True
    if first in say.OF_MAKES_A_WORD and after == "of":
        return low_at(tokens, at + length + 1) not in {"note", "course", "interest"}
    if first == "period" and before == "no":
        return after in {"since", "in", "for"}
    if first == "period" and (before == "her" or (before in say.OF_A_WOMAN and second in {"her", "my"})):
        return before != "her" or second in {
            "had",
            "has",
            "got",
            "started",
            "during",
            "of",
            "with",
            "between",
            "on",
            "before",
            "after",
        }
    if first == "period" and before in say.ADJECTIVES and {second, third} & say.DETERMINERS:
        return second not in say.DEMONSTRATIVES or before != "time"
    return first == "period" and before in say.DEMONSTRATIVES and second in say.PREPOSITIONS


def _break(tokens: Sequence[Token], at: int, report: Report) -> int:
    for phrase, text in say.BREAKS.items():
        if words_at(tokens, at, phrase) and not _is_a_word(tokens, at, len(phrase), report.out):
            report.push(made(text, BREAK, tokens[at : at + 2]))
            # "New paragraph." of a draft: the mark belongs to the command.
            marked = at + 2 < len(tokens) and tokens[at + 2].text in MARKS and tokens[at + 2].glue
            return at + 2 + marked
    return 0


def _quote(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``quote`` opens only where an ``unquote`` closes."""
    for later in range(at + 1, min(at + 40, len(tokens))):
        if low_at(tokens, later) == "unquote" or any(
            words_at(tokens, later, (word, "quote")) for word in ("end", "close")
        ):
            report.push(made("“", SIGN, tokens[at : at + 1], stick=True))
            return at + 1
    return 0


def _typed(tokens: Sequence[Token], at: int, report: Report) -> int:
    """Signs that are in the text already: blanks in brackets, headings, marks beside spoken marks."""
    token = tokens[at]
    said = tokens[at : at + 3]
    if token.text in "[(" and low_at(tokens, at + 1) in _BRACKETED and said[-1].text in {"]", ")"}:
        report.flag("blank", said[0].start, said[-1].end, f"A blank ({said[1].text}): listen here again.")
        report.out.append(made("____", BLANK, said))
        return at + 3
    if token.text == ":" and token.glue and heading_behind(report.out):
        return at + 1
    if token.text in MARKS:
        report.push(token)
        return at + 1
    return 0


def _scratch(tokens: Sequence[Token], at: int, report: Report) -> int:
    if not any(words_at(tokens, at, phrase) for phrase in say.SCRATCH):
        return 0
    after = at + 2
    again = after + (after < len(tokens) and (tokens[after].text in MARKS or tokens[after].low == "period"))
    words = low_at(tokens, again), low_at(tokens, again + 1)
    if scratch(report, tokens[at].start, tokens[at + 1].end, words):
        return again
    return after + _mark_length(tokens, after, report.out) if is_boundary(report.out) else after


def _mark_length(tokens: Sequence[Token], at: int, out: Sequence[Token]) -> int:
    """How many tokens a mark has, typed or spoken, that would stand here behind nothing."""
    if at < len(tokens) and tokens[at].text in MARKS:
        return 1
    for length in (2, 1):
        phrase = tuple(token.low for token in tokens[at : at + length] if token.kind == WORD)
        if len(phrase) == length and phrase in say.SIGNS and say.SIGNS[phrase][0] in MARKS:
            return 0 if _is_a_word(tokens, at, length, out) else length
    return 0


def _end(tokens: Sequence[Token], at: int, report: Report) -> int:
    for phrase in say.END:
        if words_at(tokens, at, phrase):
            after = at + len(phrase)
            if after < len(tokens) and tokens[after].text in STOPS:
                after += 1
            rest = after
            while rest < len(tokens) and tokens[rest].kind in {BREAK, SIGN}:
                rest += 1
            if rest < len(tokens):
                words = "There are words after the end of the dictation."
                report.flag("after-end", tokens[rest].start, tokens[rest].end, words)
                report.push(made("\n\n", BREAK, tokens[at:after]))
            return after
    return 0


def _normal(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``insert normal <template>``: its text if the office has one, a blank if not."""
    if not words_at(tokens, at, ("insert", "normal")):
        return 0
    after, named = at + 2, 0
    for length in (4, 3, 2, 1):
        words = " ".join(low_at(tokens, after + step) for step in range(length))
        if words in report.normals:
            report.out.append(made(report.normals[words], BLANK, tokens[at : after + length]))
            return after + length
    named = heading_at(tokens, after)[1] or (1 if low_at(tokens, after) else 0)
    while low_at(tokens, after + named) in {"exam", "examination", "template"}:
        named += 1
    said = tokens[at : after + named]
    report.flag("template", said[0].start, said[-1].end, f"No such normal text is given: {in_words(said[2:])}.")
    report.out.append(made("____", BLANK, said))
    return after + named


def _note(tokens: Sequence[Token], at: int, report: Report) -> int:
    """ "Transcriptionist please ..." up to the end of the sentence, or "end of note", is a note, not text."""
    said = [token for token in tokens[at : at + 6] if token.text != ","]
    if not any(words_at(said, 0, phrase) for phrase in say.NOTES):
        return 0
    end = at + 1
    while end < min(len(tokens), at + MOST_OF_A_NOTE):
        token = tokens[end]
        stop = token.low == "period" or words_at(tokens, end, ("full", "stop")) or token.text in STOPS
        if stop or token.kind == BREAK or words_at(tokens, end, ("new", "paragraph")) or _end_of_note(tokens, end):
            break
        end += 1
    report.flag("note", tokens[at].start, tokens[end - 1].end, f"To the transcriptionist: {in_words(tokens[at:end])}")
    end += _end_of_note(tokens, end)
    while end < len(tokens) and (tokens[end].low in {"period", "stop", "full"} or tokens[end].text in STOPS):
        end += 1
    if length := _end_of_note(tokens, end):
        end += length + (end + length < len(tokens) and tokens[end + length].low in {"period", "."})
    return end


def _end_of_note(tokens: Sequence[Token], at: int) -> int:
    return next((len(phrase) for phrase in say.END_OF_NOTE if words_at(tokens, at, phrase)), 0)


def _capital(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``cap <word>`` and ``all caps <word>``."""
    everything = words_at(tokens, at, ("all", "caps"))
    if not everything and tokens[at].low != "cap":
        return 0
    after = at + (2 if everything else 1)
    before, word = low_at(report.out, len(report.out) - 1), low_at(tokens, after)
    thing = before in say.NOT_CAPITAL_AFTER or low_at(report.out, len(report.out) - 2) in say.DETERMINERS
    if not word or word in _COMMANDS or word in say.NOT_CAPITAL or (thing and not everything):
        return 0
    token = tokens[after]
    token.write(token.text.upper() if everything else token.text[:1].upper() + token.text[1:])
    token.fixed, token.start = True, tokens[at].start
    report.out.append(token)
    return after + 1


def _joined(tokens: Sequence[Token], at: int, report: Report) -> int:
    """ "Non no space tender": the next word clings to the last; "no space occupying lesion" are words."""
    if not words_at(tokens, at, ("no", "space")) or not report.out or report.out[-1].kind != WORD:
        return 0
    after = low_at(tokens, at + 2)
    if not after or after in say.NO_SPACE_BEFORE or report.out[-1].low in say.NO_SPACE_AFTER:
        return 0
    joined = f"Joined as asked: {report.out[-1].text}{tokens[at + 2].text}"
    report.flag("command", tokens[at].start, tokens[at + 2].end, joined)
    tokens[at + 2].glue = True
    return at + 2


def _blank(tokens: Sequence[Token], at: int, report: Report) -> int:
    for phrase in say.BLANKS:
        if words_at(tokens, at, phrase):
            said = tokens[at : at + len(phrase)]
            report.flag("blank", said[0].start, said[-1].end, "A blank that was asked for.")
            report.out.append(made("____", BLANK, said))
            return at + len(phrase)
    return 0


def _unknown(tokens: Sequence[Token], at: int, report: Report) -> int:
    for phrase in say.UNKNOWN:
        if words_at(tokens, at, phrase):
            said = tokens[at : at + len(phrase)]
            report.flag("command", said[0].start, said[-1].end, f"A command that is not known here: {in_words(said)}.")
            report.out.extend(said)
            return at + len(phrase)
    return 0


Rule = Callable[[Sequence[Token], int, Report], int]
_ORDER: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (hesitate, tuple(say.HESITATIONS)),
    (double, tuple(say.DOUBLED)),
    (section, ("next", "new", "go")),
    (announced, tuple({phrase[0] for phrase in (*ANNOUNCED, *SENTENCES, *SINGLE, *OF_PERSONS)})),
    (_break, ("new", "next")),
    (_sign, tuple({phrase[0] for phrase in say.SIGNS})),
    (_quote, ("quote",)),
    (_scratch, ("scratch", "strike", "delete")),
    (_end, ("end",)),
    (list_item, ("number", "next", "end")),
    (_normal, ("insert",)),
    (_note, tuple({phrase[0] for phrase in say.NOTES})),
    (_capital, ("cap", "all")),
    (_joined, ("no",)),
    (_blank, ("insert", "leave")),
    (spell, ("spell", "spelled")),
    (correct, ("correction", "make")),
    (_unknown, tuple({phrase[0] for phrase in say.UNKNOWN})),
)
_RULES: Mapping[str, tuple[Rule, ...]] = {
    word: tuple(rule for rule, words in _ORDER if word in words) for _, firsts in _ORDER for word in firsts
}
# What is to be a capital is none of these: they are commands by themselves.
_COMMANDS = frozenset(phrase[0] for phrase in say.SIGNS) | say.HESITATIONS | {"cap", "new", "next"}
