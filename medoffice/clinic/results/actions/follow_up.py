"""Say what is to come of a result: a remark, a task of somebody, a visit by a day."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from medoffice.clinic.results.actions.note_entry import note_entry
from medoffice.clinic.results.queries.reports import report
from medoffice.clinic.results.types import BACK, FOLLOWED, TASK, Said
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, record, role_is_held
from medoffice.security.types import Actor, Role


@action("results.note")
def follow_up(*, actor: Actor, report_id: UUID, words: str, task: Role | None = None, days: int = 0) -> None:
    """A remark; a task of a role that says it; and of the desk, to book a visit within so many days, without the words.

    Both stay open when the result is signed off, until somebody says that they are done. Raises Invalid without words,
    with neither, for a role that nobody has or that reads no results.
    """
    wrong: dict[str, list[str]] = {}
    if not words.strip():
        wrong["to_do"] = ["Say what is to be done."]
    if task is None and days <= 0:
        wrong["task"] = ["Choose whose task it is, or by when the patient is seen again."]
    if task is not None and (task not in FOLLOWED or not role_is_held(task)):
        wrong["task"] = ["Nobody has this job here."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    note_entry(actor=actor, report_id=report_id, what=Said.REMARK, words=words)
    one = report(report_id)
    open_about = partial(
        open_work, actor=actor, ref=Ref("lab_report", one.id), patient_id=one.patient_id, visit_id=one.about_id
    )  # fmt: skip
    if task is not None:
        open_about(kind=TASK, title=f"{one.words}: {words.strip()}", queue=task)
    if days > 0:
        open_about(kind=BACK, title=f"Book a visit within {days} days", due_at=clock.now() + timedelta(days=days))
    record("lab_report", one.id, subjects=[one.patient_id], task=task or "", days=days)
