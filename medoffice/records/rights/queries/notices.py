"""Reads of the notice of privacy practices: the versions, the one in force, how a patient stands to it."""

from datetime import date
from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.records.rights import models
from medoffice.records.rights.types import Acknowledged, Notice, Receipt, Receiving


def notices() -> list[Notice]:
    """Every version, the latest first. One query."""
    return [to_notice(row) for row in models.PrivacyNotice.objects.order_by("-version")]


def notice_in_force(on: date) -> Notice | None:
    """The notice of a day: the latest version that was in force. One query."""
    row = models.PrivacyNotice.objects.filter(effective_on__lte=on).order_by("-version").first()
    return to_notice(row) if row else None


def acknowledged(patient_id: UUID) -> Acknowledged:
    """How a patient stands to the notice today; of an earlier version too: only the first service asks. Two queries."""
    rows = models.NoticeReceipt.objects.filter(patient_id=patient_id).select_related("notice").order_by("-id")
    found = [to_receiving(row) for row in rows]
    settled = next((one for one in reversed(found) if one.outcome.settles), None)
    signed = next((one for one in reversed(found) if one.outcome is Receipt.SIGNED), None)
    return Acknowledged(notice_in_force(today_here()), signed or settled, found[0] if found else None)


def to_notice(row: models.PrivacyNotice) -> Notice:
    """A row as the noun."""
    return Notice(row.id, row.version, row.effective_on, row.text, row.made_by, row.made_at)


def to_receiving(row: models.NoticeReceipt) -> Receiving:
    """A row, with its notice, as the noun."""
    return Receiving(
        id=row.id,
        patient_id=row.patient_id,
        notice_version=row.notice.version,
        outcome=Receipt(row.outcome),
        signed_by=row.signed_by,
        why=row.why,
        on=row.on,
        noted_by=row.noted_by,
        noted_at=row.noted_at,
    )
