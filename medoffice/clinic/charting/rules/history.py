"""From the versions of entries to the lists as somebody may know them, now or at a time.

A version that was said in a visit, or taken from a document, which is kept from somebody is not there for them, nor is
what was made from it. They know the entry as it was before.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.types import Attested, Chart, ListKind, Version


def chart_from(
    patient_id: UUID,
    versions: Iterable[Version],
    attested: Iterable[Attested],
    kept: Collection[UUID] = (),
    known_at: datetime | None = None,
    came: Collection[ListKind] = (),
) -> Chart:
    """The lists of a patient; ``kept`` are visits and documents not shown; it is known up to ``known_at``.

    Where an entry that is kept holds, it is not told that there are none; nor where one ``came`` in from elsewhere
    and waits to be looked at.
    """
    every = list(versions)
    seen = [one for one in every if known_at is None or one.at <= known_at]
    histories, by_now = known(seen, kept), Counter(one.entry_id for one in every)
    whole = histories if known_at is None else known(every, kept)
    whole_now = (history[-1] for history in known(seen, ()).values())
    shown = {entry for entry, history in histories.items() if holds(history[-1])}
    hidden = frozenset({one.kind for one in whole_now if holds(one) and one.entry_id not in shown} | set(came))
    lists: dict[ListKind, list[Version]] = {kind: [] for kind in ListKind}
    for history in histories.values():
        lists[history[-1].kind].append(history[-1])
    latest: dict[ListKind, Attested] = {}
    for one in sorted(attested, key=lambda said: said.at):
        if known_at is None or one.at <= known_at:
            latest[one.kind] = one
    return Chart(
        patient_id=patient_id,
        known_at=known_at,
        lists={kind: tuple(sorted(found, key=_order)) for kind, found in lists.items()},
        histories=histories,
        attested=latest,
        none_known={
            kind: said
            for kind, said in latest.items()
            if said.none
            and kind not in hidden
            and not any(holds(one) or _entered(one, histories) > said.at for one in lists[kind])
        },
        hidden=hidden,
        partly=frozenset(entry for entry, count in by_now.items() if len(whole.get(entry, ())) < count),
    )


def known(versions: Iterable[Version], kept: Collection[UUID]) -> Mapping[UUID, tuple[Version, ...]]:
    """The versions that may be known of each entry, oldest first; an entry of which none may be known is not there."""
    found: dict[UUID, dict[int, Version]] = defaultdict(dict)
    for one in sorted(versions, key=lambda version: version.version):
        before = found[one.entry_id]
        if one.about not in kept and (not one.follows or one.follows in before):
            before[one.version] = one
    return {entry: tuple(history.values()) for entry, history in found.items() if history}


def holds(one: Version) -> bool:
    """Whether it is so now: not over, not refuted, not entered in error."""
    return one.told.status in KINDS[one.kind].holds and not one.struck and one.told.verification != "refuted"


def changed_since(chart: Chart, when: datetime) -> list[Version]:
    """What was entered, changed or struck after a time, latest first."""
    last = (one for found in chart.lists.values() for one in found)
    return sorted((one for one in last if one.at > when), key=lambda one: one.at, reverse=True)


def _entered(one: Version, histories: Mapping[UUID, tuple[Version, ...]]) -> datetime:
    return histories[one.entry_id][0].at


def _order(one: Version) -> tuple[bool, bool, str, str]:
    return one.struck, not holds(one), _newest_first(one.told.began) if one.kind in _BY_TIME else "", one.told.words


_BY_TIME = frozenset({ListKind.IMMUNIZATION, ListKind.PROCEDURE, ListKind.MEASURED})
_NINES = str.maketrans("0123456789", "9876543210")


def _newest_first(began: str) -> str:
    return began.translate(_NINES) if began else "~"
