"""Results of laboratories (ORU^R01): whose, of which orders, each observation with its notes.

Nothing is lost for being odd: a value that is not of the type it says is kept as text, and is said as a finding.
"""

from dataclasses import dataclass, field, replace

from medoffice.kernel.findings import Finding, Severity
from medoffice.standards.hl7 import values as of
from medoffice.standards.hl7.message import Message, Segment
from medoffice.standards.hl7.types import (
    Code,
    Identifier,
    Led,
    Moment,
    Observation,
    OrderResult,
    Patient,
    Results,
    Specimen,
    Value,
)

_TEXT = ("ST", "TX", "FT", "IS", "ID", "RP")
_SAID = (("OBR", 4, "An order does not say what was ordered."), ("OBX", 3, "A result does not say of what it is."))
_KEPT = 20  # characters of what is told of a value that is not what it should be: types, never what was found


@dataclass(slots=True)
class _Order:
    """An order while it is read."""

    order: OrderResult = field(default_factory=OrderResult)
    coded: bool = False
    observations: list[tuple[Observation, list[str]]] = field(default_factory=list)  # each with its notes
    specimens: list[Specimen] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def whole(self) -> OrderResult:
        return replace(
            self.order,
            observations=tuple(replace(one, notes=tuple(notes)) if notes else one for one, notes in self.observations),
            specimens=(*self.specimens, *self.order.specimens),
            notes=tuple(self.notes),
        )


def read_results(message: Message) -> tuple[Results, list[Finding]]:
    """What a message of results says, and what in it is odd; not what is missing. Never raises on content."""
    reading = _Reading()
    for segment in message.segments:
        reading.take(segment)
    head = message.first("MSH")
    found = Results(
        head.value(10),
        head.value(3),
        head.value(4),
        of.moment_in(head, 7),
        patient_of(message),
        tuple(one.whole() for one in reading.orders),
        tuple(reading.notes),
    )
    return found, reading.findings


def missing_in(message: Message) -> list[Finding]:
    """What a message of results must say and does not: whose they are, what was ordered, of what each result is."""
    found = []
    for name, number, words in _SAID:
        for count, segment in enumerate(message.named(name), 1):
            if name == "OBX" and segment.says_nothing:
                continue
            code = of.code_in(segment, number)
            if not code.code and not code.text:
                found.append(Finding("hl7.missing", f"{name}[{count}]-{number}", words))
    pid = message.first("PID")
    if not _numbers_of(pid) and not of.names_in(pid, 5):
        found.append(Finding("hl7.missing", "PID-3", "The message does not say whose results they are."))
    return found


def patient_of(message: Message) -> Patient:
    """Who a message is about (PID)."""
    pid = message.first("PID")
    birth, sex = of.moment_in(pid, 7), of.said([pid.value(8)], 1)
    return Patient(_numbers_of(pid), of.names_in(pid, 5), birth, sex, of.addresses_in(pid, 11))


def _numbers_of(pid: Segment) -> tuple[Identifier, ...]:
    """The numbers of a patient; older messages have the office's own before the list (PID-2) or behind it (PID-4)."""
    return tuple(dict.fromkeys(one for place in (2, 3, 4) for one in of.identifiers_in(pid, place)))


