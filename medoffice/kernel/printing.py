"""Printed pages: PDFs made by typst with the typefaces it brings, so that they look the same on every machine.

The printers are loaded when something is printed: a process that prints nothing need not hold their 12 MB.
"""

import json
import struct
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

DOTS_PER_INCH = 150  # of a page that is kept as a picture
_GREY, _COLOURS = 0, 2  # what a PNG says of itself; the only two that are taken here


def pdf(template: Path, content: dict[str, Any]) -> bytes:
    """The pages that a typst template makes of this content (its ``sys.inputs.data``, JSON)."""
    import typst

    data = json.dumps(content, ensure_ascii=False)
    made: bytes = typst.compile(str(template), sys_inputs={"data": data}, ignore_system_fonts=True)
    return made


def locked(pages: bytes, password: str) -> bytes:
    """The same PDF, encrypted with AES-256 (PDF 2.0, revision 6): it opens with this password only."""
    from pypdf import PdfReader, PdfWriter

    out, whole = PdfWriter(clone_from=PdfReader(BytesIO(pages))), BytesIO()
    out.encrypt(password, algorithm="AES-256")
    out.write(whole)
    return whole.getvalue()


def joined(parts: Iterable[bytes]) -> bytes:
    """One PDF of several of ours and of pages that are pictures (PNG, grey or in colours, 150 dots an inch).

    A page that is a picture holds its dots and nothing else: no text, no layer, no other file. Raises ValueError for
    another kind of PNG.
    """
    from pypdf import PdfReader, PdfWriter

    out, whole = PdfWriter(), BytesIO()
    for part in parts:
        if part.startswith(b"%PDF-"):
            out.append(PdfReader(BytesIO(part)))
        else:
            _picture_page(out, part)
    out.write(whole)
    return whole.getvalue()


def _picture_page(out: Any, png: bytes) -> None:  # noqa: ANN401 - the library is loaded when something is printed
    """A page with one picture. The rows of a PNG are, as they are packed, what a PDF can hold."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject

    width, height, depth, kind, _, _, laced = struct.unpack(">IIBBBBB", png[16:29])
    if depth != 8 or kind not in (_GREY, _COLOURS) or laced:
        raise ValueError("this PNG is no page of ours")
    colours = 3 if kind == _COLOURS else 1
    shown = StreamObject()
    shown._data = b"".join(_packed_rows(png))
    told: dict[str, str | int] = {
        "/Type": "/XObject", "/Subtype": "/Image", "/Width": width, "/Height": height, "/BitsPerComponent": 8,
        "/ColorSpace": "/DeviceRGB" if colours == 3 else "/DeviceGray", "/Filter": "/FlateDecode",
    }  # fmt: skip
    rows = {"/Predictor": 15, "/Colors": colours, "/BitsPerComponent": 8, "/Columns": width}
    shown.update({NameObject(key): _plain(value) for key, value in told.items()})
    shown[NameObject("/DecodeParms")] = DictionaryObject(
        {NameObject(key): NumberObject(value) for key, value in rows.items()}
    )
    page = out.add_blank_page(width * 72 / DOTS_PER_INCH, height * 72 / DOTS_PER_INCH)
    drawn = DecodedStreamObject()
    drawn.set_data(f"{float(page.mediabox.width)} 0 0 {float(page.mediabox.height)} 0 0 cm /P Do".encode())
    pictures = DictionaryObject({NameObject("/P"): out._add_object(shown)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    page[NameObject("/Contents")] = out._add_object(drawn)


def _plain(value: str | int) -> Any:  # noqa: ANN401 - a name or a number, as the library has them
    from pypdf.generic import NameObject, NumberObject

    return NameObject(value) if isinstance(value, str) else NumberObject(value)


def _packed_rows(png: bytes) -> Iterable[bytes]:
    at = 8
    while at + 8 <= len(png):
        (size,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        if kind == b"IDAT":
            yield png[at + 8 : at + 8 + size]
        at += 12 + size
