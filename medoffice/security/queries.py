"""Reads of security: actors, staff accounts, the audit trail for people to look at."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from medoffice.kernel import clock
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.worlds import current
from medoffice.security import models
from medoffice.security.audit import verify
from medoffice.security.models import (
    Access,
    AuditEvent,
    AuditSubject,
    PasswordCode,
    Session,
    User,
)
from medoffice.security.offers import records_of
from medoffice.security.types import (
    PROGRAM,
    STANDS_FOR,
    Actor,
    Role,
    SessionRow,
    SignInRules,
)
from medoffice.security.words import WORDS

SEAL_LATE, SEAL_FAILED = timedelta(minutes=15), timedelta(days=1)


def fingerprint_of(user: User) -> str:
    """What a session must carry to stay valid: it changes with the password, and differs in every world."""
    return salted_hmac(f"session {current.identity()}", user.password, secret=settings.SECRET_KEY).hexdigest()


def actor_of(user_id: UUID, fingerprint: str | None = None) -> Actor | None:
    """The active user as an actor; with a fingerprint, only if it still fits. One query."""
    user = User.objects.filter(id=user_id, is_active=True).first()
    if user is None or (fingerprint is not None and not constant_time_compare(fingerprint, fingerprint_of(user))):
        return None
    return _actor(user)


def actor_named(username: str) -> Actor:
    """The active user with this sign-in name. Raises User.DoesNotExist."""
    return _actor(User.objects.get(username=username, is_active=True))


def role_is_held(role: Role) -> bool:
    """Whether anybody active may do this role's work, a specialist standing for many."""
    holders = [role, *(stand_in for stand_in, stands_for in STANDS_FOR.items() if role in stands_for)]
    return User.objects.filter(is_active=True, roles__overlap=holders).exists()


def any_user_exists() -> bool:
    """Whether the office has been set up."""
    return User.objects.exists()


def last_used_at() -> datetime | None:
    """When a person, not the program, last did or saw something; None if nobody ever did."""
    return AuditEvent.objects.exclude(actor_id=PROGRAM.id).order_by("-id").values_list("at", flat=True).first()


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An audit event as the privacy officer reads it."""

    id: UUID
    at: datetime
    who: str
    word: str
    outcome: str
    object_kind: str
    object_id: UUID | None
    via: list[str]
    subjects: int
    sealed: bool

    @property
    def says(self) -> str:
        """The word's own explanation; the word itself where it is no permission but an act of the program."""
        return WORDS[self.word].says if self.word in WORDS else self.word


@dataclass(frozen=True, slots=True)
class Done:
    """Something that somebody did about a patient: when, who, which word allowed it, about whom."""

    at: datetime
    who: str
    word: str
    subject: UUID

    @property
    def says(self) -> str:
        """The word's own explanation."""
        return WORDS[self.word].says if self.word in WORDS else self.word


def audit_lines(
    *, subject: UUID | None = None, under: UUID | None = None, actor_id: UUID | None = None, limit: int = 100
) -> list[AuditLine]:
    """The latest events: about one patient, by one person, or ``under`` an access (theirs, while it went on), if asked.

    Two queries; one more for an access, two for a patient: what was merged into one record is told with it.
    """
    events = AuditEvent.objects.select_related("seal").prefetch_related("subjects").order_by("-id")
    if subject is not None:
        events = events.filter(id__in=AuditSubject.objects.filter(subject__in=records_of(subject)).values("event"))
    if actor_id is not None:
        events = events.filter(actor_id=actor_id)
    if under is not None:
        one = Access.objects.get(id=under)
        events = events.filter(subjects__subject=one.subject, actor_id=one.user_id)
        events = events.filter(at__gte=one.began_at, at__lte=one.ended_at or one.ends_at)
    return [
        AuditLine(
            event.id,
            event.at,
            event.actor_name,
            event.word,
            event.outcome,
            event.object_kind,
            event.object_id,
            event.via,
            len(event.subjects.all()),
            hasattr(event, "seal"),
        )
        for event in events[:limit]
    ]


def done_since_last_act(actor: Actor, most: int = 400) -> tuple[datetime | None, list[Done]]:
    """When somebody last did something, and what others have done about patients since, latest first; nothing before
    their first act. Looking is no act, nor is signing in. Two queries.
    """
    work = [word for word in WORDS if not word.startswith("security.")]
    mine = AuditEvent.objects.filter(actor_id=actor.id, outcome="done", word__in=work)
    last = mine.order_by("-at").values_list("at", flat=True).first()
    if last is None:
        return None, []
    rows = AuditSubject.objects.filter(event__outcome="done", event__at__gt=last).exclude(event__actor_id=actor.id)
    told = rows.order_by("-event_id").values_list("event__at", "event__actor_name", "event__word", "subject")[:most]
    return last, [Done(at, who, word, subject) for at, who, word, subject in told]


