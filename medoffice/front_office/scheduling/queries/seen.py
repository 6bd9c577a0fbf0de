"""Reads of who was here, when last, and who comes."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db.models import Exists, Max, OuterRef
from django.db.models.functions import Lower

from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.types import OPEN, AppointmentState
from medoffice.kernel import clock
from medoffice.practice.api import office_zone
from medoffice.security.api import permitted
from medoffice.security.types import Actor

_HERE = Appointment.objects.filter(state=AppointmentState.ARRIVED)


def last_seen(kinds: Collection[str]) -> list[tuple[UUID, date, UUID]]:
    """When each patient was last here for one of these kinds, and the visit. One query, over all that were."""
    rows = _HERE.filter(visit_type_id__in=list(kinds)).order_by("patient_id", "-during").distinct("patient_id")
    zone = office_zone()
    found = rows.values_list("patient_id", Lower("during"), "id")
    return [(who, starts.astimezone(zone).date(), visit) for who, starts, visit in found]


def booked_ahead() -> dict[tuple[UUID, str], UUID]:
    """The next visit of each patient and kind that is to come. One query."""
    rows = Appointment.objects.filter(state__in=OPEN, during__startswith__gte=clock.now()).order_by("-during")
    return {(who, kind): visit for who, kind, visit in rows.values_list("patient_id", "visit_type_id", "id")}


def booked_when(patients: Collection[UUID]) -> dict[UUID, list[tuple[datetime, datetime]]]:
    """Of each of these patients when each visit that is to come begins, and when it was booked. One query."""
    rows = Appointment.objects.filter(patient_id__in=patients, state__in=OPEN, during__startswith__gte=clock.now())
    found: dict[UUID, list[tuple[datetime, datetime]]] = {}
    for who, starts, booked in rows.values_list("patient_id", Lower("during"), "booked_at"):
        found.setdefault(who, []).append((starts, booked))
    return found


def coming(actor: Actor, patients: Collection[UUID]) -> dict[UUID, tuple[UUID, datetime]]:
    """The next visit of each of these patients, and when it begins, as far as the actor may know of it. One query."""
    rows = Appointment.objects.filter(patient_id__in=patients, state__in=OPEN, during__startswith__gte=clock.now())
    told = permitted(actor, "appointments.read", rows, visit="id").order_by("patient_id", "during")
    found = told.distinct("patient_id").values_list("patient_id", "id", Lower("during"))
    return {who: (visit, starts) for who, visit, starts in found}


def not_seen_since(actor: Actor, day: date, limit: int) -> list[tuple[UUID, date]]:
    """Patients who were here once, not since a day, and have no visit ahead; the latest first. One query."""
    coming = Appointment.objects.filter(
        patient_id=OuterRef("patient_id"), state__in=OPEN, during__startswith__gte=clock.now()
    )
    rows = permitted(actor, "appointments.read", _HERE, visit="id").filter(~Exists(coming))
    before = datetime.combine(day, time.min, UTC)
    told = rows.values("patient_id").annotate(last=Max(Lower("during"))).filter(last__lt=before).order_by("-last")
    zone = office_zone()
    return [(one["patient_id"], one["last"].astimezone(zone).date()) for one in told[:limit]]
