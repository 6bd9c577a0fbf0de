"""The product's WSGI application inside a test: in the test's world and its open transaction, as somebody signed in."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client

from medoffice.config import wsgi
from medoffice.kernel.worlds import current

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@contextmanager
def in_this_world() -> Iterator[None]:
    """Requests meanwhile are of the current world; the test's connection and transaction stay open."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        with patch.dict(os.environ, {"MEDOFFICE_WORLD": current.name()}):
            yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def credentials(client: Client) -> dict[str, str]:
    """The headers by which a browser of this client's would be known, the form token among them."""
    client.get("/")
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    token = cookies.get(settings.CSRF_COOKIE_NAME, "")
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "X-CSRFToken": token}


def on_this_machine(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """The application, asked by a program of this machine under a name of the office."""
    return wsgi.application({**environ, "HTTP_HOST": "localhost", "REMOTE_ADDR": "127.0.0.1"}, start)
