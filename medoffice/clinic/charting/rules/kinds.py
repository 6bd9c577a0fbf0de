"""What each clinical list asks of its entries, and in which words: one table, for forms, checks and pages alike.

Names and values are those of FHIR R4 (Condition, AllergyIntolerance, MedicationStatement, Immunization, Procedure,
FamilyMemberHistory, Observation, Device), so that an entry can be given on without being translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from medoffice.clinic.charting.types import ListKind

ICD10, CVX = "ICD-10-CM", "CVX"
VERIFICATIONS = ("confirmed", "provisional", "differential", "unconfirmed", "refuted")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a list asks of an entry besides what all lists ask; ``choices`` where only some words will do."""

    key: str
    label: str
    choices: tuple[str, ...] = ()
    shown: bool = True  # on the line of the entry


@dataclass(frozen=True, slots=True)
class Kind:
    """A list: its names, what its entries ask, which statuses they have and which of them hold now.

    ``ends`` is the status that one key gives an entry (resolved, stopped), ``ends_word`` its verb; "" where there is
    none. ``none`` says that there is nothing to put on it, "" where that is not attested. ``system`` is the code system
    that may be chosen from, "" for text only.
    """

    kind: ListKind
    title: str
    one: str
    statuses: tuple[str, ...]
    holds: frozenset[str]
    began: str
    ended: str = ""
    ends: str = ""
    ends_word: str = ""
    none: str = ""
    system: str = ""
    verifies: bool = False
    asked: tuple[Asked, ...] = ()


_ALLERGY = Kind(
    ListKind.ALLERGY,
    "Allergies",
    "allergy",
    ("active", "inactive", "resolved"),
    frozenset({"active"}),
    "Since",
    ends="resolved",
    ends_word="Resolved",
    none="No known allergies",
    verifies=True,
    asked=(
        Asked("reaction", "Reaction"),
        Asked("severity", "Severity", ("mild", "moderate", "severe")),
        Asked("criticality", "Criticality", ("low", "high", "unable-to-assess"), shown=False),
        Asked("category", "Category", ("medication", "food", "environment", "biologic"), shown=False),
        Asked("type", "Type", ("allergy", "intolerance"), shown=False),
    ),
)
_MEDICATION = Kind(
    ListKind.MEDICATION,
    "Medications",
    "medication",
    ("active", "intended", "on-hold", "completed", "stopped", "not-taken", "unknown"),
    frozenset({"active", "intended", "on-hold"}),
    "Started",
    ended="Stopped",
    ends="stopped",
    ends_word="Stop",
    none="Takes no medications",
    asked=(
        Asked("dose", "Dose"),
        Asked("route", "Route"),
        Asked("frequency", "How often"),
        Asked("reason", "For what"),
        Asked("informant", "Who told", shown=False),
    ),
)
_PROBLEM = Kind(
    ListKind.PROBLEM,
    "Problems",
    "problem",
    ("active", "recurrence", "relapse", "inactive", "remission", "resolved"),
    frozenset({"active", "recurrence", "relapse"}),
    "Onset",
    ended="Abated",
    ends="resolved",
    ends_word="Resolved",
    none="No known problems",
    system=ICD10,
    verifies=True,
    asked=(Asked("severity", "Severity", ("mild", "moderate", "severe")), Asked("comment", "Remark")),
)
_IMMUNIZATION = Kind(
    ListKind.IMMUNIZATION,
    "Immunizations",
    "immunization",
    ("completed", "not-done"),
    frozenset({"completed"}),
    "Given",
    system=CVX,
    asked=(
        Asked("record", "Record", ("historical", "given here")),
        Asked("lot", "Lot"),
        Asked("site", "Site"),
        Asked("reason", "If not done, why"),
    ),
)
_PROCEDURE = Kind(
    ListKind.PROCEDURE,
    "Procedures",
    "procedure",
    ("completed", "in-progress", "not-done", "stopped", "unknown"),
    frozenset({"completed", "in-progress"}),
    "Performed",
    none="No procedures",
    asked=(Asked("where", "Where"), Asked("outcome", "Outcome")),
)
_FAMILY = Kind(
    ListKind.FAMILY,
    "Family history",
    "family history",
    ("completed", "partial", "health-unknown"),
    frozenset({"completed", "partial", "health-unknown"}),
    "Onset",
    none="Nothing of note",
    asked=(
        Asked("relationship", "Relationship"),
        Asked("age", "Age at onset"),
        Asked("deceased", "Died of it", ("yes", "no", "unknown"), shown=False),
    ),
)
_SOCIAL = Kind(
    ListKind.SOCIAL,
    "Social history",
    "social history",
    ("final", "former"),
    frozenset({"final"}),
    "Since",
    ended="Until",
    ends="former",
    ends_word="No longer",
    asked=(
        Asked("topic", "Topic", ("tobacco", "alcohol", "other substances", "occupation", "living", "other")),
        Asked("amount", "How much"),
    ),
)
_DEVICE = Kind(
    ListKind.DEVICE,
    "Devices",
    "device",
    ("active", "inactive", "unknown"),
    frozenset({"active"}),
    "Since",
    ended="Removed",
    ends="inactive",
    ends_word="Removed",
    none="No devices",
    asked=(Asked("udi", "Device identifier (UDI)", shown=False), Asked("site", "Site"), Asked("lot", "Lot or serial")),
)
_MEASURED = Kind(
    ListKind.MEASURED,
    "Measured elsewhere",
    "result or vital sign",
    ("final", "preliminary", "amended", "cancelled"),
    frozenset({"final", "preliminary", "amended"}),
    "Measured",
    asked=(
        Asked("value", "Value"),
        Asked("flag", "Flag"),
        Asked("range", "Reference range"),
        Asked("panel", "Taken with", shown=False),
        Asked("category", "Category", ("laboratory", "vital-signs"), shown=False),
    ),
)

KINDS: Mapping[ListKind, Kind] = {
    one.kind: one
    for one in (
        _ALLERGY,
        _MEDICATION,
        _PROBLEM,
        _IMMUNIZATION,
        _PROCEDURE,
        _FAMILY,
        _SOCIAL,
        _DEVICE,
        _MEASURED,
    )
}
