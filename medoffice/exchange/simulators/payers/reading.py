"""Reading an 837P as a payer does: what is asked to be paid, for whom, and whether the file is complete."""

from dataclasses import dataclass, field
from datetime import date

from medoffice.exchange.simulators.payers.types import Adjustment, Claim, Line
from medoffice.exchange.simulators.payers.wire import Segment, cents

NEEDED = ("BHT", "HL", "SBR", "CLM", "HI", "LX", "SV1")


def fault_of(transaction: list[Segment]) -> tuple[str, int] | None:
    """The first structural fault of a transaction as (segment, place), or None: what a 999 rejects."""
    last = transaction[-1]
    if last[0] != "SE" or last[1] != str(len(transaction)) or last[2] != transaction[0][2]:
        return last[0], len(transaction)
    names = {segment[0] for segment in transaction}
    missing = next((needed for needed in NEEDED if needed not in names), None)
    return (missing, len(transaction)) if missing else None


@dataclass(slots=True)
class _Line:
    """A line while it is read."""

    number: int
    code: str = ""
    modifiers: tuple[str, ...] = ()
    charge: int = 0
    units: str = "1"
    day: date = date.min
    control: str = ""
    prior_paid: int | None = None
    prior: list[Adjustment] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A claim while it is read."""

    number: str
    charge: int
    place: str
    frequency: str
    replaces: str = ""
    lines: list[_Line] = field(default_factory=list)


class _Reader:
    """Walks an 837P, keeping what is in force: provider, subscriber, payer, patient."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.billing = ("", "")
        self.order, self.member, self.payer = "P", "", ""
        self.names = ("", "")
        self.open: _Open | None = None

    def take(self, segment: Segment) -> None:
        """Read on by one segment."""
        name, padded = segment[0], segment + [""] * (12 - len(segment))
        if name in ("HL", "SE"):
            self.close()
        elif name == "CLM":
            self.close()
            place, _, frequency = padded[5].split(":")
            self.open = _Open(padded[1], cents(padded[2]), place, frequency)
        elif self.open is None:
            self._header(name, padded)
        elif name == "LX":
            self.open.lines.append(_Line(int(padded[1])))
        elif self.open.lines:
            _read_line(self.open.lines[-1], name, padded)
        elif name == "REF" and padded[1] == "F8":
            self.open.replaces = padded[2]

    def _header(self, name: str, segment: Segment) -> None:
        """What comes before a claim."""
        if name == "SBR":
            self.order = segment[1]
        if name != "NM1":
            return
        if segment[1] == "85":
            self.billing = (segment[9], segment[3])
        elif segment[1] == "IL":
            self.member, self.names = segment[9], (segment[3], segment[4])
        elif segment[1] == "PR":
            self.payer = segment[9]
        elif segment[1] == "QC":
            self.names = (segment[3], segment[4])

    def close(self) -> None:
        """The claim under way is complete."""
        if self.open is not None:
            self.claims.append(
                Claim(
                    number=self.open.number,
                    charge=self.open.charge,
                    place=self.open.place,
                    frequency=self.open.frequency,
                    replaces=self.open.replaces,
                    payer_number=self.payer,
                    order=self.order,
                    member_id=self.member,
                    patient_last=self.names[0],
                    patient_first=self.names[1],
                    billing_npi=self.billing[0],
                    billing_name=self.billing[1],
                    lines=tuple(_finished(line) for line in self.open.lines),
                )
            )
        self.open = None


def claims_in(transaction: list[Segment]) -> list[Claim]:
    """The claims of a transaction."""
    reader = _Reader()
    for segment in transaction:
        reader.take(segment)
    return reader.claims


def _read_line(line: _Line, name: str, segment: Segment) -> None:
    if name == "SV1":
        parts = segment[1].split(":")
        line.code, line.modifiers = parts[1], tuple(parts[2:6])
        line.charge, line.units = cents(segment[2]), segment[4]
    elif name == "DTP" and segment[1] == "472":
        day = segment[3]
        line.day = date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    elif name == "REF" and segment[1] == "6R":
        line.control = segment[2]
    elif name == "SVD":
        line.prior_paid = (line.prior_paid or 0) + cents(segment[2])
    elif name == "CAS":
        reasons = [place for place in range(2, len(segment) - 1, 3) if segment[place]]
        line.prior += [Adjustment(segment[1], segment[place], cents(segment[place + 1])) for place in reasons]


def _finished(line: _Line) -> Line:
    return Line(
        line.number,
        line.code,
        line.modifiers,
        line.charge,
        line.units,
        line.day,
        line.control,
        line.prior_paid,
        tuple(line.prior),
    )
