"""Reading the data types of CDA: times, codes, quantities, names, addresses; what is odd is noted, nothing raises."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.xml_trees import Node
from medoffice.standards.ccda.types import (
    Address,
    Code,
    Identifier,
    Moment,
    Party,
    Period,
    PersonName,
    Precision,
    Quantity,
    Range,
    Telecom,
    Value,
)

MOST_FINDINGS = 500
MOST_LETTERS = 1000  # of words that stand beside a code
MOST_OF_A_GIST = 200
_TIME = re.compile(r"(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.\d+)?)?)?)?)?)?([+-]\d{4})?", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


class Reading:
    """One reading of one document: what was noticed so far, and the words of the narrative that entries point at."""

    def __init__(self) -> None:
        self.findings: dict[Finding, None] = {}
        self.marked: dict[str, Node] = {}
        self._left: dict[tuple[str, str], dict[str, int]] = {}
        self._said: dict[tuple[str, int], str] = {}

    def note(self, code: str, where: str, words: str, severity: Severity = Severity.WARNING) -> None:
        """Keep what was noticed, each thing once and not without end."""
        if len(self.findings) < MOST_FINDINGS - 1:
            self.findings[Finding(f"ccda.{code}", where, words, severity)] = None
        else:
            self.findings[Finding("ccda.more", "ClinicalDocument", "There is more that is not told here.")] = None

    def leave(self, where: str, what: str, said: str) -> None:
        """Keep in mind what an entry says that has no place; nothing if it says nothing."""
        if said:
            told = self._left.setdefault((where.partition("/entry[")[0], plain(what[:60])), {})
            told[said] = told.get(said, 0) + 1

    def tell_left(self) -> None:
        """Note what was left, once for each section and sort of thing."""
        for (where, what), said in self._left.items():
            words, held = "", list(said)
            while held and len(words) < MOST_LETTERS:
                words += f"{'; ' if words else ''}{held.pop(0)}"
            more = f"; and {len(held)} more" if held else ""
            self.note("unkept", where, f"Only the document has this ({what}): {words}{more}.", Severity.INFO)

    def narrative(self, reference: str, most: int) -> str:
        """The words a reference (``#id``) points at, as far as ``most`` letters, or nothing."""
        name = reference.removeprefix("#")
        if (name, most) not in self._said:
            node = self.marked.get(name)
            if node is None and name:
                self.note(
                    "reference", "ClinicalDocument", f"It points at words that are not there: {plain(name[:80])!r}."
                )
            self._said[name, most] = plain(node.text(most)) if node else ""
        return self._said[name, most]


def plain(text: str) -> str:
    """Words without what a screen would obey instead of show (controls, marks that turn the direction)."""
    return _UNSAFE.sub("", text)


def gist(node: Node) -> str:
    """What an element and all inside it say, in a few words; nothing if it is all null flavors."""
    found = dict.fromkeys(filter(None, _said_in(node)))
    text = plain(", ".join(found))
    return text if len(text) <= MOST_OF_A_GIST else f"{text[: MOST_OF_A_GIST - 1]}…"


def _said_in(node: Node) -> Iterator[str]:
    if node.name in _STRUCTURE:
        return
    number = " ".join(filter(None, (node.get("value"), node.get("unit"))))
    named = node.get("displayName") or node.get("code")
    yield number or (named if named != "ASSERTION" else "")
    for child in node.children:
        if isinstance(child, str):
            yield " ".join(child.split())
        else:
            yield from _said_in(child)


_STRUCTURE = frozenset({"templateId", "id", "statusCode", "author", "telecom", "addr", "reference", "typeId"})


def words(node: Node | None, reading: Reading, most: int = MOST_LETTERS) -> str:
    """The words of an element: its own, or those of the narrative it points at."""
    if node is None:
        return ""
    own = plain(node.text(most))
    pointer = node.first("reference")
    return own or (reading.narrative(pointer.get("value"), most) if pointer else "")


def moment(node: Node | None, where: str, reading: Reading) -> Moment | None:
    """A time, or None if there is none or it is none; the latter is noted."""
    text = node.get("value") if node else ""
    if not text:
        return None
    found = _moment(text)
    if found is None:
        reading.note("bad-time", where, f"{plain(text[:40])!r} is not a time.")
    return found


def _moment(text: str) -> Moment | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups()[:6])
    try:
        first = date(year or 0, month or 1, day or 1)
        if day is None:
            return Moment(first, Precision.YEAR if month is None else Precision.MONTH)
        zone = _zone(match[7])
        if hour is None or minute is None or zone is None:
            return Moment(first)
        instant = datetime(first.year, first.month, first.day, hour, minute, second or 0, tzinfo=zone)
        return Moment(first, Precision.MINUTE if second is None else Precision.SECOND, instant)
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    """The zone of an offset like ``-0500``; an offset of nothing is UTC."""
    if text is None:
        return None
    away = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))
    return timezone(-away if text[0] == "-" else away) if away else UTC


