"""Why a payer did not answer a question (AAA), as the desk needs it: in words, with the field to look at."""

from collections.abc import Sequence
from datetime import date

from medoffice.records.coverage.types import AskedAs, Eligibility, Fix, Standing
from medoffice.standards.x12 import eligibility_words as words
from medoffice.standards.x12.types import Rejection

_FIXES = {
    Fix.BIRTH_DATE: ("58", "60", "71"),
    Fix.MEMBER_ID: ("64", "67", "68", "72", "75", "76"),
    Fix.NAME: ("65", "73"),
    Fix.SEX: ("66", "74"),
    Fix.RELATION: ("77",),
    Fix.GROUP: ("78",),
    Fix.PAYER: ("79", "T4"),
    Fix.PROVIDER: ("41", "43", "44", "45", "46", "47", "48", "49", "50", "51", "52", "53", "97"),
}
_FIX_OF = {code: fix for fix, codes in _FIXES.items() for code in codes}
_NOT_FOUND = frozenset({"67", "75", "77"})
_LATER = frozenset({"42", "80", "04"})
_LATER_BY_FOLLOW_UP = frozenset({"R", "P", "Y", "W", "X"})
_DATES = frozenset({"56", "57", "62", "63"})


def refused(rejections: Sequence[Rejection], asked: AskedAs, payer: str, on: date) -> Eligibility:
    """What a rejection comes to; of several the first that the desk can put right."""
    found = min(rejections, key=lambda one: _FIX_OF.get(one.reason, Fix.NOTHING) in (Fix.NOTHING, Fix.PROVIDER))
    known = "".join(letter for letter in found.reason[:4] if letter.isalnum())
    reason = words.REASONS.get(known, f"for reason {known or 'unknown'}")
    if found.reason in _LATER or (found.reason not in _FIX_OF and found.follow_up in _LATER_BY_FOLLOW_UP):
        return Eligibility(Standing.LATER, f"{payer} cannot answer now ({reason}). It is asked again by itself.")
    fix = _FIX_OF.get(found.reason, Fix.NOTHING)
    if fix is Fix.PROVIDER:
        return Eligibility(Standing.NOT_TOLD, f"{payer} does not answer this office: {reason}.", fix)
    if found.reason in _DATES:
        return Eligibility(Standing.NOT_TOLD, f"{payer} does not answer for {on:%m/%d/%Y}: {reason}.")
    if found.reason in _NOT_FOUND:
        headline = f"{payer}: {reason}. Asked about member id {asked.member_id}, born {asked.birth_date:%m/%d/%Y}."
        return Eligibility(Standing.NOT_FOUND, headline, fix)
    headline = f"{payer}: {reason}.{_as_asked(fix, asked)}"
    return Eligibility(Standing.TO_CORRECT if fix else Standing.UNCLEAR, headline, fix)


def _as_asked(fix: Fix, asked: AskedAs) -> str:
    """What the office had said, where that is what is wrong."""
    said = {
        Fix.BIRTH_DATE: f" The office has {asked.birth_date:%m/%d/%Y}.",
        Fix.MEMBER_ID: f" The office has {asked.member_id}.",
        Fix.NAME: f" The office has {asked.given} {asked.family}.",
    }
    return said.get(fix, "")
