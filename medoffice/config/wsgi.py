"""The WSGI application: Django inside a layer that picks the world by host name, outside Django, for each request.

The world is set before Django sees the request and cleared when the response is closed, so streaming bodies and
``request_finished`` handlers still run in it. Which world a host name means is in ``config/hosts.py``; a name that is
not ours, and plain http from another machine, are turned away here.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
os.environ.setdefault("MEDOFFICE_TIER", "web")  # settings: the one part that may go through a pooler

from django.core.wsgi import get_wsgi_application

from medoffice.config import hosts
from medoffice.config.headers import with_house_headers
from medoffice.kernel.worlds import current

_django = get_wsgi_application()
StartResponse = Callable[..., Any]


class _InWorld:
    """A response body that keeps its world until it is closed."""

    def __init__(self, body: Iterable[bytes], leave: Callable[[], None]) -> None:
        self._body, self._leave = body, leave

    def __iter__(self) -> Iterator[bytes]:
        yield from self._body

    def close(self) -> None:
        try:
            close = getattr(self._body, "close", None)
            if close:
                close()
        finally:
            self._leave()


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Serve one request in its world."""
    from medoffice.kernel.worlds import catalog  # needs the models, which Django has loaded by now

    host = environ.get("HTTP_HOST", "")
    if not hosts.allowed(host):
        return _turned_away(start_response, "400 Bad Request", b"This office does not go by that name.\n")
    if environ["wsgi.url_scheme"] != "https" and not _from_here(environ):
        return _turned_away(start_response, "403 Forbidden", b"Other machines reach this office over TLS only.\n")
    name = hosts.world_of(host)
    if name is None or not catalog.exists_beside(hosts.own_world(), name):
        return _turned_away(start_response, "404 Not Found", b"There is no such office here.\n")
    leave = current.enter(name)
    return _InWorld(_django(environ, start_response), leave)


def _from_here(environ: dict[str, Any]) -> bool:
    """Whether a request comes from this machine, as the server saw it."""
    try:
        return ip_address(environ.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _turned_away(start_response: StartResponse, status: str, words: bytes) -> list[bytes]:
    start_response(status, with_house_headers([("Content-Type", "text/plain; charset=utf-8")]))
    return [words]
