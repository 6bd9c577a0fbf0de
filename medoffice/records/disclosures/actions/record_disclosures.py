"""Note what leaves the office."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.rows import new_row
from medoffice.records.disclosures.models import Disclosure
from medoffice.records.disclosures.queries import TO_PLAN, purposes, refuse_objected, refuse_to_plan
from medoffice.records.disclosures.types import Leaving
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("disclosures.record")
def record_disclosures(*, actor: Actor, leaving: tuple[Leaving, ...], gone: bool = False) -> tuple[UUID, ...]:
    """Write down what leaves, in the same act; one cause leaves once.

    ``gone``: it has left already, as a fax that arrived. Raises Invalid for an unknown purpose, without a recipient, or
    where only what is needed may go and nobody said why; Refusal where the office agreed with a patient not to tell
    them, or what they paid in full (a visit, a paper) would be told for payment.
    """
    if not gone:
        refuse_objected([(one.patient_id, one.to_name) for one in leaving])
        told = [one for one in leaving if one.purpose == TO_PLAN]
        refuse_to_plan(TO_PLAN, [about for one in told for about in (one.encounter_id, *one.abouts)])
    rows = [_row(actor, one) for one in leaving]
    Disclosure.objects.bulk_create(rows)
    only = rows[0].id if len(rows) == 1 else None
    record("disclosure", only, subjects={one.patient_id for one in leaving}, count=len(rows))
    return tuple(row.id for row in rows)


def _row(actor: Actor, one: Leaving) -> Disclosure:
    purpose = purposes().get(one.purpose)
    wrong = {}
    if purpose is None:
        wrong["purpose"] = ["Choose why it leaves."]
    elif purpose.least and not one.why.strip():
        wrong["why"] = ["Say why this much is needed: only what is needed may go."]
    if not one.to_name.strip():
        wrong["to_name"] = ["To whom?"]
    if wrong or purpose is None:
        raise Invalid("disclosure-unsaid", "It does not leave like this.", "", {"fields": wrong})
    return new_row(
        Disclosure,
        patient_id=one.patient_id,
        encounter_id=one.encounter_id,
        abouts=list(one.abouts),
        purpose=purpose.key,
        counts=purpose.counts,
        what=one.what[:200],
        why=one.why.strip()[:200],
        to_name=one.to_name.strip()[:120],
        to_address=one.to_address[:254],
        way=one.way,
        cause_kind=one.cause.kind,
        cause_id=one.cause.id,
        at=clock.now(),
        by=actor.name,
    )
