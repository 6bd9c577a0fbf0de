"""What other rooms may use of documents."""

from medoffice.records.documents.actions.add_document import add_document
from medoffice.records.documents.actions.arrange_back import arrange_back
from medoffice.records.documents.actions.arrange_pages import arrange_pages
from medoffice.records.documents.actions.destroying import ask_destruction, destroy_file
from medoffice.records.documents.actions.divide_document import divide_document
from medoffice.records.documents.actions.file_clinical import file_clinical
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.file_report import file_report
from medoffice.records.documents.actions.holding import hold_chart, hold_document
from medoffice.records.documents.actions.join_documents import join_documents
from medoffice.records.documents.actions.keep_document import keep_document
from medoffice.records.documents.actions.label_document import label_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.read_papers import read_waiting
from medoffice.records.documents.actions.set_keeping import set_keeping
from medoffice.records.documents.actions.sign_document import send_back, sign_document
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.actions.take_off_chart import take_off_chart
from medoffice.records.documents.offers import (
    register_appended,
    register_chart_text,
    register_filing,
    register_intake,
    register_open_use,
    register_page_follower,
)
from medoffice.records.documents.queries.appended import appended_sheet, appended_to
from medoffice.records.documents.queries.documents import (
    content,
    cover_sheet,
    document,
    documents_of,
    documents_of_file,
    inbox,
    inbox_count,
    known_document,
    known_documents_of,
    page_picture,
    sheets_of,
    words_of_pages,
)
from medoffice.records.documents.queries.holds import holds_of
from medoffice.records.documents.queries.searching import search_documents

__all__ = [
    "add_document",
    "appended_sheet",
    "appended_to",
    "arrange_back",
    "arrange_pages",
    "ask_destruction",
    "content",
    "cover_sheet",
    "destroy_file",
    "divide_document",
    "document",
    "documents_of",
    "documents_of_file",
    "file_clinical",
    "file_document",
    "file_report",
    "hold_chart",
    "hold_document",
    "holds_of",
    "inbox",
    "inbox_count",
    "join_documents",
    "keep_document",
    "known_document",
    "known_documents_of",
    "label_document",
    "look_into",
    "page_picture",
    "read_waiting",
    "register_appended",
    "register_chart_text",
    "register_filing",
    "register_intake",
    "register_open_use",
    "register_page_follower",
    "search_documents",
    "send_back",
    "set_keeping",
    "sheets_of",
    "sign_document",
    "take_in",
    "take_off_chart",
    "words_of_pages",
]
