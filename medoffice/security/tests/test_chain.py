"""What is under the seal: the texts of the database make the canonical JSON of the event, letter for letter."""

import json
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medoffice.security import chain
from medoffice.security.models import AuditEvent, AuditSeal, AuditSubject

pytestmark = pytest.mark.django_db
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
VALUES = st.one_of(WORDS, st.integers(-(10**12), 10**12), st.booleans(), st.lists(WORDS, max_size=3))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    at=st.datetimes(timezones=st.just(UTC)),
    word=WORDS,
    via=st.lists(WORDS, max_size=3),
    detail=st.dictionaries(WORDS, VALUES, max_size=4),
    object_id=st.none() | st.uuids(),
    subjects=st.sets(st.uuids(), max_size=4),
)
def test_the_texts_make_the_canonical_json(
    at: datetime,
    word: str,
    via: list[str],
    detail: dict[str, object],
    object_id: UUID | None,
    subjects: set[UUID],
) -> None:
    event = AuditEvent.objects.create(
        id=uuid4(),
        at=at,
        actor_id=uuid4(),
        actor_name=word,
        word=word,
        outcome="done",
        purpose="x",
        object_kind=word,
        object_id=object_id,
        via=via,
        detail=detail,
        request_id="r",
    )
    AuditSubject.objects.bulk_create(AuditSubject(event=event, subject=subject) for subject in subjects)
    wanted = {
        "id": str(event.id),
        "at": at.isoformat(),
        "actor": [str(event.actor_id), word],
        "word": word,
        "outcome": "done",
        "purpose": "x",
        "object": [word, str(object_id)],
        "via": via,
        "detail": detail,
        "request": "r",
        "subjects": sorted(map(str, subjects)),
    }
    texts = chain.texts_of([event.id])[event.id]
    AuditSeal.objects.create(position=AuditSeal.objects.count() + 1, hash="0" * 64, event=event, sealed_at=at)
    (streamed,) = (sealed.texts for sealed in chain.in_order() if sealed.event_id == str(event.id))
    assert streamed == texts
    text = chain.canonical(texts)
    assert text == json.dumps(wanted, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
