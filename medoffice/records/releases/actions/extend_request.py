"""Take more time for a request, once."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, today_here
from medoffice.records.releases.actions.rows import held, open_asked, said, save
from medoffice.records.releases.queries.data import papers, terms
from medoffice.records.releases.rules.papers import due
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("releases.work")
def extend_request(*, actor: Actor, request_id: UUID, why: str) -> None:
    """Take the further days the term allows; who asked is told why and until when. Once, and before the first end.

    A day that the office set itself is put off from today, as often as there is a reason. Raises Refusal, or Invalid
    without one.
    """
    row = held(actor, request_id, "releases.work")
    said(extend_why="" if why.strip() else "Say why: who asked is told.")
    today, term = today_here(), terms()[papers()[row.paper].clock]
    if row.extended_why and not term.own:
        raise Refusal("extended", "More time was taken already.", "It can be taken once.")
    if row.due_on < today and not term.own:
        raise Refusal("overdue", "The time has passed; it cannot be extended now.", "Answer today.")
    row.extended_why = why.strip()[:200]
    row.due_on = today + timedelta(days=term.more) if term.own else due(row.came_on, term, extended=True)
    save(actor, row)
    finish_work_about(actor=actor, ref=Ref("release", row.id), outcome="more time")
    open_asked(actor, row)
    record("release", row.id, subjects=[row.patient_id], extended=True)
