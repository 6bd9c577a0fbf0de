"""What later rooms may add to patient identity: facts for the banner, and parts of the registration form."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest

from medoffice.kernel.registries import Registry
from medoffice.records.patients.types.merging import Change
from medoffice.records.patients.types.people import BannerFact
from medoffice.security.api import OfficeRequest
from medoffice.security.types import Actor

banner_facts: Registry[Callable[[UUID], BannerFact | None]] = Registry("banner fact")
banner_lists: Registry[Callable[[Actor, UUID], tuple[BannerFact, ...]]] = Registry("list of the banner")
alert_places: Registry[Callable[[Actor, UUID], str]] = Registry("place of the banner's alert")


@dataclass(frozen=True, slots=True)
class RegistrationPart:
    """A part of the registration form that a later room asks for: its heading, its form, and the act on what was typed.

    The form is optional: left as it was shown, it has no cleaned data and nothing is done.
    """

    title: str
    form: Callable[[HttpRequest], forms.Form]
    act: Callable[[OfficeRequest, UUID, forms.Form], None]


registration_parts: Registry[RegistrationPart] = Registry("registration part")


@dataclass(frozen=True, slots=True)
class PaperSection:
    """What is told of patients on paper when the computer is down: a title, and a read of many patients at once.

    The read gets the actor and the permission word for whom it reads, leaves out what labels keep from there, and
    returns the lines of each patient; a patient without any has none recorded.
    """

    title: str
    read: Callable[[Actor, str, Iterable[UUID]], Mapping[UUID, list[str]]]


identifiers: Registry[Callable[[Collection[UUID]], Mapping[UUID, Collection[str]]]] = Registry("identifier")


def register_identifier(key: str, read: Callable[[Collection[UUID]], Mapping[UUID, Collection[str]]]) -> None:
    """Know patients by a number of another room (at a payer); ``read`` is of many at once, one query."""
    identifiers.register(key, read)


paper_sections: Registry[PaperSection] = Registry("paper section")


def register_paper_section(
    key: str, title: str, read: Callable[[Actor, str, Iterable[UUID]], Mapping[UUID, list[str]]]
) -> None:
    """Tell of patients on paper; called from a room's ``registry.py``."""
    paper_sections.register(key, PaperSection(title, read))


def register_banner_fact(key: str, fact: Callable[[UUID], BannerFact | None]) -> None:
    """Show a fact about the patient, if there is one, in every banner; from a room's ``registry.py``. One query."""
    banner_facts.register(key, fact)


def register_banner_list(key: str, read: Callable[[Actor, UUID], tuple[BannerFact, ...]]) -> None:
    """Show facts first in every banner, as far as whoever looks may know them (allergies). One query."""
    banner_lists.register(key, read)


def register_alert_place(key: str, place: Callable[[Actor, UUID], str]) -> None:
    """Where the alert of the banner leads (the list of allergies), blank for who may not go there. No query."""
    alert_places.register(key, place)


def register_registration_part(
    key: str,
    title: str,
    form: Callable[[HttpRequest], forms.Form],
    act: Callable[[OfficeRequest, UUID, forms.Form], None],
) -> None:
    """Ask for more when a patient is registered; called from a room's ``registry.py``."""
    registration_parts.register(key, RegistrationPart(title, form, act))


@dataclass(frozen=True, slots=True)
class CardCauseKind:
    """From what fields of cards are known: how it is said, the word of who may look at it, and where it is."""

    says: str
    word: str
    url: Callable[[UUID, UUID], str]


card_causes: Registry[CardCauseKind] = Registry("cause of what cards say")


def register_card_cause(kind: str, says: str, word: str, url: Callable[[UUID, UUID], str]) -> None:
    """Name what cards know things from (a call, a form): ``url`` of a patient and one, ``word`` who may look."""
    card_causes.register(kind, CardCauseKind(says, word, url))


held_columns: Registry[tuple[str, str]] = Registry("column of patients")
mergings: Registry[Callable[[UUID, UUID, Change], None]] = Registry("merging")
unmergings: Registry[Callable[[Actor, UUID, UUID], None]] = Registry("unmerging")


def register_patient_column(table: str, column: str) -> None:
    """Say that a column without a foreign key holds ids of patients: a merge moves its rows too."""
    held_columns.register(f"{table}.{column}", (table, column))


together: Registry[str] = Registry("column of versions")


def register_together(table: str, column: str) -> None:
    """Say that rows of a table with the same value in a column are versions of one thing: they go back together."""
    together.register(table, column)


def register_merging(key: str, settle: Callable[[UUID, UUID, Change], None]) -> None:
    """Settle what cannot stand twice before two records become one: ``settle(survivor, merged, change)``.

    ``change(row, field=value)`` changes a row of the room, and the change is undone with the merge. Raises Refusal if
    the two cannot be merged as they are. A row that stands there twice nonetheless rests with the merged record.
    """
    mergings.register(key, settle)


def register_unmerging(key: str, settle: Callable[[Actor, UUID, UUID], None]) -> None:
    """Settle what stands with the wrong one once two records are apart again: ``settle(actor, survivor, merged)``."""
    unmergings.register(key, settle)
