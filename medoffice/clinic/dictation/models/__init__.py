"""Tables of dictation, by what they are about."""

from medoffice.clinic.dictation.models.copies import DictationCopy, DictationCopyLetter
from medoffice.clinic.dictation.models.dictations import (
    Dictation,
    DictationBlank,
    DictationDraft,
    DictationDraw,
    DictationError,
    DictationHand,
    DictationHearing,
    DictationLines,
    DictationPace,
    DictationReview,
    DictationSampling,
    DictationStep,
    DictationStyle,
    DictationText,
    DictationVersion,
    Recording,
    ShortForm,
)
from medoffice.clinic.dictation.models.learning import DictationCorrection, DictationLeftOut
from medoffice.clinic.dictation.models.passing import DictationHeard
from medoffice.clinic.dictation.models.playing import PlayingCopy
from medoffice.clinic.dictation.models.recorder import (
    DictationChunk,
    DictationStretch,
    DictationTake,
    LooseRecording,
    RefusedRecording,
)
from medoffice.clinic.dictation.models.servers import DictationHearingKey, DictationHearingTry

__all__ = [
    "Dictation",
    "DictationBlank",
    "DictationChunk",
    "DictationCopy",
    "DictationCopyLetter",
    "DictationCorrection",
    "DictationDraft",
    "DictationDraw",
    "DictationError",
    "DictationHand",
    "DictationHeard",
    "DictationHearing",
    "DictationHearingKey",
    "DictationHearingTry",
    "DictationLeftOut",
    "DictationLines",
    "DictationPace",
    "DictationReview",
    "DictationSampling",
    "DictationStep",
    "DictationStretch",
    "DictationStyle",
    "DictationTake",
    "DictationText",
    "DictationVersion",
    "LooseRecording",
    "PlayingCopy",
    "Recording",
    "RefusedRecording",
    "ShortForm",
]
