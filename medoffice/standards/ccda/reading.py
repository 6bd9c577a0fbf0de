"""Reading a document: its header, its sections in order, and the entries of the sections whose kind is known."""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import replace

from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import Node, read_xml
from medoffice.standards.ccda import oids
from medoffice.standards.ccda.entries import read_entry
from medoffice.standards.ccda.leftovers import tell_beside
from medoffice.standards.ccda.narrative import marked, narrative_blocks, narrative_text
from medoffice.standards.ccda.statements import inside, is_coded, of_kind, templates
from medoffice.standards.ccda.types import (
    Attachment,
    Code,
    Document,
    Entries,
    Entry,
    Patient,
    PersonName,
    Section,
    Source,
)
from medoffice.standards.ccda.values import (
    Reading,
    addresses,
    code,
    gist,
    identifiers,
    moment,
    party,
    person_name,
    plain,
    telecoms,
)

PREFIXES = {"urn:hl7-org:v3": "", "urn:hl7-org:sdtc": "sdtc:", "http://www.w3.org/2001/XMLSchema-instance": "xsi:"}
_ROOT = "ClinicalDocument"


def read_document(data: bytes) -> Document:
    """The document in the bytes.

    Raises Refusal if they are not well-formed XML, not a clinical document, or could do harm (``xml.*``,
    ``ccda.not-a-document``). Whatever is odd in the content is in ``findings``.
    """
    reading = Reading()
    root = _tree(data, reading)
    if root.name != _ROOT:
        words = f"It is XML, but not a clinical document: it begins with {plain(root.name[:40])!r}."
        raise Refusal("ccda.not-a-document", words, f"A C-CDA document begins with {_ROOT}.")
    if sum(1 for one in root.all("component")) > 1:
        reading.note("more-bodies", _ROOT, "It has more than one body; the first component is read.")
    places = list(_sections(root))
    for place in places:
        reading.marked.update(marked(place.node.first("text")))
    header, collected = _header(root, reading), _Collected(reading)
    sections = tuple(collected.section(place) for place in places)
    reading.tell_left()
    if not places and header.attachment is None:
        reading.note("no-body", _ROOT, "It has neither sections nor a file.", Severity.ERROR)
    return replace(header, sections=sections, entries=collected.entries(), findings=tuple(reading.findings))


def _tree(data: bytes, reading: Reading) -> Node:
    """The tree; bytes that claim to be UTF-8 and are not are taken as what Windows writes."""
    try:
        return read_xml(data, PREFIXES)
    except Refusal as refusal:
        if refusal.code != "xml.not-well-formed" or _is_utf8(data):
            raise
        root = read_xml(data, PREFIXES, "windows-1252")
    reading.note("encoding", _ROOT, "Its letters are not encoded as it says; they were read as Windows-1252.")
    return root


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _header(root: Node, reading: Reading) -> Document:
    custodian = root.first("custodian")
    language = root.first("languageCode")
    body = root.first("component", "nonXMLBody", "text")
    _tell_replaced(root, reading)
    when = moment(root.first("effectiveTime"), f"{_ROOT}/effectiveTime", reading)
    authors = (party(one, f"{_ROOT}/author[{place}]", reading) for place, one in enumerate(root.all("author"), 1))
    title = root.first("title")
    return Document(
        code(root.first("code"), f"{_ROOT}/code", reading),
        plain(title.text(400)) if title else "",
        when,
        identifiers(root),
        templates(root),
        plain(language.get("code")) if language else "",
        code(root.first("confidentialityCode"), f"{_ROOT}/confidentialityCode", reading),
        _patient(root, reading),
        tuple(one for one in authors if one),
        party(custodian, f"{_ROOT}/custodian", reading) if custodian else None,
        attachment=_attachment(body, reading) if body else None,
    )


