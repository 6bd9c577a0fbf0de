"""A letter on paper: its pages as a PDF, the address where a window envelope shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.letters import models
from medoffice.front_office.letters.queries.beside import behind, sheets_of
from medoffice.front_office.letters.queries.letters import recipient_of, sending
from medoffice.front_office.letters.queries.templates import letterheads
from medoffice.front_office.letters.rules.cards import HEIGHT, WIDTH
from medoffice.front_office.letters.rules.saying import say_date
from medoffice.front_office.letters.rules.window import as_printed
from medoffice.front_office.letters.types.letters import Enclosed, Letter, Recipient, Way
from medoffice.front_office.letters.types.templates import Head
from medoffice.kernel import clock, files
from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, practice, sites
from medoffice.records.releases.types import Content, Item
from medoffice.security.types import Actor

_PAGE = Path(__file__).resolve().parents[1] / "templates" / "letters" / "letter.typ"
_CLOSING = {"en": "Sincerely,", "es": "Atentamente,"}
_SIGNED = {"en": "Signed electronically on {}", "es": "Firmado electrónicamente el {}"}


def pages_of(one: Letter, text: str, notices: Sequence[str]) -> bytes:
    """The pages of a letter as it reads, with the notices its labels ask for at its end."""
    return pages_of_many([(one, text, recipient_of(one))], one.number, notices)


def pages_of_many(letters: Sequence[tuple[Letter, str, Recipient]], title: str, notices: Sequence[str] = ()) -> bytes:
    """The pages of letters one behind the other, each as it reads and to whom it goes."""
    tops, now = {site_id: _top(site_id) for site_id in {one.site_id for one, _, _ in letters}}, clock.now()
    content = {
        "title": title,
        "lang": letters[0][0].language,
        "window": as_printed(),
        "letters": [_content(one, text, reader, tops[one.site_id], notices, now) for one, text, reader in letters],
    }
    return pdf(_PAGE, content)


def content_of(
    one: Letter, text: str, reader: Recipient, notices: Sequence[str], at: datetime | None = None
) -> dict[str, Any]:
    """What stands on the pages of a letter, from the letterhead to the notices: on paper and in every other file.

    ``at``: when it went; today unless somebody says.
    """
    return _content(one, text, reader, _top(one.site_id), notices, at or clock.now())


def begins(pages: bytes) -> list[int]:
    """The page at which each letter of a file begins, from 1."""
    from pypdf import PdfReader

    read = PdfReader(BytesIO(pages))
    found = [one for one in read.outline if not isinstance(one, list)]
    return [(read.get_destination_page_number(one) or 0) + 1 for one in found]


def labels_of(readers: Sequence[Recipient]) -> bytes:
    """Their addresses on sheets of thirty labels, three across (1 by 2 5/8 inches)."""
    told = {"title": "Labels", "labels": [[one.name, *one.lines] for one in readers]}
    return pdf(_PAGE.with_name("labels.typ"), told)


def cards_of(letters: Sequence[tuple[Letter, str, Recipient]], title: str, *, four: bool) -> bytes:
    """Postcards of letters: each its side for the address, then its words; or four to a sheet that is cut.

    A sheet has the words on its front, the addresses on its back, turned over along the short edge.
    """
    tops = {site_id: _top(site_id) for site_id in {one.site_id for one, _, _ in letters}}
    told = [
        {
            "number": one.number,
            "lang": one.language,
            "from": [tops[one.site_id].office, *tops[one.site_id].lines[:2]],
            "to": [reader.name, *reader.lines],
            "parts": [part.strip() for part in text.split("\n\n") if part.strip()],
        }
        for one, text, reader in letters
    ]
    return pdf(
        _PAGE.with_name("cards.typ"), {"title": title, "width": WIDTH, "height": HEIGHT, "four": four, "cards": told}
    )


def sent_pages(actor: Actor, sending_id: UUID) -> tuple[bytes, Letter]:
    """The pages of a letter as they went, behind them what goes along by now, and the letter. Raises NotFound.

    Two queries, and those of ``sheets_of``.
    """
    row, one = sending(actor, sending_id)
    whole = files.load(row.sha256)
    went = _part(whole, row.first, row.pages) if one.merge_id else whole
    return behind(went, sheets_of(one.id, one.title)), one


def pages_of_link(sending_id: UUID) -> bytes:
    """The pages of a sending that ``open_link`` has just let be read; it alone decides. One query."""
    return files.load(models.Sending.objects.get(id=sending_id, way=Way.LINK).sha256)


def _part(whole: bytes, first: int, count: int) -> bytes:
    from pypdf import PdfReader, PdfWriter

    part, out = PdfWriter(), BytesIO()
    for page in PdfReader(BytesIO(whole)).pages[first - 1 : first - 1 + count]:
        part.add_page(page)
    part.write(out)
    return out.getvalue()


def letters_to_copy(patient_id: UUID) -> list[Item]:
    """The letters that went about a patient, as what can be copied; what may go is decided there. One query."""
    rows = models.Sending.objects.filter(letter__patient_id=patient_id).select_related("letter").order_by("-at", "-id")
    zone = office_zone()
    return [
        Item(
            "letter",
            row.id,
            row.letter.encounter_id or row.letter_id,
            f"{row.letter.title} to {row.to_name}",
            row.at.astimezone(zone).date(),
            row.pages,
            row.letter.encounter_id,
        )
        for row in rows
    ]


def letter_to_copy(sending_id: UUID) -> Content:
    """A letter as it went. Raises NotFound. One query."""
    row = models.Sending.objects.filter(id=sending_id).first()
    if row is None:
        raise NotFound
    return Content(data=files.load(row.sha256), kind="pdf", last=row.pages, ours=True)


def bound(pages: bytes, enclosed: Sequence[Enclosed], way: Way) -> bytes:
    """The pages of a letter with what goes with it, as one PDF; a cover on top where it is given by hand.

    In the mail the letter's address must show in a window, and a fax has a cover of its own that names no patient.
    """
    if not enclosed:
        return pages
    from pypdf import PdfReader, PdfWriter

    on_top = [one.pages for one in enclosed if one.cover and way is Way.HAND]
    below = [one.pages for one in enclosed if not (one.cover and way is Way.HAND)]
    out, whole = PdfWriter(), BytesIO()
    for part in (*on_top, pages, *below):
        out.append(PdfReader(BytesIO(part)))
    out.write(whole)
    return whole.getvalue()


def count_of(pages: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pages)).pages)


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands at the top of a site's letters, and the day there."""

    office: str
    lines: tuple[str, ...]
    zone: ZoneInfo


