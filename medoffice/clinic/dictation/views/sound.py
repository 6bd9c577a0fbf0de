"""The sound of a recording, as a player asks for it: in parts, never kept by the browser, each part answered once."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from medoffice.clinic.dictation.queries.dictations import bytes_of, sound_of
from medoffice.clinic.dictation.queries.playing import played
from medoffice.clinic.dictation.rules.parts import with_starts
from medoffice.clinic.dictation.rules.ranges import bytes_asked
from medoffice.clinic.dictation.types.dictations import Recording
from medoffice.clinic.dictation.views.hands import player_of
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import OfficeRequest, saw, screen

MOST = 1 << 20  # bytes of one answer to a player that asks for all that follows; it asks again for the rest


@screen("dictation.listen")
def sound(request: OfficeRequest, dictation_id: UUID, recording_id: UUID) -> HttpResponse:
    """The bytes that are asked for (RFC 9110, 14), of the kind the recording was found to be, for no other use."""
    one, recording = sound_of(request.actor, dictation_id, recording_id)
    saw(request, [one.patient_id])
    return played_to(request, recording.sha256, recording.media_type, recording.size)


def played_to(request: OfficeRequest, sha256: str, media_type: str, size: int) -> HttpResponse:
    """The bytes that are asked for, of what is played of a recording. Raises NotFound while nothing is."""
    (one,) = played([(sha256, media_type, size)])
    if not one.sha256:
        raise NotFound
    return ranged(request, one.size, one.media_type, stored(one.sha256))


def stored(sha256: str) -> Callable[[int, int], bytes]:
    """What a player asks for of a content of the store, from the first byte to the last."""
    return lambda first, last: b"".join(bytes_of(sha256, first, last))


def player_with(request: OfficeRequest, dictation_id: UUID, recordings: Iterable[Recording]) -> dict[str, object]:
    """What the player of a page needs: where each recording is heard, at which millisecond of the whole it begins, how
    long it is; and why one is not heard.
    """
    there = [(one, at) for one, at in with_starts(recordings) if one.sha256]
    plays = list(zip(there, played((one.sha256, one.media_type, one.size) for one, _ in there), strict=True))
    sounds = [
        (reverse("dictation:sound", args=[dictation_id, one.id]), at, one.long)
        for (one, at), as_ in plays
        if as_.sha256
    ]
    return player_of(request, sounds, [as_ for _, as_ in plays if as_.why])


def ranged(request: OfficeRequest, size: int, media_type: str, heard: Callable[[int, int], bytes]) -> HttpResponse:
    """The bytes that are asked for, or all; ``heard`` gives those from the first to the last."""
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "no-store", "Content-Disposition": "attachment"}
    try:
        part = bytes_asked(request.headers.get("Range", ""), size)
    except ValueError:
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    first, last = part or (0, size - 1)
    if part and last - first >= MOST:
        last = first + MOST - 1
    if part:
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return HttpResponse(heard(first, last), status=206 if part else 200, content_type=media_type, headers=headers)
