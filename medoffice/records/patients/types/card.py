"""What the card of a patient has besides who they are: codes for what they say of themselves, further contacts."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.sources import UNVERIFIED
from medoffice.practice.types import Address
from medoffice.records.patients.types.people import PatientName, PermittedPerson
from medoffice.records.patients.types.reaching import NOT_ASKED, Private

SNOMED, NULLS = "http://snomed.info/sct", "http://terminology.hl7.org/CodeSystem/v3-NullFlavor"
OMB = "urn:oid:2.16.840.1.113883.6.238"


@dataclass(frozen=True, slots=True)
class CardCause:
    """From what a field of a card is known: a kind of ``register_card_cause``, which one, and who said it in words."""

    kind: str = ""
    id: UUID | None = None
    words: str = ""


AT_THE_DESK = CardCause()  # what somebody was told and typed


@dataclass(frozen=True, slots=True)
class Origin:
    """Who put something on a card, when, and from what; ``url`` is where that is, "" for whoever may not go there."""

    by: str
    at: datetime
    whence: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code of a value set in our words. ``source`` is ``unverified`` until the set itself was at hand."""

    code: str
    words: str
    system: str
    source: str


def _set(system: str, source: str, **words: str) -> tuple[Coded, ...]:
    return tuple(Coded(code.removeprefix("c").replace("_", "-"), said, system, source) for code, said in words.items())


_OMB_SOURCE = "OMB categories, US Core 6.1.0"
RACES = {
    one.code: one
    for one in (
        *_set(OMB, _OMB_SOURCE, c1002_5="American Indian or Alaska Native", c2028_9="Asian"),
        *_set(OMB, _OMB_SOURCE, c2054_5="Black or African American", c2106_3="White"),
        *_set(OMB, _OMB_SOURCE, c2076_8="Native Hawaiian or Other Pacific Islander", c2131_1="Other Race"),
        *_set(NULLS, _OMB_SOURCE, ASKU="Asked, did not say", UNK="Unknown"),
    )
}
ETHNICITIES = {
    one.code: one
    for one in (
        *_set(OMB, _OMB_SOURCE, c2135_2="Hispanic or Latino", c2186_5="Not Hispanic or Latino"),
        *_set(NULLS, _OMB_SOURCE, ASKU="Asked, did not say", UNK="Unknown"),
    )
}
# The codes are those of US Core 6.1.0; which of them says what was not at hand.
ORIENTATIONS = {
    one.code: one
    for one in (
        *_set(SNOMED, UNVERIFIED, c38628009="Lesbian, gay or homosexual", c20430005="Straight or heterosexual"),
        *_set(SNOMED, UNVERIFIED, c42035005="Bisexual"),
        *_set(NULLS, "US Core 6.1.0", OTH="Something else", UNK="Does not know", ASKU="Asked, did not say"),
    )
}
# US Core 6.1.0 names a set that was not at hand.
GENDER_IDENTITIES = {
    one.code: one
    for one in (
        *_set(SNOMED, UNVERIFIED, c446141000124107="Female", c446151000124109="Male"),
        *_set(SNOMED, UNVERIFIED, c407376001="Transgender woman", c407377005="Transgender man"),
        *_set(SNOMED, UNVERIFIED, c446131000124102="Neither only female nor only male"),
        *_set(NULLS, UNVERIFIED, OTH="Something else", ASKU="Asked, did not say"),
    )
}

TOLD = frozenset({"gender_identity", "orientation", "race", "ethnicity"})  # fields of what patients say of who they are

SYSTEMS = {"phone": "Telephone", "email": "E-mail"}
USES = {"home": "home", "work": "work", "mobile": "mobile", "temp": "for a while", "old": "old, not to be used"}


@dataclass(frozen=True, slots=True)
class Contact:
    """A further telephone or e-mail address; ``system`` and ``use`` are FHIR's."""

    id: UUID
    system: str
    use: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that a patient's card says; codes are those of the sets above, ``photo`` is the SHA-256 of a PNG."""

    id: UUID
    mrn: str
    name: PatientName
    pronouns: str
    sex: str
    birth_date: date
    deceased_on: date | None
    gender_identity: str
    orientation: str
    race: tuple[str, ...]
    ethnicity: str
    language: str
    interpreter: bool
    phone: str
    email: str
    contacts: tuple[Contact, ...]
    address: Address
    permitted: tuple[PermittedPerson, ...]
    employer: str
    employer_phone: str
    pcp_id: UUID | None
    pcp: str
    pcp_phone: str
    pharmacy: str
    pharmacy_address: str
    pharmacy_phone: str
    alert: str
    address_as: str
    fears: str
    helps: str
    photo: str
    private: Private = NOT_ASKED
    not_by: tuple[str, ...] = ()
    not_by_why: str = ""
