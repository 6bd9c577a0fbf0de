"""Clinical documents of others (C-CDA): whether each opens, how many coded entries are read, how long one takes.

The documents are not in this repository: they lie in the folder that ``MEDOFFICE_CCDA_SAMPLES`` names, or beside it.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bench.rows import Row, at_least, at_most, percentile
from medoffice.kernel.refusals import Refusal
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.types import Document

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data" / "ccda" / "samples"
READ, SECONDS, KILOBYTES = 0.95, 0.5, 150  # the share to be read; seconds for a document of so many kilobytes


def rows() -> Iterator[Row]:
    """Documents opened, entries read, CPU time; one row alone where there are no samples."""
    folder = Path(os.environ.get("MEDOFFICE_CCDA_SAMPLES", BESIDE))
    files = [path.read_bytes() for path in sorted(folder.rglob("*.xml"))]
    yield Row("documents", len(files), "documents")
    if not files:
        return
    opened, took = _read(files)
    yield at_least("of them opened", len(opened) / len(files), "share", 1)
    wanted = [document for document in opened if any(section.coded for section in document.sections)]
    whole = [document for document in wanted if all(s.read >= READ * s.coded for s in document.sections)]
    yield Row("with coded entries", len(wanted), "documents")
    yield at_least("of them with each section read", len(whole) / max(1, len(wanted)), "share", READ)
    coded = sum(section.coded for document in opened for section in document.sections)
    read = sum(section.read for document in opened for section in document.sections)
    yield at_least("coded entries read", read / max(1, coded), f"share of {coded}", READ)
    size = sum(map(len, files)) / 1000
    yield at_most("150 kB", round(sum(took) / size * KILOBYTES, 4), "CPU s", SECONDS)
    yield Row("slowest document", round(max(took), 4), "CPU s")
    yield Row("95 of 100 documents", round(percentile(took, 0.95), 4), "CPU s")


def _read(files: list[bytes]) -> tuple[list[Document], list[float]]:
    """The documents that open, and the CPU seconds each file took."""
    opened, took = [], []
    for data in files:
        began = time.process_time()
        with suppress(Refusal):
            opened.append(read_document(data))
        took.append(time.process_time() - began)
    return opened, took
