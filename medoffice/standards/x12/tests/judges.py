"""The independent judges: pyx12 for structure, oxedi for the balance of an 835. Used in tests only."""

import io
import logging
import tempfile
from pathlib import Path


def pyx12_says(data: bytes) -> tuple[bool, str]:
    """Whether pyx12 accepts the file, and the acknowledgement it would send."""
    import pyx12.params
    import pyx12.x12n_document

    logging.getLogger("pyx12").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.x12"
        path.write_bytes(data)
        answer = io.StringIO()
        accepted = pyx12.x12n_document.x12n_document(pyx12.params.ParamsBase(), str(path), answer, None)
    return accepted, answer.getvalue()


def oxedi_says(data: bytes) -> list[str]:
    """What oxedi holds against an 835."""
    import oxedi

    return [f"{diagnostic.kind}: {diagnostic.rule}" for diagnostic in oxedi.parse(data).diagnostics]
