"""Writing the 835: payment advices to bytes, deterministic, with true counts."""

from collections.abc import Sequence

from medoffice.standards.x12.envelope import transaction_number, wrap
from medoffice.standards.x12.parties import write_address, write_cas, write_nm1, write_procedure
from medoffice.standards.x12.remittance import GUIDE
from medoffice.standards.x12.types import ClaimRemit, Envelope, LineRemit, Party, ProviderAdjustment, Remit835
from medoffice.standards.x12.values import Writing, amount, composite, day8, number, plain


def write_835(remits: Sequence[Remit835], envelope: Envelope) -> bytes:
    """One interchange with one transaction for each advice, numbered from 0001 whatever their ``control`` says.

    Raises UnwritableError for what X12 cannot carry. Balance is the caller's to check (``balance_835``).
    """
    return wrap(envelope, "HP", GUIDE, [_remit(remit, place) for place, remit in enumerate(remits)])


def _remit(remit: Remit835, place: int) -> list[str]:
    out = Writing()
    out.add("ST", "835", transaction_number(place))
    gap = [""] * 11
    out.add("BPR", remit.handling, amount(remit.amount), remit.credit, remit.method, *gap, day8(remit.paid_on))
    out.add("TRN", "1", plain(remit.trace), remit.payer_id)
    if remit.receiver:
        out.add("REF", "EV", plain(remit.receiver))
    if remit.production_date:
        out.add("DTM", "405", day8(remit.production_date))
    _side(out, "PR", remit.payer)
    if remit.payer_contact or remit.payer_phone:
        out.add("PER", "BL", plain(remit.payer_contact), "TE" if remit.payer_phone else "", plain(remit.payer_phone))
    _side(out, "PE", remit.payee)
    if remit.payee_tax_id:
        out.add("REF", "TJ", plain(remit.payee_tax_id))
    if remit.claims:
        out.add("LX", "1")
    for claim in remit.claims:
        _claim(out, claim)
    _provider_adjustments(out, remit.adjustments)
    return out.parts


def _side(out: Writing, entity: str, party: Party) -> None:
    out.add("N1", entity, plain(party.name), party.qualifier, plain(party.identifier))
    write_address(out, party.address)


def _claim(out: Writing, claim: ClaimRemit) -> None:
    money = [amount(claim.charge), amount(claim.paid), amount(claim.patient_responsibility)]
    tail = [claim.filing, plain(claim.payer_claim_number), claim.place, claim.frequency]
    out.add("CLP", plain(claim.claim_id), claim.status, *money, *tail)
    write_cas(out, claim.adjustments)
    write_nm1(out, "QC", claim.patient, address=False)
    others = [
        ("IL", claim.insured), ("74", claim.corrected), ("82", claim.rendering), ("TT", claim.forwarded_to),
        ("PR", claim.priority_payer),
    ]  # fmt: skip
    for entity, party in others:
        if party is not None:
            write_nm1(out, entity, party, address=False)
    if claim.inpatient:
        out.add("MIA", *claim.inpatient)
    if claim.outpatient:
        out.add("MOA", *claim.outpatient)
    for kind, value in claim.references:
        out.add("REF", kind, plain(value))
    for kind, when in claim.dates:
        out.add("DTM", kind, day8(when))
    for kind, money_value in claim.amounts:
        out.add("AMT", kind, amount(money_value))
    for line in claim.lines:
        _line(out, line)


def _line(out: Writing, line: LineRemit) -> None:
    original = write_procedure(line.original)
    money = [amount(line.charge), amount(line.paid)]
    units = [number(line.units), original, number(line.original_units)]
    out.add("SVC", write_procedure(line.procedure), *money, line.revenue, *units)
    for kind, when in line.dates:
        out.add("DTM", kind, day8(when))
    write_cas(out, line.adjustments)
    first = [("6R", line.control)] if line.control else []
    for kind, value in (*first, *line.references):
        out.add("REF", kind, plain(value))
    for kind, money_value in line.amounts:
        out.add("AMT", kind, amount(money_value))
    for remark in line.remarks:
        out.add("LQ", "HE", remark)


def _provider_adjustments(out: Writing, adjustments: Sequence[ProviderAdjustment]) -> None:
    """PLB segments in the order given; neighbours of one provider and year share a segment, six at most."""
    row: list[str] = []
    for entry in adjustments:
        head = ["PLB", plain(entry.provider), day8(entry.fiscal_date)]
        if row[:3] != head or len(row) >= 15:
            if row:
                out.add(*row)
            row = head
        row += [composite(entry.reason, entry.reference), amount(entry.amount)]
    if row:
        out.add(*row)
