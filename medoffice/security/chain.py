"""The audit chain itself: what of an event is under the seal, how one hash follows from the one before, all in order.

HMAC-SHA-256 over the previous hash and the event's canonical JSON (keys sorted, no spaces), with a key that is not in
the database; each link names the office's key it was made with, and these numbers never go down. A row is read as the
texts that the canonical form is made of, so a million events are verified in seconds: nothing is built of them but one
string.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Generator
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

_TEXTS = (
    "e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), e.actor_id::text, e.actor_name,"
    " e.word, e.outcome, e.purpose, e.object_kind, e.object_id::text, e.via::text, e.detail::text, e.request_id,"
    " (SELECT string_agg('\"' || a.subject || '\"', ',' ORDER BY a.subject) FROM audit_subject a"
    "  WHERE a.event_id = e.id)"
)
_IN_ORDER = (
    f"COPY (SELECT s.position, s.hash, s.event_id, s.kid, {_TEXTS} FROM audit_seal s"  # noqa: S608 - constants only
    " LEFT JOIN audit_event e ON e.id = s.event_id ORDER BY s.position) TO STDOUT"
)
_THESE = f"SELECT {_TEXTS} FROM audit_event e WHERE e.id = ANY(%s)"  # noqa: S608 - constants only
Texts = tuple[str, ...]


class Sealed(NamedTuple):
    """A seal as it stands in the database, and the texts of its event; without texts, the event is not there."""

    position: int
    hash: str
    event_id: str
    kid: int
    texts: Texts


def genesis() -> str:
    """What stands before the first event."""
    return hashlib.sha256(b"medoffice audit chain").hexdigest()


def link(previous: str, texts: Texts, key: bytes) -> str:
    """The hash of an event, whose texts are given, after the one before it, with the office's key of this stretch."""
    return hmac.digest(key, f"{previous}\n{canonical(texts)}".encode(), "sha256").hex()


def canonical(texts: Texts) -> str:
    """The canonical JSON of an event: what is under the seal."""
    event_id, at, actor_id, name, word, outcome, purpose, kind, object_id, via, detail, request, subjects = texts
    when = f"{at}".removesuffix(".000000")
    return (
        f'{{"actor":["{actor_id}",{_text(name)}],"at":"{when}+00:00","detail":{_value(detail)},"id":"{event_id}",'
        f'"object":[{_text(kind)},"{object_id}"],"outcome":{_text(outcome)},"purpose":{_text(purpose)},'
        f'"request":{_text(request)},"subjects":[{subjects or ""}],"via":{_value(via)},"word":{_text(word)}}}'
    )


def texts_of(event_ids: list[UUID]) -> dict[UUID, Texts]:
    """The texts of these events. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_THESE, [event_ids])
        return {UUID(row[0]): row for row in cursor.fetchall()}


def in_order() -> Generator[Sealed, None, None]:
    """All that is sealed, by position, as of one moment; streamed, so that the database reads on meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor, cursor.copy(_IN_ORDER) as rows:
        for row in rows:
            position, seal, event_id, kid, *texts = _fields(row)
            yield Sealed(int(position), seal, event_id, int(kid), tuple(texts) if texts[0] else ())


_NULL = "\\N"
_ESCAPED = re.compile(r"\\([bfnrtv\\])")
_MEANT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def _fields(row: bytes) -> list[Any]:
    """The fields of a row in the text format of COPY (PostgreSQL, COPY, "Text Format"); None for a null."""
    text = str(row, "utf-8")
    fields = text[:-1].split("\t")
    return [_meant(field) if "\\" in field else field for field in fields] if "\\" in text else fields


def _meant(field: str) -> str | None:
    return None if field == _NULL else _ESCAPED.sub(lambda found: _MEANT[found[1]], field)


_text = encode_basestring


@lru_cache(maxsize=4096)
def _value(text: str) -> str:
    """JSON as the database writes it, in canonical form."""
    return json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
