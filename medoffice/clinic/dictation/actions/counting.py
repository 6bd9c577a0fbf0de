"""What a signed dictation counts for whoever typed it."""

from medoffice.clinic.dictation.models import Dictation, DictationDraft, DictationLines, DictationVersion, Recording
from medoffice.clinic.dictation.rules.lines import lines_of
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.clinic.dictation.types.learning import Beside
from medoffice.kernel import clock


def counted(row: Dictation, found: Beside | None) -> None:
    """The lines of the text as it was last finished, frozen: what its author put in afterwards is not typed by them.

    ``found``: its drafts beside what was signed, where they are of the whole sound.
    """
    last = DictationVersion.objects.filter(dictation=row, verb=Verb.FINISH).latest("id")
    lines = lines_of(last.text.strip())
    lengths = list(Recording.objects.filter(dictation=row).values_list("seconds", flat=True))
    DictationLines.objects.create(
        dictation=row, typist_id=last.by_id, gross_characters=lines.gross_characters,
        visible_characters=lines.visible_characters, at=clock.now(),
        drafted=DictationDraft.objects.filter(recording__dictation=row, put_at__isnull=False).exists(),
        seconds=None if None in lengths else sum(length or 0 for length in lengths),
        signed_words=found.signed if found else None, wrong_words=found.wrong if found else None,
    )  # fmt: skip
