"""Give a patient's chart to others as a clinical document; that it leaves is written down in the same act."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.api import charts_of, going_with, takings_of
from medoffice.clinic.results.api import reports_of, results_of
from medoffice.clinic.summaries.rules.outgoing import entries_told
from medoffice.clinic.summaries.types import Given
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, practice, staff_of_user
from medoffice.practice.types import Address as PostalAddress
from medoffice.records.disclosures.api import kept_from_plan, record_disclosures, refuse_objected
from medoffice.records.disclosures.types import Leaving
from medoffice.records.patients.api import patient
from medoffice.security.api import action, labelled, record, require
from medoffice.security.types import Actor, Label
from medoffice.standards.ccda.api import write_ccd, write_referral
from medoffice.standards.ccda.outgoing import Outgoing, Referral
from medoffice.standards.ccda.types import (
    Address,
    Code,
    Identifier,
    Moment,
    Party,
    Patient,
    PersonName,
    Precision,
    Telecom,
)

WORD = "summaries.export"
NOTED = (Label.PART2, Label.MINOR, Label.RESTRICTED)
_SEX, _NPI = "2.16.840.1.113883.5.1", "2.16.840.1.113883.4.6"
_SEXES = {"F": "Female", "M": "Male"}


@action(WORD, shown_once=True)
def export_summary(*, actor: Actor, patient_id: UUID, given: Given) -> bytes:
    """The document: a referral note if a reason is given, else a continuity of care document.

    What labels keep from a file is not in it, nor for payment what the patient paid in full; the notices of what goes
    by a consent are. What stands beside an entry (an amendment) goes with it. Raises NotFound,
    Invalid without a recipient or a reason that must be.
    """
    require(actor, WORD, patient_id)
    if given.plan.strip() and not given.reason.strip():
        words = "Say why the patient is referred, or leave the plan out."
        raise Invalid("no-reason", words, "", {"fields": {"reason": [words]}})
    refuse_objected([(patient_id, given.to_name), (patient_id, given.to_office)])
    never = (Label.RESTRICTED,) if given.purpose == "payment" else ()
    chart = charts_of(actor, [patient_id], WORD, never=never)[patient_id]
    reports, takings = reports_of(actor, patient_id, word=WORD), takings_of(actor, patient_id, WORD)
    paid = kept_from_plan(given.purpose, {one.about_id for one in reports} | {one.encounter_id for one in takings})
    reports = [one for one in reports if one.about_id not in paid]
    takings = [one for one in takings if one.encounter_id not in paid]
    found = results_of(one.id for one in reports)
    entries = entries_told(
        chart,
        takings,
        [(one, found.get(one.id, [])) for one in reports],
        going_with(chart),
        office_zone(),
    )
    document_id = new_id()
    about = _about(actor, patient_id, document_id, referral=bool(given.reason.strip()))
    told = {one.about for kind in chart.lists.values() for one in kind if not one.struck}
    told |= {one.about_id for one in reports} | {one.encounter_id for one in takings}
    about = replace(about, notices=_notices(actor, patient_id, {one for one in told if one}))
    if given.reason.strip():
        to = Party(PersonName(text=given.to_name), given.to_office)
        data = write_referral(about, entries, Referral(to, given.reason, given.plan))
    else:
        data = write_ccd(about, entries)
    left = Leaving(
        patient_id=patient_id,
        purpose=given.purpose,
        what=about.title,
        to_name=given.to_name,
        to_address=given.to_office,
        way="other",
        cause=Ref("summary", document_id),
        why=given.why,
    )
    record_disclosures(actor=actor, leaving=(left,))
    record("summary", document_id, subjects=[patient_id], referral=bool(given.reason.strip()))
    return data


def _notices(actor: Actor, patient_id: UUID, told: set[UUID]) -> tuple[str, ...]:
    """What has to be said with things that go although they have a label, as with a fax or a letter of them."""
    marked = {thing for label in NOTED if told for _, thing in labelled(told, label)}
    return tuple(dict.fromkeys(words for thing in marked for words in require(actor, WORD, patient_id, thing)))


def _about(actor: Actor, patient_id: UUID, document_id: UUID, *, referral: bool) -> Outgoing:
    office, who, now = practice(), patient(patient_id), clock.now().astimezone(office_zone()).replace(microsecond=0)
    at = Moment(now.date(), Precision.SECOND, now)
    staff = staff_of_user(actor.id)
    ours = (Identifier(_NPI, office.npi),)
    reached = _address(office.address, "WP"), (Telecom(_tel(office.phone), "WP"),)
    author = Party(
        PersonName(text=staff.name if staff else actor.name),
        office.name,
        ids=(Identifier(_NPI, staff.npi),) if staff and staff.npi else (),
        address=reached[0],
        telecoms=reached[1],
        at=at,
    )
    subject = Patient(
        PersonName(who.name.family, tuple(filter(None, (who.name.given, who.name.middle))), suffix=who.name.suffix),
        Moment(who.birth_date),
        Code(who.sex, _SEX, _SEXES[who.sex]) if who.sex in _SEXES else Code(),
        (Identifier(f"2.25.{office.id.int}", who.mrn),),
        (_address(who.address, "HP"),),
        (Telecom(_tel(who.phone), "HP"),) if who.phone else (),
        language=who.language,
    )
    title = "Referral note" if referral else "Summary of care"
    keeper = Party(organization=office.name, ids=ours, address=reached[0], telecoms=reached[1])
    return Outgoing(Identifier(str(document_id)), title, at, subject, author, keeper)


def _address(found: PostalAddress, use: str) -> Address:
    return Address(tuple(filter(None, (found.line1, found.line2))), found.city, found.state, found.zip, "US", use)


def _tel(phone: str) -> str:
    digits = "".join(one for one in phone if one.isdigit())[-10:]
    return f"tel:+1-{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else f"tel:{digits}"
