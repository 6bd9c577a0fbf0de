"""A clinical document (C-CDA) as people read it: its sections, with their tables, lists and paragraphs."""

from medoffice.kernel import files
from medoffice.kernel.refusals import Refusal
from medoffice.records.documents.types.papers import Document, State
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.types import Document as ClinicalDocument


def clinical_document(found: Document) -> ClinicalDocument | None:
    """What a document says that is a clinical one; None for another, and for one that cannot be read or is gone.

    Whether somebody may see it is for whoever has found it.
    """
    if found.file.kind != "clinical" or found.state in (State.DESTROYED, State.JOINED):
        return None
    try:
        read = read_document(files.load(found.file.sha256))
    except Refusal:
        return None
    return read if any(section.blocks for section in read.sections) else None
