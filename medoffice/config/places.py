"""Where this installation keeps its data; read without settings, which make a secret there when they are imported."""

import os
from pathlib import Path


def data_folder() -> Path:
    """``MEDOFFICE_DATA``, else the platform's place for a service (root) or for this user."""
    told = os.environ.get("MEDOFFICE_DATA")
    if told:
        return Path(told)
    if os.geteuid() == 0:
        return Path("/var/lib/medoffice")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "medoffice"


def use_own_codes() -> None:
    """Have this process, and those it starts, read the code tables with the years that were brought in."""
    os.environ.setdefault("MEDOFFICE_CODES", str(data_folder() / "codes" / "icd10cm.tsv.xz"))


def use_own_model() -> None:
    """Have this process, and those it starts, find the model of speech that was brought in."""
    os.environ.setdefault("MEDOFFICE_SPEECH_MODEL", str(data_folder() / "speech"))
