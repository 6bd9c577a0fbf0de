"""Reading the envelope: bytes to interchanges, functional groups and transactions, whatever state the file is in.

Delimiters come from the ISA header, wherever it stands; byte order marks, leading lines, line breaks and odd delimiters
are taken in stride. Nothing here raises on content: what is wrong with the envelope comes back as findings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from medoffice.kernel.findings import Finding, Severity

_CHUNK = 1 << 14
_ISA_LENGTH = 106
_CAPITALS = {ord(letter): letter.upper() for letter in ascii_lowercase}
_SMALL_ISA = re.compile(r"isa(?<!\wisa)[^\w\r\n ]")
# A group or transaction without an interchange: where it begins, its element separator, its segment terminator.
_BARE = re.compile(r"((?:GS|ST)([^\w\s])(?:[\w.\-/ ]|\2)*?( *(?:[^\w\s.\-/]|\r?\n)))(?<!\2)")
_HEADER = 400
_EMPTY = "The file is empty."
_BLANKS = " \t\r\n"  # Python counts the characters 1C to 1F, which separate, among the blanks too


@dataclass(frozen=True, slots=True)
class Delimiters:
    """The four separating characters of an interchange."""

    element: str = "*"
    component: str = ":"
    repetition: str = "^"
    segment: str = "~"


@dataclass(frozen=True, slots=True)
class Transaction:
    """One ST..SE. ``code`` is ST01, ``version`` ST03 or else GS08; ``text`` holds its segments, ST and SE included."""

    code: str
    control: str
    version: str
    delimiters: Delimiters
    isa: tuple[str, ...]
    gs: tuple[str, ...]
    text: str = field(repr=False)
    offset: int = 0
    findings: tuple[Finding, ...] = ()

    def segments(self) -> Iterator[list[str]]:
        """The segments in order, each a list of its id and elements."""
        element = self.delimiters.element
        for piece in self.pieces():
            for raw in piece:
                yield raw.split(element)

    def pieces(self) -> Iterator[list[str]]:
        """The segments as text, some hundred at a time, so that memory stays flat."""
        terminator, text = self.delimiters.segment, self.text
        start, size = 0, len(self.text)
        while start < size:
            stop = text.find(terminator, start + _CHUNK)
            stop = size if stop < 0 else stop
            piece = text[start:stop].split(terminator)
            yield [raw for raw in piece if raw] if "" in piece else piece
            start = stop + 1


@dataclass(slots=True)
class Group:
    """A functional group: the GS elements and its transactions."""

    gs: tuple[str, ...]
    transactions: list[Transaction] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Interchange:
    """An ISA..IEA: the ISA elements (``isa[13]`` is ISA13), its groups, and TA1 segments that stand in it."""

    isa: tuple[str, ...]
    delimiters: Delimiters
    offset: int = 0
    groups: list[Group] = field(default_factory=list)
    ta1: list[tuple[str, ...]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def decode(data: bytes) -> str:
    """Bytes to text: a byte order mark is obeyed, then UTF-8 is tried, and Latin-1 takes everything else."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def read_interchanges(data: bytes) -> tuple[list[Interchange], list[Finding]]:
    """Every interchange in the bytes, in order, and findings about the file as a whole."""
    text = decode(data)
    headers, findings = _headers(text), []
    if not headers and _SMALL_ISA.search(text):
        text = text.translate(_CAPITALS)
        headers = _headers(text)
        findings.append(Finding("x12.lower-case", "file", "The file is in small letters; it was read as capitals."))
    if not headers:
        return _without_header(text)
    if text[: headers[0][0]].strip():
        findings.append(_warn("x12.leading-text", "file", "Text before the interchange header was skipped."))
    ends = [start for start, _, _ in headers[1:]] + [len(text)]
    found = [
        _Scanner(text[start:end], start, delimiters, length).run()
        for (start, delimiters, length), end in zip(headers, ends, strict=True)
    ]
    return found, findings


