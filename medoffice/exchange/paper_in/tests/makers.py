"""Files in folders, for tests."""

import os
from pathlib import Path


def put(folder: Path, name: str, data: bytes, age: float = 60) -> Path:
    """A file that lies there for so many seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime - age))
    return path
