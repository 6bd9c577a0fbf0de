"""Write to somebody of the office."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.memos.actions.rows import said, turn_of
from medoffice.front_office.memos.models import Thread
from medoffice.front_office.memos.types import To, Wants
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record, require, role_is_held, users
from medoffice.security.types import Actor, Role


@action("memos.write")
def write_memo(
    *,
    actor: Actor,
    to: To,
    subject: str,
    body: str,
    wants: Wants = Wants.ANSWER,
    patient_id: UUID | None = None,
    clinical: bool = False,
    due_at: datetime | None = None,
) -> UUID:
    """A new thread; whoever it is to finds it in their work. Clinical ones are kept in the patient's chart.

    Raises Invalid per field, Refusal for somebody who may not see the patient.
    """
    require(actor, "memos.write", patient_id)
    _refuse_wrong(to, subject, patient_id, clinical=clinical, due_at=due_at)
    row = Thread.objects.create(
        subject=subject.strip()[:120],
        patient_id=patient_id,
        clinical=clinical,
        wants=wants,
        starter_id=actor.id,
        to_user_id=to.user_id,
        to_role=to.role,
        last_at=clock.now(),
        last_by=actor.name,
    )
    said(actor, row, body)
    turn_of(actor, row, to, due_at=due_at)
    record("memo", row.id, subjects=[patient_id] if patient_id else [], clinical=clinical)
    return row.id


def _refuse_wrong(to: To, subject: str, patient_id: UUID | None, *, clinical: bool, due_at: datetime | None) -> None:
    known = to.user_id in {user.id for user in users() if user.active} if to.user_id else _is_held(to.role)
    wrong: dict[str, list[str]] = {}
    if not known or (to.user_id and to.role):
        wrong["to"] = ["Choose a person, or a role that somebody has."]
    if not subject.strip():
        wrong["subject"] = ["What is it about?"]
    if clinical and patient_id is None:
        wrong["clinical"] = ["Only what is about a patient is kept in a chart."]
    if due_at is not None and due_at <= clock.now():
        wrong["due"] = ["Choose a time that lies ahead."]
    if wrong:
        raise Invalid("memo-odd", "Some fields need another look.", "", {"fields": wrong})


def _is_held(role: str) -> bool:
    return role in set(Role) and role_is_held(Role(role))
