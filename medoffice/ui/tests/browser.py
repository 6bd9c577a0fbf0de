"""What browser tests share: how Chromium is started, how pages are served to it, and axe."""

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import axe_playwright_python
from playwright.sync_api import Page

_AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"


def axe(page: Page, *rules: str, without: tuple[str, ...] = ()) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA and its best practices (or these rules): rule, and the first place."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    how: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        how["runOnly"] = {"type": "rule", "values": list(rules)}
    if without:
        how["rules"] = {rule: {"enabled": False} for rule in without}
    found = page.evaluate("async (how) => (await axe.run(document, how)).violations", how)
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} {json.dumps(v['nodes'][0]['any'])[:300]}" for v in found]


class _Threads(ThreadingMixIn, WSGIServer):
    """A thread for each connection: Chromium opens some that it does not use at once."""

    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing: tests read what they asked for, not a log."""


@contextmanager
def serving(application: Callable[..., Any]) -> Iterator[str]:
    """A WSGI application on a loopback port, answering in four threads that stay, as the product's do; its address."""
    with ThreadPoolExecutor(4) as stay:

        def answer(*asked: Any) -> list[bytes]:  # noqa: ANN401 - WSGI's environment and callback
            said = application(*asked)
            try:
                return list(said)
            finally:
                getattr(said, "close", tuple)()

        def hand_over(*asked: Any) -> list[bytes]:  # noqa: ANN401 - as above
            return stay.submit(answer, *asked).result()

        server = make_server("127.0.0.1", 0, hand_over, server_class=_Threads, handler_class=_Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            server.server_close()
            thread.join(10)
