"""A release as the CDC publishes it (a zip of XML files), as a plain tree without what nobody asks for.

The tree is what is kept: by the program for the release it comes with, by an office for one it brings in.
"""

import re
import zlib
from datetime import date, datetime
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import Node, read_xml

Tree = dict[str, Any]
MOST_FILES, MOST_BYTES = 200, 20_000_000
FIX = "Take the zip of the supporting data from the CDC's page on CDSi, whole and unchanged."
# Text for readers of the tables, and codes of other systems (SNOMED CT among them): not kept. What a series says to who
# gives it (its guidance) is kept: by it some of a series is decided together.
UNKEPT = frozenset((
    "codedValues", "contraindicationGuidance", "guidance", "clarifyingText", "indicationText",
    "setDescription", "setID", "conditionID", "seriesGroupName", "volume", "guidelineTitle", "exclusionTitle",
))  # fmt: skip
MANY = frozenset((
    "age", "allowableInterval", "allowableVaccine", "antigen", "association", "clinicalHistory", "condition",
    "conditionalSkip", "contraindicatedVaccine", "contraindication", "cvxMap", "dateOfBirth", "exclusion",
    "inadvertentVaccine", "indication", "interval", "liveVirusConflict", "observation", "preferableVaccine",
    "requiredGender", "series", "seriesAdminGuidance", "seriesDose", "set", "vaccineGroupMap",
))  # fmt: skip
GROUPS = ("vaccineGroups", "vaccineGroup")


def read_release(file: IO[bytes]) -> Tree:
    """The tree of a release: version, day, schedule, antigens. Raises Refusal for what is none."""
    try:
        with ZipFile(file) as packed:
            names = [one for one in packed.infolist() if not one.is_dir()]
            if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in names):
                raise Refusal("cdsi-zip", "This file cannot be opened as a zip.", FIX)
            if len(names) > MOST_FILES or sum(one.file_size for one in names) > MOST_BYTES:
                raise Refusal("cdsi-too-large", "This zip is larger than a release of CDSi can be.", FIX)
            files = {one.filename.rpartition("/")[2]: one for one in names}
            schedule = _named(files, r"ScheduleSupportingData.*\.xml")
            antigens = _named(files, r"AntigenSupportingData.*\.xml")
            if len(schedule) != 1 or not antigens:
                words = "This zip holds no ScheduleSupportingData.xml with AntigenSupportingData files beside it."
                raise Refusal("cdsi-none", words, FIX)
            notes = _named(files, r".*RELEASE.?NOTES\.txt")
            version, released = _edition(_inside(packed, notes[0])[:2000].decode("utf-8", "replace") if notes else "")
            return {
                "version": version,
                "released": released.isoformat(),
                "schedule": _tree(read_xml(_inside(packed, schedule[0]), {})),
                "antigens": [_tree(read_xml(_inside(packed, one), {})) for one in antigens],
            }
    except (BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
        raise Refusal("cdsi-zip", "This file cannot be opened as a zip.", FIX) from error


def _inside(packed: ZipFile, one: ZipInfo) -> bytes:
    """A file of the zip, of the size it says and no more. Raises BadZipFile for one that lies."""
    with packed.open(one) as file:
        found = file.read(one.file_size + 1)
    if len(found) != one.file_size:
        raise BadZipFile(one.filename)
    return found


def _named(files: dict[str, ZipInfo], pattern: str) -> list[ZipInfo]:
    return [one for name, one in sorted(files.items()) if re.fullmatch(pattern, name, re.IGNORECASE)]


def _edition(notes: str) -> tuple[str, date]:
    version, day = re.search(r"\b(\d{1,3}\.\d{1,3})\b", notes), re.search(r"\b([A-Z][a-z]+ \d{1,2}, \d{4})\b", notes)
    if version is None or day is None:
        raise Refusal("cdsi-undated", "No release notes (a text file) in it say which version it is, and of when.", FIX)
    try:
        return version[1], datetime.strptime(day[1], "%B %d, %Y").date()  # noqa: DTZ007 - a day, not a moment
    except ValueError as error:
        raise Refusal("cdsi-undated", f"Its release notes are of '{day[1]}', which is no day.", FIX) from error


def _tree(node: Node) -> Tree:
    """What is inside an element, by name; what is empty is left out."""
    found: Tree = {}
    for child in node.nodes():
        if child.name in UNKEPT:
            continue
        inside: Any = _tree(child) if any(child.nodes()) else child.text()
        if not inside or inside == "n/a":
            continue
        if child.name in MANY or (node.name, child.name) == GROUPS:
            found.setdefault(child.name, []).append(inside)
        else:
            found[child.name] = inside
    return found
