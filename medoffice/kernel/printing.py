"""Printed pages: PDFs made by typst with the typefaces it brings, so that they look the same on every machine.

The printers are loaded when something is printed: a process that prints nothing need not hold their 12 MB.
"""

import json
from io import BytesIO
from pathlib import Path
from typing import Any


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
