"""Reads of whose reports are reviewed."""

from medoffice.clinic.dictation.models import DictationSampling
from medoffice.clinic.dictation.types.reviews import Sampling


def samplings() -> list[Sampling]:
    """What was set, in the order it was. One query."""
    return [
        Sampling(row.typist_id, row.percent, row.new_reports, row.blanks_over, row.made_by)
        for row in DictationSampling.objects.order_by("id")
    ]
