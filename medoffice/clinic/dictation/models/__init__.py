"""Tables of dictation, by what they are about."""

from medoffice.clinic.dictation.models.dictations import (
    Dictation,
    DictationBlank,
    DictationDraft,
    DictationDraw,
    DictationError,
    DictationHearing,
    DictationLines,
    DictationPace,
    DictationReview,
    DictationSampling,
    DictationStep,
    DictationText,
    DictationVersion,
    Recording,
    ShortForm,
)
from medoffice.clinic.dictation.models.recorder import DictationChunk, DictationStretch, DictationTake, LooseRecording

__all__ = [
    "Dictation",
    "DictationBlank",
    "DictationChunk",
    "DictationDraft",
    "DictationDraw",
    "DictationError",
    "DictationHearing",
    "DictationLines",
    "DictationPace",
    "DictationReview",
    "DictationSampling",
    "DictationStep",
    "DictationStretch",
    "DictationTake",
    "DictationText",
    "DictationVersion",
    "LooseRecording",
    "Recording",
    "ShortForm",
]
