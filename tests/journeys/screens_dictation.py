"""The screens of dictation: what waits, sending one, one in each of its states, when they are due."""

from uuid import UUID

from medoffice.clinic.charting.api import note_of, revise_note
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.actions.hold_dictation import hold_dictation
from medoffice.clinic.dictation.api import (
    add_recording,
    begin_take,
    claim_dictation,
    draft_waiting,
    keep_chunk,
    keep_short_form,
    keep_text,
    loose_recordings,
    name_copy,
    note_refused,
    read_review,
    reject_dictation,
    reviews_waiting,
    score_error,
    set_recogniser,
    sign_dictation,
    take_loose,
    typed_of,
)
from medoffice.clinic.dictation.tests.makers import (
    make_corrected,
    make_dictation,
    make_finished,
    make_heard,
    make_reviewed,
    wav,
)
from medoffice.clinic.dictation.types.dictations import Priority, Recogniser
from medoffice.clinic.dictation.types.reviews import ErrorClass
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def dictations(add: Add, place: Place) -> None:
    """One that waits and is STAT, one that is typed and has two parts, one on hold, a rejected one."""
    visit = make_visit(place.office, place.patient_id)
    okafor = actor_named("okafor")
    stat = make_dictation(visit, tone=21, priority=Priority.STAT, note="<b>Spell</b> the new drug")
    typed = make_dictation(visit, tone=22, kind="consultation")
    add_recording(actor=okafor, dictation_id=typed.id, data=wav(tone=23))
    claim_dictation(actor=okafor, dictation_id=typed.id, seen_version=1)
    held = make_dictation(visit, tone=24, kind="procedure-note", priority=Priority.ASAP)
    hold_dictation(actor=okafor, dictation_id=held.id, seen_version=1, why="Which knee? The author is asked")
    gone = make_dictation(visit, tone=25)
    reject_dictation(actor=okafor, dictation_id=gone.id, seen_version=1, why="Nothing can be heard")
    for who in ("okafor", "moreau", "petrov"):
        add(who, "dictation:desk")
    for one in (stat, typed, held, gone):
        add("okafor", "dictation:dictation", one.id)
    add("moreau", "dictation:dictation", stat.id)
    add("petrov", "dictation:dictation", stat.id)
    add("okafor", "dictation:send", visit)
    recorded = make_visit(place.office, place.patient_id)
    take = begin_take(actor=okafor, encounter_id=recorded)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=wav(2, tone=29), ms=2000)
    add("okafor", "dictation:send", recorded)
    take_loose(actor=PROGRAM, name="DM_0001.wav", data=wav(2, tone=31))
    note_refused(actor=PROGRAM, name="<b>old</b>.ds2", words="Only its maker's program opens it. Send it as WAV.")
    add("moreau", "dictation:waiting")
    add("moreau", "dictation:hand")
    add("okafor", "dictation:elsewhere", typed.id)
    add("moreau", "dictation:loose", loose_recordings()[0].id)
    for who in ("moreau", "petrov"):
        add(who, "dictation:lines")
        add(who, "dictation:board")
    add("petrov", "dictation:paces")
    add("petrov", "dictation:who-hears")
    keep_text(actor=okafor, dictation_id=typed.id, text="HPI: ____ <b>pain</b> [side] since May.", seen_version=1)
    keep_short_form(actor=PROGRAM, short="nlex", words="Well developed, in no distress.", office=True)
    add("okafor", "dictation:bench", typed.id)
    to_sign = make_finished(okafor, visit, "Takes ____ daily. No fever.\n\nPlan: rest.", blank=6, tone=26)
    done = make_finished(okafor, visit, "No fever.", tone=27)
    sign_dictation(actor=okafor, dictation_id=done.id, seen_version=done.version, seen_text=typed_of(done.id).version)
    copies(add, visit)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    for tone, patient_id in ((45, place.patient_id), (46, make_patient("Quill", "Ada"))):
        about, heard = make_visit(place.office, patient_id), "takes as a thigh oprine daily period"
        make_corrected(place.office, okafor, about, heard, "Takes azathioprine daily.", tone=tone)
    drafted = make_heard(visit, "start hydralazine ten milligrams today period", unsure=("today",), tone=28)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=okafor, dictation_id=drafted.id, seen_version=drafted.version)
    add("okafor", "dictation:bench", drafted.id)
    for one in (to_sign, done):
        add("okafor", "dictation:review", one.id)
        add("okafor", "dictation:dictation", one.id)
    add("moreau", "dictation:review", to_sign.id)
    for who in ("moreau", "petrov"):
        add(who, "dictation:shorts")
    reviews(add, place)


def copies(add: Add, visit: UUID) -> None:
    """Copies of one that is to be signed, with a name nobody has, and of one that was put right since."""
    okafor, to = actor_named("okafor"), make_performer(npi="133333331")
    waits = make_finished(okafor, visit, "No fever. Copy to Dr. Abelard and Dr. <b>Nobody</b>.", tone=37)
    named = make_finished(okafor, visit, "No cough.", tone=38)
    name_copy(actor=okafor, dictation_id=named.id, performer_id=to)
    sign_dictation(
        actor=okafor, dictation_id=named.id, seen_version=named.version + 1, seen_text=typed_of(named.id).version
    )
    note = note_of(visit)
    assert note is not None
    added = note.addenda[-1]
    revise_note(actor=okafor, note_id=note.id, part=added.id, why="The left side", text="No cough at night.")
    for who in ("okafor", "moreau"):
        add(who, "dictation:copies", waits.id)
        add(who, "dictation:copies", named.id)
    add("okafor", "dictation:review", waits.id)


def reviews(add: Add, place: Place) -> None:
    """One that waits for its reviewer with errors of each class, one that is told and critical, one that was read."""
    moreau, okafor = actor_named("moreau"), actor_named("okafor")
    text = "Takes <b>hydralazine</b> 10 mg. No fever.\n\nPlan: rest, recieve fluids."
    errors = {1: ErrorClass.CRITICAL, 5: ErrorClass.FEEDBACK, 8: ErrorClass.MINOR}
    visit = make_visit(place.office, place.patient_id)
    told = make_reviewed(place.office, moreau, visit, text, errors, tone=29)
    read = make_reviewed(place.office, moreau, visit, text, {8: ErrorClass.MINOR}, tone=30)
    read_review(actor=moreau, review_id=read.id, answer="Thank you")
    one = make_finished(moreau, visit, text, tone=31)
    waits = next(found for found in reviews_waiting(okafor) if found.dictation.id == one.id)
    for at, kind in errors.items():
        score_error(actor=okafor, review_id=waits.id, kind=kind, place=at, said="<i>hydroxyzine</i>")
    for who in ("okafor", "moreau", "petrov"):
        add(who, "dictation:quality")
    for who, found in (("okafor", waits), ("okafor", told), ("moreau", told), ("moreau", read)):
        add(who, "dictation:sheet", found.id)
    add("okafor", "dictation:review", told.dictation.id)
    add("petrov", "dictation:sampling")
    add("petrov", "dictation:style")
