"""Destroy a sound, with the copy that was played of it."""

from medoffice.clinic.dictation.models import PlayingCopy
from medoffice.kernel import files


def forget_sound(content: str) -> None:
    """Destroy a content that no row names any longer, and the copy that was played of it."""
    for copy in PlayingCopy.objects.filter(original=content):
        digest = copy.sha256
        copy.delete()
        if digest and not files.named_by_others([digest], PlayingCopy):
            files.forget(digest)
    files.forget(content)
