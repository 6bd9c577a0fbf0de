"""The sound of a recording, as a player asks for it: in parts, never kept by the browser, each part answered once."""

from uuid import UUID

from django.http import HttpResponse

from medoffice.clinic.dictation.queries.dictations import bytes_of, sound_of
from medoffice.clinic.dictation.rules.ranges import bytes_asked
from medoffice.security.api import OfficeRequest, saw, screen

MOST = 1 << 20  # bytes of one answer to a player that asks for all that follows; it asks again for the rest


@screen("dictation.listen")
def sound(request: OfficeRequest, dictation_id: UUID, recording_id: UUID) -> HttpResponse:
    """The bytes that are asked for (RFC 9110, 14), of the kind the recording was found to be, for no other use."""
    one, recording = sound_of(request.actor, dictation_id, recording_id)
    saw(request, [one.patient_id])
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "no-store", "Content-Disposition": "attachment"}
    size = recording.size
    try:
        part = bytes_asked(request.headers.get("Range", ""), size)
    except ValueError:
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    first, last = part or (0, size - 1)
    if part and last - first >= MOST:
        last = first + MOST - 1
    if part:
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    heard = b"".join(bytes_of(recording, first, last))
    return HttpResponse(heard, status=206 if part else 200, content_type=recording.media_type, headers=headers)
