"""Tables of claims."""

from medoffice.revenue.claims.models.claim import Claim, ClaimEvent, ClaimLine
from medoffice.revenue.claims.models.remit import Decision, DecisionLine, ProviderAdjustment, Remittance
from medoffice.revenue.claims.models.wire import InboundFile, OutboundFile

__all__ = [
    "Claim",
    "ClaimEvent",
    "ClaimLine",
    "Decision",
    "DecisionLine",
    "InboundFile",
    "OutboundFile",
    "ProviderAdjustment",
    "Remittance",
]
