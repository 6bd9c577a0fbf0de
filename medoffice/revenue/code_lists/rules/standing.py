"""How the loaded lists stand on a day. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from medoffice.kernel.findings import Finding, Severity
from medoffice.revenue.code_lists.types import Loaded, Release, Standing
from medoffice.standards.code_lists.types import ListKind

# What holds a year or more is told 60 days before its end; a quarterly list, whose next one comes some weeks ahead, 14.
WARN_DAYS, WARN_DAYS_QUARTERLY = 60, 14
_YEAR = 200


def speaking(releases: Iterable[Release], kind: ListKind, on: date) -> Release | None:
    """The release of a kind that speaks for a day: of several the one that was taken in last."""
    fitting = [one for one in releases if one.kind is kind and one.valid_from <= on <= one.valid_to]
    return max(fitting, key=lambda one: (one.taken_at, one.id), default=None)


def stand(releases: Iterable[Release], on: date) -> list[Loaded]:
    """Every kind of list on a day."""
    everything = list(releases)
    return [_stands(everything, kind, on) for kind in ListKind]


def _stands(releases: list[Release], kind: ListKind, on: date) -> Loaded:
    found = speaking(releases, kind, on)
    if found is None:
        before = [one for one in releases if one.kind is kind and one.valid_to < on]
        last = max(before, key=lambda one: (one.valid_to, one.taken_at), default=None)
        return Loaded(kind, Standing.OVER if last else Standing.NEVER, last)
    return Loaded(kind, Standing.ENDS_SOON if ends_soon(releases, found, on) else Standing.LOADED, found)


def ends_soon(releases: Iterable[Release], release: Release, on: date) -> bool:
    """Whether it ends within the days it is to be told before, and no other one goes on from there."""
    days = WARN_DAYS if (release.valid_to - release.valid_from).days >= _YEAR else WARN_DAYS_QUARTERLY
    if release.valid_to - on > timedelta(days=days):
        return False
    return speaking(releases, release.kind, release.valid_to + timedelta(days=1)) is None


def ending(loaded: Iterable[Loaded]) -> list[Finding]:
    """What stands against the lists: those that were loaded once and are over, or will be soon. Never loaded is no
    fault of itself: the desk says so at each visit.
    """
    found = []
    for one in loaded:
        if one.release is None or one.standing not in (Standing.OVER, Standing.ENDS_SOON):
            continue
        ends = f"{one.release.valid_to:%m/%d/%Y}"
        words = (
            f"{one.kind.words} ended on {ends}."
            if one.standing is Standing.OVER
            else (f"{one.kind.words} ends on {ends}.")
        )
        found.append(Finding("list-ends", one.kind.value, f"{words} Load the next one.", Severity.WARNING))
    return found
