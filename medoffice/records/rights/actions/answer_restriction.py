"""Answer a restriction, end it, or lift it for emergency treatment."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.rights.actions.ask_restriction import RESTRICTION
from medoffice.records.rights.actions.rows import refuse_stale, said, save
from medoffice.records.rights.models import Restriction
from medoffice.records.rights.types import Standing
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

LIFTED = timedelta(hours=24)  # the office's own; the rule speaks of the emergency


@action("rights.decide")
def answer_restriction(*, actor: Actor, restriction_id: UUID, seen_version: int, agrees: bool, why: str) -> None:
    """Agree, or not: the office need not, and says why. From then on nothing of the patient goes to whom it names.

    45 CFR 164.522(a)(1)(ii)-(iii); unverified. What was paid in full and is not to go to a health plan is the label of
    its visit. Raises Invalid for a refusal without words, Conflict for a stale page, Refusal if it was answered.
    """
    row = _held(actor, restriction_id, Standing.OPEN)
    refuse_stale(row, seen_version)
    said(answer_why="" if agrees or why.strip() else "Say why not: who asked is told.")
    row.standing = Standing.AGREED if agrees else Standing.REFUSED
    row.answered_why, row.answered_by, row.answered_at = why.strip()[:300], actor.name, clock.now()
    save(actor, row)
    finish_work_about(actor=actor, ref=Ref("restriction", row.id), outcome=row.standing, kind=RESTRICTION)
    record("restriction", row.id, subjects=[row.patient_id], answer=str(row.standing))


@action("rights.decide")
def end_restriction(*, actor: Actor, restriction_id: UUID, why: str) -> None:
    """It holds no longer: the patient wants it so, or was told. 45 CFR 164.522(a)(2); unverified.

    Raises Invalid without words, Refusal if it does not hold.
    """
    row = _held(actor, restriction_id, Standing.AGREED)
    said(ended_why="" if why.strip() else "Say who wants it ended, and how they were told.")
    row.standing, row.ended_why = Standing.ENDED, why.strip()[:300]
    row.ended_by, row.ended_at = actor.name, clock.now()
    save(actor, row)
    record("restriction", row.id, subjects=[row.patient_id], ended=True)


@action("rights.decide")
def lift_restriction(*, actor: Actor, restriction_id: UUID, why: str) -> None:
    """For emergency treatment it does not hold for a day; whoever is told is asked not to tell others.

    45 CFR 164.522(a)(1)(iii)-(iv); unverified. Raises Invalid without words, Refusal if it does not hold.
    """
    row = _held(actor, restriction_id, Standing.AGREED)
    said(lifted_why="" if why.strip() else "Say which emergency.")
    row.lifted_until, row.lifted_why, row.lifted_by = clock.now() + LIFTED, why.strip()[:300], actor.name
    save(actor, row)
    record("restriction", row.id, subjects=[row.patient_id], lifted=True)


def _held(actor: Actor, restriction_id: UUID, standing: Standing) -> Restriction:
    row = Restriction.objects.select_for_update(of=("self",)).filter(id=restriction_id).first()
    if row is None:
        raise NotFound
    require(actor, "rights.decide", row.patient_id)
    if row.standing != standing:
        raise Refusal("not-now", f"This restriction is {row.standing}.", "Open it again.")
    return row
