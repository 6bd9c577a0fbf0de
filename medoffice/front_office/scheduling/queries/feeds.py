"""A calendar of when somebody is taken, without anything of a patient."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.crypto import salted_hmac

from medoffice.front_office.scheduling.models import Feed, Holding
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import sites, staff_member
from medoffice.security.api import actor_of
from medoffice.standards.icalendar.writing import Event, calendar

BEHIND, AHEAD = timedelta(days=14), timedelta(days=90)


def token_hash(token: str) -> str:
    """What is kept of a token."""
    return salted_hmac("schedule feed", token, algorithm="sha256").hexdigest()


def feed_since(staff_id: UUID) -> datetime | None:
    """Since when somebody has a feed, if they have. One query."""
    rows = Feed.objects.filter(staff_id=staff_id, revoked_at=None)
    return rows.values_list("made_at", flat=True).first()


def feed(token: str) -> str:
    """The calendar behind a token: two weeks back, three months ahead. Raises NotFound for a revoked or unknown one.

    It says when, how long and where; not who, and not what for; nothing once their account is closed. Five queries.
    """
    row = Feed.objects.filter(token_hash=token_hash(token), revoked_at=None).first()
    member = staff_member(row.staff_id) if row else None
    if row is None or member is None or member.user_id is None or actor_of(member.user_id) is None:
        raise NotFound
    now, places = clock.now(), {place.id: place.name for place in sites()}
    rows = Holding.objects.filter(unit_id=row.staff_id, live=True, during__startswith__gte=now - BEHIND)
    rows = rows.filter(during__startswith__lt=now + AHEAD).order_by("during")
    told = rows.values_list("id", "during", "appointment__site_id", "hold__site_id")
    events = [
        Event(f"{one}@medoffice", span.lower, span.upper, "Visit" if visit else "Held", places[visit or held])
        for one, span, visit, held in told
    ]
    return calendar(member.name, events, now)
