"""The letters of the demo office as it opens: one in the mail, one a provider signs, one that still lacks something;
a fax that arrived, and one that did not.
"""

from datetime import date, timedelta
from uuid import UUID

from medoffice.exchange.simulators.fax.api import set_mood
from medoffice.exchange.simulators.fax.types import FaxMood
from medoffice.front_office.letters.api import (
    approve_template,
    ask_signature,
    change_letter,
    letters_of,
    note_posted,
    send_letter,
    start_letter,
)
from medoffice.front_office.letters.types.letters import Recipient, Way
from medoffice.kernel import clock
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Stage
from medoffice.records.faxes.api import hand_over, hear_all
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.types import PROGRAM

PLACE = "main"
READ = ("recall", "postcard", "missed_visit")  # whose Spanish somebody has read; the rest waits
CLINIC = Recipient("Prairie Valley Clinic", ("400 Meadow Road", "Riverbend, IL 62799"), "(217) 555-0168")
CLOSED = Recipient("Dr Hale's former office", ("9 Quarry Street", "Riverbend, IL 62799"), "(217) 555-0199")


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
    set_mood(FaxMood(seed=scene.seed, nobody=("2175550199",)))
    excuse = start_letter(actor=desk, patient_id=off.patient_id, key="excuse", language="en", encounter_id=off.id)
    (draft,) = letters_of(desk, off.patient_id, 1)
    days = {"asked.from_date": f"{before:%m/%d/%Y}", "asked.until_date": f"{today + timedelta(days=1):%m/%d/%Y}"}
    change_letter(
        actor=desk, letter_id=excuse, seen_version=draft.version, given=days, recipient=Recipient(""),
        signer_id=draft.signer_id, why="",
    )  # fmt: skip
    ask_signature(actor=desk, letter_id=excuse)
    start_letter(actor=desk, patient_id=plan.patient_id, key="payment_plan", language="en")
    for who, to in ((off, CLINIC), (due, CLOSED)):
        _faxed(scene, who.patient_id, to)
    recall = start_letter(actor=desk, patient_id=due.patient_id, key="recall", language="en")
    note_posted(actor=desk, sending_ids=(send_letter(actor=desk, letter_id=recall, way=Way.MAIL),))
    yield clock.now() + timedelta(minutes=1)
    hand_over(actor=PROGRAM)
    yield clock.now() + timedelta(minutes=6)
    hear_all(actor=PROGRAM)


def translations_read(scene: Scene, on: date) -> Script:
    """The nurse reads the Spanish of what goes out most, and says that it says what the English says."""
    yield at(on, 16, 40, scene.riverbend.office.zone)
    for key in READ:
        approve_template(actor=scene.riverbend.actors["ruiz"], key=key, language="es", version=1)


def _faxed(scene: Scene, who: UUID, to: Recipient) -> None:
    """The records of a patient are asked for by fax."""
    desk = scene.riverbend.actors["farrow"]
    request = start_letter(actor=desk, patient_id=who, key="records_request", language="en")
    draft = next(one for one in letters_of(desk, who) if one.id == request)
    given = {"asked.provider": to.name, "asked.list": "Office notes of the last two years"}
    change_letter(
        actor=desk, letter_id=request, seen_version=draft.version, given=given, recipient=to,
        signer_id=draft.signer_id, why="",
    )  # fmt: skip
    send_letter(actor=desk, letter_id=request, way=Way.FAX)
