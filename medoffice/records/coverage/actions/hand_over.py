"""Take the questions that wait for a payer and write them, marked as asked, before the line is called."""

from dataclasses import dataclass
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.findings import Severity
from medoffice.practice.api import next_number, payer, practice
from medoffice.practice.types import Payer
from medoffice.records.coverage.actions.answering import settle
from medoffice.records.coverage.actions.line import line_is_shut
from medoffice.records.coverage.models import Check
from medoffice.records.coverage.queries import to_coverage
from medoffice.records.coverage.rules.asking import asked_as, question
from medoffice.records.coverage.types import AskedAs, CheckState, Eligibility, Fix, Standing
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.x12.api import fold_name, fold_value, write_270
from medoffice.standards.x12.types import EligibilityRequest, Envelope

MOST = 50  # questions in one file
_FIRST = 500_000_000  # interchanges of questions are numbered apart from those of claims


@dataclass(frozen=True, slots=True)
class Handing:
    """A file of questions to one payer."""

    payer_id: UUID
    ids: tuple[UUID, ...]
    name: str
    data: bytes


@action("coverage.ask")
def hand_over(*, actor: Actor, payer_id: UUID) -> Handing | None:
    """The next file for a payer, its questions as the records are now; None if nothing waits or the line is shut.

    A question no wire can carry is answered here: with what to correct.
    """
    if line_is_shut(payer_id):
        return None
    waiting = Check.objects.select_for_update(of=("self",), skip_locked=True).select_related("policy__payer")
    rows = list(waiting.filter(state=CheckState.WAITING, policy__payer_id=payer_id).order_by("asked_at", "id")[:MOST])
    if not rows:
        return None
    to, written = payer(payer_id), []
    people = patients_by_id({row.patient_id for row in rows})
    for row in rows:
        policy, who = to_coverage(row.policy), people[row.patient_id]
        row.asked_as, row.handed_at = to_json(asked_as(policy, who), AskedAs), clock.now()
        wanted, found = fold_value(question(row.number, policy, who, to, practice(), row.on))
        wrong = next((one for one in found if one.severity is Severity.ERROR), None)
        if wrong is not None:
            settle(row, Eligibility(Standing.TO_CORRECT, wrong.words, Fix.NAME))
            continue
        row.state = CheckState.ASKED
        row.save(update_fields=["asked_as", "handed_at", "state"])
        written.append((row, wanted))
    record("payer", payer_id, subjects={row.patient_id for row in rows}, questions=len(written))
    if not written:
        return None
    return _written(to, [row for row, _ in written], [wanted for _, wanted in written])


def _written(to: Payer, rows: list[Check], wanted: list[EligibilityRequest]) -> Handing:
    office = practice()
    control = _FIRST + int(next_number("QF").split("-")[1])
    envelope = Envelope(
        sender=office.tax_id.replace("-", ""),
        receiver=to.number,
        control=control,
        at=clock.now(),
        submitter_name=fold_name(office.name)[0],
    )
    return Handing(to.id, tuple(row.id for row in rows), f"270-{control:09d}.x12", write_270(wanted, envelope))
