"""Documents of the chart as what can be copied."""

from uuid import UUID

from medoffice.records.documents.api import known_document, known_documents_of, sheets_of, words_of_pages
from medoffice.records.releases.types import Content, Item, Sheet


def documents_to_copy(patient_id: UUID) -> list[Item]:
    """What is filed for a patient, latest first. One query."""
    return [
        Item(
            "document",
            one.id,
            one.about,
            one.title or "Document",
            one.dated,
            len(one.pages) if one.file.drawn else 0,
            one.encounter_id,
        )
        for one in known_documents_of(patient_id)
    ]


def document_to_copy(document_id: UUID) -> Content:
    """Its pages; of a paper that is words, its words. Raises NotFound, Refusal for a missing file. Two queries."""
    found = known_document(document_id)
    if not found.file.drawn:
        return Content(words="\n\n".join(words_of_pages(found)))
    return Content(sheets=tuple(Sheet(*one) for one in sheets_of(found)))
