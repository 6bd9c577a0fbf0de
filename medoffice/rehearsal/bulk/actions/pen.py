"""What all bulk rows are written with: ids by seed, running numbers, audit events, the way into the tables."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from medoffice.kernel.bulk import Loader
from medoffice.kernel.ids import CountedIds
from medoffice.kernel.trace import Ref
from medoffice.practice.api import keep_numbers, last_numbers
from medoffice.security.api import event_rows
from medoffice.security.types import Act, Actor


class Pen:
    """Writes rows as if at an instant; ``close`` writes what waits and the last numbers."""

    def __init__(self, ids: CountedIds) -> None:
        """Goes on where the world's numbers stand."""
        self.loader = Loader()
        self._ids, self._last = ids, last_numbers()

    def at(self, instant: datetime) -> datetime:
        """Ids from here on are of this instant, which is returned in UTC, as the clock tells it."""
        self._ids.move(instant)
        return instant.astimezone(UTC)

    def number(self, prefix: str) -> str:
        """The next short human number, as the practice gives them."""
        last = self._last[prefix] = self._last.get(prefix, 10_000) + 1
        return f"{prefix}-{last}"

    def act(
        self,
        actor: Actor,
        word: str,
        at: datetime,
        about: Ref | None,
        patients: Iterable[UUID],
        via: Iterable[str] = (),
        **detail: str | int | bool | list[str],
    ) -> None:
        """The audit event of one act."""
        act = Act(actor, word, subjects=set(patients))
        if about is not None:
            act.object_kind, act.object_id = about.kind, about.id
        act.via.extend(via)
        act.detail.update(detail)
        event, subjects = event_rows(act, "done", act.purpose, at)
        self.loader.add(event, *subjects)

    def close(self) -> None:
        """Write what still waits, and where the numbers stand."""
        self.loader.close()
        keep_numbers(self._last)
