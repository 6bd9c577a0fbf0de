"""Builds the tables of drugs and vaccines that a person may choose from by typing; run by a maintainer.

Usage: ``python -m tools.build_drugs NDC_CONCEPTS_GZ CVX_CSV``. The first is FDA's NDC directory, prescription products
grouped by substance (columns ``substance``, ``dosage_form``, ``route``, ``strength``, ``unit``, ``dea_schedule``,
``pharm_classes``, ``nonproprietary_names``, ``proprietary_names``, ``n_products``); the second CDC's CDSi table of
vaccines (``cvx``, ``short_description``). Output, tab-separated: ``drugs.tsv.xz`` with substances, established classes,
names; ``medicines.tsv.xz`` with substances, form, route, strength, DEA schedule, in how many products, names;
``vaccines.tsv`` with code and words. Products of more than four substances and names of more than sixty letters are
left out: nobody types them. Extracts of allergens, homeopathic dilutions, gases and pellets are no medicines here.
"""

import csv
import gzip
import lzma
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data"
MOST_SUBSTANCES, LONGEST = 4, 60
CLASS = " [EPC]"
# Of the directory's forms: what makes no difference to who prescribes; what is no form of a medicine for patients.
SAME = {"film coated", "coated", "sugar coated", "gelatin coated", "liquid filled", "multilayer", "lyophilized"}
SAME |= {"coated pellets", "delayed release pellets", "augmented", "metered"}
NO_FORM = re.compile(r"^(gas|pellet|kit|irrigant|dentifrice|rinse|swab|soap|bar|stick)")
UNIT = re.compile(r"^(mg|g|ug|mcg|meq|mL|\[iU\]|\[USP'U\]|U)/(\.?\d*)(1|mL|g|h|d)?$")
PER = {"1": "", "mL": "mL", "g": "g", "h": "hour", "d": "day"}


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


def medicines(source: str) -> list[str]:
    """One line for each set of substances in a form and strength."""
    products: Counter[tuple[str, ...]] = Counter()
    names: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            form, route, strength = _form(row["dosage_form"]), row["route"].split(";")[0].lower(), _strength(row)
            substances = [part.strip().lower() for part in row["substance"].split(";") if part.strip()]
            if not (form and route and strength and 0 < len(substances) <= MOST_SUBSTANCES):
                continue
            key = ("; ".join(substances), form, route, strength, row["dea_schedule"])
            products[key] += int(row["n_products"])
            for name in (*row["nonproprietary_names"].split("|"), *row["proprietary_names"].split("|")):
                word = " ".join(name.split())
                if 2 < len(word) <= LONGEST:
                    names[key].setdefault(word.lower(), word.capitalize() if word.isupper() else word)
    return [
        "\t".join((*key, str(products[key]), "|".join(names[key][word] for word in sorted(names[key]))))
        for key in sorted(products)
    ]


def _form(told: str) -> str:
    """``TABLET, FILM COATED, EXTENDED RELEASE`` as ``tablet, extended release``; "" for what is no medicine's."""
    parts = [part.strip() for part in told.lower().replace("/ drops", ", drops").split(",")]
    kept = ", ".join(part for part in parts if part not in SAME)
    return "" if NO_FORM.match(kept) else kept


def _strength(row: dict[str, str]) -> str:
    """``5; 10`` of ``mg/1; mg/5mL`` as ``5 mg; 10 mg/5 mL``; "" for what cannot be read."""
    amounts, units = row["strength"].split("; "), row["unit"].split("; ")
    told = []
    for amount, unit in zip(amounts, units, strict=False):
        found = UNIT.match(unit)
        if found is None or not amount:
            return ""
        what = {"ug": "mcg", "[iU]": "units", "[USP'U]": "units", "U": "units"}.get(found[1], found[1])
        number = amount if not amount.startswith(".") else f"0{amount}"
        size, per = found[2], PER[found[3]] if found[3] else ""
        if not per and (size not in ("", "1") or (size == "1" and found[3])):
            return ""
        size = f"0{size}" if size.startswith(".") else size
        told.append(f"{number} {what}" + (f"/{size} {per}".replace("/ ", "/") if per else ""))
    return "; ".join(told)


def vaccines(source: str) -> list[str]:
    """One line for each vaccine."""
    with Path(source).open(encoding="utf-8", newline="") as file:
        words = {row["cvx"].zfill(2): row["short_description"] for row in csv.DictReader(file)}
    return [f"{code}\t{words[code]}" for code in sorted(words, key=int)]


def main(concepts: str, cvx: str) -> None:
    """Write the files."""
    found = drugs(concepts)
    (OUT / "drugs.tsv.xz").write_bytes(lzma.compress("\n".join(found).encode(), preset=9))
    forms = medicines(concepts)
    (OUT / "medicines.tsv.xz").write_bytes(lzma.compress("\n".join(forms).encode(), preset=9))
    given = vaccines(cvx)
    (OUT / "vaccines.tsv").write_text("\n".join(given) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(found)} sets of substances, {len(forms)} medicines, {len(given)} vaccines")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
