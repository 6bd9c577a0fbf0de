"""Passwords known from break-ins elsewhere, from a list the office imports: hashes only, asked without a network.

Takes the form in which such lists are given away: one SHA-1 in hexadecimal a line, in ascending order, with or without
a colon and a count behind. Kept beside the worlds as the first eight bytes of each, in order, so that a question is a
few dozen reads and a billion passwords are 8 GB; of a billion, a password not among them is taken for one of them once
in ten thousand million tries.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import overload

from django.conf import settings
from django.core.exceptions import ValidationError

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal

_LINE = re.compile(rb"([0-9A-Fa-f]{40})(?::[0-9]{1,12})?\s*")
_WIDTH = 8  # bytes kept of each hash


def place() -> Path:
    """Where the list is kept; it need not be there."""
    return Path(settings.DATA_DIR) / "breached-passwords"


def keep_breached_list(lines: Iterable[bytes]) -> int:
    """Take a list in, in place of any before; how many hashes it holds.

    Raises Refusal, naming the line, if one is no hash or stands before its time; the list of before stays then.
    """
    count, before = 0, b""
    with private.new(place()) as file:
        for number, text in enumerate(lines, 1):
            found = _LINE.fullmatch(text)
            if found is None:
                raise _refused(number, "is no SHA-1 in hexadecimal")
            digest = bytes.fromhex(found[1].decode())
            if digest <= before:
                raise _refused(number, "is not greater than the one before it")
            file.write(digest[:_WIDTH])
            count, before = number, digest
        if not count:
            raise Refusal("breached-list", "The file is empty.", "Give a list of SHA-1 hashes in ascending order.")
    return count


def is_known(password: str) -> bool:
    """Whether a password is on the office's list; no list knows nothing."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).digest()[:_WIDTH]
    try:
        file = place().open("rb")
    except FileNotFoundError:
        return False
    with file, mmap(file.fileno(), 0, access=ACCESS_READ) as kept:
        rows = _Rows(kept)
        at = bisect_left(rows, wanted)
        return at < len(rows) and rows[at] == wanted


class BreachedPasswords:
    """For ``AUTH_PASSWORD_VALIDATORS``: refuses what is on the office's list."""

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 - Django's signature
        """Raises ValidationError in the words of the other lists."""
        if is_known(password):
            raise ValidationError("It is on the list of passwords that were stolen elsewhere.", "password_breached")

    def get_help_text(self) -> str:
        """For a form."""
        return "It must not be on the list of passwords that were stolen elsewhere."


class _Rows(Sequence[bytes]):
    """The kept list as a sequence, nothing of it in memory."""

    def __init__(self, kept: mmap) -> None:
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept) // _WIDTH

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(at, slice):
            raise TypeError("one row at a time")
        return self._kept[at * _WIDTH : (at + 1) * _WIDTH]


def _refused(number: int, why: str) -> Refusal:
    return Refusal("breached-list", f"Line {number} {why}.", "Give a list of SHA-1 hashes in ascending order.")
