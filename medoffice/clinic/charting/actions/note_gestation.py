"""Note how long a child was carried."""

from uuid import UUID

from medoffice.clinic.charting.models import Gestation
from medoffice.clinic.charting.rules.growth import LEAST_WEEKS, MOST_WEEKS
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.rows import new_row
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("chart.vitals")
def note_gestation(*, actor: Actor, patient_id: UUID, weeks: int, days: int = 0) -> UUID:
    """Store the gestation at birth; growth charts then correct the age of who came early. The last one noted counts.

    Raises Invalid for weeks or days that cannot be.
    """
    require(actor, "chart.vitals", patient_id)
    if not (LEAST_WEEKS <= weeks <= MOST_WEEKS and 0 <= days <= 6):
        words = f"A child is carried {LEAST_WEEKS} to {MOST_WEEKS} weeks, and 0 to 6 days."
        raise Invalid("no-gestation", words, "Type weeks and days again.")
    row = new_row(Gestation, patient_id=patient_id, weeks=weeks, days=days, noted_at=clock.now(), noted_by=actor.name)
    row.save(force_insert=True)
    record("gestation", row.id, subjects=[patient_id])
    return row.id
