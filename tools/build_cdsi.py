"""Builds the immunization schedule from a release of the CDC's CDSi supporting data; run by a maintainer.

Usage: ``python -m tools.build_cdsi ZIP``. The zip is the release as published (public domain): the file
ScheduleSupportingData.xml, one AntigenSupportingData file a disease, release notes. Texts for readers of the tables and
codes of other systems are left out; ages, intervals, products and conditions are kept as they are written.
"""

import sys
from pathlib import Path

from medoffice.standards.cdsi.reading import read_release
from medoffice.standards.cdsi.shaping import schedule_of
from medoffice.standards.cdsi.shipped import FILE, packed


def main(path: str) -> None:
    """Write the file the program comes with, once the release can be read."""
    with Path(path).open("rb") as file:
        tree = read_release(file)
    made = schedule_of(tree)
    FILE.write_bytes(packed(tree))
    print(f"CDSi {made.version} of {made.released}: {len(made.antigens)} antigens, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
