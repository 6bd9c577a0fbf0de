"""Entries that came in beside ours: which of ours an incoming one is about, so that a person decides by looking."""

import re
from collections.abc import Iterable, Sequence

from medoffice.clinic.charting.types import Told, Version, Waiting

_WORD = re.compile(r"[a-z0-9]+")


def beside(ours: Sequence[Version], waiting: Iterable[Waiting]) -> list[tuple[Version | None, Waiting | None]]:
    """Pairs to be shown side by side: what came in with ours that is alike, then ours that nothing came in for."""
    left = [one for one in ours if not one.struck]
    pairs: list[tuple[Version | None, Waiting | None]] = []
    for came in waiting:
        same = next((one for one in left if one.kind is came.kind and alike(one.told, came.told)), None)
        if same is not None:
            left.remove(same)
        pairs.append((same, came))
    return [*pairs, *((one, None) for one in left)]


def alike(ours: Told, theirs: Told) -> bool:
    """Whether two entries are about the same thing: the same code, or the same first word (a drug and its dose).

    Of what was measured only the same of the same day is one thing.
    """
    if (ours.details.get("value") or theirs.details.get("value")) and ours.began != theirs.began:
        return False
    if ours.code and theirs.code and ours.system == theirs.system:
        return ours.code == theirs.code
    own, other = (_WORD.findall(told.words.lower()) for told in (ours, theirs))
    return bool(own and other) and (own == other or (own[0] == other[0] and len(own[0]) > 3))


def merged(ours: Told, theirs: Told) -> Told:
    """Ours, with what only theirs says filled in; what ours says stays."""
    details = {**theirs.details, **{key: text for key, text in ours.details.items() if text}}
    coded = ours if ours.code or not theirs.code else theirs
    return Told(
        words=ours.words,
        system=coded.system,
        code=coded.code,
        edition=coded.edition,
        status=ours.status,
        verification=ours.verification,
        began=ours.began or theirs.began,
        ended=ours.ended or theirs.ended,
        details=details,
    )
