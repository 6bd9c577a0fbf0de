"""The parts of a template: words, fields in braces, ``{if ...} {else} {end}`` and ``{each ...} {end}``.

A tag that opens, turns or closes a part and stands alone on its line takes the line with it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from medoffice.front_office.letters.types.templates import Choice, Condition, Parsed, Part, Repeat, Slot, Words
from medoffice.kernel.findings import Finding

LONGEST = 20_000  # letters of a template
DEEPEST = 8  # parts inside parts
_TAG = re.compile(r"\{([^{}\n]*)\}")
_NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?"
_SLOT = re.compile(rf"({_NAME})(?::([a-z]+))?")
_IF = re.compile(rf"if\s+(not\s+)?({_NAME})(?:\s*(!=|>=|<=|=|>|<)\s*(.+?))?")
_EACH = re.compile(rf"each\s+({_NAME})")
_OPENS = re.compile(r"(if|each)\b|else$|end$")


@dataclass(slots=True)
class _Open:
    """A part that is not closed yet; ``other`` is filled after its ``{else}``."""

    tag: str
    line: int
    condition: Condition | None
    body: list[Part] = field(default_factory=list)
    other: list[Part] | None = None

    @property
    def here(self) -> list[Part]:
        return self.body if self.other is None else self.other

    def closed(self) -> Part:
        if self.condition is not None:
            return Choice(self.condition, tuple(self.body), tuple(self.other or ()), self.line)
        return Repeat(self.tag, tuple(self.body), self.line)


def parse(text: str) -> Parsed:
    """The parts of a text, and what is wrong with how it is written, each with its line. Never raises."""
    if len(text) > LONGEST:
        return Parsed((), (_wrong(1, f"A template has at most {LONGEST:,} letters."),))
    stack, findings = [_Open("", 1, None)], []
    for words, tag, line in _tokens(text):
        if words:
            stack[-1].here.append(Words(words))
            findings += [_wrong(at, "A brace opens or closes nothing.") for at in _stray(words, line)]
        elif (said := _take(stack, tag, line)) is not None:
            findings.append(_wrong(line, said))
    for left in reversed(stack[1:]):
        findings.append(_wrong(left.line, "This part is not closed: {end} is missing."))
    while len(stack) > 1:
        done = stack.pop().closed()
        stack[-1].here.append(done)
    return Parsed(tuple(stack[0].body), tuple(findings))


def slots_in(parts: tuple[Part, ...]) -> list[str]:
    """The fields that a text names, in the order of the text, each once."""
    return list(dict.fromkeys(_names(parts)))


def asked_about(parts: tuple[Part, ...]) -> set[str]:
    """The fields that a text asks about before it says them: it reads well without one."""
    found: set[str] = set()
    for part in parts:
        if isinstance(part, Choice):
            found |= {part.condition.name} | asked_about(part.then) | asked_about(part.otherwise)
    return found


def plain_words(text: str) -> str:
    """A template as words alone, a word for each field: what its reading level is told by."""
    return "".join(_plain(parse(text).parts))


def _plain(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Words):
            yield part.text
        elif isinstance(part, Slot):
            yield "today"
        elif isinstance(part, Choice):
            yield from _plain(part.then)
            yield from _plain(part.otherwise)
        else:
            yield from _plain(part.body)


def _names(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Slot):
            yield part.name
        elif isinstance(part, Choice):
            yield part.condition.name
            yield from _names(part.then)
            yield from _names(part.otherwise)
        elif isinstance(part, Repeat):
            yield part.name
            yield from _names(part.body)


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Words or a tag, with its line; a line that is one opening, turning or closing tag is that tag."""
    at, line = 0, 1
    for found in _TAG.finditer(text):
        start, end = found.span()
        if _OPENS.match(found[1].strip()):
            start, end = _whole_line(text, start, end)
        start = max(start, at)
        if words := text[at:start]:
            yield words, "", line
        line += text.count("\n", at, start)
        yield "", found[1].strip(), line
        line += text.count("\n", start, end)
        at = end
    if rest := text[at:]:
        yield rest, "", line


def _whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around a tag if nothing else stands on it, else the tag alone."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last + 1
    return (first, last) if not (text[first:start] + text[end:last]).strip() else (start, end)


def _stray(words: str, line: int) -> Iterator[int]:
    for number, row in enumerate(words.split("\n")):
        if "{" in row or "}" in row:
            yield line + number


def _take(stack: list[_Open], tag: str, line: int) -> str | None:
    """Take a tag in; what is wrong with it, if anything is."""
    here = stack[-1]
    if tag == "end":
        if len(stack) == 1:
            return "{end} closes nothing."
        done = stack.pop().closed()
        stack[-1].here.append(done)
    elif tag == "else":
        if here.condition is None or here.other is not None:
            return "{else} stands in no {if}."
        here.other = []
    elif match := _EACH.fullmatch(tag):
        return _open(stack, _Open(match[1], line, None))
    elif match := _IF.fullmatch(tag):
        said = Condition(match[2], bool(match[1]), match[3] or "", (match[4] or "").strip().strip('"'))
        return _open(stack, _Open("if", line, said))
    elif match := _SLOT.fullmatch(tag):
        here.here.append(Slot(match[1], match[2] or "", line))
    else:
        return f"{{{tag[:40]}}} is no field and no part."
    return None


def _open(stack: list[_Open], part: _Open) -> str | None:
    stack.append(part)
    return f"Parts stand at most {DEEPEST} deep in each other." if len(stack) > DEEPEST + 1 else None


def _wrong(line: int, words: str) -> Finding:
    return Finding("template", f"line {line}", words)
