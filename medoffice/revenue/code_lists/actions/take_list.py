"""Take a list in, whole or not at all."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from psycopg.errors import UniqueViolation

from medoffice.kernel import clock
from medoffice.kernel.bulk import Loader
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import today_here
from medoffice.revenue.code_lists.actions.rows import last_code_of, listed_row
from medoffice.revenue.code_lists.models import Release
from medoffice.revenue.code_lists.queries.releases import to_release
from medoffice.revenue.code_lists.types import Licence, Period, Taken
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.code_lists.types import ListKind


@action("code_lists.take")
def take_list(
    *,
    actor: Actor,
    kind: ListKind,
    period: Period,
    source: str,
    digest: str,
    rows: Iterable[Any],
    licence: Licence | None = None,
) -> Taken:
    """Take the rows of a file in as they come; the same file for the same days changes nothing.

    A licensed file (CPT) needs what the office says of its licence, and holds no longer than that. Raises Refusal for
    a row that is malformed or stands twice, or a file without rows: then nothing of it is there.
    """
    if kind is ListKind.CPT:
        _refuse_unlicensed(licence, period)
    again = Release.objects.filter(
        kind=kind, digest=digest, valid_from=period.valid_from, valid_to=period.valid_to
    ).first()
    if again is not None:
        record("code_list", again.id, again=True)
        return Taken(to_release(again), again=True)
    release_id = new_id()
    count, last = _load(release_id, rows)
    row = Release.objects.create(
        id=release_id,
        kind=kind,
        edition=period.edition[:120],
        valid_from=period.valid_from,
        valid_to=period.valid_to,
        source=source[:400],
        digest=digest,
        rows=count,
        last_code=last,
        licence_holder=licence.holder if licence else "",
        licence_number=licence.number if licence else "",
        licence_seats=licence.seats if licence else 0,
        taken_by=actor.name,
        taken_at=clock.now(),
    )
    record("code_list", row.id, list=kind.value, rows=count, attested=licence is not None)
    return Taken(to_release(row), again=False)


def _load(release_id: UUID, rows: Iterable[Any]) -> tuple[int, str]:
    """Write the rows as they come; how many, and the last code that stands in front of a pair."""
    count, last = 0, ""
    loader = Loader()
    try:
        for one in rows:
            loader.add(listed_row(release_id, one))
            count, last = count + 1, max(last, last_code_of(one))
        loader.close()
    except UniqueViolation as error:
        raise Refusal("list-twice", "A row of it stands there twice.", "Take the file anew, each part once.") from error
    if not count:
        raise Refusal("list-empty", "There is no row in it.", "See whether it is the file you mean.")
    return count, last


def _refuse_unlicensed(licence: Licence | None, period: Period) -> None:
    """Raises Invalid without the licence, and Refusal once it is over."""
    if licence is None or not licence.holder.strip() or not licence.number.strip() or licence.seats < 1:
        words = "A CPT file is taken in only with the office's licence: holder, number, seats, expiry."
        raise Invalid("licence-missing", words, "Say --holder, --licence, --seats, --to and --attest.")
    if period.valid_to < today_here():
        raise Refusal("licence-over", f"The licence ended on {period.valid_to:%m/%d/%Y}.", "Renew it first.")
