"""Reads of patient identity. Searches are flat in the number of patients: every path is an index."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet, Value

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.practice.types import Address
from medoffice.records.patients import models
from medoffice.records.patients.offers import banner_facts
from medoffice.records.patients.rules.age import age_words
from medoffice.records.patients.rules.duplicates import alike
from medoffice.records.patients.rules.names import letters, sound
from medoffice.records.patients.rules.search import Sought, understand
from medoffice.records.patients.types import LANGUAGES, Banner, Patient, PatientHit, PatientName, PermittedPerson
from medoffice.security.api import can, permitted
from medoffice.security.types import Actor

_LIKENESS, _LIKE = 0.25, 6


def patient(patient_id: UUID) -> Patient:
    """A patient, for actions of other rooms; a screen asks ``banner`` or ``search``. Raises NotFound. One query."""
    row = models.Patient.objects.filter(id=patient_id).first()
    if row is None:
        raise NotFound
    return to_patient(row)


def patients_by_id(ids: Iterable[UUID]) -> dict[UUID, Patient]:
    """Many patients at once. One query."""
    return {row.id: to_patient(row) for row in models.Patient.objects.filter(id__in=set(ids))}


def find_by_mrn(mrn: str) -> UUID | None:
    """The patient with this MRN; a blank one is nobody's."""
    return models.Patient.objects.filter(mrn=mrn).values_list("id", flat=True).first() if mrn else None


def permitted_people(patient_id: UUID) -> list[PermittedPerson]:
    """Who may speak for the patient today. One query."""
    rows = models.PermittedPerson.objects.filter(patient_id=patient_id, ended_at=None).order_by("name")
    return [PermittedPerson(row.id, row.name, row.relation, row.phone) for row in rows]


def household(actor: Actor, household_id: UUID | None) -> list[PatientHit]:
    """The members of a household by age; nobody for none. One query."""
    if household_id is None:
        return []
    rows = models.Patient.objects.filter(household_id=household_id).order_by("birth_date")
    return [_hit(row, "household") for row in permitted(actor, "patients.read", rows, "id")]


def banner(actor: Actor, patient_id: UUID) -> Banner:
    """What is always on screen about a patient, with the facts of later rooms (a query each).

    Raises NotFound if there is none or the actor may not see them.
    """
    if not can(actor, "patients.read", patient_id):
        raise NotFound
    who = patient(patient_id)
    return Banner(
        id=who.id,
        mrn=who.mrn,
        name=who.name.sorted_form,
        preferred=who.name.preferred,
        pronouns=who.pronouns,
        age=age_words(who.birth_date, today_here()),
        born=who.birth_date.strftime("%m/%d/%Y"),
        sex=who.sex,
        language="" if who.language == "en" else LANGUAGES.get(who.language, who.language),
        interpreter=who.interpreter,
        alert=who.alert,
        phone=who.phone,
        facts=tuple(fact(patient_id) for fact in banner_facts.values()),
    )


def hits_of(actor: Actor, ids: Iterable[UUID]) -> list[PatientHit]:
    """These patients as lines of a search, as far as the actor may see them. One query."""
    rows = permitted(actor, "patients.read", models.Patient.objects.filter(id__in=set(ids)), "id")
    return [_hit(row, "") for row in rows.order_by("sort_key", "birth_date")]


def alike_patients(actor: Actor, name: PatientName, birth_date: date) -> list[PatientHit]:
    """Those who may be the person about to be registered: the same birth date and a like name. One query."""
    rows = permitted(actor, "patients.read", models.Patient.objects.filter(birth_date=birth_date), "id")
    return [_hit(row, "like name") for row in rows.order_by("sort_key") if alike(name, _name(row))]


def search(actor: Actor, text: str, limit: int = 12) -> list[PatientHit]:
    """Patients by name parts in any order, birth date, phone or MRN as typed; best first.

    One query; if nobody fits a name, one more for words like it and one for those who have them.
    """
    sought = understand(text, today_here())
    rows = permitted(actor, "patients.read", models.Patient.objects.all(), "id")
    if sought.empty:
        return []
    found = list(_exactly(rows, sought).order_by("sort_key", "birth_date")[:limit])
    if found or not sought.names:
        return [_hit(row, "") for row in found]
    return [_hit(row, "sounds alike") for row in _alike(rows, sought, limit)]


def _exactly(rows: QuerySet[models.Patient], sought: Sought) -> QuerySet[models.Patient]:
    """All parts fit; names by prefix."""
    if sought.mrn:
        rows = rows.filter(mrn=sought.mrn)
    if sought.birth_date:
        rows = rows.filter(birth_date=sought.birth_date)
    if sought.phone:
        rows = (
            rows.filter(phone_digits__endswith=sought.phone)
            if len(sought.phone) < 10
            else rows.filter(phone_digits=sought.phone)
        )
    for word in sought.names:
        rows = rows.filter(id__in=models.NameWord.objects.filter(word__startswith=word).values("patient_id"))
    return rows


def _alike(rows: QuerySet[models.Patient], sought: Sought, limit: int) -> Sequence[models.Patient]:
    """Patients with a word like the longest one typed, the likest word first; the other exact parts still hold."""
    rest = _exactly(rows, Sought((), sought.birth_date, sought.phone, sought.mrn)).order_by("sort_key", "birth_date")
    having = [
        rest.filter(id__in=models.NameWord.objects.filter(word=word).values("patient_id")).annotate(place=Value(place))
        for place, word in enumerate(_like_words(sought.names))
    ]
    if not having:
        return []
    first, *others = (rows[:limit] for rows in having)
    found = first.union(*others, all=True).order_by("place", "sort_key", "birth_date") if others else first
    return list({row.id: row for row in found}.values())[:limit]


def _like_words(typed: tuple[str, ...]) -> list[str]:
    """Words of names like the longest one typed: in three-letter groups, in sound, or with letters out of place."""
    word = max(typed, key=len)
    like = Q(word__trigram_similar=word) | Q(sound=sound(word)) | Q(letters=letters(word))
    rows = models.KnownWord.objects.annotate(likeness=TrigramSimilarity("word", word))
    rows = rows.filter(like, likeness__gte=_LIKENESS).order_by("-likeness", "word")
    return list(rows.values_list("word", flat=True)[:_LIKE])


def to_patient(row: models.Patient) -> Patient:
    """A row as the noun."""
    return Patient(
        id=row.id,
        mrn=row.mrn,
        name=_name(row),
        pronouns=row.pronouns,
        sex=row.sex,
        birth_date=row.birth_date,
        deceased_on=row.deceased_on,
        language=row.language,
        interpreter=row.interpreter,
        phone=row.phone,
        email=row.email,
        address=Address(row.line1, row.city, row.state, row.zip, row.line2),
        household_id=row.household_id,
        guarantor_id=row.guarantor_id,
        alert=row.alert,
        version=row.version,
    )


def _hit(row: models.Patient, why: str) -> PatientHit:
    return PatientHit(
        id=row.id,
        mrn=row.mrn,
        name=_name(row).sorted_form,
        born=row.birth_date.strftime("%m/%d/%Y"),
        age=age_words(row.birth_date, today_here()),
        sex=row.sex,
        phone=row.phone,
        why=why,
    )


def _name(row: models.Patient) -> PatientName:
    return PatientName(row.family, row.given, row.middle, row.suffix, row.preferred)
