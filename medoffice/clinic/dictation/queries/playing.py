"""Reads of what is played: the recording as it came, or the copy that was made of it."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.audio import plays_as_it_is, wants_copy
from medoffice.clinic.dictation.rules.dss import DSS
from medoffice.clinic.dictation.types.playing import Played
from medoffice.kernel import hearing

OPUS = "audio/ogg"
_WANTING = Q(media_type__in=("audio/mpeg", DSS)) | Q(media_type__startswith="audio/vnd.wave")  # as ``wants_copy``
_SOON = "It is being made one that plays here; open the page again in a minute. Its sound is kept as it came."


def played(came: Iterable[tuple[str, str, int]]) -> list[Played]:
    """What is played of each recording, by its content, what it came as, and its size. One query at most."""
    recordings = list(came)
    wanting = [sha256 for sha256, media_type, _ in recordings if sha256 and wants_copy(media_type)]
    rows = models.PlayingCopy.objects.filter(original__in=wanting) if wanting else ()
    copies = {row.original: row for row in rows}
    return [_played(copies.get(one[0]), *one) for one in recordings]


def _played(copy: models.PlayingCopy | None, sha256: str, media_type: str, size: int) -> Played:
    if copy and copy.sha256:
        return Played(copy.sha256, copy.size, OPUS)
    if not sha256 or plays_as_it_is(media_type):
        return Played(sha256, size, media_type)
    return Played(why=copy.trouble) if copy else Played(why=_SOON, waits=True)


def uncopied() -> bool:
    """Whether a recording waits for its copy, and copies can be made here. Two queries at most."""
    return hearing.copies() and next(waiting_contents(), None) is not None


def waiting_contents() -> Iterator[str]:
    """The contents that wait for a copy: of dictations first, then those that nobody has placed yet."""
    made = models.PlayingCopy.objects.values("original")
    for rows in (models.Recording.objects.all(), models.LooseRecording.objects.all()):
        waiting = rows.filter(_WANTING).exclude(sha256="").exclude(sha256__in=made)
        yield from waiting.order_by("id").values_list("sha256", flat=True)
