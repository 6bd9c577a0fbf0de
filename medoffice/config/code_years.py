"""A year of ICD-10-CM as CDC publishes it, put into the code tables of this machine, the same for all its worlds."""

import lzma
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medoffice.config.list_files import texts_in
from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal
from medoffice.standards.terminology import store
from medoffice.standards.terminology.cdc import ORDER_FILE, TABULAR_FILE, first_day_of, read_order, read_tabular
from medoffice.standards.terminology.yearly import Changed, put_together, taken_apart, with_year

MOST_BYTES = 100_000_000  # of one file, unpacked; the order file has 14 million, the tabular list 10


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
    orders = [one for path in paths for one in texts_in(path, ORDER_FILE, MOST_BYTES)]
    tabulars = [one for path in paths for one in texts_in(path, TABULAR_FILE, MOST_BYTES)]
    if len(orders) != 1 or len(tabulars) > 1:
        words = (
            f"There are {len(orders)} order files and {len(tabulars)} tabular lists in it; one order file is needed."
        )
        raise Refusal("codes-files", words, "Name CDC's zip of code descriptions, and that of the tabular list.")
    (name, data), first = orders[0], begins or first_day_of(orders[0][0])
    if first is None:
        raise Refusal("codes-undated", f"Nothing in the name {name} says from when on it holds.", "Say --from DATE.")
    before = lzma.LZMADecompressor().decompress(store.codes().read_bytes(), MOST_BYTES).decode()
    tabular = read_tabular(tabulars[0][1]) if tabulars else None
    order = read_order(data.decode("latin-1").splitlines())
    told, changed = with_year(taken_apart(before), order, first, f"CDC {Path(name).name}", tabular)
    after = put_together(told)
    if after != before:
        private.write(Path(os.environ["MEDOFFICE_CODES"]), lzma.compress(after.encode(), preset=6))
    last = date(told.last // 10_000, told.last // 100 % 100, told.last % 100)
    return Year(first, last, tuple(one[0] for one in (*orders, *tabulars)), changed, again=after == before)
