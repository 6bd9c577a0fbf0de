"""How the server's programs run: as a user without rights, in a fixed environment, ending when this program does."""

import os
import pwd
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from medoffice.kernel.ending import ends_with_parent
from medoffice.kernel.refusals import Refusal

_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"}


def server_user() -> pwd.struct_passwd:
    """Who runs the server: this user; root steps down to ``medoffice`` if there is such a user, else ``nobody``.

    PostgreSQL refuses to run as root, and ``initdb`` refuses a number without a name. Raises Refusal.
    """
    names = ("medoffice", "nobody") if os.geteuid() == 0 else ()
    for name in names:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    try:
        own = pwd.getpwuid(os.geteuid())
    except KeyError:
        own = None
    if own is None or own.pw_uid == 0:
        words = "PostgreSQL runs neither as root nor as a user without a name."
        raise Refusal("no-server-user", words, "Make a user medoffice, or run as another user.")
    return own


def options(user: pwd.struct_passwd) -> dict[str, Any]:
    """What ``subprocess`` needs to run a child as ``user``.

    The child gets SIGINT (a fast, clean stop) when the *thread* that started it ends, kill -9 of this program included
    (Linux); so start it from the main thread. The signal is asked for after the change of user, which would clear it.
    """
    asked: dict[str, Any] = {"cwd": "/", "env": _ENVIRONMENT, "stdin": subprocess.DEVNULL, "start_new_session": True}
    if os.geteuid() == 0:
        asked |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return {**asked, "preexec_fn": ends_with_parent(signal.SIGINT)}


def succeeds(user: pwd.struct_passwd, command: Sequence[str | Path]) -> bool:
    """Whether ``user`` can run a command to a good end."""
    try:
        return subprocess.run(command, capture_output=True, check=False, **options(user)).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
