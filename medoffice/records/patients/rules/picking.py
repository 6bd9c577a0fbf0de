"""Which value each field keeps when two records become one: one side's, or of free text both."""

from collections.abc import Callable, Mapping

from medoffice.records.patients.types.merging import MERGED_FIELDS, Picked

JOINED = {"alert": 200, "fears": 200, "helps": 200, "not_by": 200}  # the longest they may be
_NOTHING: tuple[object, ...] = ("", None, False, [])


def picks_at_first(survivor: Callable[[str], object], merged: Callable[[str], object]) -> dict[str, Picked]:
    """Per field that differs what is kept unless somebody says otherwise: the survivor's, the other's where that is
    blank, and both of what warns.
    """
    found: dict[str, Picked] = {}
    for field in MERGED_FIELDS:
        mine, theirs = survivor(field), merged(field)
        if mine == theirs:
            continue
        if mine in _NOTHING:
            found[field] = Picked.MERGED
        elif theirs in _NOTHING or field not in JOINED or joined(field, mine, theirs) is None:
            found[field] = Picked.SURVIVOR
        else:
            found[field] = Picked.BOTH
    return found


def picked(
    picks: Mapping[str, Picked], survivor: Callable[[str], object], merged: Callable[[str], object]
) -> dict[str, object]:
    """The new values of the survivor's fields that change."""
    found: dict[str, object] = {}
    for field, pick in picks.items():
        mine, theirs = survivor(field), merged(field)
        kept = {Picked.SURVIVOR: mine, Picked.MERGED: theirs, Picked.BOTH: joined(field, mine, theirs)}[pick]
        if kept is not None and kept != mine:
            found[field] = kept
    return found


def joined(field: str, mine: object, theirs: object) -> object:
    """Both texts, the survivor's first, or all of two lists; None where there is no room for both."""
    if field not in JOINED:
        return None
    if isinstance(mine, list) and isinstance(theirs, list):
        return list(dict.fromkeys([*mine, *theirs]))
    both = "; ".join(str(text) for text in (mine, theirs) if text)
    return both if len(both) <= JOINED[field] else None
