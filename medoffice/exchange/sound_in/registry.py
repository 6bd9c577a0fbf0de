"""The folder by which recordings come in, registered at dictation: ``<data>/recordings/<world>/folder/in``."""

from medoffice.clinic.dictation.api import register_sound_door
from medoffice.clinic.dictation.types.dictations import LARGEST
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.inbox import Inbox

QUIET = 60.0  # seconds: who records into the folder may think for a while
DOOR = Inbox("recordings", "folder", LARGEST, QUIET)


def _check() -> list[Checked]:
    left = DOOR.left()
    words = f"{left} things in the folder for recordings are no files and are never taken."
    findings: tuple[Finding, ...] = (Finding("door-left", "recordings", words, Severity.WARNING),) if left else ()
    refused = DOOR.set_aside()
    words = f"{refused} recordings were refused; they lie in the folder beside, each with why."
    findings += (Finding("door-refused", "recordings", words, Severity.WARNING),) if refused else ()
    return [Checked("folder for recordings", "what lies in the folder is taken", f"{left} left", findings)]


register_sound_door("folder", DOOR)
register_check("sound-in", _check)
