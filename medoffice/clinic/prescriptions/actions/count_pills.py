"""Count what is left of a controlled medicine."""

from decimal import Decimal
from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import PillCount
from medoffice.clinic.prescriptions.rules.controlled import expected_left, is_short
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor

COUNT_SHORT = "pill-count-short"


@action("prescriptions.prepare")
def count_pills(*, actor: Actor, prescription_id: UUID, counted: Decimal, words: str = "") -> UUID:
    """What is there, beside what would be left of one filling taken since it was signed; a refill is told in ``words``.

    If more is missing than is taken in a day, its prescriber has work. Raises NotFound, Invalid by field, Refusal for
    what was not signed.
    """
    row = held(actor, prescription_id, "prescriptions.prepare")
    if row.signed_at is None:
        raise Refusal("not-signed", f"{row.number} is {row.state}.", "Only what was given is counted.")
    most = row.quantity * (row.refills + 1)
    if not 0 <= counted <= most:
        wrong = {"counted": [f"Between 0 and {most.normalize():f}, all that was prescribed."]}
        raise Invalid("count-odd", "That cannot be.", "Count again.", {"fields": wrong})
    days = (today_here() - row.signed_at.astimezone(office_zone()).date()).days
    expected = expected_left(row.quantity, row.days_supply, days)
    short = is_short(counted, expected, row.quantity, row.days_supply)
    made = PillCount.objects.create(
        prescription=row, counted=counted, expected=expected, short=short, words=words.strip()[:300], at=clock.now(),
        by=actor.name,
    )  # fmt: skip
    told = f"{counted.normalize():f} there, {expected.normalize():f} expected"
    note(actor, row, "counted", told)
    if short:
        open_work(
            actor=actor,
            kind=COUNT_SHORT,
            title=f"{row.number}: fewer are left than expected",
            ref=Ref("prescription", row.id),
            patient_id=row.patient_id,
            visit_id=row.encounter_id,
            key=str(made.id),
        )
    record("pill-count", made.id, subjects=[row.patient_id])
    return made.id
