"""A patient with a long past: so many visits with signed notes and vital signs, and lists that changed with them.

Written by the rows that the actions write, without the actions: it is the reading that is measured.
"""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from django.db.models import Model

ZONE = ZoneInfo("America/Chicago")
EVERY, A_VISIT_IN, CHANGES = 5, 3, 4  # days between visits; one visit in so many enters something, changed so often
WORDS = "Cough for {n} days. Lungs are clear. Blood pressure is taken and the plan goes on as it was. "


def plant(patient_id: UUID, provider_id: UUID, site_id: UUID, visits: int, until: date) -> None:
    """Write the visits before a day, the latest the day before it, with everything that hangs on them."""
    from medoffice.clinic.charting.api import note_row, note_signed, vitals_row
    from medoffice.clinic.charting.types import Vitals
    from medoffice.kernel.bulk import Loader
    from medoffice.kernel.ids import new_id
    from medoffice.kernel.trace import Ref
    from medoffice.records.encounters.api import encounter_moved, encounter_rows
    from medoffice.records.encounters.types import EncounterClass, Stage

    loader, mark = Loader(), patient_id.hex[-6:]
    for number in range(visits):
        on = until - timedelta(days=1 + EVERY * number)
        at = datetime.combine(on, time(10), ZONE)
        encounter, arrived = encounter_rows(
            number=f"L{mark}-{number}",
            patient_id=patient_id,
            provider_id=provider_id,
            site_id=site_id,
            kind=EncounterClass.OFFICE,
            reason=f"follow-up {number}",
            cause=Ref("appointment", new_id()),
            on=on,
            by="bench",
            at=at,
        )
        over = encounter_moved(encounter, Stage.FINISHED, "", "bench", at)
        note = note_row(
            encounter_id=encounter.id,
            patient_id=patient_id,
            author_id=provider_id,
            author="A Provider, MD",
            text=WORDS.format(n=number) * 8,
            by="bench",
            at=at,
        )
        vitals = vitals_row(encounter.id, Vitals(systolic=128, diastolic=80, pulse=70 + number % 9), "bench", at)
        loader.add(encounter, arrived, over, note_signed(note, at), vitals)
        if number % A_VISIT_IN == 0:
            loader.add(*_entry(patient_id, encounter.id, number, at))
    loader.close()


def _entry(patient_id: UUID, encounter_id: UUID, number: int, at: datetime) -> "list[Model]":
    """An entry that began at a visit, every other one over by now, and all its versions."""
    from medoffice.clinic.charting.actions.listing import entry_row
    from medoffice.clinic.charting.rules.kinds import KINDS
    from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
    from medoffice.kernel.ids import new_id

    kind, entry = list(ListKind)[number // A_VISIT_IN % len(ListKind)], new_id()
    status = KINDS[kind].ends if number % 2 and KINDS[kind].ends else KINDS[kind].statuses[0]
    rows: list[Model] = []
    for version in range(1, 1 + CHANGES):
        last = version == CHANGES
        told = Told(f"Thing {number}", status=status if last else KINDS[kind].statuses[0], began=str(at.year - 1))
        row = entry_row(
            patient_id=patient_id,
            kind=kind,
            told=told,
            cause=Cause(CauseKind.ENCOUNTER, encounter_id),
            by="bench",
            at=at + timedelta(minutes=version),
            entry_id=entry,
            version=version,
            follows=version - 1,
        )
        rows.append(row)
    return rows
