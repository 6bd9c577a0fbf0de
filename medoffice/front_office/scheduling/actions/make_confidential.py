"""Make a visit confidential, from the call that asked for it to all it leads to."""

from uuid import UUID

from medoffice.front_office.scheduling.queries.appointments import told_by
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import staff_member
from medoffice.security.api import action, label_visit
from medoffice.security.types import Actor, Label


@action("labels.visit")
def make_confidential(*, actor: Actor, visit_id: UUID, label: Label, why: str) -> UUID:
    """Label a visit, given the id of its appointment or encounter. A psychotherapy note is its provider's.

    Raises NotFound, Refusal where that provider has no account, and as ``label_visit``.
    """
    subject, things, provider_id = told_by(visit_id)
    author = staff_member(provider_id).user_id if label is Label.PSYCHOTHERAPY else None
    if label is Label.PSYCHOTHERAPY and author is None:
        raise Refusal("no-author", "This provider has no account to read the note with.", "Give them one first.")
    return label_visit(actor=actor, subject=subject, things=things, label=label, why=why, written_by=author)
