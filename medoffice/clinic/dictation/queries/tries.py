"""Reads of the recogniser that is set: tries of it, and whether a key of its server is kept."""

from uuid import UUID

from medoffice.clinic.dictation.models import DictationHearing, DictationHearingKey, DictationHearingTry
from medoffice.clinic.dictation.types.servers import KeyState, ServerKey, Try


def latest_try() -> Try | None:
    """The latest try of the recogniser as it is set now. Two queries at most."""
    by = DictationHearing.objects.order_by("-id").first()
    row = DictationHearingTry.objects.filter(hearing=by).order_by("-id").first() if by else None
    return to_try(row) if row else None


def open_tries() -> list[UUID]:
    """The tries that have not ended, as they came. One query."""
    return list(DictationHearingTry.objects.filter(ended_at=None).order_by("id").values_list("id", flat=True))


def server_key() -> ServerKey:
    """Whether a key is kept; never the key. One query."""
    row = DictationHearingKey.objects.defer("secret").filter(id=1).first()
    return ServerKey(KeyState(row.state), row.by, row.at) if row else ServerKey()


def to_try(row: DictationHearingTry) -> Try:
    """A row as a try."""
    return Try(row.by, row.at, row.taken_at, row.ended_at, row.seconds, row.text, row.unsure, row.trouble)
