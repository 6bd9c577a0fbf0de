"""What of the office an update of the codes touches. Pure."""

import re
from collections.abc import Collection, Iterable


def named_in(text: str, codes: Collection[str]) -> list[str]:
    """Those of these codes that a text names, as whole words, in the order of the codes."""
    words = set(re.findall(r"[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?", text.upper()))
    return [one for one in sorted(codes) if one in words]


def begun_by(beginnings: Iterable[str], codes: Collection[str]) -> list[str]:
    """Those of these codes that begin so, by code."""
    starts = tuple(one.upper() for one in beginnings if one)
    return [one for one in sorted(codes) if starts and one.startswith(starts)]


def related(new: str, used: Collection[str]) -> bool:
    """Whether a new code is of a category (its first three signs) that the office used."""
    return new[:3] in {one[:3] for one in used}
