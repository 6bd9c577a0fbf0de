"""What other rooms may ask of dictation."""

from medoffice.clinic.dictation.rules.formatting import format_report
from medoffice.clinic.dictation.rules.hinting import hints_from
from medoffice.clinic.dictation.rules.transcribing import transcript

__all__ = ["format_report", "hints_from", "transcript"]
