"""The types of documents as shipped, with how long each is kept; dated data in ``data/kinds.json``."""

import json
from functools import cache
from pathlib import Path

from medoffice.records.documents.types import DocumentKind, Keeping

_DATA = Path(__file__).resolve().parent.parent / "data" / "kinds.json"


@cache
def shipped_kinds() -> tuple[DocumentKind, ...]:
    """The kinds that come with the program, in the order they are offered."""
    told = json.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(DocumentKind(**{**one, "words": tuple(one["words"])}) for one in told["kinds"])


@cache
def keepings() -> dict[str, Keeping]:
    """How long documents are kept at least, by key."""
    told = json.loads(_DATA.read_text(encoding="utf-8"))
    return {one["key"]: Keeping(**one) for one in told["keeping"]}
