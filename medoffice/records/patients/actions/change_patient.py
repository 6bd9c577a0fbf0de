"""Change a patient's name, address, telephone."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.versions import save_changes
from medoffice.practice.api import providers
from medoffice.records.patients.actions.name_words import index_name, last_ten_digits, sort_key
from medoffice.records.patients.actions.patient_fields import wrong_fields
from medoffice.records.patients.actions.rows import card_fact_row
from medoffice.records.patients.models import CardFact, Patient
from medoffice.records.patients.types.card import AT_THE_DESK, TOLD, CardCause
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def change_patient(
    *, actor: Actor, patient_id: UUID, seen_version: int, changes: PatientChanges, cause: CardCause = AT_THE_DESK
) -> int:
    """Change what is given; returns the new version. From what each field is known is kept with it.

    Raises Conflict if somebody else changed the same fields, Invalid per field, NotFound for what somebody says of who
    they are (``TOLD``) to whom that is not shown.
    """
    require(actor, "patients.change", patient_id)
    row = Patient.objects.filter(id=patient_id).first()
    if row is None:
        raise NotFound
    typed = {field: value for field, value in asdict(changes).items() if value is not None}
    wanted: dict[str, Any] = {field: _as_kept(value) for field, value in typed.items()}
    if TOLD & wanted.keys():
        require(actor, "patients.told", patient_id)
    if "pcp" in wanted:
        wanted["pcp_id"] = _provider(str(wanted.pop("pcp")))
    minimum = {field: wanted.get(field, getattr(row, field)) for field in ("family", "sex", "birth_date")}
    wrong = {field: why for field, why in wrong_fields(**minimum).items() if field in wanted}
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    fresh, changed = save_changes(row, wanted, seen_version=seen_version, by=actor.name)
    if changed:
        fresh.phone_digits, fresh.sort_key = last_ten_digits(fresh.phone), sort_key(fresh.family, fresh.given)
        fresh.save(update_fields=["phone_digits", "sort_key"])
        index_name(fresh)
        told = [card_fact_row(row=fresh, field=field, by=actor.name, at=clock.now(), cause=cause) for field in changed]
        CardFact.objects.bulk_create(told)
    record("patient", row.id, subjects=[row.id], fields=changed)
    return fresh.version


def _as_kept(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.strip() if isinstance(value, str) else value


def _provider(text: str) -> UUID | None:
    """A provider of the office by id; None for nobody."""
    if not text:
        return None
    found = next((one.id for one in providers() if str(one.id) == text), None)
    if found is None:
        raise Invalid("no-provider", "Choose one of the office's providers.", "", {"fields": {"pcp": ["Who is it?"]}})
    return found
