"""Ask for a visit on the web, without an account."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from medoffice.front_office.outreach.actions.booking_asked import book_asked
from medoffice.front_office.outreach.models import Asked as Row
from medoffice.front_office.outreach.queries.self_booking import LOOKED_AT, self_booking, times_offered
from medoffice.front_office.outreach.rules.reaching import as_named
from medoffice.front_office.outreach.rules.self_booking import A_DAY, AN_HOUR, OF_ALL, may_ask, network
from medoffice.front_office.outreach.types.messages import Channel
from medoffice.front_office.outreach.types.visits import AskedState, Person
from medoffice.front_office.scheduling.api import hold_time
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor

KEPT = timedelta(days=2)


@action("outreach.ask")
def ask_for_visit(
    *,
    actor: Actor,
    person: Person,
    known: bool,
    kind: str,
    provider_id: UUID,
    site_id: UUID,
    starts: datetime,
    address: str,
) -> bool:
    """Ask; whether it is booked by that. Each makes work for a person, and nothing tells who is a patient here.

    Nobody is looked up: who says they were here before is looked at by staff, who was not is registered as somebody
    new. Raises NotFound while the office does not let patients book, Refusal (too-many, not-here, taken).
    """
    rules = self_booking()
    if not rules.on:
        raise NotFound
    asker = _counted(address)
    if not may_ask(rules, known=known):
        raise Refusal("not-here", "This cannot be booked here.", "Please call.")
    wanted = (provider_id, site_id, starts)
    again = Row.objects.filter(
        phone_digits=as_named(Channel.SMS, person.phone), provider_id=provider_id, starts=starts
    ).exclude(state=AskedState.DECLINED)
    if again.exists():
        return again[0].state == AskedState.BOOKED
    if wanted not in [(one.provider_id, one.site_id, one.starts) for one in times_offered(rules, kind, LOOKED_AT)]:
        raise Refusal("taken", "That time cannot be had any more.", "Choose another.")
    row = _write(actor, person, kind, wanted, asker, known=known)
    at_once = not rules.approval and not known
    if at_once:
        book_asked(actor, row, None)
    title = "Booked on the web: is this person here already?" if at_once else "Asked for on the web: to be confirmed"
    open_work(actor=actor, kind="self-booking", title=title, ref=Ref("outreach_asked", row.id), key=str(row.id))
    record("outreach_asked", row.id, booked=at_once)
    return at_once


def _counted(address: str) -> str:
    """Who asks, as a keyed hash. Raises Refusal if they, or all, ask too often."""
    now, asker = clock.now(), salted_hmac("asks", network(address), secret=settings.SECRET_KEY).hexdigest()
    mine = Row.objects.filter(asker=asker)
    hour, day = now - timedelta(hours=1), now - timedelta(days=1)
    often = mine.filter(at__gt=hour).count() >= AN_HOUR or mine.filter(at__gt=day).count() >= A_DAY
    if often or Row.objects.filter(at__gt=hour).count() >= OF_ALL:
        raise Refusal("too-many", "That was often.", "Wait an hour, or call.")
    return asker


def _write(
    actor: Actor, person: Person, kind: str, wanted: tuple[UUID, UUID, datetime], asker: str, *, known: bool
) -> Row:
    provider_id, site_id, starts = wanted
    now = clock.now()
    hold_id = hold_time(
        actor=actor,
        kind=kind,
        provider_id=provider_id,
        site_id=site_id,
        starts=starts,
        until=min(now + KEPT, starts),
        says="asked for on the web",
    )
    return Row.objects.create(
        family=person.family.strip(),
        given=person.given.strip(),
        birth_date=person.birth_date,
        phone=person.phone.strip(),
        phone_digits=as_named(Channel.SMS, person.phone),
        email=person.email.strip(),
        language=person.language,
        known=known,
        visit_type_id=kind,
        provider_id=provider_id,
        site_id=site_id,
        starts=starts,
        hold_id=hold_id,
        state=AskedState.WAITING,
        asker=asker,
        at=now,
    )
