"""Addresses: every room with a ``urls`` module is mounted under its name; the desks are at the root."""

from django.urls import URLPattern, URLResolver, include, path

from medoffice.config.rooms import ROOMS, has

ROOT_ROOM = "medoffice.desks"


def _mounted() -> list[URLPattern | URLResolver]:
    """One ``include`` for each room that has addresses, as strings so that no room is imported here."""
    mounted: list[URLPattern | URLResolver] = []
    for room in ROOMS:
        if has(room, "urls"):
            prefix = "" if room == ROOT_ROOM else room.rsplit(".", 1)[-1].replace("_", "-") + "/"
            mounted.append(path(prefix, include(f"{room}.urls")))
    return mounted


urlpatterns = _mounted()
handler400 = "medoffice.security.views.errors.bad_request"
handler403 = "medoffice.security.views.errors.forbidden"
handler404 = "medoffice.security.views.errors.not_found"
handler500 = "medoffice.security.views.errors.broken"
