"""What a device wrote, or somebody read off its paper, as a result of the office."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.devices.rules.layout import YEARS
from medoffice.clinic.devices.types import By, Reading, Service, Wrote
from medoffice.clinic.results.types import OURS, Found, Own

PLACE = "Office devices"  # who the results are of
CLOCKS = timedelta(minutes=10)  # how far the clock of a device may be before ours


def readings_of(service: Service, typed: Mapping[str, Decimal | None], said: str) -> tuple[Reading, ...]:
    """The values that were typed, under the office's own names, and what the device or a person says of it."""
    values = tuple(
        Reading(one.name, f"{number.normalize():f}", one.unit, code=one.key, system=OURS)
        for one in service.measures
        if (number := typed.get(one.key)) is not None
    )
    words = said.strip()
    return (*values, Reading("Interpretation", words, code=f"{service.key}-said", system=OURS)) if words else values


def why_no_time(at: datetime, now: datetime) -> str:
    """Why nothing was measured then; "" if it may have been."""
    if at > now + CLOCKS:
        return "This is still to come."
    return "" if at.year in YEARS else f"This is before {YEARS[0]}."


def in_words(by: By) -> str:
    """A device as a result and an order say it."""
    calibrated = f"calibrated {by.calibrated_on:%m/%d/%Y}" if by.calibrated_on else "no calibration noted"
    return f"{by.name}, serial {by.serial}, {calibrated}"


def result_of(number: str, service: str, wrote: Wrote, attached_by: str, document_id: UUID | None = None) -> Own:
    """What a device wrote as a result of the office; a value has a code only where its file says one."""
    found = tuple(
        Found(
            one.code or folded(one.words), one.system or OURS, one.words, one.value, one.unit, one.usual, one.flag
        )
        for one in wrote.readings
    )  # fmt: skip
    notes = ". ".join(filter(None, (in_words(wrote.by), f"Attached by {attached_by}", wrote.notes)))
    return Own(
        number, service, OURS, wrote.what, found, f"{notes}.", place=PLACE, device=wrote.by.serial, taken_at=wrote.at,
        document_id=document_id,
    )  # fmt: skip


def folded(words: str) -> str:
    """The office's own name of a value that has no code: the same words are the same value."""
    return "".join(letter if letter.isalnum() else "-" for letter in words.lower())[:40]
