"""What an insurance card says, from the lines that were read on it: suggestions, which a person confirms or corrects.

A field is found by its label: the rest of the label's line, else the text beside it on its right, else the line below.
What cannot be told for sure is left out; nothing is made up.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from rapidfuzz import fuzz, process, utils

from medoffice.kernel.money import Money
from medoffice.kernel.text_lines import TextLine

LEAST_SURE = 0.6  # lines read with less are not used
_SEP = r"\s*[:#.]*\s*"
_MEMBER = re.compile(
    rf"\b(?:(?:member|subscriber|insured|enrollee|policy)\s*(?:id|no|num|number|#)+|identification(?:\s*no|\s*number)?"
    rf"|medicare(?:\s*number)?|id\s*(?:no|number|#)?)(?![a-z]){_SEP}(?P<value>.*)",
    re.IGNORECASE,
)
_GROUP = re.compile(rf"\b(?:group|grp)\s*(?:id|no|num|number|#)?(?![a-z]){_SEP}(?P<value>.*)", re.IGNORECASE)
_COPAY = re.compile(
    r"\b(?:office\s*visit|pcp|primary\s*care|co-?pay(?:ment)?|office)(?![a-z])[^$0-9]*(?P<value>\$?\s*[0-9]{1,3}(?:\.[0-9]{2})?)?",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"\b(?:effective|eff|coverage\s*(?:starts|begins))\b[^0-9]*(?P<value>[0-9/\-.]*)", re.IGNORECASE
)
_ID = re.compile(r"[A-Z0-9][A-Z0-9\- ]*[A-Z0-9]")
_LEAST, _MOST = {_MEMBER: 6, _GROUP: 3}, 26  # letters of an id
_DAY = re.compile(r"(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})")
_OTHER_IDS = re.compile(
    r"\b(?:rx\s*bin|rx\s*pcn|rx\s*grp|rxbin|rxpcn|rxgrp|payer|payor|edi|phone|call)\b", re.IGNORECASE
)


def read_card(lines: Iterable[TextLine], payers: Sequence[str]) -> dict[str, str]:
    """The fields of a policy as they would be typed: payer (one of ``payers``), member_id, group, copay, starts."""
    sure = [line for line in lines if line.score >= LEAST_SURE]
    found = {
        "payer": _payer(sure, payers),
        "member_id": _identifier(sure, _MEMBER),
        "group": _identifier(sure, _GROUP),
        "copay": _copay(sure),
        "starts": _starts(sure),
    }
    return {field: value for field, value in found.items() if value}


def _payer(lines: Sequence[TextLine], payers: Sequence[str]) -> str:
    """The payer whose name stands on the card, most alike."""
    best = ("", 0.0)
    for line in lines:
        hit = process.extractOne(line.text, payers, scorer=fuzz.partial_ratio, processor=utils.default_process)
        if hit is not None and hit[1] > max(best[1], 86) and len(line.text) * 2 >= len(hit[0]):
            best = (hit[0], hit[1])
    return best[0]


def _identifier(lines: Sequence[TextLine], label: re.Pattern[str]) -> str:
    for line in lines:
        match = None if _OTHER_IDS.search(line.text) else label.search(line.text)
        for text in _after(lines, line, match["value"]) if match else ():
            value = _ID.fullmatch(text.strip().upper())
            if value and _LEAST[label] <= len(value[0]) <= _MOST and any(letter.isdigit() for letter in text):
                return " ".join(value[0].split())
    return ""


def _copay(lines: Sequence[TextLine]) -> str:
    for line in lines:
        match = _COPAY.search(line.text)
        for text in _after(lines, line, match["value"] or "") if match else ():
            amount = re.fullmatch(r"\$?\s*([0-9]{1,3}(?:\.[0-9]{2})?)", text.strip())
            if amount and ("$" in text or (match and match["value"])):
                return Money.parse(amount[1]).plain()
    return ""


def _starts(lines: Sequence[TextLine]) -> str:
    for line in lines:
        match = _EFFECTIVE.search(line.text)
        for text in _after(lines, line, match["value"]) if match else ():
            day = _DAY.search(text)
            if day and _is_day(day):
                return f"{int(day[1]):02d}/{int(day[2]):02d}/{day[3]}"
    return ""


def _is_day(match: re.Match[str]) -> bool:
    try:
        return 1990 <= date(int(match[3]), int(match[1]), int(match[2])).year <= 2100
    except ValueError:
        return False


def _after(lines: Sequence[TextLine], label: TextLine, rest: str) -> list[str]:
    """Where the value of a label may stand: in its own line, on its right, below it; in that order."""
    left, top, right, bottom = label.box
    high = max(bottom - top, 1)
    beside = [
        line
        for line in lines
        if line.box[0] >= right - high // 2 and abs((line.box[1] + line.box[3]) - (top + bottom)) < high
    ]
    below = [
        line
        for line in lines
        if bottom - high // 2 <= line.box[1] <= bottom + 2 * high and abs(line.box[0] - left) <= 3 * high
    ]
    nearest = [min(beside, key=lambda line: line.box[0])] if beside else []
    under = [min(below, key=lambda line: line.box[1])] if below else []
    return [rest, *(line.text for line in (*nearest, *under) if line is not label)]
