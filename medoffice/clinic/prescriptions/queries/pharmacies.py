"""Reads of the directory of pharmacies, and of those that a patient uses."""

from uuid import UUID

from django.db.models import Q

from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.types.pharmacies import Pharmacy, Theirs
from medoffice.kernel.refusals import NotFound
from medoffice.practice.types import Address
from medoffice.standards.nppes.api import KINDS

MOST_HITS = 12


def pharmacies_like(typed: str, most: int = 200) -> list[Pharmacy]:
    """Those that are called so, are there, or have this number; all that are open without words. One query."""
    rows = models.Pharmacy.objects.filter(used=True)
    for word in typed.split()[:6]:
        digits = "".join(one for one in word if one.isdigit())
        asked = Q(name__icontains=word) | Q(city__istartswith=word) | Q(line1__icontains=word) | Q(zip__startswith=word)
        rows = rows.filter(asked | Q(phone__contains=digits) | Q(fax__contains=digits) if len(digits) > 3 else asked)
    return [of_row(row) for row in rows.order_by("city", "name", "npi")[:most]]


def pharmacy_count() -> int:
    """How many are open. One query."""
    return models.Pharmacy.objects.filter(used=True).count()


def pharmacy(pharmacy_id: UUID) -> Pharmacy:
    """A pharmacy. Raises NotFound. One query."""
    row = models.Pharmacy.objects.filter(id=pharmacy_id).first()
    if row is None:
        raise NotFound
    return of_row(row)


def pharmacies_of(patient_id: UUID) -> list[Theirs]:
    """Those that a patient uses, the preferred one first. One query."""
    rows = models.PatientPharmacy.objects.filter(patient_id=patient_id, used=True).select_related("pharmacy")
    return [Theirs(of_row(row.pharmacy), row.preferred) for row in rows.order_by("-preferred", "pharmacy__name", "id")]


def preferred_id(patient_id: UUID) -> UUID | None:
    """Where a patient's prescriptions go, if nobody says another. One query."""
    found = models.PatientPharmacy.objects.filter(patient_id=patient_id, preferred=True, pharmacy__used=True)
    return found.values_list("pharmacy_id", flat=True).first()


def of_row(row: models.Pharmacy) -> Pharmacy:
    """A row as the noun."""
    return Pharmacy(
        id=row.id,
        npi=row.npi,
        name=row.name,
        kind=KINDS.get(row.taxonomy, "pharmacy"),
        address=Address(row.line1, row.city, row.state, row.zip, row.line2),
        phone=row.phone,
        fax=row.fax,
        hours=row.hours,
        ncpdp=row.ncpdp,
        used=row.used,
        source=row.source,
        version=row.version,
        wire=row.wire,
    )
