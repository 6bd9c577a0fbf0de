"""Whether dictations stand with the patient whose visit they are about."""

from django.db.models import F, QuerySet

from medoffice.clinic.dictation.models import Dictation
from medoffice.kernel.checks import Checked, first_of
from medoffice.kernel.findings import Finding


def apart() -> QuerySet[Dictation]:
    """Those that name another patient than their visit does."""
    return Dictation.objects.select_related("encounter").exclude(patient_id=F("encounter__patient_id")).order_by("id")


def dictation_check() -> list[Checked]:
    """Every dictation is about the patient of its visit. One query."""
    numbers = list(apart().values_list("number", flat=True))
    found = [
        Finding("dictation-apart", number, f"{number} names another patient than its visit.") for number in numbers
    ]
    told = f"{len(numbers)} name another patient than their visit"
    return [Checked("dictations", "dictations are about the patient of their visit", told, first_of(found, len(found)))]
