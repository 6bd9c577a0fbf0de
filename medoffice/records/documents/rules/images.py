"""What an image is, by its own bytes and never by its name: PNG and JPEG, within sizes a scanner or camera makes."""

from typing import Final

from medoffice.records.documents.types.papers import Image

LARGEST: Final = 1 << 20  # bytes; two of them go through the gate in one form
MOST_PIXELS: Final = 60_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
# JPEG markers that tell the size; those that carry no length.
_SIZES = frozenset([*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)])
_BARE = frozenset([0x01, *range(0xD0, 0xD9)])


def image_of(data: bytes) -> Image | None:
    """The image these bytes are, or None if they are none that is taken."""
    if len(data) > LARGEST:
        return None
    found = _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(b"\xff\xd8\xff") else None
    if found is None or not 0 < found.width * found.height <= MOST_PIXELS:
        return None
    return found


def _png(data: bytes) -> Image | None:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return Image("image/png", int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))


def _jpeg(data: bytes) -> Image | None:
    """The size stands in the first frame header; the segments before it are skipped by their lengths."""
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker in _SIZES:
            height, width = (int.from_bytes(data[at : at + 2], "big") for at in (place + 5, place + 7))
            return Image("image/jpeg", width, height)
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if length < 2:
            return None
        place += 2 + length
    return None
