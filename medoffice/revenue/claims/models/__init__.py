"""Tables of claims."""

from medoffice.revenue.claims.models.claim import Claim, ClaimEvent, ClaimLine
from medoffice.revenue.claims.models.remit import (
    Decision,
    DecisionLine,
    NotOurs,
    ProviderAdjustment,
    RemitChoice,
    Remittance,
    Settlement,
)
from medoffice.revenue.claims.models.wire import InboundFile, OutboundFile

__all__ = [
    "Claim",
    "ClaimEvent",
    "ClaimLine",
    "Decision",
    "DecisionLine",
    "InboundFile",
    "NotOurs",
    "OutboundFile",
    "ProviderAdjustment",
    "RemitChoice",
    "Remittance",
    "Settlement",
]
