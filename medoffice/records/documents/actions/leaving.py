"""A document that stood on a wrong chart: what ends with it there, and who is told. Shared by the verbs."""

from uuid import UUID

from medoffice.kernel.facts import publish
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.documents.models import Document
from medoffice.records.documents.types.papers import DocumentLeft, SignOff
from medoffice.security.types import Actor

_STOOD = "A document stood on another patient's chart: who saw it, and is anybody to be told?"


def end_sign_off(actor: Actor, row: Document, outcome: str) -> None:
    """Whoever was to sign it off is not asked any more, and a sign-off on the wrong chart counts for nothing."""
    finish_work_about(actor=actor, ref=Ref("document", row.id), outcome=outcome, kind="document-sign")
    row.sign, row.signer_id, row.signed_by = SignOff.NONE, None, ""


def tell_left(actor: Actor, document_id: UUID, wrong: UUID) -> None:
    """The privacy officer looks at it, and whoever listens hears that it left."""
    tell_privacy(actor, document_id, wrong, _STOOD)
    publish(DocumentLeft(document_id, wrong), subject=document_id)


def tell_privacy(actor: Actor, document_id: UUID, wrong: UUID, title: str) -> None:
    """Put it before the privacy officer."""
    ref = Ref("document", document_id)
    open_work(actor=actor, kind="document-misfiled", title=title, ref=ref, patient_id=wrong, priority=1)
