"""Refusals: what a person is told when something may not or cannot be done.

A refusal is not a bug. It carries a stable code, the words for the person, and what to do instead. Everything else
that goes wrong is a bug and is shown with a request id.
"""

from collections.abc import Mapping
from typing import Any


class Refusal(Exception):  # noqa: N818 - the office's word for it
    """Something may not or cannot be done; do this instead."""

    status = 409

    def __init__(self, code: str, words: str, fix: str = "", detail: Mapping[str, Any] | None = None) -> None:
        """Say why (code, words), what to do instead (fix), and what a screen needs to help (detail)."""
        super().__init__(words)
        self.code = code
        self.words = words
        self.fix = fix
        self.detail: dict[str, Any] = dict(detail or {})


class NotFound(Refusal):
    """There is no such thing, or this person may not know of it: the two look the same."""

    status = 404

    def __init__(self, words: str = "There is no such page or record.") -> None:
        """Say only that nothing is there."""
        super().__init__("not-found", words, "Check the address or search again.")


class Conflict(Refusal):
    """Somebody else changed the record meanwhile; nothing typed is lost.

    ``detail`` holds ``theirs`` and ``mine`` (field -> value), ``changed_by``, ``changed_at``, ``version``.
    """

    status = 409


class Invalid(Refusal):
    """The input is not acceptable; ``detail["fields"]`` says why, field by field."""

    status = 422


class Unavailable(Refusal):
    """Not now: nothing can be kept, or nothing asked. It passes; what was sent may be sent again as it is."""

    status = 503
    retry_after = 3  # seconds
