"""Reading the claims of an 837P transaction whose structure was found sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from medoffice.exchange.simulators.payer.rules.wire import Segment, at, cents, day
from medoffice.exchange.simulators.payer.types import (
    Adjustment,
    Claim,
    ClaimLine,
    Person,
    PriorLine,
    PriorPayer,
)

_NOBODY = Person("")
_EPOCH = date(1900, 1, 1)


@dataclass(slots=True)
class _Level:
    """What holds for the claims below: billing provider, subscriber, patient, payer."""

    billing: Person = _NOBODY
    tax_id: str = ""
    subscriber: Person = _NOBODY
    patient: Person = _NOBODY
    payer: Person = _NOBODY
    order: str = "P"
    group: str = ""


@dataclass(slots=True)
class _Open:
    """The claim being read: its own rows, its other payers' rows, its lines' rows."""

    head: list[Segment] = field(default_factory=list)
    others: list[list[Segment]] = field(default_factory=list)
    lines: list[list[Segment]] = field(default_factory=list)

    def add(self, row: Segment) -> None:
        if row[0] == "LX":
            self.lines.append([row])
        elif self.lines:
            self.lines[-1].append(row)
        elif row[0] == "SBR":
            self.others.append([row])
        elif self.others:
            self.others[-1].append(row)
        else:
            self.head.append(row)


def read_claims(rows: Sequence[Segment], component: str) -> list[Claim]:
    """The claims of a transaction (ST to SE), in file order. The rows must have passed ``structure.faults``."""
    return list(_walk(rows, component))


def submitter(rows: Sequence[Segment]) -> tuple[Person, str]:
    """Who submitted the transaction (NM1*41), and its reference (BHT03)."""
    named = next((row for row in rows if row[0] == "NM1" and at(row, 1) == "41"), ["NM1"])
    reference = next((at(row, 3) for row in rows if row[0] == "BHT"), "")
    return _person(named), reference


def _walk(rows: Sequence[Segment], component: str) -> Iterator[Claim]:
    level, claim = _Level(), None
    for row in rows:
        if row[0] in ("HL", "CLM", "SE") and claim:
            yield _claim(claim, level, component)
            claim = None
        if row[0] == "HL":
            level = _opened(level, at(row, 3))
        elif row[0] == "CLM":
            claim = _Open([row])
        elif claim:
            claim.add(row)
        else:
            _tell(level, row)


def _opened(level: _Level, kind: str) -> _Level:
    if kind == "20":
        return _Level()
    if kind == "22":
        return _Level(level.billing, level.tax_id)
    return replace(level, patient=_NOBODY)


def _tell(level: _Level, row: Segment) -> None:
    """Take a row above the claims into the level."""
    name, qualifier = row[0], at(row, 1)
    if name == "NM1":
        attribute = {"85": "billing", "IL": "subscriber", "QC": "patient", "PR": "payer"}.get(qualifier)
        if attribute:
            setattr(level, attribute, _person(row))
    elif name == "DMG":
        whose = "patient" if level.patient is not _NOBODY else "subscriber"
        setattr(level, whose, replace(getattr(level, whose), birth=day(at(row, 2))))
    elif name == "SBR":
        level.order, level.group = qualifier, at(row, 3)
    elif name == "REF" and qualifier in ("EI", "SY") and not level.tax_id:
        level.tax_id = at(row, 2)


def _person(row: Segment) -> Person:
    return Person(at(row, 3), at(row, 4), at(row, 5), at(row, 9), is_person=at(row, 2) == "1")


def _claim(opened: _Open, level: _Level, component: str) -> Claim:
    clm = opened.head[0]
    place, _, frequency = [*at(clm, 5).split(component), "", "", ""][:3]
    references = {at(row, 1): at(row, 2) for row in opened.head if row[0] == "REF"}
    rendering = next((_person(row) for row in opened.head if row[0] == "NM1" and at(row, 1) == "82"), level.billing)
    codes = [item.split(component) for row in opened.head if row[0] == "HI" for item in row[1:]]
    return Claim(
        id=at(clm, 1),
        charge=cents(at(clm, 2)) or 0,
        order=level.order,
        payer_id=level.payer.identifier,
        payer_name=level.payer.last,
        subscriber=level.subscriber,
        patient=level.subscriber if level.patient is _NOBODY else level.patient,
        billing=level.billing,
        rendering=rendering,
        frequency=frequency or "1",
        place=place,
        tax_id=level.tax_id,
        group=level.group,
        authorization=references.get("G1", ""),
        original_icn=references.get("F8", ""),
        diagnoses=tuple(item[1] for item in codes if len(item) > 1),
        prior=tuple(_prior(rows) for rows in opened.others),
        lines=tuple(_line(rows, number, component) for number, rows in enumerate(opened.lines, 1)),
    )


def _adjustments(row: Segment) -> Iterator[Adjustment]:
    """The reasons of a CAS: triplets of reason, amount, quantity after the group."""
    for place in range(2, len(row), 3):
        amount = cents(at(row, place + 1))
        if at(row, place) and amount is not None:
            yield Adjustment(at(row, 1), at(row, place), amount)


def _prior(rows: Sequence[Segment]) -> PriorPayer:
    paid = next((cents(at(row, 2)) for row in rows if row[0] == "AMT" and at(row, 1) == "D"), None)
    payer = next((at(row, 9) for row in rows if row[0] == "NM1" and at(row, 1) == "PR"), "")
    cut = tuple(part for row in rows if row[0] == "CAS" for part in _adjustments(row))
    return PriorPayer(at(rows[0], 1), payer, paid, cut)


def _line(rows: Sequence[Segment], number: int, component: str) -> ClaimLine:
    service = next(row for row in rows if row[0] == "SV1")
    procedure = at(service, 1).split(component)
    days = next(at(row, 3) for row in rows if row[0] == "DTP" and at(row, 1) == "472").split("-")
    references = {at(row, 1): at(row, 2) for row in rows if row[0] == "REF"}
    return ClaimLine(
        number=number,
        code=at(procedure, 1),
        charge=cents(at(service, 2)) or 0,
        units=Decimal(at(service, 4) or "1"),
        start=day(days[0]) or _EPOCH,
        end=day(days[-1]) or _EPOCH,
        control=references.get("6R", ""),
        modifiers=tuple(part for part in procedure[2:6] if part),
        pointers=tuple(int(part) for part in at(service, 7).split(component) if part.isdigit()),
        authorization=references.get("G1", ""),
        drug=next((at(row, 3) for row in rows if row[0] == "LIN" and at(row, 2) == "N4"), ""),
        prior=tuple(_decided(rows)),
    )


def _decided(rows: Sequence[Segment]) -> Iterator[PriorLine]:
    """Each SVD of a line with the CAS rows that follow it."""
    for place, row in enumerate(rows):
        if row[0] == "SVD":
            rest = rows[place + 1 :]
            end = next((count for count, after in enumerate(rest) if after[0] == "SVD"), len(rest))
            cut = tuple(part for after in rest[:end] if after[0] == "CAS" for part in _adjustments(after))
            yield PriorLine(at(row, 1), cents(at(row, 2)) or 0, cut)
