"""The nouns of the telephone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class CallKind(StrEnum):
    """What callers want, the twelve usual things."""

    APPOINTMENT = "appointment"
    CANCEL_OR_MOVE = "cancel_or_move"
    REFILL = "refill"
    RESULTS = "results"
    SYMPTOMS = "symptoms"
    REFERRAL = "referral"
    BILLING = "billing"
    INSURANCE = "insurance"
    RECORDS = "records"
    FORM = "form"
    DIRECTIONS = "directions"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Call:
    """A telephone call as it was taken; ``identity_checked`` names the two identifiers that were asked."""

    id: UUID
    number: str
    kind: CallKind
    caller: str
    relation: str
    phone: str
    patient_id: UUID | None
    identity_checked: str
    reason: str
    urgent: bool
    outcome: str
    taken_by: str
    started_at: datetime
    ended_at: datetime | None
