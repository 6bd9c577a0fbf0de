"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ComplianceConfig(Room):
    """Compliance: who may see which patient, and what the privacy officer reviews."""

    name = "medoffice.management.compliance"
    label = "compliance"
