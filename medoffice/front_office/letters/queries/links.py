"""Reads of letters behind a link: those that are out, the rule in force, and hashes of what is never kept."""

import hashlib
from uuid import UUID

from django.db.models import F
from django.utils.crypto import salted_hmac

from medoffice.front_office.letters import models
from medoffice.front_office.letters.types.links import Link, LinkRule
from medoffice.front_office.outreach.api import preference
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patient
from medoffice.security.api import permitted
from medoffice.security.types import Actor

SHIPPED = {"days": 14, "tries": 5}  # nobody's rule but ours: shown as unverified until the office decides


def token_hash(token: str) -> str:
    """A link's secret as it is kept: 192 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_hash(token: str, code: str) -> str:
    """A code as it is kept: with the office's own key and the link's secret, so that no table of codes opens it."""
    return salted_hmac("letter link code", f"{token}:{code}", algorithm="sha256").hexdigest()


def own_email(patient_id: UUID) -> str:
    """Where a patient reads e-mail, as they asked. Raises Refusal where they have none or want none there."""
    who = patient(patient_id)
    if "email" in who.closed_ways:
        raise Refusal("no-email", "The patient asked for no e-mail.", "Send it by another way; the card says how.")
    address = who.private.email or preference(who.id).email or who.email
    if not address:
        raise Refusal("no-email-known", "No e-mail is on file.", "Ask for it, or send the letter by another way.")
    return address


def link_rule() -> LinkRule:
    """The rule in force today. One query."""
    today = today_here()
    row = models.LinkRule.objects.filter(since__lte=today).order_by("-since", "-id").first()
    if row is None:
        return LinkRule(SHIPPED["days"], SHIPPED["tries"], today)
    return LinkRule(row.days, row.tries, row.since, row.source)


def links_out(actor: Actor, limit: int = 200) -> list[Link]:
    """The links that went, latest first, of letters the actor may see. One query and those of the labels."""
    rows = permitted(
        actor,
        "letters.write",
        models.Link.objects.select_related("sending__letter"),
        "sending__letter__patient_id",
        "sending__letter__encounter_id",
    )
    return [_to_link(row) for row in rows.order_by(F("sending__at").desc(), "-id")[:limit]]


def _to_link(row: models.Link) -> Link:
    sent = row.sending
    return Link(
        sending_id=sent.id,
        letter_id=sent.letter_id,
        number=sent.letter.number,
        title=sent.letter.title,
        patient_id=sent.letter.patient_id,
        to_name=sent.to_name,
        to_email=row.to_email,
        sent_at=sent.at,
        expires_at=row.expires_at,
        tries=row.tries,
        locked=row.tries >= row.most_tries,
        opened_at=row.opened_at,
        revoked_at=row.revoked_at,
    )
