"""A question to a payer, from what the office knows: for the visit's day, never the policy's."""

from datetime import date

from medoffice.practice.types import Payer, Practice
from medoffice.records.coverage.types import AskedAs, Coverage, Relation
from medoffice.records.patients.types.people import Patient
from medoffice.standards.x12.types import EligibilityRequest, Member, Party

WHOLE_PLAN, OFFICE_VISIT = "30", "98"


def asked_as(policy: Coverage, who: Patient) -> AskedAs:
    """Whom the question is about, as it is kept beside the answer."""
    return AskedAs(policy.member_id, who.name.family, who.name.given, who.birth_date)


def question(number: str, policy: Coverage, who: Patient, to: Payer, office: Practice, on: date) -> EligibilityRequest:
    """The question as the wire will carry it, names not yet folded. A dependent is named beside the policy holder."""
    own = policy.relation is Relation.SELF
    patient = Member(_person(who), who.birth_date, who.sex, "" if own else policy.relation.value)
    holder = policy.subscriber
    if own:
        subscriber = Member(_person(who, policy.member_id), who.birth_date, who.sex)
    elif holder is not None:
        named = Party(holder.family, holder.given, person=True, qualifier="MI", identifier=policy.member_id)
        subscriber = Member(named, holder.birth_date, holder.sex)
    else:
        subscriber = Member(Party(person=True, qualifier="MI", identifier=policy.member_id))
    return EligibilityRequest(
        payer=Party(to.name, qualifier="PI", identifier=to.number),
        provider=Party(office.name, qualifier="XX", identifier=office.npi),
        subscriber=subscriber,
        trace=number,
        on=on,
        services=(WHOLE_PLAN, OFFICE_VISIT),
        dependent=None if own else patient,
        origin=f"9{office.tax_id.replace('-', '')}"[:10].ljust(10, "0"),
    )


def _person(who: Patient, member_id: str = "") -> Party:
    name = who.name
    return Party(name.family, name.given, name.middle, name.suffix, True, "MI" if member_id else "", member_id)
