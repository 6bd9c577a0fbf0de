"""Faxes on paper: the cover sheet before the pages, pages of a document as pictures, the page that confirms."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from medoffice.kernel import clock
from medoffice.kernel.printing import joined, pdf
from medoffice.practice.api import office_zone, practice
from medoffice.records.documents.api import appended_sheet, page_picture
from medoffice.records.documents.types.papers import Document
from medoffice.records.faxes.models import Fax
from medoffice.records.faxes.rules.calling import as_said
from medoffice.records.faxes.types import ToFax, Told

_PAGES = Path(__file__).resolve().parents[1] / "templates" / "faxes"
_SHEET = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1040">'
    '<image width="800" height="1040" href="data:image/png;base64,{}"/></svg>'
)
CAUTION = (
    "These pages are for the person named above only. If they reached you by mistake, please call us at once and "
    "destroy them; you may not read, copy or pass them on."
)


def with_cover(
    wanted: ToFax, pages: bytes, number: str, digits: str, notices: tuple[str, ...], by: str
) -> tuple[bytes, int]:
    """The pages behind their cover sheet, which names no patient, and how many there are with it."""
    from pypdf import PdfReader, PdfWriter

    whole, out = PdfWriter(), BytesIO()
    count = len(PdfReader(BytesIO(pages)).pages) + 1
    office = practice()
    rows = [
        ("To", wanted.to_name.strip()),
        ("Fax", as_said(digits)),
        ("From", f"{by}, {office.name}"),
        ("Telephone", office.phone),
        ("Date", f"{clock.now().astimezone(office_zone()):%m/%d/%Y %-I:%M %p}"),
        ("Pages", f"{count} with this one"),
        ("Number", number),
    ]
    cover = pdf(
        _PAGES / "sheet.typ", {"title": "Fax", "office": office.name, "rows": rows, "words": [CAUTION, *notices]}
    )
    for part in (cover, pages):
        whole.append(BytesIO(part))
    whole.write(out)
    return out.getvalue(), count


def confirmation(row: Fax, told: Told, what: str) -> tuple[bytes, str]:
    """The page that says a fax arrived, and its words."""
    rows = [
        ("To", row.to_name),
        ("Fax", as_said(row.to_number)),
        ("Answered", told.answered or "a fax machine"),
        ("Delivered", f"{told.at.astimezone(office_zone()):%m/%d/%Y %-I:%M %p}"),
        ("Pages", f"{told.pages} of {row.pages} arrived"),
        ("Call", str(row.tries)),
        ("Number", row.number),
        ("What", what),
        ("Sent by", row.made_by),
    ]
    title = "Fax confirmation"
    page = pdf(_PAGES / "sheet.typ", {"title": title, "office": practice().name, "rows": rows, "words": []})
    return page, "\n".join([title, *(f"{name}: {said}" for name, said in rows)])


def pages_of_document(found: Document) -> bytes:
    """A document's pages as pictures on sheets: of what somebody sent, only dots of ours leave the office.

    What goes along with it (an amendment) is a sheet behind them.
    """
    sheet = appended_sheet("document", found.id, found.title or "Document")
    pictures = [b64encode(page_picture(found, number + 1)).decode() for number in range(len(found.pages))]
    drawn = pdf(_PAGES / "pictures.typ", {"title": "Pages", "pages": [_SHEET.format(one) for one in pictures]})
    return joined([drawn, sheet]) if sheet else drawn
