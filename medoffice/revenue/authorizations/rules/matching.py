"""Which lines of a payer's list speak of a medicine. A line that might mean another medicine is none of them."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from medoffice.revenue.authorizations.types import Drug, FormularyRow, Listing

_WORD = re.compile(r"[0-9]*\.?[0-9]+|[a-z][a-z0-9]*|%")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_RELEASED = (
    (re.compile(r"\b(?:extended|sustained|prolonged)[ -]release\b"), "er"),
    (re.compile(r"\bdelayed[ -]release\b"), "dr"),
)
_IDLE = frozenset({"and", "of", "the", "with"})
_UNITS = frozenset({"mg", "mcg", "g", "ml", "l", "meq", "unit", "units", "iu"})
_SLOW, _LATE = frozenset({"er", "xr", "xl", "sr", "cr", "la"}), frozenset({"dr", "ec"})
_OTHER = re.compile(r"(?:\band\b|\bwith\b|[-/+])\s*([a-z][a-z0-9]*)")  # what joins another substance to the first


def words_in(text: str) -> list[str]:
    """The words of a medicine's name, in order: ``10mg`` and ``10 mg`` are the same, so are ``.5`` and ``0.5``."""
    apart = re.sub(r"(?<=[0-9])(?=[a-z])", " ", _plain(text))
    return [_figure(one) for one in _WORD.findall(apart) if one not in _IDLE]


def fitting(drug: Drug, rows: Iterable[FormularyRow]) -> list[FormularyRow]:
    """The lines that name this medicine most closely: by a code of it, else by the most words of its name."""
    every = list(rows)
    by_code = [one for one in every if _same_code(drug, one)]
    if by_code:
        return by_code
    counted = [(len(set(words_in(one.name))), one) for one in every if one.name and _names(drug, one.name)]
    most = max((count for count, _ in counted), default=0)
    return [one for count, one in counted if count == most]


def listing_of(rows: Sequence[FormularyRow]) -> Listing:
    """What the lines that fit come to; several that say the same are one."""
    if not rows:
        return Listing.NOT_LISTED
    said = {(one.tier, one.authorization, one.step, one.limit) for one in rows}
    return Listing.LISTED if len(said) == 1 else Listing.SEVERAL


def _plain(text: str) -> str:
    """Small letters, figures without thousands apart, how it is released as one word."""
    plain = _THOUSANDS.sub("", text.lower())
    for words, short in _RELEASED:
        plain = words.sub(short, plain)
    return plain


def _figure(word: str) -> str:
    return f"{Decimal(word).normalize():f}" if word[0] in ".0123456789" else word


def _same_code(drug: Drug, row: FormularyRow) -> bool:
    return any(
        code and code.replace("-", "") == (row.rxnorm if system == "RxNorm" else row.ndc)
        for system, code in drug.codes
        if system in ("RxNorm", "NDC")
    )


def _names(drug: Drug, name: str) -> bool:
    """Whether a name is this medicine's: every word of it stands in the medicine's words, it is released alike, and it

    leaves no substance out: a line for one substance does not speak of a combination.
    """
    its, named = words_in(drug.words), set(words_in(name))
    if not its or its[0] not in named or not named - _SLOW - _LATE <= set(its):
        return False
    return _released_alike(set(its), named) and _whole(drug, its) <= named | _SLOW | _LATE


def _released_alike(its: set[str], named: set[str]) -> bool:
    """Whether both are slow or neither, both late or neither; XL is not SR."""
    if any(bool(its & forms) is not bool(named & forms) for forms in (_SLOW, _LATE)):
        return False
    kinds = (its & _SLOW - {"er"}, named & _SLOW - {"er"})
    return not all(kinds) or kinds[0] == kinds[1]


def _whole(drug: Drug, its: Sequence[str]) -> set[str]:
    """The words that a line must name: those that lead its substances, and what its own words join to the first.

    Of a combination that its words do not spell out (``losartan hctz``): all before its strength.
    """
    leading = {words_in(one)[0] for one in drug.substances if words_in(one)}
    joined = {one for one in _OTHER.findall(_name(drug.words)) if one not in _UNITS}
    if its[0] in leading and len(leading & set(its)) < len(leading):
        joined |= set(words_in(_name(drug.words)))
    return (leading & set(its)) | (joined - _IDLE)


def _name(words: str) -> str:
    """What stands before the strength."""
    return re.split(r"(?<![a-z])[.0-9]", _plain(words), maxsplit=1)[0]
