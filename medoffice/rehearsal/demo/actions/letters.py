"""The letters of the demo office as it opens: one in the mail, one a provider signs, one that still lacks something."""

from datetime import date, timedelta

from medoffice.front_office.letters.api import (
    ask_signature,
    change_letter,
    letters_of,
    note_posted,
    send_letter,
    start_letter,
)
from medoffice.front_office.letters.types.letters import Recipient, Way
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Stage
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene

PLACE = "main"


def letters_of_day(scene: Scene, before: date, today: date) -> Script:
    """About patients seen on the working day before, by the secretary of the first site, on the morning of today."""
    riverbend = scene.riverbend
    yield at(today, 8, 40, riverbend.office.zone)
    desk, okafor = riverbend.actors["farrow"], riverbend.staff["okafor"]
    seen = [one for one in encounters_on(riverbend.sites[PLACE], before) if one.stage is Stage.FINISHED]
    seen.sort(key=lambda one: (one.provider_id != okafor, one.started_at))
    if len(seen) < 3:
        return
    off, plan, due = seen[:3]
    excuse = start_letter(actor=desk, patient_id=off.patient_id, key="excuse", language="en", encounter_id=off.id)
    (draft,) = letters_of(desk, off.patient_id, 1)
    days = {"asked.from_date": f"{before:%m/%d/%Y}", "asked.until_date": f"{today + timedelta(days=1):%m/%d/%Y}"}
    change_letter(
        actor=desk, letter_id=excuse, seen_version=draft.version, given=days, recipient=Recipient(""),
        signer_id=draft.signer_id, why="",
    )  # fmt: skip
    ask_signature(actor=desk, letter_id=excuse)
    start_letter(actor=desk, patient_id=plan.patient_id, key="payment_plan", language="en")
    recall = start_letter(actor=desk, patient_id=due.patient_id, key="recall", language="en")
    note_posted(actor=desk, sending_ids=(send_letter(actor=desk, letter_id=recall, way=Way.MAIL),))
