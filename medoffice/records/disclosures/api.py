"""What other rooms may use of disclosures."""

from medoffice.records.disclosures.actions.record_disclosures import record_disclosures
from medoffice.records.disclosures.queries import accounting, log, purposes

__all__ = ["accounting", "log", "purposes", "record_disclosures"]
