"""What a clinical document says of whom it is about, as filing and suggesting ask it."""

from medoffice.kernel import files
from medoffice.kernel.refusals import Refusal
from medoffice.records.documents.models import Document, PaperFile
from medoffice.records.documents.rules.clinical import Named, against, named_in
from medoffice.records.patients.api import patient
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.types import Document as ClinicalDocument

CLINICAL = "clinical"


def clinical_of(file: PaperFile) -> ClinicalDocument | None:
    """The clinical document in a file; None if it is another kind of file, or cannot be read."""
    if file.kind != CLINICAL:
        return None
    try:
        return read_document(files.load(file.sha256))
    except Refusal:
        return None


def named_by(file: PaperFile) -> Named | None:
    """Whom the clinical document in a file names; None as ``clinical_of``."""
    found = clinical_of(file)
    return named_in(found) if found else None


def refuse_another(row: Document) -> None:
    """Raise Refusal if the clinical document is about somebody else than the patient it is to be filed for."""
    named = named_by(row.file)
    if named is None or row.patient_id is None:
        return
    words = against(named, patient(row.patient_id))
    if words:
        fix = "Choose the patient it names; if our record is wrong, mend that first; else ask the sender."
        raise Refusal("another-patient", words, fix)
