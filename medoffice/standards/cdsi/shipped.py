"""The release the program comes with, read once per process; and how a tree is kept as bytes."""

import json
import lzma
from functools import cache
from pathlib import Path

from medoffice.standards.cdsi.reading import MOST_BYTES, Tree
from medoffice.standards.cdsi.shaping import schedule_of
from medoffice.standards.cdsi.types import Schedule

FILE = Path(__file__).resolve().parent / "data" / "cdsi.json.xz"
SOURCE = "CDSi supporting data of the CDC; public domain"


def packed(tree: Tree) -> bytes:
    """A tree as it is kept: the same bytes for the same release."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return lzma.compress(text.encode(), preset=9)


def unpacked(data: bytes) -> Schedule:
    """The schedule that was kept so."""
    return schedule_of(json.loads(lzma.LZMADecompressor().decompress(data, MOST_BYTES)))


@cache
def shipped() -> Schedule:
    """The release that the program comes with."""
    return unpacked(FILE.read_bytes())
