"""While a page is read the same is not asked twice, and the whole page is decided alike; whatever acts asks afresh.

``@once`` on a question keeps its answer for the page. An action asks in its own transaction, and what was known before
it is asked again after it: it may have changed it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from medoffice.kernel.worlds import current

P = ParamSpec("P")
Answer = TypeVar("Answer")
_known: ContextVar[dict[object, Any] | None] = ContextVar("known", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """While a page is read: answers are kept."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


@contextmanager
def asked_afresh() -> Iterator[None]:
    """While something is done: nothing known before counts, neither now nor afterwards."""
    before = _known.get()
    token = _known.set(None)
    try:
        yield
    finally:
        _known.reset(token)
        if before is not None:
            before.clear()


def known(of: object, empty: Answer) -> Answer:
    """What the page knows of something so far, to be added to; ``empty`` at first, and always where no page is read."""
    page = _known.get()
    return empty if page is None else cast("Answer", page.setdefault((current.name(), of), empty))


def once(ask: Callable[P, Answer]) -> Callable[P, Answer]:
    """Keep the answer of a question for the page; whoever gets a list gets one of their own."""

    @wraps(ask)
    def asked(*given: P.args, **named: P.kwargs) -> Answer:
        answers = known(ask, dict[object, Answer]())
        key = (given, tuple(named.items()))
        if key not in answers:
            answers[key] = ask(*given, **named)
        found = answers[key]
        return cast("Answer", list(found)) if isinstance(found, list) else found

    return asked
