"""That every view tells the same: what is kept for finding repeats the last line of the log it was written with."""

from datetime import timedelta

from medoffice.front_office.scheduling.api import states_apart
from medoffice.kernel import clock
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding
from medoffice.practice.api import office_zone
from medoffice.records.encounters.api import stages_apart

BEHIND = timedelta(days=90)


def flow_check() -> list[Checked]:
    """The stage of a visit and the state of its appointment are what their logs end with. Three queries."""
    since = clock.today(office_zone()) - BEHIND
    stages, states = stages_apart(since), states_apart(since)
    told = f"{stages} visits and {states} appointments of the last ninety days say otherwise than their logs"
    found = [Finding("flow-apart", "flow", told)] if stages or states else []
    return [Checked("flow", "where patients are is told by one log", told, tuple(found))]
