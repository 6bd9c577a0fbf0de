"""The content of a claim: from the office's records to the nouns of the 837P, names folded to what the wire allows."""

from collections.abc import Sequence
from decimal import Decimal

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.practice.api import payer, practice, site, staff_member
from medoffice.practice.types import Address as OfficeAddress
from medoffice.practice.types import Payer
from medoffice.records.coverage.api import coverage
from medoffice.records.coverage.types import Coverage, Relation
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient as patient_of
from medoffice.records.patients.types import Patient as OfficePatient
from medoffice.revenue.claims import models
from medoffice.revenue.claims.actions.lines import decided_of
from medoffice.revenue.claims.rules.standing import standing
from medoffice.revenue.coding.api import coded
from medoffice.standards.x12.api import fold_value
from medoffice.standards.x12.types import (
    Address,
    Adjustment,
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


def claim_content(row: models.Claim, lines: Sequence[models.ClaimLine]) -> tuple[Claim837, list[Finding]]:
    """The claim as the wire will carry it, and what was folded or could not be."""
    visit, policy, who = encounter(row.encounter_id), coverage(row.coverage_id), patient_of(row.patient_id)
    codes = coded(row.encounter_id)
    office, place, renders = practice(), site(visit.site_id), staff_member(visit.provider_id)
    dependent = policy.relation is not Relation.SELF
    others = tuple(_other_payer(decisions) for decisions in _earlier(row))
    content = Claim837(
        billing=Provider(
            Party(office.name, qualifier="XX", identifier=office.npi, address=_address(office.address)),
            taxonomy=office.taxonomy,
            tax_id=office.tax_id.replace("-", ""),
            tax_qualifier="EI",
            contact=office.name,
            phone=_digits(office.phone),
        ),
        subscriber=_subscriber(policy, who, row.order, other=bool(others)),
        payer=_payer_party(payer(row.payer_id)),
        claim_id=row.number,
        charge=Money(row.amount_cents),
        place=place.place_of_service,
        diagnoses=tuple(d.code.replace(".", "") for d in codes.diagnoses) if codes else (),
        lines=tuple(_line(line, row) for line in lines),
        patient=Patient(_person(who), policy.relation.value, who.birth_date, who.sex) if dependent else None,
        frequency=row.frequency,
        original_reference=row.replaces.payer_claim_number if row.replaces else "",
        rendering=Provider(_staff_party(renders.name, renders.family_name, renders.npi), taxonomy=renders.taxonomy),
        facility=Provider(Party(place.name, qualifier="XX", identifier=place.npi, address=_address(place.address)))
        if place.npi != office.npi
        else None,
        other_payers=others,
    )
    return fold_value(content)


def _line(line: models.ClaimLine, row: models.Claim) -> ServiceLine:
    return ServiceLine(
        procedure=Procedure(line.code, tuple(line.modifiers)),
        charge=Money(line.amount_cents),
        units=Decimal(line.units),
        pointers=tuple(line.pointers),
        day=row.date,
        control=line.control,
        adjudications=tuple(_line_adjudications(line, row)),
    )


def _line_adjudications(line: models.ClaimLine, row: models.Claim) -> list[LineAdjudication]:
    """What earlier payers decided about this charge, reasons carried verbatim (secondary claims)."""
    found = []
    for decisions in _earlier(row):
        for decision in decisions:
            decided = decision.lines.filter(line__charge_id=line.charge_id).first()
            if decided is not None:
                found.append(
                    LineAdjudication(
                        payer_id=decision.claim.payer.number,
                        paid=Money(decided.paid_cents),
                        procedure=Procedure(line.code, tuple(line.modifiers)),
                        units=Decimal(line.units),
                        adjustments=tuple(Adjustment(g, r, Money(cents)) for g, r, cents in decided.reasons),
                        day=decision.remittance.date,
                    )
                )
    return found


def _earlier(row: models.Claim) -> list[list[models.Decision]]:
    """The standing decisions of each payer before this one, first payer first; a claim may be answered in parts."""
    claims = models.Claim.objects.filter(encounter_id=row.encounter_id, order__lt=row.order).order_by("order", "id")
    by_order: dict[int, list[models.Decision]] = {}
    for claim in claims:
        stand = {decision.id for decision in standing(decided_of(claim))}
        rows = models.Decision.objects.select_related("claim__payer", "remittance").filter(id__in=stand)
        by_order.setdefault(claim.order, []).extend(rows.order_by("id"))
    return [decisions for _, decisions in sorted(by_order.items()) if decisions]


def _other_payer(decisions: Sequence[models.Decision]) -> OtherPayer:
    latest = decisions[-1]
    policy, of_payer = coverage(latest.claim.coverage_id), payer(latest.claim.payer_id)
    return OtherPayer(
        payer=_payer_party(of_payer),
        subscriber=_subscriber_party(policy, patient_of(latest.claim.patient_id)),
        order=ORDER_LETTER[latest.claim.order],
        relation=policy.relation.value,
        group_number=policy.group,
        filing=of_payer.filing_code,
        paid=Money(sum(decision.paid_cents for decision in decisions)),
        decided=None,
        claim_number=latest.payer_claim_number,
    )


def _subscriber(policy: Coverage, who: OfficePatient, order: int, *, other: bool) -> Subscriber:
    of_payer = payer(policy.payer_id)
    holder = policy.subscriber
    return Subscriber(
        party=_subscriber_party(policy, who),
        order=ORDER_LETTER[order],
        relation="18" if policy.relation is Relation.SELF else "",
        group_number=policy.group,
        filing=of_payer.filing_code,
        msp_type="",
        birth_date=holder.birth_date if holder else who.birth_date,
        sex=holder.sex if holder else who.sex,
    )


def _subscriber_party(policy: Coverage, who: OfficePatient) -> Party:
    holder = policy.subscriber
    address = _address(who.address)
    if holder is None:
        mine = _person(who)
        return Party(mine.name, mine.first, mine.middle, mine.suffix, True, "MI", policy.member_id, address)
    return Party(holder.family, holder.given, person=True, qualifier="MI", identifier=policy.member_id, address=address)


def _person(who: OfficePatient) -> Party:
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
