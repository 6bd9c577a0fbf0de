"""Whether an 837P transaction has the shape the payer demands: the faults a 999 reports.

Structure only (what must be there, in which level, of which form); whether a claim makes sense is told by the 277CA.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from medoffice.exchange.simulators.payer.rules.wire import Group, Segment, Transaction, at, cents, day
from medoffice.exchange.simulators.payer.types import Fault

GUIDE = "005010X222A1"
_KNOWN = frozenset(
    [
        "ST",
        "BHT",
        "NM1",
        "N2",
        "N3",
        "N4",
        "PER",
        "HL",
        "PRV",
        "CUR",
        "REF",
        "SBR",
        "PAT",
        "DMG",
        "CLM",
        "DTP",
        "PWK",
        "CN1",
        "AMT",
        "K3",
        "NTE",
        "CR1",
        "CR2",
        "CR3",
        "CRC",
        "HI",
        "HCP",
        "CAS",
        "OI",
        "MOA",
        "LX",
        "SV1",
        "SV5",
        "QTY",
        "MEA",
        "PS1",
        "LIN",
        "CTP",
        "SVD",
        "LQ",
        "FRM",
        "SE",
    ]
)
MISSING, UNKNOWN, IN_ERROR, UNEXPECTED = "3", "1", "8", "2"
ABSENT, NO_CODE, NO_DATE, BAD_FORM = "1", "7", "8", "6"


def _is_amount(text: str) -> bool:
    return cents(text) is not None


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _is_day(text: str) -> bool:
    return all(day(part) is not None for part in text.split("-"))


def _one_of(*values: str) -> Callable[[str], bool]:
    return lambda text: text in values


# What elements must hold: (element, the test, the IK403 code where the test fails); none may be blank.
_ELEMENTS: dict[str, list[tuple[int, Callable[[str], bool], str]]] = {
    "BHT": [(1, _one_of("0019"), NO_CODE), (3, bool, ABSENT), (4, _is_day, NO_DATE)],
    "HL": [(1, str.isdigit, BAD_FORM), (3, _one_of("20", "22", "23"), NO_CODE)],
    "NM1": [(1, bool, ABSENT), (2, _one_of("1", "2"), NO_CODE)],
    "SBR": [(1, _one_of(*"PSTABCDEFGHU"), NO_CODE)],
    "CLM": [(1, bool, ABSENT), (2, _is_amount, BAD_FORM), (5, bool, ABSENT)],
    "HI": [(1, bool, ABSENT)],
    "LX": [(1, str.isdigit, BAD_FORM)],
    "SV1": [
        (1, bool, ABSENT), (2, _is_amount, BAD_FORM), (3, _one_of("UN", "MJ"), NO_CODE),
        (4, _is_number, BAD_FORM), (7, bool, ABSENT),
    ],
    "DMG": [(2, _is_day, NO_DATE)],
    "DTP": [(1, bool, ABSENT), (3, bool, ABSENT)],
    "AMT": [(2, _is_amount, BAD_FORM)],
    "CAS": [
        (1, _one_of("CO", "PR", "OA", "PI", "CR"), NO_CODE), (2, bool, ABSENT),
        (3, _is_amount, BAD_FORM),
    ],
    "SVD": [(1, bool, ABSENT), (2, _is_amount, BAD_FORM)],
}  # fmt: skip

# What a part must have: the segment that opens it, the segments (id, qualifiers of element 1; none is any) it needs.
_NEEDS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "20": [("NM1", ("85",)), ("N3", ()), ("N4", ()), ("REF", ("EI", "SY"))],
    "22": [("SBR", ()), ("NM1", ("IL",)), ("NM1", ("PR",))],
    "23": [("PAT", ()), ("NM1", ("QC",))],
    "CLM": [("HI", ()), ("LX", ())],
    "LX": [("SV1", ()), ("DTP", ("472",))],
}


@dataclass(slots=True)
class Part:
    """A level, claim or line: what opens it, and its own segments with their places in the transaction."""

    kind: str
    start: int
    rows: list[tuple[int, Segment]] = field(default_factory=list)

    def has(self, name: str, qualifiers: tuple[str, ...] = ()) -> bool:
        """Whether a segment is there."""
        return any(row[0] == name and (not qualifiers or at(row, 1) in qualifiers) for _, row in self.rows)


def faults(transaction: Transaction) -> list[Fault]:
    """Everything structurally wrong with an 837P transaction, in the order of the file."""
    rows = list(enumerate(transaction.segments, 1))
    found = [Fault(row[0], place, UNKNOWN) for place, row in rows if row[0] not in _KNOWN]
    found += _header(rows)
    found += _levels(rows)
    for part in _parts(rows):
        found += _needs(part)
    for place, row in rows:
        found += _elements(place, row)
    return sorted(found, key=lambda fault: fault.place)


def _header(rows: Sequence[tuple[int, Segment]]) -> Iterator[Fault]:
    first = next((place for place, row in rows if row[0] == "HL"), len(rows))
    head = Part("header", 1, [entry for entry in rows if entry[0] < first])
    if len(rows) < 2 or rows[1][1][0] != "BHT":
        yield Fault("BHT", 2, MISSING)
    for qualifier in ("41", "40"):
        if not head.has("NM1", (qualifier,)):
            yield Fault("NM1", first, MISSING)
    if not head.has("PER"):
        # The payer can work without a contact: reported, not refused.
        yield Fault("PER", first, MISSING, fatal=False)
    if first == len(rows):
        yield Fault("HL", first, MISSING)


def _levels(rows: Sequence[tuple[int, Segment]]) -> Iterator[Fault]:
    """HL01 counts from 1; HL02 names an earlier level of the right kind."""
    above = {"22": "20", "23": "22"}
    kinds: dict[str, str] = {}
    for count, (place, row) in enumerate((entry for entry in rows if entry[1][0] == "HL"), 1):
        number, parent, kind = at(row, 1), at(row, 2), at(row, 3)
        if number != str(count):
            yield Fault("HL", place, IN_ERROR, 1, NO_CODE, number)
        if kind in above and kinds.get(parent) != above[kind]:
            yield Fault("HL", place, IN_ERROR, 2, NO_CODE, parent)
        kinds[number] = kind


def _parts(rows: Sequence[tuple[int, Segment]]) -> Iterator[Part]:
    """The levels, claims and lines, each with its own segments; a claim also lists its LX."""
    level = claim = line = None
    for place, row in rows:
        name = row[0]
        if name == "HL":
            yield from filter(None, (line, claim, level))
            level, claim, line = Part(at(row, 3), place), None, None
        elif name == "CLM":
            yield from filter(None, (line, claim))
            claim, line = Part("CLM", place), None
        elif name == "LX" and claim:
            yield from filter(None, (line,))
            line = Part("LX", place)
            claim.rows.append((place, row))
        else:
            owner = line or claim or level
            if owner:
                owner.rows.append((place, row))
    yield from filter(None, (line, claim, level))


def _needs(part: Part) -> Iterator[Fault]:
    end = max((place for place, row in part.rows if row[0] != "LX"), default=part.start)
    for name, qualifiers in _NEEDS.get(part.kind, []):
        if not part.has(name, qualifiers):
            yield Fault(name, end + 1, MISSING)


def _elements(place: int, row: Segment) -> Iterator[Fault]:
    for element, holds, code in _ELEMENTS.get(row[0], []):
        value = at(row, element)
        if not value:
            yield Fault(row[0], place, IN_ERROR, element, ABSENT)
        elif not holds(value):
            yield Fault(row[0], place, IN_ERROR, element, code, value)
    if row[0] == "DTP" and at(row, 2) in ("D8", "RD8") and at(row, 3) and not _is_day(at(row, 3)):
        yield Fault("DTP", place, IN_ERROR, 3, NO_DATE, at(row, 3))


def envelope_fault(transaction: Transaction) -> str:
    """The IK502 code of a transaction whose ST or SE is wrong, or blank: 2 no SE, 3 number, 4 count, 6 kind, 7 none."""
    first, last = transaction.segments[0], transaction.segments[-1]
    if not transaction.closed:
        return "2"
    if at(first, 1) != "837":
        return "6"
    if not at(first, 2):
        return "7"
    if at(first, 2) != at(last, 2):
        return "3"
    return "" if at(last, 1) == str(len(transaction.segments)) else "4"


def group_fault(group: Group) -> str:
    """The AK905 code of a group that is wrong as a whole, or blank: 1 kind, 2 version, 3 no GE, 4 number, 5 count."""
    if at(group.header, 1) != "HC":
        return "1"
    if at(group.header, 8) != GUIDE:
        return "2"
    if group.trailer is None:
        return "3"
    if at(group.trailer, 2) != at(group.header, 6):
        return "4"
    return "" if at(group.trailer, 1) == str(len(group.transactions)) else "5"
