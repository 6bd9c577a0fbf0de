"""The WSGI application: Django inside a layer that picks the world by host name, outside Django, for each request.

The world is set before Django sees the request and cleared when the response is closed, so streaming bodies and
``request_finished`` handlers still run in it. ``name.localhost`` picks the world ``name``; any other address is the
practice's own.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")

from django.core.wsgi import get_wsgi_application

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

    name = _world_of(environ.get("HTTP_HOST", ""))
    if name is None or not catalog.exists(name):
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"There is no such office here.\n"]
    leave = current.enter(name)
    return _InWorld(_django(environ, start_response), leave)


def _world_of(host: str) -> str | None:
    """The world a host name means: ``training.localhost:8000`` -> ``training``; None if it cannot be a name."""
    bare = host.rsplit(":", 1)[0].lower()
    if not bare.endswith(".localhost"):
        return os.environ.get("MEDOFFICE_WORLD", "practice")
    name = bare.removesuffix(".localhost")
    return name if name and all(letter.isalnum() or letter == "-" for letter in name) else None
