"""The types of documents and how long each is kept: as shipped (``data/kinds.json``), and as the office says."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from medoffice.kernel.reading import once
from medoffice.records.documents import models
from medoffice.records.documents.rules.kinds import as_the_office_has_them, in_use, keeping_on
from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import DocumentKind

_DATA = Path(__file__).resolve().parent.parent / "data" / "kinds.json"


@cache
def shipped_kinds() -> tuple[DocumentKind, ...]:
    """The kinds that come with the program, in the order they are offered."""
    told = json.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(DocumentKind(**{**one, "words": tuple(one["words"])}) for one in told["kinds"])


@cache
def keepings() -> dict[str, Keeping]:
    """How long documents are kept at least, by key, as shipped."""
    told = json.loads(_DATA.read_text(encoding="utf-8"))
    return {one["key"]: Keeping(**one) for one in told["keeping"]}


@once
def all_kinds() -> list[DocumentKind]:
    """Every type of document there is or was, as the office has it. One query."""
    rows = models.OfficeKind.objects.order_by("key", "-version").distinct("key")
    return as_the_office_has_them(shipped_kinds(), [_to_kind(row) for row in rows])


def kind_names() -> dict[str, str]:
    """The name of every type, by key. As ``all_kinds``."""
    return {kind.key: kind.name for kind in all_kinds()}


def kinds_in_use(on: date) -> list[DocumentKind]:
    """The types that may be chosen on a day. As ``all_kinds``."""
    return in_use(all_kinds(), on)


@once
def keeping_rules() -> list[Keeping]:
    """Every rule of how long documents are kept: the shipped ones, then the office's as they were made. One query."""
    names = {key: one.name for key, one in keepings().items()}
    rows = models.OfficeKeeping.objects.order_by("id")
    own = [Keeping(row.key, names[row.key], row.years, row.years_after_18, row.source, row.since) for row in rows]
    return [*keepings().values(), *own]


def keepings_on(on: date) -> dict[str, Keeping]:
    """How long documents are kept by what holds on a day, by key. As ``keeping_rules``."""
    return keeping_on(keeping_rules(), on)


def _to_kind(row: models.OfficeKind) -> DocumentKind:
    return DocumentKind(
        row.key, row.name, tuple(row.words), row.signed, row.keep, row.since, row.until, row.signer_id, row.version
    )
