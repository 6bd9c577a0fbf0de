"""Names, addresses and codes that several transactions share: NM1, N1, N3, N4, procedure composites, adjustments."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from medoffice.standards.x12.types import Address, Adjustment, Party, Procedure
from medoffice.standards.x12.values import Reading, Segment, Writing, amount, at, composite, money_of, number, plain


def read_nm1(segment: Segment) -> Party:
    """The party of an NM1."""
    if len(segment) < 10:
        segment = [*segment, *[""] * (10 - len(segment))]
    party = object.__new__(Party)
    fields = party.__dict__
    _, _, kind, fields["name"], fields["first"], fields["middle"], _, suffix, qualifier, identifier = segment[:10]
    fields["suffix"], fields["person"] = suffix, kind == "1"
    fields["qualifier"], fields["identifier"] = qualifier, identifier
    return party


def read_n1(segment: Segment) -> Party:
    """The organisation of an N1."""
    return Party(at(segment, 2), qualifier=at(segment, 3), identifier=at(segment, 4))


def with_address(party: Party, segment: Segment) -> Party:
    """The party with what an N3 or N4 says about its address."""
    old = party.address or Address("")
    if segment[0] == "N3":
        address = Address(at(segment, 1), at(segment, 2), old.city, old.state, old.postal)
    else:
        address = Address(old.line1, old.line2, at(segment, 1), at(segment, 2), at(segment, 3))
    names = (party.name, party.first, party.middle, party.suffix)
    return Party(*names, party.person, party.qualifier, party.identifier, address)


def write_nm1(out: Writing, entity: str, party: Party, address: bool = True) -> None:
    """NM1 for a party and, when it has one and it is wanted, its N3 and N4."""
    kind = "1" if party.person else "2"
    names = [plain(text) for text in (party.name, party.first, party.middle)]
    out.add("NM1", entity, kind, *names, "", plain(party.suffix), party.qualifier, plain(party.identifier))
    if address:
        write_address(out, party.address)


def write_address(out: Writing, address: Address | None) -> None:
    """N3 and N4."""
    if address is not None:
        out.add("N3", plain(address.line1), plain(address.line2))
        out.add("N4", plain(address.city), address.state, address.postal)


@lru_cache(maxsize=1 << 12)
def read_procedure(text: str, component: str) -> Procedure:
    """A procedure composite: qualifier, code, up to four modifiers, description."""
    parts = text.split(component)
    if len(parts) == 2:
        return Procedure(parts[1], (), parts[0])
    parts += [""] * (7 - len(parts))
    return Procedure(parts[1], tuple(filter(None, parts[2:6])), parts[0], parts[6])


def write_procedure(procedure: Procedure | None) -> str:
    """The composite of a procedure; nothing for None."""
    if procedure is None:
        return ""
    modifiers = (*procedure.modifiers, "", "", "", "")[:4]
    return composite(procedure.qualifier, procedure.code, *modifiers, procedure.description)


def read_cas(segment: Segment, reading: Reading) -> tuple[Adjustment, ...]:
    """The up to six adjustments of a CAS."""
    if len(segment) == 4:  # nearly all have one adjustment without a quantity
        one = _adjustment(segment[1], segment[2], segment[3])
        if one is not None:
            return (one,)
    return tuple(_read_trios(segment, reading))


@lru_cache(maxsize=1 << 14)
def _adjustment(group: str, reason: str, text: str) -> Adjustment | None:
    value = money_of(text)
    return None if value is None else Adjustment(group, reason, value)


def _read_trios(segment: Segment, reading: Reading) -> Iterator[Adjustment]:
    group = at(segment, 1)
    for place in range(2, len(segment), 3):
        if segment[place] or at(segment, place + 1):
            quantity = reading.quantity(segment, place + 2)
            yield Adjustment(group, segment[place], reading.money(segment, place + 1), quantity)


def write_cas(out: Writing, adjustments: Iterable[Adjustment]) -> None:
    """CAS segments in the order given: neighbours of one group share a segment, six at most."""
    row: list[str] = []
    for adjustment in adjustments:
        if not row or row[1] != adjustment.group or len(row) >= 20:
            if row:
                out.add(*row)
            row = ["CAS", adjustment.group]
        row += [adjustment.reason, amount(adjustment.amount), number(adjustment.quantity)]
    if row:
        out.add(*row)
