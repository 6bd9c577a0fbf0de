"""Say what is to come of a result: a remark, a task of somebody, a visit by a day."""

import hashlib
from datetime import timedelta
from functools import partial
from uuid import UUID

from medoffice.clinic.results.actions.note_entry import held_report, note_entry
from medoffice.clinic.results.types import BACK, FOLLOWED, TASK, Said
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, work_is_open
from medoffice.security.api import action, record, require, role_is_held
from medoffice.security.types import Actor, Role


@action("results.note")
def follow_up(*, actor: Actor, report_id: UUID, words: str, task: Role | None = None, days: int = 0) -> None:
    """A remark; a task of a role that says it; and of the desk, to book a visit within so many days, without the words.

    Both stay open when the result is signed off, until somebody says that they are done, or the visit is booked. Who
    asks for the same as another while that is open asks for nothing more. Raises Invalid without words, with neither,
    for a role that nobody has or that reads no results.
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
    row = held_report(report_id)
    require(actor, "results.note", row.patient_id, row.about_id)
    keys = {TASK: _key(report_id, task, words) if task else "", BACK: _key(report_id, days, "") if days > 0 else ""}
    new = [kind for kind, key in keys.items() if key and not work_is_open(kind, key)]
    if new:
        note_entry(actor=actor, report_id=report_id, what=Said.REMARK, words=words)
    open_about = partial(
        open_work, actor=actor, ref=Ref("lab_report", row.id), patient_id=row.patient_id, visit_id=row.about_id
    )  # fmt: skip
    if TASK in new:
        open_about(kind=TASK, key=keys[TASK], title=f"{row.words}: {words.strip()}"[:200], queue=task)
    if BACK in new:
        due = clock.now() + timedelta(days=days)
        open_about(kind=BACK, key=keys[BACK], title=f"Book a visit within {days} days", due_at=due)
    record("lab_report", row.id, subjects=[row.patient_id], task=task or "", days=days, new=len(new))


def _key(report_id: UUID, whose: object, words: str) -> str:
    """The same of a result, whoever asks for it: blanks and capitals make no difference."""
    said = " ".join(words.lower().split())
    return f"{report_id} {whose} {hashlib.sha256(said.encode()).hexdigest()[:32]}"
