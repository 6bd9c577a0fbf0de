"""Note questions to payers; they are asked afterwards, outside any transaction."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import next_number
from medoffice.records.coverage.models import Check, Policy
from medoffice.records.coverage.queries import to_coverage
from medoffice.records.coverage.rules.asking import asked_as
from medoffice.records.coverage.types import AskedAs, Asking, CheckState
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import action, hold_labels, labelled, record, require
from medoffice.security.types import Actor, Label


@action("coverage.ask")
def note_questions(*, actor: Actor, asking: list[Asking]) -> list[UUID]:
    """A row for each thing to ask, in order. What a patient keeps from the plan is not asked about (left out).

    Raises Refusal for a policy that does not hold on the day asked about: a payer would only say so.
    """
    policies = {
        row.id: row for row in Policy.objects.select_related("payer").filter(id__in={a.coverage_id for a in asking})
    }
    if any(one.coverage_id not in policies for one in asking):
        raise NotFound
    people = patients_by_id({row.patient_id for row in policies.values()})
    for patient_id in people:
        require(actor, "coverage.ask", patient_id)
    hold_labels()
    kept = {visit for _, visit in labelled([a.visit_id for a in asking if a.visit_id], Label.RESTRICTED)}
    rows = []
    for one in (one for one in asking if one.visit_id not in kept):
        policy = to_coverage(policies[one.coverage_id])
        if one.on < policy.starts or (policy.ends is not None and one.on > policy.ends):
            words = f"By the office's own records this policy does not hold on {one.on:%m/%d/%Y}."
            raise Refusal("policy-not-then", words, "Correct the policy's dates, or ask for a day within them.")
        rows.append(check_row(one, asked_as(policy, people[policy.patient_id]), policy.patient_id, actor.name))
    Check.objects.bulk_create(rows)
    subjects = {row.patient_id for row in rows}
    record("eligibility_check", rows[0].id if rows else None, subjects=subjects, questions=len(rows))
    return [row.id for row in rows]


def check_row(asking: Asking, who: AskedAs, patient_id: UUID, by: str, tries: int = 0) -> Check:
    """A question that waits, not saved."""
    return new_row(
        Check,
        number=next_number("Q"),
        policy_id=asking.coverage_id,
        patient_id=patient_id,
        visit_id=asking.visit_id,
        on=asking.on,
        asked_as=to_json(who, AskedAs),
        asked_at=clock.now(),
        asked_by=by,
        state=CheckState.WAITING,
        tries=tries,
    )
