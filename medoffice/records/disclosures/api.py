"""What other rooms may use of disclosures."""

from medoffice.records.disclosures.actions.record_disclosures import record_disclosures
from medoffice.records.disclosures.offers import register_objector
from medoffice.records.disclosures.queries import accounting, log, objections, purposes, refuse_objected

__all__ = [
    "accounting",
    "log",
    "objections",
    "purposes",
    "record_disclosures",
    "refuse_objected",
    "register_objector",
]