def _without_header(text: str) -> tuple[list[Interchange], list[Finding]]:
    """What begins with its group or transaction, because the interchange header was cut off, is read from there."""
    blank = len(text) - len(text.lstrip())
    opening = _BARE.match(text, blank, blank + _HEADER)
    if opening is None:
        words = "This is not an X12 file: no interchange header (ISA) was found in it." if text.strip() else _EMPTY
        return [], [Finding("x12.no-isa", "file", words)]
    words = "The interchange header (ISA) is missing; the file was read from its first group or transaction on."
    terminator = opening[3].strip(" \r") or opening[3][-1]
    delimiters = Delimiters(opening[2], segment=terminator)
    scanner = _Scanner(f"ISA{terminator}{text[blank:]}", blank - 4, delimiters, _ISA_LENGTH)
    scanner.closed = True
    return [scanner.run()], [Finding("x12.no-isa", "ISA", words)]


def read_transactions(data: bytes) -> list[Transaction]:
    """Every transaction (ST..SE) in the bytes, in order; findings about its own ST and SE stand in each."""
    return transactions_of(read_interchanges(data)[0])


def transactions_of(interchanges: list[Interchange]) -> list[Transaction]:
    """Every transaction of interchanges that were read, in order."""
    return [transaction for found in interchanges for group in found.groups for transaction in group.transactions]


def _warn(code: str, where: str, words: str) -> Finding:
    return Finding(code, where, words, Severity.WARNING)


def _headers(text: str) -> list[tuple[int, Delimiters, int]]:
    """Where ISA headers stand: start, delimiters, length. After the first, only at the start of a segment or line."""
    found: list[tuple[int, Delimiters, int]] = []
    at = text.find("ISA")
    while at >= 0:
        before = text[max(0, at - 80) : at]
        mark = before.rstrip(_BLANKS)[-1:]
        opens = not mark or before[-1:] in "\r\n" or (mark == found[-1][1].segment if found else not mark.isalnum())
        header = _delimiters(text, at) if opens else None
        if header:
            found.append((at, *header))
        at = text.find("ISA", at + 3)
    return found


def _delimiters(text: str, at: int) -> tuple[Delimiters, int] | None:
    """The delimiters an ISA at this place declares and the header's length, or None when this is no header."""
    element = text[at + 3 : at + 4]
    if not element or element.isalnum() or element in " \r\n":
        return None
    parts = text[at : at + 400].split(element, 16)
    if len(parts) < 17 or len(parts[1]) > 2 or len(parts[12]) > 6:
        return None
    parts = [*(_unbroken(part) for part in parts[:16]), parts[16]]
    length = sum(map(len, parts[:16])) + 16
    tail = parts[16]
    if tail[1:3] in ("GS", "TA") and not tail[:1].isalnum():
        component, terminator, length = ":", tail[:1], length + 1
    else:
        blanks = len(tail[1:]) - len(tail[1:].lstrip(" "))
        component, tail, length = tail[:1], tail[blanks:], length + blanks + 2
        terminator = tail[1:2]
    if terminator == "\r" and tail[2:3] == "\n":
        terminator = "\n"
    if not component or not terminator or terminator.isalnum():
        return None
    repetition = parts[11] if len(parts[11]) == 1 and not parts[11].isalnum() else "^"
    return Delimiters(element, component, repetition, terminator), length


def _unbroken(text: str) -> str:
    """Without the line ends of records of a fixed length, which fall anywhere."""
    return text.replace("\r", "").replace("\n", "")


