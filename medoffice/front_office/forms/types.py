"""The nouns of forms; items and answers are those of FHIR R4 Questionnaire and QuestionnaireResponse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class ItemType(StrEnum):
    """What an item is; the types of R4 that a patient can answer on paper too."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"


ASKED = frozenset(ItemType) - {ItemType.GROUP, ItemType.DISPLAY}
Value = bool | int | Decimal | date | str
Answers = dict[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its code (the words themselves, if it has none) and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Condition:
    """When an item is asked: another item's answer stands so to a value (``exists``, ``=``, ``!=``, ``>``, ...)."""

    question: str
    operator: str
    value: Value


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a form. ``tells`` is what the answer says about the patient, if it says something the office keeps:
    a field they may say of themselves (``phone``), or a list to look through (``allergies``).
    """

    link_id: str
    text: str
    type: ItemType
    required: bool = False
    repeats: bool = False
    max_length: int = 1_000
    options: tuple[Option, ...] = ()
    when: tuple[Condition, ...] = ()
    when_any: bool = False
    tells: str = ""
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form as it is asked."""

    title: str
    items: tuple[Item, ...]


class Kind(StrEnum):
    """A consent is agreed to by signing it; a questionnaire asks."""

    CONSENT = "consent"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Definition:
    """A version of a form of the office. It is due at visits of ``kinds`` (all, if none), every so many days; without
    days once for each version. ``self_pay``: only where nobody but the patient pays.
    """

    id: UUID
    key: str
    version: int
    title: str
    kind: Kind
    body: str
    kinds: tuple[str, ...]
    every_days: int | None
    made_by: str
    made_at: datetime
    retired_at: datetime | None
    self_pay: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A form that a visit is to have, and why now."""

    definition: Definition
    why: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as a patient signed it. Nothing about it changes."""

    id: UUID
    patient_id: UUID
    appointment_id: UUID | None
    key: str
    version: int
    title: str
    kind: Kind
    response: dict[str, object]
    signed_name: str
    drawn: bool
    sha256: str
    filled_at: datetime
    taken_by: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A link that was handed to a patient: for which visit, which forms, until when; and what is still to fill."""

    id: UUID
    patient_id: UUID
    appointment_id: UUID
    definitions: tuple[Definition, ...]
    filled: frozenset[UUID]
    expires_at: datetime
    begun: bool
    ended_at: datetime | None
    made_by: str
    device_hash: str = ""

    @property
    def waiting(self) -> list[Definition]:
        """What is still to fill."""
        return [one for one in self.definitions if one.id not in self.filled]


@dataclass(frozen=True, slots=True)
class Asked:
    """An item as a page shows it: indented by ``depth``, with what was typed and what is wrong about it.

    ``later``: it is to be answered only if an answer before it asks for it, and none does yet.
    """

    item: Item
    depth: int
    typed: tuple[str, ...] = ()
    wrong: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A question as somebody writes it: ``inside`` the heading above, ``several`` answers may be chosen, ``tells``
    what it says of the patient. What else its item holds (a condition, codes of options) stays with its ``link_id``.
    """

    link_id: str
    words: str = ""
    type: ItemType = ItemType.STRING
    must: bool = False
    inside: bool = False
    several: bool = False
    options: tuple[str, ...] = ()
    tells: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written so far as FHIR text; as a form if it is one, else what is wrong, by row, and with the whole."""

    body: str
    form: Questionnaire | None
    wrong: Mapping[int, str]
    whole: tuple[str, ...] = ()
