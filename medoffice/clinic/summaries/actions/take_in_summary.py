"""Take in what a filed clinical document states: its entries wait beside the lists, known from the document."""

from uuid import UUID

from medoffice.clinic.charting.api import take_in_entries
from medoffice.clinic.charting.types import Cause, CauseKind
from medoffice.clinic.summaries.rules.incoming import entries_of
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.documents.api import content, known_document
from medoffice.records.documents.types.papers import Document, State
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.types import Document as ClinicalDocument
from medoffice.standards.terminology.api import icd10, vaccine

CLINICAL = "clinical"


def take_in_summary(*, actor: Actor, document_id: UUID) -> int:
    """How many entries of it wait that did not come before; 0 for what is no clinical document, or is filed no more.

    Doing it again changes nothing.
    """
    filed = known_document(document_id)
    if filed.file.kind != CLINICAL or filed.state is not State.FILED or filed.patient_id is None:
        return 0
    try:
        found = read_document(content(document_id))
    except Refusal:
        return 0  # it opens as a paper, and a person reads it
    today = today_here()
    entries = entries_of(found.entries, _known, today, patient(filed.patient_id).birth_date)
    return take_in_entries(actor=actor, patient_id=filed.patient_id, entries=entries, cause=_cause(filed, found))


def _known(system: str, code: str) -> bool:
    return (vaccine(code) if system == "CVX" else icd10(code, today_here())) is not None


def _cause(filed: Document, found: ClinicalDocument) -> Cause:
    """The document; of one that belongs to a visit that visit, whose labels then hold for what is in it."""
    who_wrote = (one for one in (*found.authors, found.custodian) if one)
    wrote = (one.organization or (one.name.words if one.name else "") for one in who_wrote)
    day = f"{found.at.day:%m/%d/%Y}" if found.at else ""
    words = ", ".join(filter(None, (found.title or filed.title, next(filter(None, wrote), ""), day)))[:200]
    if filed.encounter_id is not None:
        return Cause(CauseKind.ENCOUNTER, filed.encounter_id, words)
    return Cause(CauseKind.DOCUMENT, filed.id, words)