def _patient(root: Node, reading: Reading) -> Patient:
    where = f"{_ROOT}/recordTarget/patientRole"
    role = root.first("recordTarget", "patientRole")
    if role is None:
        reading.note("no-patient", _ROOT, "It does not say whom it is about.", Severity.ERROR)
        return Patient()
    if len(list(root.all("recordTarget"))) > 1:
        reading.note("more-patients", _ROOT, "It is about more than one patient; the first is told.")
    person = role.first("patient") or Node("patient", {})
    _tell_of_patient(person, where, reading)
    found = Patient(
        _name(person) or PersonName(),
        moment(person.first("birthTime"), f"{where}/patient/birthTime", reading),
        code(person.first("administrativeGenderCode"), where, reading),
        identifiers(role),
        addresses(role),
        telecoms(role),
        code(person.first("maritalStatusCode"), where, reading),
        code(person.first("raceCode"), where, reading),
        code(person.first("ethnicGroupCode"), where, reading),
        _language(person),
    )
    for name, said in (("name", found.name.words), ("birth date", found.birth), ("sex", found.sex.words)):
        if not said:
            reading.note("patient-unsaid", where, f"It does not say the patient's {name}.")
    return found


def _name(person: Node) -> PersonName | None:
    """The legal name, or the first that says something; a name at birth is the last resort."""

    def rank(one: Node) -> tuple[bool, bool]:
        at_birth = any(family.get("qualifier") == "BR" for family in one.all("family"))
        return at_birth, "L" not in one.get("use").split()

    names = sorted(person.all("name"), key=rank)
    return next(filter(None, map(person_name, names)), None)


def _language(person: Node) -> str:
    """The language that is preferred, or the first."""
    spoken = list(person.all("languageCommunication"))
    liked = (one for one in spoken if (said := one.first("preferenceInd")) and said.get("value") == "true")
    found = next(liked, None) or next(iter(spoken), None)
    what = found.first("languageCode") if found else None
    return plain(what.get("code")) if what else ""


def _tell_of_patient(person: Node, where: str, reading: Reading) -> None:
    """Note what the header says of the patient beyond what is kept: that they died, other names, races, languages."""
    died, when = person.first("sdtc:deceasedInd"), person.first("sdtc:deceasedTime")
    if (died and died.get("value") in ("true", "1")) or (when and when.get("value")):
        reading.note("died", where, f"It says that the patient has died{_on(when)}.")
    kept = _name(person)
    for one in person.all("name"):
        other = person_name(one)
        if other and other != kept:
            reading.note("other-name", where, f"It also names the patient {other.words!r}.", Severity.INFO)
    for name in ("sdtc:raceCode", "sdtc:ethnicGroupCode", "guardian"):
        for one in person.all(name):
            reading.leave(where, name.removeprefix("sdtc:"), gist(one))
    for one in list(person.all("languageCommunication"))[1:]:
        reading.leave(where, "other languages", gist(one))


def _on(when: Node | None) -> str:
    return f" ({plain(when.get('value')[:40])})" if when and when.get("value") else ""


def _tell_replaced(root: Node, reading: Reading) -> None:
    for one in root.all("relatedDocument"):
        parent = one.first("parentDocument", "id")
        if parent and one.get("typeCode") in ("RPLC", "APND"):
            what = "replaces" if one.get("typeCode") == "RPLC" else "adds to"
            number = plain(parent.get("extension") or parent.get("root"))
            reading.note("related", f"{_ROOT}/relatedDocument", f"It {what} the document {number}.", Severity.INFO)


def _attachment(node: Node, reading: Reading) -> Attachment:
    pointer = node.first("reference")
    kind, content = plain(node.get("mediaType")), b""
    if node.get("representation") == "B64":
        try:
            content = base64.b64decode(node.text())
        except (binascii.Error, ValueError):
            reading.note("bad-file", f"{_ROOT}/component/nonXMLBody", "The file inside it cannot be decoded.")
    else:
        content = node.text().encode()
    reading.note("no-sections", _ROOT, "It is a file without sections: nothing in it is coded.", Severity.INFO)
    return Attachment(kind, content, plain(pointer.get("value")) if pointer else "")


