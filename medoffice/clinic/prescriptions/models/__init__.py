"""The tables of prescriptions."""

from medoffice.clinic.prescriptions.models.pharmacies import (
    Dispatch,
    PatientPharmacy,
    Pharmacy,
    PharmacyMessage,
    WireIn,
    WireOut,
)
from medoffice.clinic.prescriptions.models.prescribing import (
    ControlledAgreement,
    Favourite,
    MonitoringCheck,
    PillCount,
    Prescription,
    PrescriptionAlert,
    PrescriptionEvent,
    Renewal,
    SafetyBook,
    SafetyTest,
)

__all__ = [
    "ControlledAgreement",
    "Dispatch",
    "Favourite",
    "MonitoringCheck",
    "PatientPharmacy",
    "Pharmacy",
    "PharmacyMessage",
    "PillCount",
    "Prescription",
    "PrescriptionAlert",
    "PrescriptionEvent",
    "Renewal",
    "SafetyBook",
    "SafetyTest",
    "WireIn",
    "WireOut",
]