def _top(site_id: UUID | None) -> _Top:
    office, places = practice(), {place.id: place for place in sites()}
    place = places.get(site_id) if site_id else next(iter(places.values()), None)
    address, phone = (place.address, place.phone) if place else (office.address, office.phone)
    head = letterheads().get(place.id, Head()) if place else Head()
    lines = (
        address.line1,
        f"{address.city}, {address.state} {address.zip[:5]}",
        f"Tel. {phone}",
        f"Fax {head.fax}" if head.fax else "",
        head.line,
    )
    return _Top(office.name, tuple(line for line in lines if line), ZoneInfo(place.zone) if place else office_zone())


def _content(
    one: Letter, text: str, reader: Recipient, top: _Top, notices: Sequence[str], at: datetime
) -> dict[str, Any]:
    language = one.language if one.language in _CLOSING else "en"
    signed_on = say_date(one.signed_at.astimezone(top.zone).date(), "long", language) if one.signed_at else ""
    return {
        "number": one.number,
        "office": top.office,
        "head": list(top.lines),
        "to": [reader.name, *reader.lines],
        "date": say_date(at.astimezone(top.zone).date(), "long", language),
        "parts": [part.strip() for part in text.split("\n\n") if part.strip()],
        "closing": _CLOSING[language],
        "signature": one.signed_by,
        "signed": _SIGNED[language].format(signed_on) if one.signed_by else "",
        "notices": list(notices),
    }
