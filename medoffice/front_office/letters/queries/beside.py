"""What stands beside a letter that went (an amendment), and goes with it whenever it is printed, sent or saved."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from medoffice.front_office.letters import models
from medoffice.front_office.letters.types.letters import Enclosed
from medoffice.kernel.printing import joined
from medoffice.records.documents.api import appended_sheet, appended_to
from medoffice.records.documents.types.papers import Appended


def going_with(letter_id: UUID) -> list[Appended]:
    """What goes along with a letter, whichever time it was sent. One query, and those of ``appended_to``."""
    told = appended_to("letter", _sendings(letter_id))
    return [one for found in told.values() for one in found if one.goes]


def sheets_of(letter_id: UUID, title: str) -> list[Enclosed]:
    """The same as sheets to enclose; none where nothing goes along. As ``going_with``, once for each sending."""
    sheets = [appended_sheet("letter", sending_id, title) for sending_id in _sendings(letter_id)]
    return [Enclosed("Amendment", sheet) for sheet in sheets if sheet]


def behind(pages: bytes, sheets: Sequence[Enclosed]) -> bytes:
    """Pages with sheets behind them, as one PDF."""
    return joined([pages, *(one.pages for one in sheets)]) if sheets else pages


def _sendings(letter_id: UUID) -> list[UUID]:
    """Of the letter and, for a copy in plain words, of the letter itself."""
    rows = models.Sending.objects.filter(Q(letter_id=letter_id) | Q(letter__plain_copies=letter_id)).order_by(
        "at", "id"
    )
    return list(rows.values_list("id", flat=True))
