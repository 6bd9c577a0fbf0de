"""What was dictated about the visit of the policy tests, its sound, and what was typed of it."""

from uuid import UUID

from medoffice.clinic.dictation.api import (
    blanks_of,
    claim_dictation,
    finish_dictation,
    keep_short_form,
    keep_text,
    loose_recordings,
    mark_blank,
    name_copy,
    note_refused,
    recordings_of,
    refused_recordings,
    reviews_waiting,
    score_error,
    send_dictation,
    take_loose,
    typed_of,
)
from medoffice.clinic.dictation.tests.makers import wav
from medoffice.clinic.dictation.types.dictations import BlankReason, Priority
from medoffice.clinic.dictation.types.reviews import ErrorClass
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.practice.tests.makers import Office
from medoffice.security.api import actor_of, users
from medoffice.security.tests.makers import make_user
from medoffice.security.types import PROGRAM


def typed(office: Office, encounter: UUID, said: str) -> dict[str, UUID | str]:
    """What somebody else typed about the visit, and a review of it with an error; both say what the visit was for."""
    known = next((actor_of(one.id) for one in users() if one.username == "typist"), None)
    hand = known or make_user("typist", "Tove Hand", "transcriptionist")
    made = send_dictation(
        actor=PROGRAM, encounter_id=encounter, kind="visit-note", priority=Priority.ROUTINE,
        data=wav(tone=20 + sum(encounter.bytes) % 900) + b"typed" + encounter.bytes, note=said,
    )  # fmt: skip
    claim_dictation(actor=hand, dictation_id=made, seen_version=1)
    keep_text(actor=hand, dictation_id=made, text=f"Typed: {said}", seen_version=1)
    finish_dictation(actor=hand, dictation_id=made, seen_version=2)
    found = next(one.id for one in reviews_waiting(office.provider) if one.dictation.id == made)
    error = score_error(actor=office.provider, review_id=found, kind=ErrorClass.CRITICAL, place=1, said=said)
    return {"review_id": found, "error_id": error}


def dictations(office: Office, encounter: UUID, said: str) -> dict[str, UUID | str]:
    """A dictation that its author types: what is typed says what the visit was for; each patient's sounds otherwise."""
    made = send_dictation(
        actor=PROGRAM, encounter_id=encounter, kind="visit-note", priority=Priority.ROUTINE,
        data=wav(tone=20 + sum(encounter.bytes) % 900) + encounter.bytes, note=said,
    )  # fmt: skip
    claim_dictation(actor=office.provider, dictation_id=made, seen_version=1)
    keep_text(actor=office.provider, dictation_id=made, text=f"____ {said}", seen_version=1)
    mark_blank(actor=office.provider, dictation_id=made, offset=0, reason=BlankReason.INAUDIBLE)
    take_loose(actor=PROGRAM, name="DM_0001.wav", data=wav(tone=19))
    note_refused(actor=PROGRAM, name="old.ds2", words="Only its maker's program opens it.")
    to = make_performer(npi=f"{100000000 + sum(encounter.bytes)}")
    return typed(office, encounter, said) | {
        "copy_id": name_copy(actor=PROGRAM, dictation_id=made, performer_id=to),
        "refused_id": refused_recordings()[0].id,
        "loose_id": loose_recordings()[0].id,
        "dictation_id": made,
        "recording_id": recordings_of(made)[0].id,
        "blank_id": blanks_of(made, typed_of(made))[0].id,
        "word": "azathioprine",
        "short_id": keep_short_form(actor=PROGRAM, short="htn", words="hypertension", office=True),
    }
