"""Correct a member id from the check-in panel, and ask the payer again."""

from uuid import UUID

from medoffice.front_office.check_in.actions.ask_for_visits import ask_for_visit
from medoffice.records.coverage.api import change_coverage
from medoffice.security.types import Actor


def correct_member_id(
    *, actor: Actor, appointment_id: UUID, coverage_id: UUID, member_id: str, seen_version: int
) -> list[UUID]:
    """Two acts from one form: the correction, then the question. Raises what ``change_coverage`` raises."""
    change_coverage(actor=actor, coverage_id=coverage_id, seen_version=seen_version, member_id=member_id)
    return ask_for_visit(actor=actor, appointment_id=appointment_id)
