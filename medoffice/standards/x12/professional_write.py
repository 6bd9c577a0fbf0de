"""Writing the 837P: claims to bytes, in the order the guide demands, deterministic, with true counts.

Claims of one billing provider stand under one provider level; each claim brings its subscriber level and, when the
patient is somebody else, a patient level.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from medoffice.standards.x12.envelope import transaction_number, wrap
from medoffice.standards.x12.parties import write_address, write_cas, write_nm1, write_procedure
from medoffice.standards.x12.professional import GUIDE
from medoffice.standards.x12.types import Address, Claim837, Envelope, OtherPayer, Party, Provider, ServiceLine
from medoffice.standards.x12.values import UnwritableError, Writing, amount, composite, day8, number, plain

CLAIMS_PER_TRANSACTION = 5000
MOST_LINES = 50


def write_837p(claims: Sequence[Claim837], envelope: Envelope) -> bytes:
    """One interchange with these claims, at most 5,000 to a transaction.

    Raises UnwritableError for what X12 cannot carry (fold names first: ``fold_claim``).
    """
    pieces = [claims[start : start + CLAIMS_PER_TRANSACTION] for start in range(0, len(claims), CLAIMS_PER_TRANSACTION)]
    sets = [_Transaction(envelope, place).write(piece) for place, piece in enumerate(pieces)]
    return wrap(envelope, "HC", GUIDE, sets)


class _Transaction:
    """The segments of one ST, and the number of the latest HL."""

    def __init__(self, envelope: Envelope, place: int) -> None:
        self.out = Writing()
        self.level = 0
        self.envelope = envelope
        self.number = transaction_number(place)

    def write(self, claims: Sequence[Claim837]) -> list[str]:
        self._header()
        for (billing, pay_to), group in groupby(claims, key=lambda claim: (claim.billing, claim.pay_to)):
            parent = self._billing(billing, pay_to)
            for claim in group:
                self._subscriber(claim, parent)
                _claim(self.out, claim)
        return self.out.parts

    def _header(self) -> None:
        out, envelope = self.out, self.envelope
        out.add("ST", "837", self.number, GUIDE)
        moment = envelope.at
        out.add("BHT", "0019", "00", str(envelope.control), f"{moment:%Y%m%d}", f"{moment:%H%M}", "CH")
        sender = Party(envelope.submitter_name or envelope.sender, qualifier="46", identifier=envelope.sender)
        write_nm1(out, "41", sender)
        out.add("PER", "IC", plain(envelope.submitter_contact), "TE", plain(envelope.submitter_phone))
        receiver = Party(envelope.receiver_name or envelope.receiver, qualifier="46", identifier=envelope.receiver)
        write_nm1(out, "40", receiver)

    def _open_level(self, parent: int, kind: str, children: bool) -> int:
        self.level += 1
        self.out.add("HL", str(self.level), str(parent) if parent else "", kind, "1" if children else "0")
        return self.level

    def _billing(self, billing: Provider, pay_to: Address | None) -> int:
        out = self.out
        level = self._open_level(0, "20", children=True)
        if billing.taxonomy:
            out.add("PRV", "BI", "PXC", billing.taxonomy)
        write_nm1(out, "85", billing.party)
        if billing.tax_id:
            out.add("REF", billing.tax_qualifier, billing.tax_id)
        if billing.contact or billing.phone:
            out.add("PER", "IC", plain(billing.contact), "TE" if billing.phone else "", plain(billing.phone))
        if pay_to is not None:
            out.add("NM1", "87", "2")
            write_address(out, pay_to)
        return level

    def _subscriber(self, claim: Claim837, parent: int) -> None:
        out, holder, patient = self.out, claim.subscriber, claim.patient
        level = self._open_level(parent, "22", children=patient is not None)
        group = [plain(holder.group_number), plain(holder.group_name), holder.msp_type]
        out.add("SBR", holder.order, holder.relation, *group, "", "", "", holder.filing)
        write_nm1(out, "IL", holder.party)
        if holder.birth_date or holder.sex:
            out.add("DMG", "D8", day8(holder.birth_date), holder.sex)
        if claim.case_number and patient is None:
            out.add("REF", "Y4", plain(claim.case_number))
        write_nm1(out, "PR", claim.payer)
        if patient is not None:
            self._open_level(level, "23", children=False)
            out.add("PAT", patient.relation)
            write_nm1(out, "QC", patient.party)
            if patient.birth_date or patient.sex:
                out.add("DMG", "D8", day8(patient.birth_date), patient.sex)
            if claim.case_number:
                out.add("REF", "Y4", plain(claim.case_number))


def _holds(claim: Claim837) -> None:
    """Refuse what a claim has no place for: more would be cut off or rejected by every payer."""
    pointers = max((len(line.pointers) for line in claim.lines), default=0)
    counts = [
        ("lines", len(claim.lines), MOST_LINES),
        ("diagnoses", len(claim.diagnoses), 12),
        ("pointers", pointers, 4),
    ]
    for what, count, most in counts:
        if count > most:
            raise UnwritableError(f"claim {claim.claim_id} has {count} {what}; {most} is the most")


def _claim(out: Writing, claim: Claim837) -> None:
    _holds(claim)
    causes = (*claim.causes, "", "", "")[:3]
    out.add(
        "CLM", plain(claim.claim_id), amount(claim.charge), "", "", composite(claim.place, "B", claim.frequency),
        claim.signature, claim.assignment, claim.assigned, claim.release, "", composite(*causes, claim.accident_state),
    )  # fmt: skip
    for kind, day in claim.dates:
        out.add("DTP", kind, "D8", day8(day))
    if claim.paid_by_patient is not None:
        out.add("AMT", "F5", amount(claim.paid_by_patient))
    references = [
        ("9F", claim.referral), ("G1", claim.prior_authorization), ("F8", claim.original_reference), ("X4", claim.clia)
    ]  # fmt: skip
    for kind, value in references:
        if value:
            out.add("REF", kind, plain(value))
    if claim.note:
        out.add("NTE", "ADD", plain(claim.note))
    if claim.diagnoses:
        out.add("HI", *_diagnoses(claim))
    providers = [("DN", claim.referring), ("82", claim.rendering), ("77", claim.facility), ("DQ", claim.supervising)]
    for entity, provider in providers:
        _provider(out, entity, provider)
    for other in claim.other_payers:
        _other_payer(out, other)
    for place, line in enumerate(claim.lines, 1):
        _line(out, line, place)


def _diagnoses(claim: Claim837) -> Iterator[str]:
    first, further = ("ABK", "ABF") if claim.diagnosis_version == "10" else ("BK", "BF")
    for place, code in enumerate(claim.diagnoses):
        yield composite(further if place else first, code)


def _provider(out: Writing, entity: str, provider: Provider | None) -> None:
    if provider is not None:
        write_nm1(out, entity, provider.party)
        if provider.taxonomy:
            out.add("PRV", "PE", "PXC", provider.taxonomy)


def _other_payer(out: Writing, other: OtherPayer) -> None:
    group = [plain(other.group_number), plain(other.group_name), other.msp_type]
    out.add("SBR", other.order, other.relation, *group, "", "", "", other.filing)
    write_cas(out, other.adjustments)
    for kind, value in (("D", other.paid), ("A8", other.non_covered), ("EAF", other.remaining)):
        if value is not None:
            out.add("AMT", kind, amount(value))
    out.add("OI", "", "", other.assigned, "", "", other.release)
    write_nm1(out, "IL", other.subscriber)
    write_nm1(out, "PR", other.payer)
    if other.decided is not None:
        out.add("DTP", "573", "D8", day8(other.decided))
    if other.claim_number:
        out.add("REF", "F8", plain(other.claim_number))


def _line(out: Writing, line: ServiceLine, place: int) -> None:
    out.add("LX", str(place))
    pointers = composite(*map(str, line.pointers))
    money = [amount(line.charge), line.unit, number(line.units)]
    emergency = "Y" if line.emergency else ""
    out.add("SV1", write_procedure(line.procedure), *money, line.place, "", pointers, "", emergency)
    if line.day is not None and line.day_to is not None:
        out.add("DTP", "472", "RD8", f"{day8(line.day)}-{day8(line.day_to)}")
    elif line.day is not None:
        out.add("DTP", "472", "D8", day8(line.day))
    for kind, value in (("G1", line.prior_authorization), ("6R", line.control)):
        if value:
            out.add("REF", kind, plain(value))
    if line.note:
        out.add("NTE", "ADD", plain(line.note))
    if line.ndc:
        out.add("LIN", "", "N4", line.ndc)
        out.add("CTP", "", "", "", number(line.ndc_quantity), line.ndc_unit)
    _provider(out, "82", line.rendering)
    for entry in line.adjudications:
        procedure = write_procedure(entry.procedure)
        out.add("SVD", entry.payer_id, amount(entry.paid), procedure, "", number(entry.units), entry.bundled_line)
        write_cas(out, entry.adjustments)
        out.add("DTP", "573", "D8", day8(entry.day))
        if entry.remaining is not None:
            out.add("AMT", "EAF", amount(entry.remaining))
