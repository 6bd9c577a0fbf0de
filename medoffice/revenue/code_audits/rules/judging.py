"""What may be said of a code, and when a visit is judged whole."""

from collections.abc import Iterable

from medoffice.kernel.findings import Finding
from medoffice.revenue.code_audits.types import Judged, Kind, Verdict
from medoffice.revenue.coding.types import CodedEncounter, CodedService

NO_LEVEL, HIGHEST = 0, 5
HIGH, LOW, MISSING = "level-high", "level-low", "missing"
NAMES_ANOTHER = ("other-code", HIGH, LOW)
NOT_PRICED = frozenset({"modifier", "pointers", "place"})
# By kind: what a second coder can say against a code.
REASONS: dict[Kind, dict[str, str]] = {
    Kind.DIAGNOSIS: {
        "no-ground": "the note does not support it",
        "other-code": "another code",
        "place": "at the wrong place",
    },
    Kind.SERVICE: {
        "no-ground": "the note does not support it",
        "other-code": "another service or other units",
        "modifier": "modifier",
        "pointers": "points to the wrong diagnosis",
    },
}
# What else a finding can be, which nobody chooses.
SAYS: dict[str, str] = {
    HIGH: "level too high",
    LOW: "level too low",
    MISSING: "not coded",
    **{key: words for each in REASONS.values() for key, words in each.items() if key != "other-code"},
    "other-code": "another code",
}


def level_of(line: CodedService) -> int:
    """The level of a visit that a service bills: 1 to 5; 0 for every other service."""
    kind, _, level = line.key.partition("_")
    return int(level) if kind in ("new", "est") and level in tuple("12345") else NO_LEVEL


def level_coded(codes: CodedEncounter) -> int:
    """The level the first coder gave; 0 for none."""
    return max((level_of(one) for one in codes.services), default=NO_LEVEL)


def of_level(line: CodedService, own: int) -> tuple[Verdict, str, str]:
    """What the level given unseen says of the line that bills one: verdict, reason, the office's service instead."""
    coded = level_of(line)
    if coded == own:
        return Verdict.AGREES, "", ""
    if own == NO_LEVEL:
        return Verdict.DISAGREES, "no-ground", ""
    return Verdict.DISAGREES, HIGH if coded > own else LOW, f"{line.key.partition('_')[0]}_{own}"


def check_reason(kind: Kind, reason: str, instead: str) -> list[Finding]:
    """What stands against a judgement that disagrees."""
    if reason not in REASONS[kind] and not (kind is Kind.SERVICE and reason in (HIGH, LOW)):
        return [Finding("reason-missing", "reason", "Say why.")]
    if reason in NAMES_ANOTHER and not instead:
        return [Finding("instead-missing", "instead", "Say which code instead.")]
    if reason not in NAMES_ANOTHER and instead:
        return [Finding("instead-odd", "instead", "Only another code is named instead.")]
    return []


def unjudged(codes: CodedEncounter, judged: Iterable[Judged]) -> list[str]:
    """The codes of a visit of which nothing is said yet."""
    done = {one.code_id for one in judged}
    return [one.code for one in codes.every if one.id not in done]
