"""The nouns of letters behind a link."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.sources import UNVERIFIED, is_verified


@dataclass(frozen=True, slots=True)
class LinkRule:
    """How many days a link opens its letter, after how many wrong tries it is locked, from which day on."""

    days: int
    tries: int
    since: date
    source: str = UNVERIFIED

    @property
    def verified(self) -> bool:
        """Whether somebody of the office has decided it."""
        return is_verified(self.source)


@dataclass(frozen=True, slots=True)
class Link:
    """A letter that waits behind a link: to which e-mail, until when, how often somebody tried it in vain."""

    sending_id: UUID
    letter_id: UUID
    number: str
    title: str
    patient_id: UUID
    to_name: str
    to_email: str
    sent_at: datetime
    expires_at: datetime
    tries: int
    locked: bool
    opened_at: datetime | None
    revoked_at: datetime | None

    def state(self, now: datetime) -> str:
        """Where it stands, in a word or two."""
        if self.revoked_at:
            return "called back"
        if self.opened_at:
            return "opened"
        if self.locked:
            return "locked"
        return "over" if self.expires_at <= now else "waits"


@dataclass(frozen=True, slots=True)
class SentLink:
    """A link went: its sending, and the code to be said on the telephone, once ("" where the birth date is asked)."""

    sending_id: UUID
    code: str = ""
