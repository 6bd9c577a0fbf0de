"""Papers for tests, made here: pictures, and PDFs whose words can be read; and one that is a mistake."""

import struct
import zlib
from uuid import UUID

from medoffice.kernel.tests.hostile_papers import pdf
from medoffice.records.documents.actions.mark_mistake import mark_mistake
from medoffice.security.types import PROGRAM


def paper(*pages: str) -> bytes:
    """A PDF with these words on its pages, a line each; no library is needed."""
    objects = [_words(text) for text in pages]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return pdf_of(objects, font)


def _words(text: str) -> bytes:
    lines = [line.replace("\\", "").replace("(", "\\(").replace(")", "\\)") for line in text.splitlines()]
    shown = "BT /F1 12 Tf 60 740 Td 16 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    data = shown.encode("cp1252")
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def pdf_of(contents: list[bytes], font: bytes) -> bytes:
    """A PDF with a page for each content stream."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    body = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (count, kids), font]
    for number, content in enumerate(contents):
        body.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        body.append(content)
    return pdf(*body, whole=True)


def png(width: int = 8, height: int = 5) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg_head(width: int = 640, height: int = 400) -> bytes:
    """The beginning of a JPEG, as far as its size is told."""
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
         b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00" + bytes(20)
    )  # fmt: skip


def make_mistake(document_id: UUID) -> None:
    """Somebody says that it was entered in error."""
    mark_mistake(actor=PROGRAM, document_id=document_id, why="another patient's")