class _Place:
    """A section, where it stands, and how deep."""

    def __init__(self, node: Node, path: str, depth: int) -> None:
        self.node = node
        self.path = path
        self.depth = depth


def _sections(root: Node) -> Iterator[_Place]:
    body = root.first("component", "structuredBody")
    return _within(body, "body", 0) if body else iter(())


def _within(holder: Node, path: str, depth: int) -> Iterator[_Place]:
    place = 0
    for link in holder.all("component"):
        for section in link.all("section"):
            place += 1
            at = f"{path}/section[{place}]"
            yield _Place(section, at, depth)
            yield from _within(section, at, depth + 1)


class _Collected:
    """The entries of all sections, by kind."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: dict[str, list[Entry]] = {kind: [] for kind in oids.ENTRY_TEMPLATES}

    def section(self, place: _Place) -> Section:
        node = place.node
        heading = node.first("title")
        title = plain(heading.text(400)) if heading else ""
        what = code(node.first("code"), place.path, self.reading)
        kind = _kind(what, node)
        if not what.code and not kind:
            kind = _kind_of_entries(node)
        if not what.code:
            self.reading.note("section-uncoded", place.path, f"The section {title!r} has no code.", Severity.INFO)
        narrative = node.first("text")
        text, blocks = narrative_text(narrative), narrative_blocks(narrative)
        self._tell_empty(place, kind, title, text)
        coded, read = self._entries(place, kind, Source(title, what.code, place.path))
        return Section(what, title, text, place.path, place.depth, kind, coded, read, blocks)

    def _tell_empty(self, place: _Place, kind: str, title: str, text: str) -> None:
        """Note that a section of a kind that is read has no entries: because there is nothing, or in words alone."""
        unsaid = plain(place.node.get("nullFlavor"))
        if unsaid:
            words = f"The section {title!r} says that it has no information ({unsaid})."
            self.reading.note("section-says-nothing", place.path, words, Severity.INFO)
        elif text and kind and not any(place.node.all("entry")):
            words = f"The section {title!r} has words alone: no entry is read."
            self.reading.note("section-in-words", place.path, words, Severity.INFO)

    def _entries(self, place: _Place, kind: str, source: Source) -> tuple[int, int]:
        entries = list(place.node.all("entry"))
        if entries and not kind:
            words = f"It has entries ({len(entries)}) of a kind that is not read; see its text."
            self.reading.note("section-unread", place.path, words, Severity.INFO)
        coded = read = 0
        for number, entry in enumerate(entries if kind else (), 1):
            before = len(self.found[kind])
            self._entry(entry, kind, f"{place.path}/entry[{number}]", source)
            if is_coded(entry):
                coded += 1
                read += len(self.found[kind]) > before
        return coded, read

    def _entry(self, entry: Node, kind: str, path: str, source: Source) -> None:
        statements = of_kind(list(inside(entry, path, source, self.reading)), kind)
        if not statements:
            said = gist(entry)
            words = f"There is nothing in it that belongs to {kind}{': ' if said else ''}{said}."
            self.reading.note("entry-unread", path, words)
        found = [read_entry(kind, statement) for statement in statements]
        tell_beside(statements)
        self.found[kind] += [one for one in found if one is not None]

    def entries(self) -> Entries:
        return Entries(**{kind: tuple(found) for kind, found in self.found.items()})  # type: ignore[arg-type]


def _kind(what: Code, node: Node) -> str:
    """What kind of entries a section holds, by its code or its template; empty if none that is read."""
    by_template = (oids.SECTION_TEMPLATES.get(one, "") for one in templates(node))
    return oids.SECTION_KINDS.get(what.code) or next(filter(None, by_template), "")


def _kind_of_entries(node: Node) -> str:
    """The kind of a section that does not say it: the one that all its entries obey a template of."""
    held = [{name for one in entry.walk() for name in templates(one)} for entry in node.all("entry")]
    kinds = (kind for kind, wanted in oids.ENTRY_TEMPLATES.items() if all(one.intersection(wanted) for one in held))
    return next(kinds, "") if held else ""
