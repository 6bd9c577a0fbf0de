"""The headers that every answer carries, whoever gives it: Django, static files, or who turns a request away.

What a layer has set already stays; pages get their own content security policy, and only static files may be kept.
"""

import re
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase

_UNUSED = (
    "accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking",
)  # fmt: skip
# What one kind of page needs all the same: a dictation that was taken by a key plays as its page comes;
# another is recorded.
_NEEDED = (
    (re.compile(r"/dictation/[0-9a-f-]{36}/type/"), "autoplay"),
    (re.compile(r"/dictation/send/[0-9a-f-]{36}/(recorded/)?"), "microphone"),
)
HOUSE: Final[dict[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class HouseHeaders:
    """The outermost layer: puts in what no layer below has set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Wrap everything."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for path, needed in _NEEDED:
            if path.fullmatch(request.path):
                allowed = HOUSE["Permissions-Policy"].replace(f"{needed}=()", f"{needed}=(self)")
                response.headers.setdefault("Permissions-Policy", allowed)
        for name, value in HOUSE.items():
            response.headers.setdefault(name, value)
        return response


def with_house_headers(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """These headers and those of the house that are not among them, for answers that Django does not give."""
    there = {name.lower() for name, _ in headers}
    return [*headers, *((name, value) for name, value in HOUSE.items() if name.lower() not in there)]
