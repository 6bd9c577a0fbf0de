"""The independent judges: pyx12 for structure, oxedi for the balance of an 835. Used in tests only."""

import io
import logging
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from unittest.mock import patch


def pyx12_says(data: bytes) -> tuple[bool, str]:
    """Whether pyx12 accepts the file, and the acknowledgement it would send."""
    params = import_module("pyx12.params").ParamsBase()
    document = import_module("pyx12.x12n_document")
    logging.getLogger("pyx12").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.x12"
        path.write_bytes(data)
        answer = io.StringIO()
        with patch("pyx12.map_if.load_map_file", lambda name, *_: _map(name)):
            accepted = bool(document.x12n_document(params, str(path), answer, None))
    return accepted, answer.getvalue()


@cache
def _map(name: str) -> object:
    """A map of pyx12, read once: it counts beside its maps, so that one stays as it was read."""
    return import_module("pyx12.map_if._loader").load_map_file(name, import_module("pyx12.params").ParamsBase())


def oxedi_says(data: bytes) -> list[str]:
    """What oxedi holds against an 835."""
    found = import_module("oxedi").parse(data).diagnostics
    return [f"{diagnostic.kind}: {diagnostic.rule}" for diagnostic in found]
