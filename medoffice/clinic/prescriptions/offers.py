"""What later rooms may add to prescriptions: lines to pharmacies."""

from medoffice.clinic.prescriptions.types.wire import PharmacyLine
from medoffice.kernel.registries import Registry

lines: Registry[PharmacyLine] = Registry("pharmacy line")


def register_pharmacy_line(line: PharmacyLine) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    lines.register(line.key, line)
