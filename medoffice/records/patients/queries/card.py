"""The card of a patient as it stands."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.kernel import files
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import providers
from medoffice.records.patients import models
from medoffice.records.patients.offers import card_causes
from medoffice.records.patients.queries.people import permitted_people, to_patient
from medoffice.records.patients.rules.provenance import is_said, latest
from medoffice.records.patients.types.card import Card, Contact, Origin
from medoffice.security.api import can, require
from medoffice.security.types import Actor


def card(actor: Actor, patient_id: UUID) -> tuple[Card, int]:
    """The card and its version, without what the actor may not see of it. Raises NotFound. Four queries."""
    require(actor, "patients.change", patient_id)
    row = models.Patient.objects.filter(id=patient_id).first()
    if row is None:
        raise NotFound
    who, told = to_patient(row), can(actor, "patients.told", patient_id)
    ours = {one.id: f"{one.name} {one.credentials}".strip() for one in providers()}
    found = Card(
        id=row.id,
        mrn=row.mrn,
        name=who.name,
        pronouns=row.pronouns,
        sex=row.sex,
        birth_date=row.birth_date,
        deceased_on=row.deceased_on,
        gender_identity=row.gender_identity if told else "",
        orientation=row.orientation if told else "",
        race=tuple(row.race) if told else (),
        ethnicity=row.ethnicity if told else "",
        language=row.language,
        interpreter=row.interpreter,
        phone=row.phone,
        email=row.email,
        contacts=tuple(contacts(patient_id)),
        address=who.address,
        permitted=tuple(permitted_people(patient_id)),
        employer=row.employer,
        employer_phone=row.employer_phone,
        pcp_id=row.pcp_id,
        pcp=ours.get(row.pcp_id, row.pcp_outside) if row.pcp_id else row.pcp_outside,
        pcp_phone=row.pcp_phone,
        pharmacy=row.pharmacy,
        pharmacy_address=row.pharmacy_address,
        pharmacy_phone=row.pharmacy_phone,
        alert=row.alert,
        address_as=row.address_as,
        fears=row.fears,
        helps=row.helps,
        photo=row.photo,
        private=who.private,
        not_by=who.not_by,
        not_by_why=who.not_by_why,
    )
    return found, row.version


def provenance(actor: Actor, patient_id: UUID, fields: Iterable[str]) -> dict[str, Origin]:
    """Of these fields of a card who put there what they say, when and from what. Two queries, and those of ``can``.

    What was there when the patient was registered is known from that.
    """
    row = models.Patient.objects.get(id=patient_id)
    facts = models.CardFact.objects.filter(patient_id=patient_id).order_by("id")
    told = [(one.field, one.sha256, _origin(actor, one)) for one in facts]
    whole = next((one for field, _, one in told if not field and one.at == row.registered_at), None)
    first = whole or Origin(row.registered_by or "not noted by whom", row.registered_at, "registered")
    now = {field: getattr(row, field) for field in fields}
    found = latest(told, now)
    return {field: found.get(field, first) for field, value in now.items() if is_said(value)}


def _origin(actor: Actor, fact: models.CardFact) -> Origin:
    kind = card_causes.get(fact.cause)
    says = kind.says if kind else "the patient said" if fact.cause == "said" else "told at the desk"
    whence = ": ".join(filter(None, (says if fact.field else f"registered, {says}", fact.cause_words)))
    url = ""
    if kind and fact.cause_id and can(actor, kind.word, fact.patient_id):
        url = kind.url(fact.patient_id, fact.cause_id)
    return Origin(fact.by, fact.at, whence, url)


def contacts(patient_id: UUID) -> list[Contact]:
    """Further telephones and e-mail addresses that stand, in the order they were noted. One query."""
    rows = models.Contact.objects.filter(patient_id=patient_id, ended_at=None).order_by("since", "id")
    return [Contact(row.id, row.system, row.use, row.value, row.note) for row in rows]


def primary_provider(patient_id: UUID) -> UUID | None:
    """Who of the office looks after a patient, by the card; None where nobody, or somebody elsewhere. One query."""
    return models.Patient.objects.filter(id=patient_id).values_list("pcp_id", flat=True).first()


def contact_of(contact_id: UUID) -> UUID:
    """Whose contact it is. Raises NotFound. One query."""
    found = models.Contact.objects.filter(id=contact_id).values_list("patient_id", flat=True).first()
    if found is None:
        raise NotFound
    return found


def photo(patient_id: UUID) -> bytes:
    """The photo of a patient, a PNG of our own drawing. Raises NotFound if there is none."""
    digest = models.Patient.objects.filter(id=patient_id).values_list("photo", flat=True).first()
    if not digest:
        raise NotFound
    return files.load(digest)
