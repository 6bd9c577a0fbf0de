"""The check of the audit chain: a seal that does not fit fails; events nobody seals warn, then fail."""

from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.security.models import AuditEvent, AuditSeal
from medoffice.security.queries import SEAL_FAILED, SEAL_LATE, chain_check

pytestmark = pytest.mark.django_db


def _event(age: timedelta) -> AuditEvent:
    return AuditEvent.objects.create(
        at=clock.now() - age,
        actor_id=UUID(int=0),
        actor_name="medoffice",
        word="books.prove",
        outcome="done",
        purpose="x",
    )


def _found() -> list[tuple[str, str]]:
    return [(finding.code, finding.severity.value) for finding in chain_check()[0].findings]


def test_unsealed_events_are_told_by_their_age() -> None:
    _event(SEAL_LATE - timedelta(minutes=1))
    assert _found() == []
    _event(SEAL_LATE + timedelta(minutes=1))
    assert _found() == [("audit-unsealed", "warning")]
    assert chain_check()[0].ok
    _event(SEAL_FAILED + timedelta(minutes=1))
    assert _found() == [("audit-unsealed", "error")]
    assert "3 not yet" in chain_check()[0].found


def test_a_seal_that_does_not_fit_fails() -> None:
    event = _event(timedelta())
    AuditSeal.objects.create(position=1, event=event, hash="0" * 64, sealed_at=clock.now())
    assert _found() == [("audit-broken", "error")]
    assert str(event.id) in chain_check()[0].findings[0].words
