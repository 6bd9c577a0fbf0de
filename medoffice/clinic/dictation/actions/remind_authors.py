"""Remind authors of what waits for their signature."""

from datetime import timedelta

from medoffice.clinic.dictation.actions.rows import KIND, step
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.board import to_remind
from medoffice.clinic.dictation.rules.board import REMINDED_AFTER, reminders_due
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_member
from medoffice.security.api import action, actor_of, can, record
from medoffice.security.types import Actor, Role

UNSIGNED = "dictation-unsigned"
ANSWERED_WITHIN = timedelta(hours=4)


@action("dictation.remind")
def remind_authors(*, actor: Actor) -> int:
    """After 24, 48 and 72 hours the author has it among their work as urgent, at last the manager too; counts them.

    Each once, however often it runs. Nothing is ever signed by itself.
    """
    count = 0
    for row in to_remind().select_for_update(of=("self",)):
        _remind(actor, row, reminders_due(row.ready_at or row.sent_at, clock.now()))
        count += 1
    return count


def _remind(actor: Actor, row: Dictation, level: int) -> None:
    row.reminded = level
    row.save(update_fields=["reminded"])
    hours, ref = REMINDED_AFTER[level - 1], Ref(KIND, row.id)
    step(actor, row, Verb.REMIND, f"after {hours} hours")
    finish_work_about(actor=actor, ref=ref, outcome="reminded again", kind=UNSIGNED)
    user_id = staff_member(row.author_id).user_id
    author = actor_of(user_id) if user_id else None
    fit = author is not None and can(author, "dictation.sign", row.patient_id, row.encounter_id)
    wanted = [(str(row.id), Role.PROVIDER, user_id if fit else None)]
    if level == len(REMINDED_AFTER):
        wanted.append((f"{row.id} manager", Role.MANAGER, None))
    for key, queue, owner_id in wanted:
        open_work(
            actor=actor, kind=UNSIGNED, title=f"{row.number} waits {hours} hours for a signature", ref=ref,
            patient_id=row.patient_id, visit_id=row.encounter_id, priority=1, due_at=clock.now() + ANSWERED_WITHIN,
            key=key, queue=queue, owner_id=owner_id,
        )  # fmt: skip
    record("dictation", row.id, subjects=[row.patient_id], reminded=level)
