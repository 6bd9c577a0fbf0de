"""What other rooms may use of documents."""

from medoffice.records.documents.actions.add_document import add_document
from medoffice.records.documents.queries import content, document

__all__ = ["add_document", "content", "document"]
