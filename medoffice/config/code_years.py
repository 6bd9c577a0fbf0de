"""A year of ICD-10-CM as CDC publishes it, put into the code tables of this machine, the same for all its worlds."""

import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal
from medoffice.standards.terminology import store
from medoffice.standards.terminology.cdc import ORDER_FILE, TABULAR_FILE, first_day_of, read_order, read_tabular
from medoffice.standards.terminology.yearly import Changed, put_together, taken_apart, with_year

MOST_BYTES = 100_000_000  # of one file, unpacked; the order file has 14 million, the tabular list 10
_ANEW = "Take the file anew from its publisher."


@dataclass(frozen=True, slots=True)
class Year:
    """What was taken in: from which day on it holds, out of which files, what it changed; ``again``: nothing at all."""

    first: date
    last: date
    files: tuple[str, ...]
    changed: Changed
    again: bool


def take_year(paths: list[Path], begins: date | None) -> Year:
    """Put the order file among these files (or in their zips), and the tabular list if one is there, into the tables.

    A process that runs reads them when it is started again. Raises Refusal for what is not of its kind, for a year
    that is older than the newest one there, and without a day to begin with; then nothing is changed.
    """
    found = [member for path in paths for member in _members(path)]
    orders = [one for one in found if ORDER_FILE.search(one[0])]
    tabulars = [one for one in found if TABULAR_FILE.search(one[0])]
    if len(orders) != 1 or len(tabulars) > 1:
        words = (
            f"There are {len(orders)} order files and {len(tabulars)} tabular lists in it; one order file is needed."
        )
        raise Refusal("codes-files", words, "Name CDC's zip of code descriptions, and that of the tabular list.")
    (name, data), first = orders[0], begins or first_day_of(orders[0][0])
    if first is None:
        raise Refusal("codes-undated", f"Nothing in the name {name} says from when on it holds.", "Say --from DATE.")
    before = lzma.decompress(store.codes().read_bytes()).decode()
    tabular = read_tabular(tabulars[0][1]) if tabulars else None
    order = read_order(data.decode("latin-1").splitlines())
    told, changed = with_year(taken_apart(before), order, first, f"CDC {Path(name).name}", tabular)
    after = put_together(told)
    if after != before:
        private.write(Path(os.environ["MEDOFFICE_CODES"]), lzma.compress(after.encode(), preset=6))
    last = date(told.last // 10_000, told.last // 100 % 100, told.last % 100)
    return Year(first, last, tuple(one[0] for one in (*orders, *tabulars)), changed, again=after == before)


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    """The texts of a year in a file: itself, or those of a zip."""
    if not zipfile.is_zipfile(path):
        if path.stat().st_size > MOST_BYTES:
            raise Refusal("codes-large", f"{path.name} is too large.", _ANEW)
        yield path.name, path.read_bytes()
        return
    try:
        with zipfile.ZipFile(path) as pack:
            for member in pack.infolist():
                if not (ORDER_FILE.search(member.filename) or TABULAR_FILE.search(member.filename)):
                    continue
                if member.file_size > MOST_BYTES:
                    raise Refusal("codes-large", f"{member.filename} is too large.", _ANEW)
                yield member.filename, pack.read(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise Refusal("codes-unfit", f"The zip {path.name} is broken.", _ANEW) from error
