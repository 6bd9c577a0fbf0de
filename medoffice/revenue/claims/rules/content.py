"""The content of a claim: from the office's records to the nouns of the 837P, names folded to what the wire allows."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from medoffice.kernel.findings import Finding
from medoffice.practice.types import Address as OfficeAddress
from medoffice.practice.types import Payer, Practice, Site, StaffMember
from medoffice.records.coverage.types import Case, CaseKind, Coverage, Relation
from medoffice.revenue.claims.rules.case_content import CAUSES, EMPLOYEE, INJURED, insured_by
from medoffice.revenue.claims.types import Behind, Billed, ClaimLine, Earlier, Who
from medoffice.standards.x12.api import fold_value
from medoffice.standards.x12.types import (
    Address,
    Claim837,
    LineAdjudication,
    OtherPayer,
    Party,
    Patient,
    Procedure,
    Provider,
    ServiceLine,
    Subscriber,
)

ORDER_LETTER = {1: "P", 2: "S", 3: "T"}


def claim_content(billed: Billed, behind: Behind) -> tuple[Claim837, list[Finding]]:
    """The claim as the wire will carry it, and what was folded or could not be."""
    under, codes = behind.under, behind.codes
    subscriber, patient = _insured(billed, behind)
    content = Claim837(
        billing=_billing(behind.office),
        subscriber=subscriber,
        payer=_payer_party(behind.payer),
        claim_id=billed.number,
        charge=billed.amount,
        place=(codes.place if codes else "") or behind.site.place_of_service,
        diagnoses=tuple(d.code.replace(".", "") for d in codes.diagnoses) if codes else (),
        lines=tuple(_line(line, billed, behind.earlier) for line in billed.lines),
        patient=patient,
        frequency=billed.frequency,
        original_reference=billed.original_reference,
        rendering=_rendering(behind.renders),
        facility=_facility(behind.site, behind.office),
        other_payers=tuple(_other_payer(before, behind.who) for before in behind.earlier),
    )
    return fold_value(_of_case(content, under) if isinstance(under, Case) else content)


def _insured(billed: Billed, behind: Behind) -> tuple[Subscriber, Patient | None]:
    """Who is insured, and the patient where that is somebody else."""
    under, who = behind.under, behind.who
    if isinstance(under, Case):
        return insured_by(under, Patient(_person(who), EMPLOYEE, who.birth_date, who.sex))
    own = under.relation is Relation.SELF
    patient = None if own else Patient(_person(who), under.relation.value, who.birth_date, who.sex)
    return _subscriber(under, behind.payer, who, billed.order), patient


def _of_case(content: Claim837, case: Case) -> Claim837:
    """The claim with what it is about: cause, day and place of the injury, and the carrier's own number."""
    return replace(
        content,
        causes=(CAUSES[case.kind],),
        accident_state=case.state if case.kind is CaseKind.AUTO else "",
        case_number=case.claim_number,
        dates=((INJURED, case.injured_on),) if case.injured_on else (),
    )


def _billing(office: Practice) -> Provider:
    return Provider(
        Party(office.name, qualifier="XX", identifier=office.npi, address=_address(office.address)),
        taxonomy=office.taxonomy,
        tax_id=office.tax_id.replace("-", ""),
        tax_qualifier="EI",
        contact=office.name,
        phone=_digits(office.phone),
    )


def _rendering(renders: StaffMember) -> Provider:
    return Provider(_staff_party(renders.name, renders.family_name, renders.npi), taxonomy=renders.taxonomy)


def _facility(place: Site, office: Practice) -> Provider | None:
    if place.npi == office.npi:
        return None
    return Provider(Party(place.name, qualifier="XX", identifier=place.npi, address=_address(place.address)))


def _line(line: ClaimLine, billed: Billed, earlier: Sequence[Earlier]) -> ServiceLine:
    return ServiceLine(
        procedure=Procedure(line.code, line.modifiers),
        charge=line.amount,
        units=Decimal(line.units),
        pointers=line.pointers,
        day=billed.date,
        control=line.control,
        adjudications=tuple(_line_adjudications(line, earlier)),
    )


def _line_adjudications(line: ClaimLine, earlier: Sequence[Earlier]) -> list[LineAdjudication]:
    """What earlier payers decided about this charge, reasons carried verbatim (secondary claims)."""
    return [
        LineAdjudication(
            payer_id=before.payer.number,
            paid=decided.paid,
            procedure=Procedure(line.code, line.modifiers),
            units=Decimal(line.units),
            adjustments=decided.adjustments,
            day=decided.day,
        )
        for before in earlier
        for decided in before.lines
        if decided.charge_id == line.charge_id
    ]


def _other_payer(before: Earlier, who: Who) -> OtherPayer:
    return OtherPayer(
        payer=_payer_party(before.payer),
        subscriber=_subscriber_party(before.policy, who),
        order=ORDER_LETTER[before.order],
        relation=before.policy.relation.value,
        group_number=before.policy.group,
        filing=before.payer.filing_code,
        paid=before.paid,
        decided=None,
        claim_number=before.claim_number,
    )


def _subscriber(policy: Coverage, payer: Payer, who: Who, order: int) -> Subscriber:
    holder = policy.subscriber
    return Subscriber(
        party=_subscriber_party(policy, who),
        order=ORDER_LETTER[order],
        relation="18" if policy.relation is Relation.SELF else "",
        group_number=policy.group,
        filing=payer.filing_code,
        msp_type="",
        birth_date=holder.birth_date if holder else who.birth_date,
        sex=holder.sex if holder else who.sex,
    )


def _subscriber_party(policy: Coverage, who: Who) -> Party:
    holder = policy.subscriber
    address = _address(who.address)
    if holder is None:
        mine = _person(who)
        return Party(mine.name, mine.first, mine.middle, mine.suffix, True, "MI", policy.member_id, address)
    return Party(holder.family, holder.given, person=True, qualifier="MI", identifier=policy.member_id, address=address)


def _person(who: Who) -> Party:
    name = who.name
    return Party(name.family, name.given, name.middle, name.suffix, person=True, address=_address(who.address))


def _staff_party(name: str, family: str, npi: str) -> Party:
    given = name.removesuffix(family).removeprefix("Dr.").removeprefix("Dr").strip()
    return Party(family, given, person=True, qualifier="XX", identifier=npi)


def _payer_party(of: Payer) -> Party:
    return Party(of.name, qualifier="PI", identifier=of.number, address=_address(of.address))


def _address(address: OfficeAddress) -> Address:
    return Address(address.line1, address.line2, address.city, address.state, address.zip.replace("-", ""))


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdigit())[-10:]
