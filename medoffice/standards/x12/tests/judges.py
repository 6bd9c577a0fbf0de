"""The independent judges: pyx12 for structure, oxedi for the balance of an 835. Used in tests only."""

import io
import logging
import tempfile
from importlib import import_module
from pathlib import Path


def pyx12_says(data: bytes) -> tuple[bool, str]:
    """Whether pyx12 accepts the file, and the acknowledgement it would send."""
    params = import_module("pyx12.params").ParamsBase()
    document = import_module("pyx12.x12n_document")
    logging.getLogger("pyx12").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.x12"
        path.write_bytes(data)
        answer = io.StringIO()
        accepted = bool(document.x12n_document(params, str(path), answer, None))
    return accepted, answer.getvalue()


def oxedi_says(data: bytes) -> list[str]:
    """What oxedi holds against an 835."""
    found = import_module("oxedi").parse(data).diagnostics
    return [f"{diagnostic.kind}: {diagnostic.rule}" for diagnostic in found]
