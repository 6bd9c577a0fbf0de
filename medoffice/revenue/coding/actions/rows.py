"""The rows of coding as actions write them, not saved."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from medoffice.kernel.rows import new_row
from medoffice.revenue.coding.models import CodedService, Coding, Diagnosis, LevelElement
from medoffice.revenue.coding.types import Evidence


def coding_row(*, encounter_id: UUID, patient_id: UUID, note_id: UUID, on: date, coder: str, at: datetime) -> Coding:
    """The codes of a visit, opened."""
    return new_row(
        Coding, encounter_id=encounter_id, patient_id=patient_id, note_id=note_id, date=on, coder=coder, started_at=at
    )


def coding_finished(row: Coding, coder: str, at: datetime) -> Coding:
    """The codes, released to billing."""
    row.finished_at, row.coder = at, coder
    return row


def diagnosis_row(
    coding: Coding, *, position: int, code: str, title: str, evidence: Evidence, by: str, at: datetime
) -> Diagnosis:
    """A diagnosis at its place with its evidence."""
    return new_row(
        Diagnosis, coding_id=coding.id, position=position, code=code, title=title[:300], **_evidence(evidence, by, at)
    )


def service_row(
    coding: Coding,
    *,
    line: int,
    key: str,
    code: str,
    words: str,
    modifiers: Sequence[str],
    units: int,
    pointers: Sequence[int],
    evidence: Evidence,
    by: str,
    at: datetime,
) -> CodedService:
    """A service line with its evidence."""
    return new_row(
        CodedService,
        coding_id=coding.id,
        line=line,
        key=key,
        code=code,
        words=words,
        modifiers=list(modifiers),
        units=units,
        pointers=list(pointers),
        **_evidence(evidence, by, at),
    )


def element_row(
    coding: Coding, *, kind: str, about: str, minutes: int, evidence: Evidence, by: str, at: datetime
) -> LevelElement:
    """Something that counts for the level, with its evidence."""
    return new_row(
        LevelElement,
        coding_id=coding.id,
        kind=kind,
        about=about[:120],
        minutes=minutes,
        **_evidence(evidence, by, at),
    )


def _evidence(evidence: Evidence, by: str, at: datetime) -> dict[str, Any]:
    return {
        "evidence_kind": evidence.ref.kind,
        "evidence_id": evidence.ref.id,
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
        "evidence_quote": evidence.quote,
        "coded_by": by,
        "coded_at": at,
    }
