"""Note a further telephone or e-mail address of a patient."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.patients.actions.name_words import last_ten_digits
from medoffice.records.patients.models import Contact, Patient
from medoffice.records.patients.types.card import SYSTEMS, USES
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def add_contact(*, actor: Actor, patient_id: UUID, system: str, use: str, value: str, note: str = "") -> UUID:
    """Add it. Raises Invalid per field for what is no telephone or e-mail, or is noted already."""
    require(actor, "patients.change", patient_id)
    if not Patient.objects.filter(id=patient_id).exists():
        raise NotFound
    wrong = _wrong(patient_id, system, use, value.strip())
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row = Contact.objects.create(
        patient_id=patient_id, system=system, use=use, value=value.strip(), note=note.strip(), since=clock.now()
    )
    record("contact", row.id, subjects=[patient_id], use=use)
    return row.id


def _wrong(patient_id: UUID, system: str, use: str, value: str) -> dict[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    if system not in SYSTEMS:
        wrong["system"] = ["A telephone or an e-mail address."]
    if use not in USES:
        wrong["use"] = ["Say which it is."]
    if system == "phone" and len(last_ten_digits(value)) < 10:
        wrong["value"] = ["Ten figures."]
    if system == "email":
        try:
            validate_email(value)
        except ValidationError as error:
            wrong["value"] = list(error.messages)
    if Contact.objects.filter(patient_id=patient_id, value__iexact=value, ended_at=None).exists():
        wrong["value"] = ["This is noted already."]
    return wrong
