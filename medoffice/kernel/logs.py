"""Logs hold no patient data: a bug is logged by its kind and its place in the code, never by its message.

The message of an exception often quotes what was typed or stored (a name in a ValueError, a row in a database error).
The traceback's files and lines, the request id and the kind of error lead to the bug as well.
"""

import logging
import traceback
from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Plain(logging.Formatter):
    """Lines of text; of exceptions the kinds and the places only, causes included."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's own name
        """The traceback without any exception's message."""
        return "\n".join(_told(ei[1], set())) if ei[1] is not None else ""


def _told(error: BaseException, seen: set[int]) -> list[str]:
    """Lines for what caused this error, then for itself."""
    seen.add(id(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = _told(cause, seen) if cause is not None and id(cause) not in seen else []
    places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    kind = type(error)
    return [*before, *places, f"{kind.__module__}.{kind.__qualname__} (its message is not logged)"]
