"""What somebody may mean who types the number of a drug (NDC): in nine or eleven digits, as claims do. Pure.

A number has three parts, whose lengths are 4-4-2, 5-3-2 or 5-4-1; claims fill each up, to 5-4-2. A product's has the
first two. Without its dashes a number of ten digits, or of eight, can be read in several ways, and all are meant.
"""

import re

_DASHED = re.compile(r"(\d{4,5})-(\d{3,4})(?:-(\d{1,2}))?", re.ASCII)
_DIGITS = re.compile(r"\d{8,11}", re.ASCII)
PRODUCT = 9  # digits that name a product


def ndc_codes(typed: str) -> tuple[str, ...]:
    """The numbers of nine (products) or eleven digits (packages) that this can be; none if it is no such number."""
    text = typed.strip()
    if dashed := _DASHED.fullmatch(text):
        labeler, product, package = dashed.groups()
        return (labeler.zfill(5) + product.zfill(4) + (package.zfill(2) if package else ""),)
    if not _DIGITS.fullmatch(text):
        return ()
    labeler4, product3 = f"0{text}", f"{text[:5]}0{text[5:]}"
    if len(text) == PRODUCT + 1:
        return (labeler4, product3, f"{text[:9]}0{text[9:]}")
    return (labeler4, product3) if len(text) == PRODUCT - 1 else (text,)
