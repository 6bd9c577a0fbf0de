"""What other rooms may ask of dictation."""

from medoffice.clinic.dictation.rules.formatting import format_report

__all__ = ["format_report"]
