"""The adapter of the clearinghouse door that works anywhere, a pair of folders; registered at the door claims keep."""

import os
from pathlib import Path

from django.conf import settings

from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.api import register_clearinghouse
from medoffice.revenue.claims.types import WireFile


class FolderDoor:
    """Files to ``<data>/clearinghouse/out``, files from ``<data>/clearinghouse/in``; what is fetched moves to ``done``.

    Another program (an SFTP client) carries the folders. Writing is by rename, so nobody sees half a file.
    """

    key = "folder"

    def send(self, name: str, data: bytes) -> None:
        """Write the file; the same name with the same bytes is the same file."""
        path = self._folder("out") / name
        if path.exists() and path.read_bytes() == data:
            return
        partial = path.with_suffix(".part")
        try:
            partial.write_bytes(data)
            with partial.open("rb") as file:
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError as error:
            raise Refusal(
                "door-shut", f"The file could not be written: {error.strerror}.", "It is tried again."
            ) from error

    def waiting(self) -> list[WireFile]:
        """Files in the in-folder, oldest first; those still being written (.part) are left."""
        files = [path for path in self._folder("in").iterdir() if path.is_file() and path.suffix != ".part"]
        return [WireFile(path.name, path.read_bytes()) for path in sorted(files, key=lambda path: path.stat().st_mtime)]

    def fetched(self, name: str) -> None:
        """Move a stored file to the done-folder."""
        path = self._folder("in") / Path(name).name
        if path.exists():
            path.replace(self._folder("done") / path.name)

    def _folder(self, name: str) -> Path:
        folder = Path(settings.DATA_DIR) / "clearinghouse" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder


register_clearinghouse(FolderDoor())
