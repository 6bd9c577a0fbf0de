"""What other rooms may use of disclosures."""

from medoffice.records.disclosures.actions.record_disclosures import record_disclosures
from medoffice.records.disclosures.offers import register_objector
from medoffice.records.disclosures.queries import (
    accounting,
    kept_from_plan,
    left_since,
    log,
    objections,
    purposes,
    refuse_objected,
    refuse_to_plan,
    which_left,
)
from medoffice.records.disclosures.rules.accounting import untold

__all__ = [
    "accounting",
    "kept_from_plan",
    "left_since",
    "log",
    "objections",
    "purposes",
    "record_disclosures",
    "refuse_objected",
    "refuse_to_plan",
    "register_objector",
    "untold",
    "which_left",
]
