"""What a notice (ABN) that was given before a test means for its service. Pure."""

from collections.abc import Callable, Iterable, Sequence

from medoffice.clinic.orders.types import Choice, Ground, Notice
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.sources import UNVERIFIED
from medoffice.revenue.coding.types import CodedService

Marks = Callable[[Choice, Ground], Sequence[str]]


def noticed(lines: Iterable[CodedService], notices: Sequence[Notice], marks: Marks) -> list[Finding]:
    """A thing to do for each service about which its newest notice says something that its modifiers do not.

    The notices are in the order they were noted. Of one that was struck no modifier speaks, unless another stands.
    """
    found = []
    for line in lines:
        about = [one for one in notices if line.code in one.billed]
        notice = next((one for one in reversed(about) if one.struck_at is None), None)
        if notice is None and (left := [mark for mark in line.modifiers if mark in _marks(about, marks)]):
            words = f"The notice (ABN) for {line.code} was struck as wrong, and no other stands: {about[-1].struck_why}"
            words = f"{words}. Take modifier {' and '.join(left)} away."
            found.append(Finding("notice-struck", f"service {line.line}", words, Severity.WARNING))
        if notice is not None and (words := _words(line, notice, marks(notice.choice, notice.ground))):
            found.append(Finding("notice-given", f"service {line.line}", words, Severity.WARNING))
    return found


def _marks(notices: Iterable[Notice], marks: Marks) -> set[str]:
    return {mark for one in notices for mark in marks(one.choice, one.ground)}


def _words(line: CodedService, notice: Notice, marks: Sequence[str]) -> str:
    signed = f"The patient signed a notice (ABN) on {notice.signed_on:%m/%d/%Y}" if notice.signed_on else ""
    if notice.choice is Choice.REFUSE:
        return f"{signed} and did not want {line.code}. Look whether it was done."
    if notice.choice is Choice.PAY:
        return f"{signed} and chose to pay {line.code}: Medicare is not billed for it."
    missing = [one for one in marks if one not in line.modifiers]
    if not missing:
        return ""
    said = f"{signed} for {line.code}, option 1." if signed else f"No notice (ABN) was given before {line.code}."
    return f"{said} Modifier {' and '.join(missing)} says so to Medicare (which one: {UNVERIFIED})."
