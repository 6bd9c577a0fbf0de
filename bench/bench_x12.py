"""X12: our reading and checking beside pyx12, oxedi and openx12, as ratios of CPU seconds in one run.

The files are written by our own writer, so every peer reads the same bytes. A ratio above 1 means we are faster. Peers
that are not installed are left out. Bounded to about a minute: slow peers get smaller files.
"""

import gc
import io
import json
import logging
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.rows import Row, at_least
from medoffice.kernel.ids import npi_from
from medoffice.kernel.money import Money
from medoffice.standards.x12.api import balance_835, check_bytes, read_835, read_transactions, write_835, write_837p
from medoffice.standards.x12.types import (
    Address,
    Adjustment,
    Claim837,
    ClaimRemit,
    Envelope,
    LineRemit,
    Party,
    Procedure,
    Provider,
    Remit835,
    ServiceLine,
    Subscriber,
)

# How many times faster than the peer we must be, by the name of the comparison (ratios hold on every machine).
BARS = {
    "tokenise: split and split (the limit)": 0.5,
    "tokenise: pyx12 reader": 5.0,
    "835 parse: oxedi": 0.6,
    "835 parse: openx12": 4.0,
    "837P check: pyx12 validator": 20.0,
}
CLAIMS = 5000
SLOW_CLAIMS = 400
_DAY = date(2026, 3, 2)
_AT = datetime(2026, 3, 3, 9, 30)  # noqa: DTZ001 - X12 times have no zone
_ENVELOPE = Envelope("MEDOFFICE", "HARBOR", 1, _AT, submitter_contact="BILLING", submitter_phone="5555550101")
_STREET = Address("1 LANTERN WAY", "", "SPRINGFIELD", "IL", "627010001")


def main() -> list[dict[str, Any]]:
    """One row a comparison: name, our CPU seconds, the peer's for the same work, ratio, unit; and our own speeds."""
    claims = _claim_list(CLAIMS)
    claim_file, remit_file = write_837p(claims, _ENVELOPE), _remits(CLAIMS)
    slow_claims, slow_remits = _claims(SLOW_CLAIMS), _remits(SLOW_CLAIMS)
    tokenise = _cpu(lambda: _tokenise(claim_file))
    parse = _cpu(lambda: _parse_and_balance(remit_file))
    check = _cpu(lambda: check_bytes(slow_claims, "bench"))
    check_remits = _cpu(lambda: check_bytes(slow_remits, "bench"))
    rows = [
        _speed("x12 tokenise and envelope", tokenise, len(claim_file), CLAIMS),
        _speed("x12 835 parse and balance", parse, len(remit_file), CLAIMS),
        _speed("x12 837P check", check, len(slow_claims), SLOW_CLAIMS),
        _speed("x12 835 check", check_remits, len(slow_remits), SLOW_CLAIMS),
        _speed("x12 837P write", _cpu(lambda: write_837p(claims, _ENVELOPE)), len(claim_file), CLAIMS),
    ]
    peers: list[tuple[str, float, Callable[[], Callable[[], object]]]] = [
        ("tokenise: split and split (the limit)", tokenise, lambda: lambda: _split(claim_file)),
        ("tokenise: pyx12 reader", tokenise, lambda: _pyx12_reader(claim_file)),
        ("835 parse: oxedi", parse, lambda: _oxedi(remit_file)),
        ("835 parse: openx12", parse, lambda: _openx12(remit_file)),
        ("837P check: pyx12 validator", check, lambda: _pyx12_validator(slow_claims)),
        ("835 check: pyx12 validator", check_remits, lambda: _pyx12_validator(slow_remits)),
    ]
    for name, ours, make in peers:
        try:
            work = make()
        except ImportError:
            continue
        theirs = _cpu(work, 1 if "validator" in name else 3)
        rows.append(_row(name, ours, theirs))
    return rows


def rows() -> Iterator[Row]:
    """Our own speeds as context, then how many times faster we are than each peer."""
    for found in main():
        if found["peer"] is None:
            yield Row(found["name"], found["ours"], found["unit"])
        elif found["name"] in BARS:
            yield at_least(found["name"], found["ratio"], "times faster", BARS[found["name"]])
        else:
            yield Row(found["name"], found["ratio"], "times faster")


def _row(name: str, ours: float, theirs: float) -> dict[str, Any]:
    ratio = round(theirs / ours, 2)
    return {"name": name, "ours": round(ours, 4), "peer": round(theirs, 4), "ratio": ratio, "unit": "CPU s"}


