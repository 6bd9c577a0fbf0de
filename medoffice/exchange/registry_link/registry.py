"""The doors to the immunization registry, registered with the clinic's immunizations."""

from pathlib import Path

from django.conf import settings

from medoffice.clinic.immunizations.api import register_registry_door
from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.api import read_message


class FolderDoor:
    """Messages to ``<data>/registry/out``, a file each; another program carries them (SOAP, SFTP, a portal).

    Nobody sees half a file, and the same name again is the same file: a try that was not known to have come through.
    """

    key = "folder"

    def put(self, name: str, data: bytes) -> None:
        """Write it. Raises Refusal if the folder cannot be used."""
        path = Path(settings.DATA_DIR) / "registry" / "out" / Path(name).name
        try:
            private.write(path, data)
        except OSError as error:
            words = f"The registry's folder cannot be used: {error.strerror}."
            raise Refusal("door-shut", words, "Nothing is lost; it is tried again.") from error


class StandIn:
    """The registry of worlds that are no practice: it reads what comes, and keeps nothing of it."""

    key = "simulator"

    def put(self, name: str, data: bytes) -> None:  # noqa: ARG002 - it keeps none
        """Read it. Raises Refusal for what is no vaccination."""
        if read_message(data).value("MSH-9.1") != "VXU":
            raise Refusal("no-vaccination", "The registry takes vaccinations only.", "")


register_registry_door(FolderDoor())
register_registry_door(StandIn())
