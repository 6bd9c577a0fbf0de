"""Builds the tables of drugs and vaccines that a person may choose from by typing; run by a maintainer.

Usage: ``python -m tools.build_drugs NDC_CONCEPTS_GZ CVX_CSV``. The first is FDA's NDC directory, prescription products
grouped by substance (columns ``substance``, ``pharm_classes``, ``nonproprietary_names``, ``proprietary_names``); the
second CDC's CDSi table of vaccines (``cvx``, ``short_description``). Output, tab-separated: ``drugs.tsv.xz`` with
substances, established classes, names; ``vaccines.tsv`` with code and words. Products of more than four substances and
names of more than sixty letters are left out: nobody types them.
"""

import csv
import gzip
import lzma
import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data"
MOST_SUBSTANCES, LONGEST = 4, 60
CLASS = " [EPC]"


def drugs(source: str) -> list[str]:
    """One line for each set of substances."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    classes: dict[str, set[str]] = defaultdict(set)
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            substances = sorted({part.strip().lower() for part in row["substance"].split(";") if part.strip()})
            if not 0 < len(substances) <= MOST_SUBSTANCES:
                continue
            key = "; ".join(substances)
            for name in (*row["nonproprietary_names"].split("|"), *row["proprietary_names"].split("|")):
                word = " ".join(name.split())
                if 2 < len(word) <= LONGEST:
                    names[key].setdefault(word.lower(), word.capitalize() if word.isupper() else word)
            told = (one.strip() for one in row["pharm_classes"].split(","))
            classes[key] |= {one.removesuffix(CLASS) for one in told if one.endswith(CLASS)}
    return [
        "\t".join((key, "|".join(sorted(classes[key])), "|".join(names[key][word] for word in sorted(names[key]))))
        for key in sorted(names)
    ]


def vaccines(source: str) -> list[str]:
    """One line for each vaccine."""
    with Path(source).open(encoding="utf-8", newline="") as file:
        words = {row["cvx"].zfill(2): row["short_description"] for row in csv.DictReader(file)}
    return [f"{code}\t{words[code]}" for code in sorted(words, key=int)]


def main(concepts: str, cvx: str) -> None:
    """Write both files."""
    found = drugs(concepts)
    (OUT / "drugs.tsv.xz").write_bytes(lzma.compress("\n".join(found).encode(), preset=9))
    given = vaccines(cvx)
    (OUT / "vaccines.tsv").write_text("\n".join(given) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(found)} sets of substances, {len(given)} vaccines")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
