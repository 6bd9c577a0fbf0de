"""When a thread closes by itself."""

from medoffice.front_office.memos.types import Wants


def closes_when_read(wants: Wants, *, starter_reads: bool, answered: bool) -> bool:
    """Whether there is no more to do once whoever has the ball has read.

    What is to be known, when it is read, or its answer by whoever wrote it; what wants an answer, when whoever asked
    has read one; what is to be done, never.
    """
    if wants is Wants.DONE:
        return False
    return starter_reads and answered if wants is Wants.ANSWER else True
