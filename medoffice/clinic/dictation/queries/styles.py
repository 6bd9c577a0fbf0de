"""How the office's reports are written."""

from medoffice.clinic.dictation.models import DictationStyle
from medoffice.standards.dictated.types import Profile


def style() -> tuple[Profile, str]:
    """The style of drafts and of the formatter's key, and who set it; strict until somebody has. One query."""
    row = DictationStyle.objects.order_by("-id").first()
    return (Profile(row.profile), row.made_by) if row else (Profile.STRICT, "")