def last_event_at() -> datetime | None:
    """When something last happened in this world, or None if nothing has. One query."""
    last = AuditEvent.objects.order_by("-id").first()
    return last.at if last else None


def _actor(user: User) -> Actor:
    return Actor(user.id, user.name, frozenset(Role(role) for role in user.roles))


@dataclass(frozen=True, slots=True)
class UserRow:
    """An account as the manager sees it."""

    id: UUID
    username: str
    name: str
    roles: list[str]
    active: bool
    last_in: datetime | None = None


def users() -> list[UserRow]:
    """All accounts by name. One query."""
    return [_row(user) for user in User.objects.order_by("-is_active", "name")]


def user(user_id: UUID) -> UserRow:
    """One account. Raises NotFound."""
    found = User.objects.filter(id=user_id).first()
    if found is None:
        raise NotFound
    return _row(found)


def _row(user: User) -> UserRow:
    return UserRow(user.id, user.username, user.name, user.roles, user.is_active, user.last_login)


def has_pin(user_id: UUID) -> bool:
    """Whether a person can open their locked screen by a PIN."""
    return User.objects.filter(id=user_id).exclude(pin="").exists()


def without_factor() -> set[UUID]:
    """The active accounts that a password alone opens. One query."""
    secured = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES).values("user_id")
    return set(User.objects.filter(is_active=True).exclude(id__in=secured).values_list("id", flat=True))


def code_until(user_id: UUID) -> datetime | None:
    """Until when a code that was given to this person works; None if there is none."""
    return PasswordCode.objects.filter(user_id=user_id, until__gt=clock.now()).values_list("until", flat=True).first()


def sessions_of(user_id: UUID, here: str | None = None) -> list[SessionRow]:
    """Where a person is signed in, the latest first; ``here`` is the key of the session that asks. One query."""
    rows = Session.objects.filter(user_id=user_id, began__isnull=False, seen__isnull=False).order_by("-seen")
    return [
        SessionRow(row.number, row.began, row.seen, row.address, row.browser, row.session_key == here)
        for row in rows
        if row.began is not None and row.seen is not None
    ]


def sign_in_rules() -> SignInRules:
    """What the owner decided about signing in; what the program does where nothing was decided. One query."""
    row = models.SignInRules.objects.first()
    if row is None:
        return SignInRules()
    return SignInRules(row.idle_minutes, row.factor_since, row.grace_days, row.proof_to_sign, row.version)


@dataclass(frozen=True, slots=True)
class DoneToMe:
    """What somebody else did to one's account."""

    at: datetime
    who: str
    says: str


def done_to(user_id: UUID, since: datetime | None = None, limit: int = 10) -> list[DoneToMe]:
    """What others did to an account, the latest first. One query."""
    events = AuditEvent.objects.filter(object_kind="user", object_id=user_id, outcome="done").exclude(actor_id=user_id)
    if since is not None:
        events = events.filter(at__gt=since)
    return [
        DoneToMe(event.at, event.actor_name, str(event.detail.get("did", "changed")))
        for event in events.order_by("-id")[:limit]
    ]


def demo_people() -> list[UserRow]:
    """In a demo world: whom a visitor may sign in as (their password is printed and public). Elsewhere: nobody.

    Whoever has most jobs comes first: with them a newcomer gets farthest. One query.
    """
    if current.kind() != "demo":
        return []
    return sorted((row for row in users() if row.active), key=lambda row: (-len(row.roles), row.name))


def chain_check() -> list[Checked]:
    """The audit chain recomputed from its first event, and the events that are not in it yet."""
    verdict = verify()
    oldest = AuditEvent.objects.filter(seal=None).order_by("at").values_list("at", flat=True).first()
    found = []
    if not verdict.ok:
        found.append(Finding("audit-broken", str(verdict.broken_at), f"In the audit chain, {verdict.words}."))
    waits = clock.now() - oldest if oldest else timedelta()
    if waits > SEAL_LATE:
        severity = Severity.ERROR if waits > SEAL_FAILED else Severity.WARNING
        words = f"Events since {oldest:%m/%d/%Y %H:%M} UTC are not sealed. Start the office; the worker seals them."
        found.append(Finding("audit-unsealed", "audit trail", words, severity))
    told = f"{verdict.sealed} events sealed, {verdict.unsealed} not yet; {verdict.words}"
    return [Checked("audit", "no event of the audit trail was changed or taken out", told, tuple(found))]
