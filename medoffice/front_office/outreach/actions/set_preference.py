"""Say how a patient wants to be reached."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from medoffice.front_office.outreach.models import Preference, Stopped
from medoffice.front_office.outreach.rules.reaching import as_named
from medoffice.front_office.outreach.types.messages import Channel, Detail
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.versions import save_changes
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.send")
def set_preference(
    *,
    actor: Actor,
    patient_id: UUID,
    seen_version: int,
    channel: Channel,
    detail: Detail,
    phone: str = "",
    email: str = "",
    texts: bool = True,
) -> None:
    """Set the way, how much may be said, a telephone or e-mail for them alone, and whether their telephone takes texts.

    Raises Conflict if somebody else changed it meanwhile, Invalid per field.
    """
    require(actor, "outreach.send", patient_id)
    wrong = _wrong(phone, email)
    if wrong:
        raise Invalid("odd-preference", "Some fields need another look.", "Correct them.", {"fields": wrong})
    first = {"channel": Channel.SMS, "detail": Detail.USUAL, "version": 0}
    row, _ = Preference.objects.get_or_create(patient_id=patient_id, defaults=first)
    typed = {"channel": channel, "detail": detail, "phone": phone.strip(), "email": email.strip()}
    save_changes(row, typed, seen_version=seen_version, by=actor.name)
    _take_texts(phone.strip() or patient(patient_id).phone, texts=texts)
    record("patient", patient_id, subjects=[patient_id], texts=texts)


def _wrong(phone: str, email: str) -> dict[str, list[str]]:
    wrong = {}
    if phone.strip() and len(as_named(Channel.SMS, phone)) < 10:
        wrong["phone"] = ["Ten figures."]
    if email.strip():
        try:
            validate_email(email.strip())
        except ValidationError as error:
            wrong["email"] = list(error.messages)
    return wrong


def _take_texts(phone: str, *, texts: bool) -> None:
    digits = as_named(Channel.SMS, phone)
    if texts:
        Stopped.objects.filter(digits=digits).delete()
    elif digits:
        Stopped.objects.get_or_create(digits=digits, defaults={"since": clock.now()})
