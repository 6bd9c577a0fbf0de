"""Which lines of a payer's list speak of a medicine. A line that might mean another medicine is none of them."""

import re
from collections.abc import Iterable, Sequence

from medoffice.revenue.authorizations.types import Drug, FormularyRow, Listing

_WORD = re.compile(r"[a-z0-9.%]+")
_IDLE = frozenset({"and", "of", "the", "with"})


def words_in(text: str) -> list[str]:
    """The words of a medicine's name, in order: ``10mg`` and ``10 mg`` are the same."""
    apart = re.sub(r"(?<=[0-9])(?=[a-z])", " ", text.lower().replace(",", " "))
    return [one.strip(".") for one in _WORD.findall(apart) if one.strip(".") and one not in _IDLE]


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


def _same_code(drug: Drug, row: FormularyRow) -> bool:
    return any(
        code and code.replace("-", "") == (row.rxnorm if system == "RxNorm" else row.ndc)
        for system, code in drug.codes
        if system in ("RxNorm", "NDC")
    )


def _names(drug: Drug, name: str) -> bool:
    """Whether a name is this medicine's: every word of it stands in the medicine's words, and it leaves no substance
    out that those words name: a line for one substance does not speak of a combination.
    """
    its, named = words_in(drug.words), set(words_in(name))
    if not named or not named <= set(its) or its[0] not in named:
        return False
    leading = {words_in(one)[0] for one in drug.substances if words_in(one)}
    return (leading & set(its)) <= named