class _Scanner:
    """Walks the envelope segments of one interchange and keeps what is open: a group, a transaction."""

    def __init__(self, text: str, offset: int, delimiters: Delimiters, length: int) -> None:
        tidy = _tidy(text, delimiters)
        self.text = tidy if tidy.isupper() else _capital_names(tidy, delimiters)
        used = _component_in_use(self.text, delimiters)
        self.delimiters = replace(delimiters, component=used)
        isa = self.text.split(delimiters.segment, 1)[0].split(delimiters.element)
        self.found = Interchange(tuple((isa + [""] * 17)[:17]), self.delimiters, offset)
        self.group: Group | None = None
        self.opened: tuple[int, list[str]] | None = None
        self.numbers: set[str] = set()
        self.closed = False
        if self.text != tidy:
            words = "Names of segments are in small letters; they were read as capitals."
            self.found.findings.append(Finding("x12.lower-case", "file", words))
        if length != _ISA_LENGTH:
            words = f"The ISA header is {length} characters long; it must be exactly {_ISA_LENGTH}."
            self.found.findings.append(Finding("x12.isa-length", "ISA", words))
        if used != delimiters.component:
            words = f"ISA16 says {delimiters.component!r} splits composites, but {used!r} does; they were read with it."
            self.found.findings.append(Finding("x12.component", "ISA16", words))
        if len({delimiters.element, delimiters.component, delimiters.segment}) < 3:
            self.found.findings.append(Finding("x12.delimiters", "ISA", "Two delimiters are the same character."))

    def run(self) -> Interchange:
        """Read to the end and close what stands open."""
        text, terminator = self.text, self.delimiters.segment
        last = len(text.split(terminator, 1)[0])
        for start in self._envelope_segments():
            end = text.find(terminator, start)
            end = len(text) if end < 0 else end
            if self.opened is None and start - 1 > last:
                self._stray(last, start - 1)
            self._take(text[start:end].split(self.delimiters.element), start, end)
            last = end
        if self.opened is None:
            self._stray(last, len(self.text))
        self._finish(len(self.text))
        return self.found

    def _envelope_segments(self) -> list[int]:
        """Where the segments of the envelope begin, in order."""
        element, terminator = re.escape(self.delimiters.element), re.escape(self.delimiters.segment)
        opening = re.compile(f"{terminator}(?:S[TE]|G[SE]|IEA|TA1){element}")
        return [found.start() + 1 for found in opening.finditer(self.text)]

    def _take(self, parts: list[str], start: int, end: int) -> None:
        kind = parts[0]
        if kind == "SE" and self.opened is not None:
            self._close_transaction(end, parts)
        elif kind == "TA1":
            self.found.ta1.append(tuple(parts))
        elif kind == "ST":
            self._close_transaction(start - 1, None)
            self.opened = (start, parts)
        elif kind == "GS":
            self._close_group(start - 1, None)
            self.numbers = set()
            self.group = Group(tuple((parts + [""] * 9)[:9]))
            self.found.groups.append(self.group)
        elif kind == "GE":
            self._close_group(start - 1, parts)
        elif kind == "IEA":
            self._close_group(start - 1, None)
            self._close_interchange(parts)

    def _stray(self, start: int, end: int) -> None:
        stray = self.text[start:end].strip(self.delimiters.segment + " \r\n\t\x00\x1a")
        if stray:
            where = "after IEA" if self.closed else "between transactions"
            self.found.findings.append(_warn("x12.stray", where, "Text outside any transaction was skipped."))

    def _close_transaction(self, end: int, se: list[str] | None) -> None:
        if self.opened is None:
            return
        start, st = self.opened
        self.opened = None
        if self.group is None:
            self.group = Group(("GS", *[""] * 8))
            self.found.groups.append(self.group)
            self.found.findings.append(Finding("x12.no-gs", "GS", "A transaction stands outside any group (no GS)."))
        text = self.text[start:end]
        st = [*st, "", "", ""]
        gs = self.group.gs
        version = st[3] or gs[8]
        findings = tuple(self._trailer(st, se, text))
        offset = self.found.offset + start
        self.group.transactions.append(
            Transaction(st[1], st[2], version, self.delimiters, self.found.isa, gs, text, offset, findings)
        )

    def _trailer(self, st: list[str], se: list[str] | None, text: str) -> Iterator[Finding]:
        """What is wrong between ST and SE: missing end, wrong count, wrong number, wrong guide, repeated number."""
        where = f"transaction {st[2] or '?'}"
        gs = self.group.gs if self.group else ()
        if st[2] in self.numbers:
            yield Finding("x12.st-repeated", where, "Two transactions in this group carry the same number (ST02).")
        if st[3] and gs and gs[8] and st[3] != gs[8]:
            yield Finding("x12.guide-differs", where, f"ST03 says guide {st[3]} but the group (GS08) says {gs[8]}.")
        if se is None:
            yield Finding("x12.no-se", where, "The transaction is cut off: its closing segment (SE) is missing.")
            return
        self.numbers.add(st[2])
        se = [*se, "", ""]
        count = self._count(text, se[1])
        if not _same_number(se[1], count):
            words = f"SE01 says {se[1] or 'nothing'} segments; there are {count}."
            yield Finding("x12.se-count", f"{where}, SE01", words)
        if se[2] != st[2]:
            words = f"SE02 ({se[2]}) is not the number the transaction began with ({st[2]})."
            yield Finding("x12.se-control", f"{where}, SE02", words)

    def _count(self, text: str, said: str) -> int:
        """How many segments stand in the text; empty ones are looked for only when the number said seems wrong."""
        terminator = self.delimiters.segment
        count = text.count(terminator) + 1
        if _same_number(said, count):
            return count
        return sum(1 for part in text.split(terminator) if part)

    def _close_group(self, end: int, ge: list[str] | None) -> None:
        self._close_transaction(end, None)
        group, self.group = self.group, None
        if group is None:
            return
        where = f"group {group.gs[6] or '?'}"
        if ge is None:
            if group.gs[1]:
                group.findings.append(Finding("x12.no-ge", where, "The group is cut off: its end (GE) is missing."))
            return
        ge = [*ge, "", ""]
        count = len(group.transactions)
        if not _same_number(ge[1], count):
            words = f"GE01 says {ge[1] or 'nothing'} transactions; there are {count}."
            group.findings.append(Finding("x12.ge-count", f"{where}, GE01", words))
        if ge[2] != group.gs[6]:
            words = f"GE02 ({ge[2]}) is not the number the group began with ({group.gs[6]})."
            group.findings.append(Finding("x12.ge-control", f"{where}, GE02", words))

    def _close_interchange(self, iea: list[str]) -> None:
        self.closed = True
        iea = [*iea, "", ""]
        isa, count = self.found.isa, len(self.found.groups)
        if not _same_number(iea[1], count) and not (count == 0 and _same_number(iea[1], len(self.found.ta1))):
            words = f"IEA01 says {iea[1] or 'nothing'} groups; there are {count}."
            self.found.findings.append(Finding("x12.iea-count", "IEA01", words))
        if isa[13] and iea[2].strip() != isa[13].strip():
            words = f"IEA02 ({iea[2]}) is not the number the interchange began with ({isa[13]})."
            self.found.findings.append(Finding("x12.iea-control", "IEA02", words))

    def _finish(self, end: int) -> None:
        self._close_group(end, None)
        if not self.closed:
            words = "The interchange is cut off: its end (IEA) is missing."
            self.found.findings.append(Finding("x12.no-iea", "IEA", words))


