"""A letter on paper: its pages as a PDF, the address where a window envelope shows it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.letters.queries.letters import recipient_of, sending
from medoffice.front_office.letters.queries.templates import letterheads
from medoffice.front_office.letters.rules.saying import say_date
from medoffice.front_office.letters.rules.window import as_printed
from medoffice.front_office.letters.types.letters import Letter
from medoffice.front_office.letters.types.templates import Head
from medoffice.kernel import clock, files
from medoffice.kernel.printing import pdf
from medoffice.practice.api import office_zone, practice, sites
from medoffice.security.types import Actor

_PAGE = Path(__file__).resolve().parents[1] / "templates" / "letters" / "letter.typ"
_CLOSING = {"en": "Sincerely,", "es": "Atentamente,"}
_SIGNED = {"en": "Signed electronically on {}", "es": "Firmado electrónicamente el {}"}


def pages_of(one: Letter, text: str, notices: Sequence[str]) -> bytes:
    """The pages of a letter as it reads, with the notices its labels ask for at its end."""
    language = one.language if one.language in _CLOSING else "en"
    content = {
        "title": one.number,
        "lang": language,
        "window": as_printed(),
        "letters": [_content(one, text, notices, language)],
    }
    return pdf(_PAGE, content)


def sent_pages(actor: Actor, sending_id: UUID) -> tuple[bytes, Letter]:
    """The pages of a letter as they went, and the letter. Raises NotFound. Two queries."""
    row, one = sending(actor, sending_id)
    return files.load(row.sha256), one


def count_of(pages: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pages)).pages)


def _content(one: Letter, text: str, notices: Sequence[str], language: str) -> dict[str, Any]:
    office, places = practice(), {place.id: place for place in sites()}
    place = places.get(one.site_id) if one.site_id else next(iter(places.values()), None)
    reader, zone = recipient_of(one), ZoneInfo(place.zone) if place else office_zone()
    address, phone = (place.address, place.phone) if place else (office.address, office.phone)
    head = letterheads().get(place.id, Head()) if place else Head()
    signed_on = say_date(one.signed_at.astimezone(zone).date(), "long", language) if one.signed_at else ""
    return {
        "number": one.number,
        "office": office.name,
        "head": [
            line
            for line in (
                address.line1,
                f"{address.city}, {address.state} {address.zip[:5]}",
                f"Tel. {phone}",
                f"Fax {head.fax}" if head.fax else "",
                head.line,
            )
            if line
        ],
        "to": [reader.name, *reader.lines],
        "date": say_date(clock.now().astimezone(zone).date(), "long", language),
        "parts": [part.strip() for part in text.split("\n\n") if part.strip()],
        "closing": _CLOSING[language],
        "signature": one.signed_by,
        "signed": _SIGNED[language].format(signed_on) if one.signed_by else "",
        "notices": list(notices),
    }
