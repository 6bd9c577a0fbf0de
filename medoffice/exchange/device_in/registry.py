"""The folder by which files of devices come in, registered at devices: ``<data>/devices/<world>/folder/in``."""

from medoffice.clinic.devices.api import register_device_door
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.inbox import Inbox
from medoffice.kernel.papers import LARGEST

DOOR = Inbox("devices", "folder", LARGEST)


def _check() -> list[Checked]:
    left = DOOR.left()
    words = f"{left} things in the folder for devices are no files and are never taken."
    findings: tuple[Finding, ...] = (Finding("door-left", "devices", words, Severity.WARNING),) if left else ()
    refused = DOOR.set_aside()
    words = f"{refused} files of devices were not taken; they lie in the folder beside, each with why."
    findings += (Finding("door-refused", "devices", words, Severity.WARNING),) if refused else ()
    return [Checked("folder for devices", "what lies in the folder is taken", f"{left} left", findings)]


register_device_door("folder", DOOR)
register_check("device-in", _check)
