"""Register a new patient."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import next_number
from medoffice.practice.types import Address
from medoffice.records.patients.actions.name_words import index_name, last_ten_digits, sort_key
from medoffice.records.patients.models import Patient
from medoffice.records.patients.types import PatientName
from medoffice.security.api import action, record
from medoffice.security.types import Actor

NOWHERE = Address("", "", "", "")


@action("patients.register")
def register_patient(
    *,
    actor: Actor,
    name: PatientName,
    sex: str,
    birth_date: date,
    pronouns: str = "",
    language: str = "en",
    interpreter: bool = False,
    phone: str = "",
    email: str = "",
    address: Address = NOWHERE,
    household_id: UUID | None = None,
    guarantor_id: UUID | None = None,
    alert: str = "",
) -> UUID:
    """Register with the minimum the law and claims need: a legal family (or only) name, sex, birth date.

    Raises Invalid with words per field.
    """
    wrong: dict[str, list[str]] = {}
    if not name.family.strip():
        wrong["family"] = ["A legal name is needed; a single name goes here."]
    if sex not in ("F", "M", "U"):
        wrong["sex"] = ["Claims need F, M or U."]
    if not date(1890, 1, 1) <= birth_date <= clock.today(ZoneInfo("UTC")):
        wrong["birth_date"] = ["A birth date lies in the past."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row = Patient(
        mrn=next_number("M"),
        family=name.family.strip(),
        given=name.given.strip(),
        middle=name.middle.strip(),
        suffix=name.suffix.strip(),
        preferred=name.preferred.strip(),
        pronouns=pronouns,
        sex=sex,
        birth_date=birth_date,
        language=language,
        interpreter=interpreter,
        phone=phone,
        phone_digits=last_ten_digits(phone),
        email=email,
        line1=address.line1,
        line2=address.line2,
        city=address.city,
        state=address.state,
        zip=address.zip,
        household_id=household_id,
        guarantor_id=guarantor_id,
        alert=alert,
        sort_key=sort_key(name.family, name.given),
        registered_at=clock.now(),
        changed_by=actor.name,
        changed_at=clock.now(),
    )
    row.save(force_insert=True)
    index_name(row)
    record("patient", row.id, subjects=[row.id])
    return row.id
