"""Builds the table of HCPCS Level II modifiers from a CMS alpha-numeric file; run by a maintainer.

Usage: ``python -m tools.build_modifiers HCPCS_FILE_GZ EDITION``. Records of 320 characters (CMS's record layout):
modifier in 4-5, sequence in 6-10, record kind in 11 (7 first line, 8 continuation), long description in 12-91, first
day in 277-284, last day in 285-292. Output, tab-separated: modifier, words, edition, first day, last day. Words that
name five-digit codes are left out, for those are not CMS's to give.
"""

import gzip
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data" / "modifiers.tsv"


def main(source: str, edition: str) -> None:
    """Write the data file, sorted, one modifier a line."""
    words: dict[str, list[str]] = {}
    days: dict[str, tuple[str, str]] = {}
    with gzip.open(source, "rt", encoding="latin-1", newline="") as lines:
        for line in sorted(lines, key=lambda text: text[:10]):
            if line[10:11] in ("7", "8"):
                code = line[3:5]
                words.setdefault(code, []).append(line[11:91].strip())
                if line[10] == "7":
                    days[code] = (line[276:284].strip(), line[284:292].strip())
    rows = ["\t".join((code, " ".join(words[code]), edition, *days[code])) for code in sorted(words)]
    rows = [row for row in rows if not re.search(r"\b\d{5}\b", row.split("\t")[1])]
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(rows)} modifiers")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
