"""The pharmacies of two records that become one."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import PatientPharmacy
from medoffice.records.patients.types.merging import Change


def settle_pharmacies(survivor: UUID, merged: UUID, change: Change) -> None:
    """Where both prefer one, the survivor's is preferred."""
    if PatientPharmacy.objects.filter(patient_id=survivor, preferred=True).exists():
        for row in PatientPharmacy.objects.filter(patient_id=merged, preferred=True):
            change(row, preferred=False)
