"""An independent reader of 835 files for the tests: splits by hand, adds in Decimal, shares nothing."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class Paid:
    """One ST of an 835."""

    amount: Decimal
    method: str
    trace: str
    claims: list[list[list[str]]] = field(default_factory=list)
    moved: dict[str, list[Decimal]] = field(default_factory=dict)


def payments(data: bytes) -> list[Paid]:
    """Every payment of a file, after its counts were found true."""
    rows = [text.strip().split("*") for text in data.decode().split("~") if text.strip()]
    assert rows[0][0] == "ISA"
    assert rows[-1] == ["IEA", "1", rows[0][13]]
    assert rows[1][0] == "GS"
    assert rows[-2] == ["GE", str(sum(row[0] == "ST" for row in rows)), rows[1][6]]
    found: list[Paid] = []
    start = 0
    for place, row in enumerate(rows):
        if row[0] == "ST":
            start = place
        elif row[0] == "SE":
            assert row == ["SE", str(place - start + 1), rows[start][2]]
        elif row[0] == "BPR":
            found.append(Paid(Decimal(row[2]), row[4], ""))
        elif row[0] == "TRN":
            found[-1].trace = row[2]
        elif row[0] == "CLP":
            found[-1].claims.append([row])
        elif row[0] == "PLB":
            for key, amount in zip(row[3::2], row[4::2], strict=True):
                found[-1].moved.setdefault(key.split(":")[0], []).append(Decimal(amount))
        elif found and found[-1].claims:
            found[-1].claims[-1].append(row)
    return found


def cut(row: list[str]) -> dict[str, Decimal]:
    """A CAS as amounts by GROUP:REASON."""
    return {f"{row[1]}:{row[at]}": Decimal(row[at + 1]) for at in range(2, len(row), 3)}


def unbalanced(data: bytes) -> list[str]:
    """Which of E1 to E5, and the rule that a payment is never negative, a file breaks."""
    wrong = []
    for paid in payments(data):
        moved = sum((amount for amounts in paid.moved.values() for amount in amounts), Decimal(0))
        if paid.amount != sum(Decimal(claim[0][4]) for claim in paid.claims) - moved:
            wrong.append(f"E3 {paid.trace}")
        if paid.amount < 0 or (paid.amount == 0) != (paid.method == "NON"):
            wrong.append(f"BPR {paid.trace}")
        for claim in paid.claims:
            wrong += _claim(claim)
    return wrong


def _claim(rows: list[list[str]]) -> list[str]:
    clp = rows[0]
    wrong, all_cut, patient = [], Decimal(0), Decimal(0)
    services: list[tuple[Decimal, Decimal, Decimal]] = []
    for row in rows:
        if row[0] == "SVC":
            services.append((Decimal(row[2]), Decimal(row[3]), Decimal(0)))
        if row[0] == "CAS":
            amounts = cut(row)
            own = sum(amounts.values(), Decimal(0))
            all_cut += own
            patient += own if row[1] == "PR" else 0
            charge, pays, before = services[-1]
            services[-1] = (charge, pays, before + own)
    wrong += [f"E1 {clp[1]}" for charge, pays, less in services if charge - less != pays]
    if Decimal(clp[3]) - all_cut != Decimal(clp[4]):
        wrong.append(f"E2 {clp[1]}")
    if sum(part[0] for part in services) != Decimal(clp[3]) or sum(part[1] for part in services) != Decimal(clp[4]):
        wrong.append(f"E4 {clp[1]}")
    if clp[5] and Decimal(clp[5]) != patient:
        wrong.append(f"E5 {clp[1]}")
    return wrong