def _tidy(text: str, delimiters: Delimiters) -> str:
    """Without line breaks (unless they end segments), and without blanks around segments and after elements."""
    terminator = delimiters.segment
    for end in {"\r", "\n"} - {terminator}:
        text = text.replace(end, "")
    if terminator + " " in text or ("\t" in text and terminator + "\t" in text):
        text = re.sub(re.escape(terminator) + r"[ \t]+", lambda _: terminator, text)
    head = text.find(terminator)
    if text.find(f" {terminator}", head) >= 0 or text.find(f" {delimiters.element}", head) >= 0:
        marks = re.escape(delimiters.element + terminator)
        text = text[:head] + re.sub(rf" +(?=[{marks}])", "", text[head:])
    if text[head - 1 : head] == " ":
        text = text[:head].rstrip(" ") + text[head:]
    return text.rstrip("\x00\x1a \t")


def _capital_names(text: str, delimiters: Delimiters) -> str:
    """With the names of segments in capitals; all else stays as it was sent."""
    element, terminator = re.escape(delimiters.element), re.escape(delimiters.segment)
    small = re.compile(rf"(?<={terminator})(?=[A-Z0-9]{{0,2}}[a-z])[A-Za-z][A-Za-z0-9]{{1,2}}(?={element})")
    return small.sub(lambda found: found[0].upper(), text)


def _component_in_use(text: str, delimiters: Delimiters) -> str:
    """What really splits composites, judged by the first procedure in the text: senders forget to say it in ISA16."""
    element, terminator = re.escape(delimiters.element), re.escape(delimiters.segment)
    found = re.search(rf"{terminator}SV[1C]{element}(?:HC|AD|ER|IV|WK|N4|NU)([^\w\s])\w", text)
    mark = found[1] if found else delimiters.component
    return delimiters.component if mark in (delimiters.element, delimiters.segment) else mark


def _same_number(text: str, number: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12 and int(text) == number
