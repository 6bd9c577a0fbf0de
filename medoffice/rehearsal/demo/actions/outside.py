"""What comes from others and goes to them in the demo office's morning: a summary whose entries wait, cards to who is
due, a fax whose line is busy.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from medoffice.exchange.simulators.fax.api import set_mood
from medoffice.exchange.simulators.fax.types import FaxMood
from medoffice.front_office.letters.api import change_letter, letters_of, merge_letters, send_letter, start_letter
from medoffice.front_office.letters.types.letters import Recipient, Way
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.practice.api import office_zone
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.faxes.api import hand_over, hear_all
from medoffice.records.patients.api import patient
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM
from medoffice.standards.ccda.api import write_ccd
from medoffice.standards.ccda.outgoing import Outgoing
from medoffice.standards.ccda.types import (
    Allergy,
    Code,
    Entries,
    Identifier,
    Medication,
    Moment,
    Party,
    Patient,
    Period,
    PersonName,
    Precision,
    Problem,
    Reaction,
)

DESK = "farrow"
HARBOR = "Harbor Clinic (made up)"
BUSY = Recipient("Harbor Clinic", ("12 Quay Street", "Riverbend, IL 62799"), "(217) 555-0171")
_ICD, _SNOMED, _SEX = "2.16.840.1.113883.6.90", "2.16.840.1.113883.6.96", "2.16.840.1.113883.5.1"
_DRUG = Code("416098002", _SNOMED, "Drug allergy")
_CONDITION = Code("64572001", _SNOMED, "Condition")
MINUTE = timedelta(minutes=1)


def summary_that_waits(scene: Scene, today: date) -> Script:
    """A clinical document by e-mail about somebody the office knows, filed: what it states waits beside the lists."""
    yield at(today, 8, 57, scene.riverbend.office.zone)
    desk = scene.riverbend.actors[DESK]
    who = next((one for one in scene.patients.values() if can(desk, "documents.file", one)), None)
    if who is None:
        return
    data = _summary(who, today - timedelta(days=3))
    kept = take_in(actor=PROGRAM, door=Door.MAIL, name="summary.xml", data=data, sender="records@harbor.example.com")
    look_into(actor=PROGRAM, file_id=kept.file_id)
    yield clock.now() + 6 * MINUTE
    for found in documents_of_file(kept.file_id):
        filing = Filing(kind="clinical-summary", dated=today - timedelta(days=3), patient_id=who)
        file_document(actor=desk, document_id=found.id, seen_version=found.version, filing=filing)


def cards_of_morning(scene: Scene, today: date) -> Script:
    """Cards to everybody who is due by then, printed and not posted yet."""
    yield at(today, 9, 49, scene.riverbend.office.zone)
    desk = scene.riverbend.actors[DESK]
    merge_letters(actor=desk, key=new_id(), list_key="recalls", template_key="postcard", given={})


def fax_that_waits(scene: Scene, today: date) -> Script:
    """The line of whom a letter goes to is busy: the fax is called again."""
    yield at(today, 10, 11, scene.riverbend.office.zone)
    desk = scene.riverbend.actors[DESK]
    who = next((one for one in scene.patients.values() if can(desk, "letters.send", one)), None)
    if who is None:
        return
    made = start_letter(actor=desk, patient_id=who, key="records_request", language="en")
    draft = next(one for one in letters_of(desk, who) if one.id == made)
    given = {"asked.provider": BUSY.name, "asked.list": "Immunizations"}
    change_letter(
        actor=desk, letter_id=made, seen_version=draft.version, given=given, recipient=BUSY,
        signer_id=draft.signer_id, why="",
    )  # fmt: skip
    set_mood(FaxMood(seed=scene.seed, busy=100))
    send_letter(actor=desk, letter_id=made, way=Way.FAX)
    hand_over(actor=PROGRAM)
    yield clock.now() + 2 * MINUTE
    hear_all(actor=PROGRAM)
    set_mood(FaxMood(seed=scene.seed, nobody=("2175550199",)))


def _summary(who: UUID, on: date) -> bytes:
    """What the other office has of them: a problem, an allergy, two medications."""
    known = patient(who)
    written = Moment(on, Precision.MINUTE, datetime.combine(on, time(16, 5), office_zone()))
    about = Outgoing(
        Identifier("2.25.77", f"H-{known.mrn}"),
        "Summary of care",
        written,
        Patient(
            PersonName(known.name.family, (known.name.given,) if known.name.given else ()),
            Moment(known.birth_date),
            Code(known.sex, _SEX) if known.sex in "FM" else Code(),
        ),
        Party(PersonName(text="Dr. Lena Falk"), HARBOR, at=written),
        Party(organization=HARBOR),
    )
    since = Period(low=Moment(date(on.year - 3, 1, 1), Precision.YEAR))
    entries = Entries(
        problems=(Problem(Code("E78.5", _ICD, "Hyperlipidemia, unspecified"), _CONDITION, "active", "active", since),),
        allergies=(
            Allergy(Code(text="Sulfamethoxazole", missing="OTH"), _DRUG, "active", "active", since,
                    (Reaction(Code(text="rash", missing="OTH")),)),
        ),
        medications=(
            Medication(Code(text="Atorvastatin", missing="OTH"), "active", period=since, sig="20 mg, once a day"),
            Medication(Code(text="Cetirizine", missing="OTH"), "active", period=since, sig="10 mg, as needed"),
        ),
    )  # fmt: skip
    return write_ccd(about, entries)