class _Reading:
    """Takes segments in order and puts each where it belongs."""

    def __init__(self) -> None:
        self.orders: list[_Order] = []
        self.notes: list[str] = []
        self.findings: list[Finding] = []
        self.above = ""
        self.counts: dict[str, int] = {}

    def take(self, segment: Segment) -> None:
        name = segment.name
        self.counts[name] = self.counts.get(name, 0) + 1
        if name == "ORC":
            self.orders.append(_Order(self._common(segment)))
        elif name == "OBR":
            self._request(segment)
        elif name == "OBX" and segment.says_nothing:
            return
        elif name == "OBX":
            self._order(segment).observations.append((self._observation(segment), []))
        elif name == "SPM":
            self._order(segment).specimens.append(self._specimen(segment))
        elif name == "NTE":
            self._note(segment)
            return
        if not name.startswith("Z"):
            self.above = name

    def _common(self, orc: Segment) -> OrderResult:
        return OrderResult(
            of.number_in(orc, 2), of.number_in(orc, 3), control=orc.value(1), ordered_by=of.clinician_in(orc, 12)
        )

    def _request(self, obr: Segment) -> None:
        """An OBR completes the ORC above it, or is an order of its own."""
        if not self.orders or self.orders[-1].coded or self.orders[-1].observations:
            self.orders.append(_Order())
        held = self.orders[-1]
        held.coded, known = True, held.order
        placer, filler, by = of.number_in(obr, 2), of.number_in(obr, 3), of.clinician_in(obr, 16)
        taken = of.code_of(obr.subparts(obr.repetitions(15)[0], 1)) if obr.field(15) else Code()
        held.order = replace(
            known,
            placer=placer if placer.id else known.placer,
            filler=filler if filler.id else known.filler,
            code=of.code_in(obr, 4),
            status=obr.value(25),
            collected=self._moment(obr, 7),
            reported=self._moment(obr, 22),
            ordered_by=by if by.identifier.id or by.name.family else known.ordered_by,
            parent=of.parent_in(obr, 29),
            led=_led_by(obr),
            specimens=(Specimen(type=taken),) if taken != Code() else (),
        )

    def _order(self, segment: Segment) -> _Order:
        if not self.orders:
            self._say("hl7.no-segment", segment, 0, "A result stands before any order (OBR).")
            self.orders.append(_Order())
        return self.orders[-1]

    def _observation(self, obx: Segment) -> Observation:
        flags = (of.said(obx.parts(one), 1) for one in obx.repetitions(8))
        return Observation(
            of.code_in(obx, 3),
            self._values(obx),
            obx.value(2).strip(),
            obx.value(4),
            of.units_in(obx, 6),
            of.range_in(obx, 7),
            tuple(filter(None, flags)),
            obx.value(11).strip(),
            self._moment(obx, 14),
            obx.value(18).strip(),
        )

    def _specimen(self, spm: Segment) -> Specimen:
        collected, received = self._moment(spm, 17), self._moment(spm, 18)
        return Specimen(of.number_in(spm, 2), of.code_in(spm, 4), collected, received, of.code_in(spm, 21))

    def _note(self, nte: Segment) -> None:
        """A note belongs to what stands above it."""
        text = nte.whole(3)
        if self.above == "OBX" and self.orders:
            self.orders[-1].observations[-1][1].append(text)
        elif self.orders:
            self.orders[-1].notes.append(text)
        else:
            self.notes.append(text)

    def _values(self, obx: Segment) -> tuple[Value, ...]:
        kind = obx.value(2).strip().upper()
        if obx.field(5).strip() in (b"", of.NULL.encode()):
            return ()
        if kind in _TEXT:
            return (obx.whole(5),)
        found = []
        for one in obx.repetitions(5):
            value = _value(obx, kind, one)
            if value is None:
                value = obx.coding.text(one)
                words = (
                    f"A value is no {kind[:_KEPT] or 'value of a type that is told'} as it says; it is kept as text."
                )
                self._say("hl7.value-type", obx, 5, words)
            found.append(value)
        return tuple(found)

    def _moment(self, segment: Segment, number: int) -> Moment | None:
        found = of.moment_in(segment, number)
        if found is None and segment.value(number) not in ("", of.NULL):
            self._say("hl7.time", segment, number, "A time is none; it was left out.")
        return found

    def _say(self, code: str, segment: Segment, number: int, words: str) -> None:
        where = f"{segment.name}[{self.counts[segment.name]}]" + (f"-{number}" if number else "")
        self.findings.append(Finding(code, where, words, Severity.WARNING))


def _led_by(obr: Segment) -> Led:
    """The result that led to an order (OBR-26)."""
    found = obr.repetitions(26)
    if not found:
        return Led()
    parts = obr.parts(found[0])
    return Led(of.code_of(obr.subparts(found[0], 1)), of.said(parts, 2), of.said(parts, 3))


def _value(obx: Segment, kind: str, one: bytes) -> Value | None:
    """A value of a type; None if it is not of that type, or the type is none that is known."""
    if kind == "ED":
        return of.attachment_of(obx, one)
    parts = obx.parts(one)
    if kind in ("CE", "CWE", "CNE", "CF"):
        return of.code_of(parts)
    if kind == "SN":
        return of.structured_of(parts)
    if kind == "NM":
        return of.number_of(parts[0])
    if kind in ("DT", "TS", "DTM"):
        return of.moment_of(parts[0])
    return of.time_of(parts[0]) if kind == "TM" else None
