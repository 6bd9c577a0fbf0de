"""Give a visit a service line, on the words or the order that support it."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.revenue.coding.actions.open_coding import open_coding, refuse_without_evidence
from medoffice.revenue.coding.actions.rows import service_row
from medoffice.revenue.coding.queries.codings import service
from medoffice.revenue.coding.rules.pointing import check_pointers
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import modifiers as modifiers_on

MAX_MODIFIERS = 4


@action("coding.code")
def code_service(
    *,
    actor: Actor,
    coding_id: UUID,
    key: str,
    evidence: Evidence,
    pointers: list[int],
    modifiers: list[str] | None = None,
    units: int = 1,
) -> UUID:
    """Add a service of the office's table as the next line. Raises Invalid for units, pointers or evidence."""
    row = open_coding(actor, coding_id)
    offered = service(key, row.date)
    positions = set(row.diagnoses.values_list("position", flat=True))
    wrong = check_pointers(pointers, positions)
    if wrong:
        raise Invalid(wrong[0].code, wrong[0].words, "", {"fields": {"pointers": [wrong[0].words]}})
    if not 1 <= units <= 999:
        raise Invalid("units-wrong", "Units are 1 to 999.", "", {"fields": {"units": ["Units are 1 to 999."]}})
    refuse_modifiers(modifiers or [], row.date)
    refuse_without_evidence(row, evidence)
    found = service_row(
        row,
        line=row.services.count() + 1,
        key=key,
        code=offered.code,
        words=offered.words,
        modifiers=modifiers or [],
        units=units,
        pointers=pointers,
        evidence=evidence,
        by=actor.name,
        at=clock.now(),
    )
    found.save(force_insert=True)
    record("code_service", found.id, subjects=[row.patient_id])
    return found.id


def refuse_modifiers(given: list[str], on: date) -> None:
    """Raise Invalid unless they are at most four, each once, each in use on the date of service."""
    unknown = [modifier for modifier in given if modifier not in modifiers_on(on)]
    if unknown or len(given) > MAX_MODIFIERS or len(set(given)) != len(given):
        words = f"{', '.join(unknown)} is no modifier on {on:%m/%d/%Y}." if unknown else "At most four, each once."
        raise Invalid("modifiers-wrong", words, "", {"fields": {"modifiers": [words]}})
