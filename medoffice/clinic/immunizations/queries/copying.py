"""What is noted for the schedule, as something of the chart that can be copied: of each visit by itself."""

from uuid import UUID

from django.db.models import Q

from medoffice.clinic.immunizations import models
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone
from medoffice.records.releases.types import Content, Item

SOURCE = "vaccine-note"
_TITLE = "Noted for the vaccine schedule"


def facts_to_copy(patient_id: UUID) -> list[Item]:
    """What was noted at each visit, and outside of visits, by the id of its first note. One query."""
    rows = models.ScheduleFact.objects.filter(patient_id=patient_id).order_by("-id")
    first = {encounter_id: row_id for row_id, encounter_id in rows.values_list("id", "encounter_id")}
    return [Item(SOURCE, row_id, visit, _TITLE, None, 0, visit) for visit, row_id in sorted(first.items(), key=str)]


def facts_copied(item_id: UUID) -> Content:
    """Its notes in words, in their order, also what holds no more. Raises NotFound. Three queries."""
    one = models.ScheduleFact.objects.filter(id=item_id).first()
    if one is None:
        raise NotFound
    visit = Q(encounter_id=one.encounter_id) if one.encounter_id else Q(encounter=None)
    rows = models.ScheduleFact.objects.filter(visit, patient_id=one.patient_id)
    zone, parts = office_zone(), []
    for row in rows.order_by("id"):
        since = f", since {row.since:%m/%d/%Y}" if row.since else ""
        parts.append(
            f"{row.words}{since}{'' if row.holds else ' (no longer so)'}\n{row.by}, {row.at.astimezone(zone):%m/%d/%Y}"
        )
    return Content(words="\n\n".join(parts))
