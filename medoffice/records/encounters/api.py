"""What other rooms may use of encounters."""

from medoffice.records.encounters.actions.move_encounter import move_encounter
from medoffice.records.encounters.actions.rows import encounter_moved, encounter_rows
from medoffice.records.encounters.actions.start_encounter import start_encounter
from medoffice.records.encounters.queries import (
    changes_on,
    encounter,
    encounter_numbered,
    encounter_of,
    encounters_of_patient,
    encounters_on,
    logs_between,
    logs_on,
    rooms_taken,
    seen_between,
    seen_without,
    stage_times,
    stages_apart,
    stages_of,
    visit_shown,
    with_reasons,
)

__all__ = [
    "changes_on",
    "encounter",
    "encounter_moved",
    "encounter_numbered",
    "encounter_of",
    "encounter_rows",
    "encounters_of_patient",
    "encounters_on",
    "logs_between",
    "logs_on",
    "move_encounter",
    "rooms_taken",
    "seen_between",
    "seen_without",
    "stage_times",
    "stages_apart",
    "stages_of",
    "start_encounter",
    "visit_shown",
    "with_reasons",
]
