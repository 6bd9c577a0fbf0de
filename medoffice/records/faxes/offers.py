"""What later rooms may add to faxes: lines by which they leave, and a second look at what they queued."""

from collections.abc import Callable

from medoffice.kernel.registries import Registry
from medoffice.records.faxes.types import Line
from medoffice.security.types import Actor

lines: Registry[Line] = Registry("fax line")
second_looks: Registry[Callable[[Actor, str], bool]] = Registry("second look at faxes")


def register_fax_line(line: Line) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    lines.register(line.key, line)


def register_second_look(kind: str, look: Callable[[Actor, str], bool]) -> None:
    """Ask a room, as one of its faxes is to go, whether it still may; called from its ``registry.py``.

    ``kind`` is the first word of the fax's key, the look is given the rest. It is asked beside labels and restrictions.
    """
    second_looks.register(kind, look)
