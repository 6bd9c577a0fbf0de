"""The folders by which papers come in, registered at documents: ``<data>/papers/<world>/<scan, fax or e-mail>/in``."""

import re
from collections.abc import Iterator

from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.inbox import Inbox
from medoffice.kernel.papers import LARGEST
from medoffice.records.documents.api import register_intake
from medoffice.records.documents.types.papers import Arrived, Door

_NUMBER = re.compile(r"(?<!\d)1?[-_.]?(\d{3})[-_.]?(\d{3})[-_.]?(\d{4})(?!\d)")


class FolderDoor:
    """A folder in which each file is a paper."""

    def __init__(self, kind: Door) -> None:
        """The folder of a kind of door, in each world its own."""
        self.kind, self._inbox = kind, Inbox("papers", kind.value, LARGEST)
        self.taken, self.refused, self.left = self._inbox.taken, self._inbox.refused, self._inbox.left

    def waiting(self) -> Iterator[Arrived]:
        """What lies there whole, oldest first."""
        for name, data in self._inbox.waiting():
            yield Arrived(name, name, data, self._sender(name))

    def _sender(self, name: str) -> str:
        """The number in the name of a fax, as fax servers write it there."""
        found = _NUMBER.search(name) if self.kind is Door.FAX else None
        return "({}) {}-{}".format(*found.groups()) if found else ""


DOORS = tuple(FolderDoor(kind) for kind in (Door.SCAN, Door.FAX, Door.MAIL))


def _check() -> list[Checked]:
    left = sum(door.left() for door in DOORS)
    words = f"{left} things in the folders for papers are no files and are never taken."
    findings = (Finding("door-left", "papers", words, Severity.WARNING),) if left else ()
    return [Checked("folders for papers", "what lies in the folders is taken", f"{left} left", findings)]


for _one in DOORS:
    register_intake(_one)
register_check("paper-in", _check)
