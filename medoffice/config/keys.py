"""With what a backup is encrypted: a passphrase a person keeps, or a key file kept apart from the backups.

The office's own secret travels inside the backup, so the one thing to be kept elsewhere is this key. Neither stands
on the command line, where other users of the machine and the shell's history would see it.
"""

import argparse
import getpass
import os
import secrets
import sys
from pathlib import Path

from medoffice.config.output import say
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key, key_file, passphrase
from medoffice.kernel.secrets import refuse_open, weakness

FEWEST_LETTERS = 6
EXAMPLES = frozenset({"correct horse battery staple", "riverbend demo office", "correcthorsebatterystaple"})


def add_key_arguments(parser: argparse.ArgumentParser, *, may_make: bool) -> None:
    """``--key-file``, ``--passphrase-file`` and, where a key may be made, ``--new-key``."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--key-file", type=Path, metavar="KEY", help="a file of 32 random bytes or more")
    group.add_argument("--passphrase-file", type=Path, metavar="TEXT", help="a file whose first line is the passphrase")
    if may_make:
        group.add_argument("--new-key", type=Path, metavar="KEY", help="make such a key file first; keep it elsewhere")


def key_of(arguments: argparse.Namespace) -> Key:
    """The key the arguments name; without one, a passphrase typed (twice to encrypt). Raises Refusal, also for one that
    is no secret where something is to be encrypted with it.
    """
    key = _given(arguments)
    if hasattr(arguments, "new_key"):
        _refuse_weak(key)
    return key


def _refuse_weak(key: Key) -> None:
    if key.kind == "hkdf":
        why = weakness(key.secret)
        fix = "Have one made with --new-key."
    else:
        why = "it repeats a few letters, or stands in a manual" if _easy(key.secret.decode()) else ""
        fix = "Take several words that nobody would put together."
    if why:
        raise Refusal("key-weak", f"This key would not keep the backup closed: {why}.", fix)


def _easy(words: str) -> bool:
    return len(set(words.lower())) < FEWEST_LETTERS or words.lower() in EXAMPLES


def _given(arguments: argparse.Namespace) -> Key:
    new = getattr(arguments, "new_key", None)
    if new is not None:
        _make(new)
        return key_file(new)
    if arguments.key_file is not None:
        return _closed(arguments.key_file)
    if arguments.passphrase_file is not None:
        return passphrase(_first_line(arguments.passphrase_file))
    if not sys.stdin.isatty():
        words = "Nobody said with what the backup is encrypted."
        raise Refusal("no-key", words, "Give --key-file or --passphrase-file, or call this in a terminal.")
    typed = getpass.getpass("Passphrase of the backup: ")
    if hasattr(arguments, "new_key") and getpass.getpass("The same once more: ") != typed:
        raise Refusal("passphrase-differs", "The two passphrases differ.", "Nothing was written; try again.")
    return passphrase(typed)


def _closed(path: Path) -> Key:
    """The key of a file that only its owner may read."""
    key = key_file(path)
    refuse_open(path)
    return key


def _make(path: Path) -> None:
    """Write a new key, closed to others."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Refusal("key-exists", f"{path} is there already.", "Use it with --key-file.") from error
    except OSError as error:
        raise Refusal("key-file", f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
        file.flush()
        os.fsync(file.fileno())
    say(f"A new key is in {path}. Keep a copy away from this machine and from the backups: without it, they stay shut.")


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("passphrase-file", f"{path} cannot be read as text.", "Name the right file.") from error
