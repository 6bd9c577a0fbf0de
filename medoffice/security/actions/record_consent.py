"""Record what a patient agreed to about a label."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.labelling import in_force, said, tell
from medoffice.security.models import Consent, Labelling
from medoffice.security.types import CONSENTED, Actor, Label
from medoffice.security.words import require


@action("labels.consent")
def record_consent(*, actor: Actor, label_id: UUID, words: str, until: date | None = None) -> UUID:
    """Record the consent a label asks for: under Part 2 for all such visits of the patient, else for this one.

    ``words`` say what was signed and where it is. Raises NotFound if the label is not in force, Refusal for a label no
    consent opens, Invalid without words.
    """
    row = in_force(label_id)
    require(actor, "labels.consent", row.subject)
    label = Label(row.label)
    if label not in CONSENTED:
        raise Refusal("no-consent", f"{label.says}: no consent changes this.", "The privacy officer can end it.")
    only = None if label is Label.PART2 else row
    consent = Consent.objects.create(
        id=new_id(),
        subject=row.subject,
        label=label,
        labelling=only,
        words=said(words, "words"),
        until=until,
        recorded_by=actor.name,
        recorded_at=clock.now(),
    )
    tell(row.subject, label, _things(row))
    record("consent", consent.id, subjects=[row.subject], label=label.value)
    return consent.id


def _things(row: Labelling) -> list[UUID]:
    """All things whose treatment changes with the consent: of one visit, or of every visit with this label."""
    if row.label != Label.PART2:
        return row.things
    alike = Labelling.objects.filter(subject=row.subject, label=row.label, ended_at=None)
    return [thing for things in alike.values_list("things", flat=True) for thing in things]