def period(node: Node | None, where: str, reading: Reading) -> Period:
    """When something was, of an ``effectiveTime``."""
    if node is None:
        return Period()
    low, high = (moment(node.first(name), where, reading) for name in ("low", "high"))
    at = moment(node, where, reading) if low is None and high is None else None
    if low and high and high.day < low.day:
        reading.note("time-order", where, f"It ends ({high.day}) before it begins ({low.day}).")
    return Period(at, low, high)


def code(node: Node | None, where: str, reading: Reading, depth: int = 0) -> Code:
    """A code with its translations; one without a system is noted."""
    if node is None:
        return Code()
    value, system = plain(node.get("code")), plain(node.get("codeSystem"))
    if value and not system:
        reading.note("no-system", where, f"The code {value[:40]!r} does not say which system it is of.")
    others = tuple(code(one, where, reading, 1) for one in node.all("translation")) if depth == 0 else ()
    text = words(node.first("originalText"), reading)
    for one in node.all("qualifier"):
        reading.leave(where, "qualifier", gist(one))
    return Code(
        value,
        system,
        plain(node.get("displayName")),
        text,
        "" if value else node.get("nullFlavor"),
        tuple(one for one in others if one.code or one.display or one.text),
    )


def decimal(text: str, where: str, reading: Reading) -> Decimal | None:
    """A number; what is none is noted."""
    if not text:
        return None
    found = Decimal(text) if len(text) <= 40 and _NUMBER.fullmatch(text) else None
    if found is None or abs(found.adjusted()) > 40:
        reading.note("bad-number", where, f"{plain(text[:40])!r} is not a number.")
        return None
    return found


def quantity(node: Node | None, where: str, reading: Reading) -> Quantity | None:
    """A number with its unit; a unit of 1 is none."""
    number = decimal(node.get("value"), where, reading) if node else None
    if node is None or number is None:
        return None
    unit = plain(node.get("unit"))
    return Quantity(number, "" if unit == "1" else unit)


def interval(node: Node, where: str, reading: Reading) -> Range:
    """A range of quantities."""
    for one in filter(None, (node.first("low"), node.first("high"))):
        if one.get("inclusive") == "false":
            reading.leave(where, f"the {one.name} limit itself is outside", gist(one))
    return Range(quantity(node.first("low"), where, reading), quantity(node.first("high"), where, reading))


def amount(node: Node | None, where: str, reading: Reading) -> Quantity | Range | None:
    """A number with its unit, or from one to another."""
    own = quantity(node, where, reading)
    if own or node is None:
        return own
    found = interval(node, where, reading)
    return None if found == Range() else found


_CODES = ("CD", "CE", "CV", "CO", "CS")


def value(node: Node | None, where: str, reading: Reading) -> Value:
    """What was observed, by its type, or by its shape where the type is not said."""
    if node is None:
        return None
    kind = node.get("xsi:type").rpartition(":")[2]
    if kind in _CODES or (not kind and (node.get("code") or node.first("originalText") or node.first("translation"))):
        found = code(node, where, reading)
        return found if found.words else None
    if node.first("low") or node.first("high"):
        return interval(node, where, reading)
    if node.first("numerator"):
        return _ratio(node, where, reading)
    if node.get("representation") == "B64":
        reading.note("value-file", where, f"Its value is a file ({plain(node.get('mediaType')) or 'of no said kind'}).")
        return None
    return _single(node, kind, where, reading)


