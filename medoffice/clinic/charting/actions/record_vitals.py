"""Record vital signs."""

from uuid import UUID

from medoffice.clinic.charting.actions.rows import vitals_row
from medoffice.clinic.charting.rules.periods import check_last_period, may_be_pregnant
from medoffice.clinic.charting.rules.plausible import check_vitals
from medoffice.clinic.charting.types import Vitals
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("chart.vitals")
def record_vitals(*, actor: Actor, encounter_id: UUID, vitals: Vitals) -> UUID:
    """Store a taking of vital signs, and when the last menstrual period began where it is asked.

    Raises Invalid for none, and field by field for values that cannot be.
    """
    visit = encounter(encounter_id)
    require(actor, "chart.vitals", visit.patient_id)
    if vitals == Vitals():
        raise Invalid("nothing-measured", "Nothing was measured yet.", "Type at least one value.")
    found = [*check_vitals(vitals), *_of_the_period(vitals, visit.patient_id)]
    wrong = [finding for finding in found if finding.severity is Severity.ERROR]
    if wrong:
        fields = {finding.where: [finding.words] for finding in wrong}
        raise Invalid("not-plausible", "Some values cannot be.", "Type them again.", {"fields": fields})
    row = vitals_row(encounter_id, vitals, actor.name, clock.now())
    row.save(force_insert=True)
    record("vitals", row.id, subjects=[visit.patient_id])
    return row.id


def _of_the_period(vitals: Vitals, patient_id: UUID) -> list[Finding]:
    if vitals.last_period is None:
        return []
    who, today = patient(patient_id), today_here()
    if not may_be_pregnant(who.sex, who.birth_date, today):
        return [Finding("last-period-not-asked", "last_period", "This is not asked of this patient.")]
    return check_last_period(vitals.last_period, who.birth_date, today)
