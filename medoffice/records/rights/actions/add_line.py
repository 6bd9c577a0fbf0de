"""Note what is said after the answer."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.rights.actions.rows import ASKED, TO_TELL, ask_for, done_with, held, said
from medoffice.records.rights.models import AmendmentLine
from medoffice.records.rights.queries.amendments import to_amendment
from medoffice.records.rights.rules.amendments import may_say
from medoffice.records.rights.types import LineKind
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

REBUT_WITHIN = timedelta(days=14)  # the office's own; the rule names no day


@action("rights.note")
def add_line(*, actor: Actor, amendment_id: UUID, kind: LineKind, words: str) -> None:
    """Note the patient's statement, the office's rebuttal, or who was told; nothing that was said before changes.

    A statement that disagrees is work for who may rebut it. Raises Refusal for what cannot be said now, Invalid without
    words, NotFound for a rebuttal by whoever does not decide.
    """
    row = held(actor, amendment_id, "rights.note")
    if kind is LineKind.REBUTTAL:
        require(actor, "rights.decide", row.patient_id, row.about_id)
    if kind not in may_say(to_amendment(row)):
        raise Refusal(
            "not-now", f"{kind.says}: this is not said of a request that is {row.answer}.", "Answer it first."
        )
    said(words="" if words.strip() else "Say it in words.")
    AmendmentLine.objects.create(amendment=row, kind=kind, words=words.strip()[:2000], at=clock.now(), by=actor.name)
    if kind is LineKind.DISAGREES:
        title = f"{row.number}: the patient disagrees; say whether the office answers"
        ask_for(actor, row, ASKED, title, today_here() + REBUT_WITHIN)
    if kind is LineKind.REBUTTAL:
        done_with(actor, row, ASKED, "rebutted")
    if kind is LineKind.TOLD:
        done_with(actor, row, TO_TELL, "told")
    record("amendment", row.id, subjects=[row.patient_id], said=kind.value)