def _single(node: Node, kind: str, where: str, reading: Reading) -> Value:
    """A number, or what stands there as it stands there."""
    if node.get("value"):
        number = None if kind in ("ST", "ED", "TS", "BL", "II") else quantity(node, where, reading)
        return number or plain(node.get("value")) or None
    translated = _translated(node) if not kind or kind.endswith("PQ") else ""
    return translated or words(node, reading) or None


def _ratio(node: Node, where: str, reading: Reading) -> str | None:
    """A titer (``1:128``) or another ratio, in words."""
    parts = [quantity(node.first(name), where, reading) for name in ("numerator", "denominator")]
    said = [f"{one.value} {one.unit}".strip() for one in parts if one]
    return (" / " if any(one.unit for one in parts if one) else ":").join(said) if len(said) == len(parts) else None


def _translated(node: Node) -> str:
    """A quantity that is said in a unit of no system alone: its number and the author's words for the unit."""
    held = node.first("translation")
    return gist(held) if held and held.get("value") else ""


def identifiers(node: Node) -> tuple[Identifier, ...]:
    """The identifiers of an element that have a root or a number."""
    found = (Identifier(plain(one.get("root")), plain(one.get("extension"))) for one in node.all("id"))
    return tuple(one for one in found if one.root or one.extension)


def person_name(node: Node | None) -> PersonName | None:
    """A name, in parts where it has them."""
    if node is None:
        return None
    parts = {name: tuple(filter(None, (plain(one.text(200)) for one in node.all(name)))) for name in _PARTS}
    joined = {name: " ".join(parts[name]) for name in ("family", "prefix", "suffix")}
    if not any(parts.values()):
        text = plain(node.text(200))
        return PersonName(text=text) if text else None
    return PersonName(joined["family"], parts["given"], joined["prefix"], joined["suffix"])


_PARTS = ("family", "given", "prefix", "suffix")


def addresses(node: Node) -> tuple[Address, ...]:
    """The postal addresses of an element that say something."""
    return tuple(filter(None, map(_address, node.all("addr"))))


def _address(node: Node) -> Address | None:
    def one(name: str) -> str:
        found = node.first(name)
        return plain(found.text(200)) if found else ""

    lines = tuple(filter(None, (plain(line.text(200)) for line in node.all("streetAddressLine"))))
    if not any(node.nodes()):
        lines = tuple(filter(None, [plain(node.text(200))]))
    found = Address(lines, one("city"), one("state"), one("postalCode"), one("country"), node.get("use"))
    return found if any((lines, found.city, found.state, found.zip_code, found.country)) else None


def telecoms(node: Node) -> tuple[Telecom, ...]:
    """The telephone numbers and the like of an element."""
    found = (Telecom(plain(one.get("value")), one.get("use")) for one in node.all("telecom"))
    return tuple(one for one in found if one.value)


def party(node: Node | None, where: str, reading: Reading, at: str = "time") -> Party | None:
    """Who acted, of an author, a performer or a custodian."""
    role = next(_roles(node), None) if node else None
    if node is None or role is None:
        return None
    person = role.first("assignedPerson", "name")
    place = role if role.name.endswith("Organization") else role.first("representedOrganization")
    made = role.first("assignedAuthoringDevice", "softwareName")
    clock = node.first(at)
    when = moment(clock, where, reading) or moment(clock.first("low") if clock else None, where, reading)
    found = Party(
        person_name(person),
        plain(name.text(400)) if place and (name := place.first("name")) else "",
        plain(made.text(200)) if made else "",
        identifiers(role),
        next(iter(addresses(role)), None),
        telecoms(role),
        when,
    )
    return found if found != Party() else None


def _roles(node: Node) -> Iterator[Node]:
    for name in ("assignedAuthor", "assignedEntity"):
        yield from node.all(name)
    held = node.first("assignedCustodian", "representedCustodianOrganization")
    if held:
        yield held