def _speed(name: str, seconds: float, size: int, claims: int) -> dict[str, Any]:
    unit = f"CPU s ({size / seconds / 1e6:.1f} MB/s, {claims / seconds:,.0f} claims/s)"
    return {"name": name, "ours": round(seconds, 4), "peer": None, "ratio": None, "unit": unit}


def _cpu(work: Callable[[], object], times: int = 3) -> float:
    """The least CPU seconds of a few runs."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _tokenise(data: bytes) -> int:
    return sum(len(segment) for transaction in read_transactions(data) for segment in transaction.segments())


def _split(data: bytes) -> int:
    return sum(len(segment.split("*")) for segment in data.decode().split("~"))


def _parse_and_balance(data: bytes) -> int:
    remits, findings = read_835(data)
    return sum(len(balance_835(remit)) for remit in remits) + len(findings)


def _pyx12_reader(data: bytes) -> Callable[[], object]:
    reader = import_module("pyx12.x12file").X12Reader
    return lambda: sum(1 for _ in reader(io.StringIO(data.decode())))


def _pyx12_validator(data: bytes) -> Callable[[], object]:
    params, document = import_module("pyx12.params"), import_module("pyx12.x12n_document")
    logging.getLogger("pyx12").setLevel(logging.CRITICAL)

    def work() -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.x12"
            path.write_bytes(data)
            return bool(document.x12n_document(params.ParamsBase(), str(path), None, None))

    return work


def _oxedi(data: bytes) -> Callable[[], object]:
    parse = import_module("oxedi").parse
    return lambda: parse(data)


def _openx12(data: bytes) -> Callable[[], object]:
    parse = import_module("openx12.x835").parse
    return lambda: parse(data.decode())


def _claim_list(count: int) -> list[Claim837]:
    npi = npi_from("199999998")
    office = Provider(
        Party("LANTERN FAMILY MEDICINE", qualifier="XX", identifier=npi, address=_STREET), "", "999999999", "EI"
    )
    payer = Party("HARBOR HEALTH", qualifier="PI", identifier="HARBR")
    return [_claim(place, office, payer) for place in range(count)]


def _claim(place: int, office: Provider, payer: Party) -> Claim837:
    who = Party(f"VALE{place}", "MORGAN", person=True, qualifier="MI", identifier=f"HH{place:06d}", address=_STREET)
    born = date(1940 + place % 60, 1 + place % 12, 1 + place % 28)
    lines = tuple(_line(place, at) for at in range(1, 4))
    total = Money.total(line.charge for line in lines)
    holder = Subscriber(who, "P", "18", "GRP1", filing="CI", birth_date=born, sex="F")
    return Claim837(office, holder, payer, f"CLM{place:07d}", total, "11", ("E119", "I10"), lines)


def _line(place: int, at: int) -> ServiceLine:
    charge = Money(5000 + place * 7 % 9000 + at)
    return ServiceLine(Procedure(f"G0{400 + at}"), charge, Decimal(1), (1, 2), _DAY, control=f"{place}-{at}")


def _claims(count: int) -> bytes:
    return write_837p(_claim_list(count), _ENVELOPE)


def _paid_claims(count: int) -> Iterator[ClaimRemit]:
    for place, claim in enumerate(_claim_list(count)):
        lines = tuple(_paid_line(line, 1000 + place * 13 % 3000) for line in claim.lines)
        paid = Money.total(line.paid for line in lines)
        patient = replace(claim.subscriber.party, address=None)
        head = (claim.claim_id, "1", claim.charge, paid, Money(1500), "12", f"ICN{claim.claim_id}", "11", "1")
        yield ClaimRemit(*head, patient, lines=lines)


def _paid_line(line: ServiceLine, cut: int) -> LineRemit:
    adjustments = (Adjustment("CO", "45", Money(cut)), Adjustment("PR", "2", Money(500)))
    paid, days = line.charge - Money(cut + 500), (("472", _DAY),)
    return LineRemit(
        line.procedure, line.charge, paid, "", Decimal(1), dates=days, adjustments=adjustments, control=line.control
    )


def _remits(count: int) -> bytes:
    claims = tuple(_paid_claims(count))
    payee = Party("LANTERN FAMILY MEDICINE", qualifier="XX", identifier=npi_from("199999998"), address=_STREET)
    total = Money.total(claim.paid for claim in claims)
    payer = Party("HARBOR HEALTH", address=_STREET)
    remit = Remit835(
        payer, payee, "EFT1", "ACH", total, _DAY, "1999999999", payer_phone="5555550150",
        payer_contact="HELP", claims=claims,
    )  # fmt: skip
    return write_835([remit], _ENVELOPE)


if __name__ == "__main__":
    for row in main():
        print(json.dumps(row))
