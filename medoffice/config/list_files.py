"""Files of code lists as an office has them: text, a zip around one text, or the coverage download with its tables.

They are read as they come, never whole, and never unpacked onto the disk.
"""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.api import (
    NATIONAL_TABLES,
    RXNORM_TABLES,
    TABLES,
    decoded,
    read_add_ons,
    read_carc,
    read_coverage,
    read_cpt,
    read_cvx,
    read_determinations,
    read_hcc,
    read_hcpcs,
    read_localities,
    read_loinc,
    read_national_codes,
    read_ndc,
    read_pairs,
    read_rarc,
    read_rxnorm,
    read_taxonomy,
    read_units,
    read_values,
)
from medoffice.standards.code_lists.types import ListKind

MOST_BYTES = 4_000_000_000  # of one text, unpacked
MOST_INNER = 400_000_000  # of a zip inside a zip, which is held in memory
_BLOCK = 1 << 20
_TEXT = (".txt", ".csv")
_READERS: dict[ListKind, Callable[[Iterable[str]], Iterator[Any]]] = {
    ListKind.PAIRS: read_pairs,
    ListKind.PAIRS_MEDICAID: read_pairs,
    ListKind.UNITS: read_units,
    ListKind.UNITS_MEDICAID: read_units,
    ListKind.ADD_ONS: read_add_ons,
    ListKind.VALUES: read_values,
    ListKind.LOCALITIES: read_localities,
    ListKind.HCPCS: read_hcpcs,
    ListKind.CPT: read_cpt,
    ListKind.REASONS: read_carc,
    ListKind.REMARKS: read_rarc,
    ListKind.TAXONOMY: read_taxonomy,
    ListKind.VACCINES: read_cvx,
    ListKind.LABORATORY: read_loinc,
    ListKind.DRUGS: read_ndc,
    ListKind.NATIONAL_CODES: read_national_codes,
    ListKind.HCC: read_hcc,
}


@dataclass(frozen=True, slots=True)
class Given:
    """The files of one list, and the hash of what is in them, in whatever order they were named."""

    paths: tuple[Path, ...]
    digest: str

    @property
    def names(self) -> str:
        """Their names."""
        return ", ".join(path.name for path in self.paths)


def given(paths: Iterable[Path]) -> Given:
    """The files, hashed. Raises OSError for one that cannot be read."""
    ordered = sorted(paths, key=lambda path: path.name)
    return Given(tuple(ordered), hashlib.sha256("".join(sorted(map(_hash, ordered))).encode()).hexdigest())


def rows_in(kind: ListKind, files: Given, stack: ExitStack, states: frozenset[str]) -> Iterator[Any]:
    """The rows of the files, one at a time; they are open as long as ``stack`` is.

    Raises Refusal for what is not of its kind. ``states`` are the office's, for coverage.
    """
    if kind is ListKind.COVERAGE:
        return read_coverage(_tables(files, TABLES, stack), states)
    if kind is ListKind.NATIONAL:
        return read_determinations(_tables(files, NATIONAL_TABLES, stack))
    if kind is ListKind.RXNORM:
        return read_rxnorm(*(decoded(_rrf(files, name, stack)) for name in RXNORM_TABLES))
    read, fixed = _READERS[kind], kind is ListKind.HCPCS
    return chain.from_iterable(read(decoded(_text_of(path, stack), fixed=fixed)) for path in files.paths)


def texts_in(path: Path, called: re.Pattern[str], most: int) -> list[tuple[str, bytes]]:
    """The texts whose names are such: the file itself, or those that a zip holds. Raises Refusal for one too large."""
    with ExitStack() as stack:
        if not zipfile.is_zipfile(path):
            if called.search(path.name) and path.stat().st_size > most:
                raise Refusal("list-large", f"{path.name} is too large.", "Take the file anew from its publisher.")
            return [(path.name, path.read_bytes())] if called.search(path.name) else []
        pack = _opened(path, stack)
        members = [one for one in pack.infolist() if called.search(one.filename)]
        return [(one.filename, b"".join(_member(pack, one, stack, most))) for one in members]


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _text_of(path: Path, stack: ExitStack) -> Iterable[bytes]:
    """The text, or the only one that a zip holds."""
    if path.suffix.lower() == ".xlsx":
        raise Refusal("list-sheet", f"{path.name} is a spreadsheet.", "Take the text or CSV file of the same download.")
    if not zipfile.is_zipfile(path):
        return stack.enter_context(path.open("rb"))
    pack = _opened(path, stack)
    texts = [one for one in pack.infolist() if one.filename.lower().endswith(_TEXT)]
    if len(texts) != 1:
        named = ", ".join(one.filename for one in texts[:8]) or "none"
        raise Refusal("list-packed", f"{path.name} holds not one text ({named}).", "Unpack it and name the file.")
    return _member(pack, texts[0], stack)


def _rrf(files: Given, table: str, stack: ExitStack) -> Iterable[bytes]:
    """A table of RxNorm: one of the files, or of the zip."""
    wanted = f"{table}.RRF"
    for path in files.paths:
        if path.name.upper() == wanted:
            return stack.enter_context(path.open("rb"))
        if zipfile.is_zipfile(path):
            pack = _opened(path, stack)
            for one in pack.infolist():
                if Path(one.filename).name.upper() == wanted:
                    return _member(pack, one, stack)
    raise Refusal("list-unfit", f"{files.names} has no {wanted}.", "Name the download, or RXNCONSO.RRF and RXNREL.RRF.")


def _tables(files: Given, wanted: Collection[str], stack: ExitStack) -> Callable[[str], Iterable[str]]:
    """The tables of a coverage download by name; they stand in a zip inside the zip, or in it."""
    if len(files.paths) != 1:
        raise Refusal("one-file", "Coverage is one download.", "Name one file.")
    path = files.paths[0]
    if not zipfile.is_zipfile(path):
        raise Refusal("list-packed", f"{path.name} is no zip.", "Name a download of Medicare's coverage database.")
    pack = _opened(path, stack)
    inner = next((one for one in pack.infolist() if one.filename.lower().endswith("_csv.zip")), None)
    if inner is not None:
        pack = _opened(io.BytesIO(b"".join(_member(pack, inner, stack, MOST_INNER))), stack)
    members = {Path(one.filename).stem.lower(): one for one in pack.infolist() if one.filename.lower().endswith(".csv")}
    missing = next((name for name in wanted if name not in members), "")
    if missing:
        words = "Take the download of current articles for coverage, that of national determinations for ncd."
        raise Refusal("list-unfit", f"{path.name} has no table {missing}.", words)
    return lambda name: decoded(_member(pack, members[name], stack))


def _opened(file: Path | io.BytesIO, stack: ExitStack) -> zipfile.ZipFile:
    try:
        return stack.enter_context(zipfile.ZipFile(file))
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise Refusal("list-unfit", "The zip is broken.", "Take the file anew from its publisher.") from error


def _member(
    pack: zipfile.ZipFile, member: zipfile.ZipInfo, stack: ExitStack, most: int = MOST_BYTES
) -> Iterator[bytes]:
    if member.file_size > most:
        raise Refusal("list-large", f"{member.filename} is too large.", "Unpack it and name the file.")
    try:
        yield from stack.enter_context(pack.open(member))
    except (zipfile.BadZipFile, RuntimeError, EOFError, zlib.error) as error:
        raise Refusal("list-unfit", "The zip is broken.", "Take the file anew from its publisher.") from error
