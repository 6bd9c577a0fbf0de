"""Take in answers about eligibility (271), whenever and however often they come."""

from uuid import UUID

from medoffice.kernel import files
from medoffice.kernel.codec import from_json
from medoffice.records.coverage.actions.answering import settle
from medoffice.records.coverage.actions.line import line_works
from medoffice.records.coverage.models import Check
from medoffice.records.coverage.rules.benefits import understand
from medoffice.records.coverage.types import AskedAs, CheckState
from medoffice.records.patients.api import note_said
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_271


@action("coverage.ask")
def take_answers(*, actor: Actor, data: bytes) -> list[UUID]:
    """Match each answer with its question by trace number; returns the questions known in the file.

    Who the patient is to the payer, if not as in the record, waits beside it for a person to decide.
    A question is answered once: what comes a second time changes nothing. An answer to no question of this office is
    nobody's, and is left to whoever called.
    """
    answers = {one.trace: one for one in reversed(read_271(data)[0]) if one.trace}
    rows = list(
        Check.objects.select_for_update(of=("self",)).select_related("policy__payer").filter(number__in=answers)
    )
    waiting = [row for row in rows if row.state != CheckState.ANSWERED]
    digest = files.store(data, "application/edi-x12") if waiting else ""
    for row in waiting:
        who: AskedAs = from_json(row.asked_as, AskedAs)
        result = understand(answers[row.number], who, row.policy.payer.name, row.on)
        settle(row, result, digest)
        if result.otherwise:
            told = {one.about: one.words for one in result.otherwise}
            payer = row.policy.payer.name
            note_said(actor=actor, patient_id=row.patient_id, told=told, source_id=row.id, teller=payer)
    for payer_id in {row.policy.payer_id for row in waiting}:
        line_works(actor, payer_id)
    record(
        "eligibility_check",
        rows[0].id if rows else None,
        subjects={row.patient_id for row in rows},
        answers=len(waiting),
    )
    return [row.id for row in rows]
