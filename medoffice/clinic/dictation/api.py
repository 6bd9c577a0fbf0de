"""What other rooms may ask of dictation."""

from medoffice.clinic.dictation.actions.add_recording import add_recording
from medoffice.clinic.dictation.actions.answer_blank import answer_blank
from medoffice.clinic.dictation.actions.assign_dictation import assign_dictation
from medoffice.clinic.dictation.actions.begin_take import begin_take
from medoffice.clinic.dictation.actions.claim_dictation import claim_dictation
from medoffice.clinic.dictation.actions.destroy_recordings import destroy_recordings
from medoffice.clinic.dictation.actions.draft_waiting import draft_waiting
from medoffice.clinic.dictation.actions.drop_copy import drop_copy
from medoffice.clinic.dictation.actions.drop_loose import drop_loose
from medoffice.clinic.dictation.actions.drop_take import drop_take
from medoffice.clinic.dictation.actions.finish_dictation import finish_dictation
from medoffice.clinic.dictation.actions.finish_review import finish_review
from medoffice.clinic.dictation.actions.go_on_take import go_on_take
from medoffice.clinic.dictation.actions.heed_review import heed_review
from medoffice.clinic.dictation.actions.hold_dictation import hold_dictation
from medoffice.clinic.dictation.actions.keep_chunk import keep_chunk
from medoffice.clinic.dictation.actions.keep_short_form import keep_short_form
from medoffice.clinic.dictation.actions.keep_text import keep_text
from medoffice.clinic.dictation.actions.leave_out_word import leave_out_word
from medoffice.clinic.dictation.actions.mark_blank import mark_blank
from medoffice.clinic.dictation.actions.move_dictation import move_dictation
from medoffice.clinic.dictation.actions.name_copy import name_copy
from medoffice.clinic.dictation.actions.note_heard import note_heard
from medoffice.clinic.dictation.actions.note_model import note_model
from medoffice.clinic.dictation.actions.note_refused import note_refused
from medoffice.clinic.dictation.actions.place_loose import place_loose
from medoffice.clinic.dictation.actions.put_drafts import put_drafts
from medoffice.clinic.dictation.actions.read_review import read_review
from medoffice.clinic.dictation.actions.reject_dictation import reject_dictation
from medoffice.clinic.dictation.actions.release_dictation import release_dictation
from medoffice.clinic.dictation.actions.remind_authors import remind_authors
from medoffice.clinic.dictation.actions.resume_dictation import resume_dictation
from medoffice.clinic.dictation.actions.return_dictation import return_dictation
from medoffice.clinic.dictation.actions.revive_dictation import revive_dictation
from medoffice.clinic.dictation.actions.score_error import score_error
from medoffice.clinic.dictation.actions.send_copies_again import send_copies_again
from medoffice.clinic.dictation.actions.send_dictation import send_dictation
from medoffice.clinic.dictation.actions.send_take import send_take
from medoffice.clinic.dictation.actions.set_pace import set_pace
from medoffice.clinic.dictation.actions.set_recogniser import set_recogniser
from medoffice.clinic.dictation.actions.set_sampling import set_sampling
from medoffice.clinic.dictation.actions.set_style import set_style
from medoffice.clinic.dictation.actions.settle_doubts import settle_doubts
from medoffice.clinic.dictation.actions.sign_dictation import sign_dictation
from medoffice.clinic.dictation.actions.take_loose import take_loose
from medoffice.clinic.dictation.actions.try_recogniser import try_recogniser
from medoffice.clinic.dictation.offers import register_hearing_door, register_sound_door
from medoffice.clinic.dictation.queries.copies import copies_of
from medoffice.clinic.dictation.queries.dictations import (
    dictation,
    dictations_of_visit,
    open_dictations,
    recordings_of,
    steps_of,
)
from medoffice.clinic.dictation.queries.drafts import drafts_of, recogniser
from medoffice.clinic.dictation.queries.loose import loose_recordings, refused_recordings
from medoffice.clinic.dictation.queries.passing import dangers_of, passed_of
from medoffice.clinic.dictation.queries.practicum import practice_sound
from medoffice.clinic.dictation.queries.production import production
from medoffice.clinic.dictation.queries.reviews import (
    mistakes_of,
    review,
    review_of,
    reviews_told,
    reviews_waiting,
    text_reviewed,
    typing_unreviewed,
)
from medoffice.clinic.dictation.queries.takes import open_take
from medoffice.clinic.dictation.queries.typed import blanks_of, short_forms, typed_of
from medoffice.clinic.dictation.rules.carrying import with_words

__all__ = [
    "add_recording",
    "answer_blank",
    "assign_dictation",
    "begin_take",
    "blanks_of",
    "claim_dictation",
    "copies_of",
    "dangers_of",
    "destroy_recordings",
    "dictation",
    "dictations_of_visit",
    "draft_waiting",
    "drafts_of",
    "drop_copy",
    "drop_loose",
    "drop_take",
    "finish_dictation",
    "finish_review",
    "go_on_take",
    "heed_review",
    "hold_dictation",
    "keep_chunk",
    "keep_short_form",
    "keep_text",
    "leave_out_word",
    "loose_recordings",
    "mark_blank",
    "mistakes_of",
    "move_dictation",
    "name_copy",
    "note_heard",
    "note_model",
    "note_refused",
    "open_dictations",
    "open_take",
    "passed_of",
    "place_loose",
    "practice_sound",
    "production",
    "put_drafts",
    "read_review",
    "recogniser",
    "recordings_of",
    "refused_recordings",
    "register_hearing_door",
    "register_sound_door",
    "reject_dictation",
    "release_dictation",
    "remind_authors",
    "resume_dictation",
    "return_dictation",
    "review",
    "review_of",
    "reviews_told",
    "reviews_waiting",
    "revive_dictation",
    "score_error",
    "send_copies_again",
    "send_dictation",
    "send_take",
    "set_pace",
    "set_recogniser",
    "set_sampling",
    "set_style",
    "settle_doubts",
    "short_forms",
    "sign_dictation",
    "steps_of",
    "take_loose",
    "text_reviewed",
    "try_recogniser",
    "typed_of",
    "typing_unreviewed",
    "with_words",
]
