"""What is said in a recording, heard by another process (``hearer.py``): it may break, the office does not.

Hearing is an extra (``speech-demo``). Where it is not installed, a person listens and types. Nothing is sent anywhere:
the recogniser and its model are files of this machine, and a model whose hash is not known is not used. What the office
has brought in (``speech_models.py``) is used before what is installed.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from medoffice.kernel.heard import Heard
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_models import KNOWN, SpeechModel, own_model

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("hearer.py")
BESIDE = Path(__file__).parents[2] / ".speech" / "bin" / "python"  # where ``make speech`` installs the extra
MOST_BYTES, MOST_OUTPUT, SECONDS = 512 << 20, 64 << 20, 6 * 60 * 60
_DS2 = (b"\x03ds2", b"\x01ds2", b"\x06ds2", b"\x07ds2", b"\x08ds2")
_TYPE = "Let a person listen and type it."
_TROUBLES = {
    "not-installed": ("No recogniser is installed here.", f"Install the extra speech-demo (make speech). {_TYPE}"),
    "no-model": ("The recogniser has no model here.", f"Install the extra speech-demo (make speech). {_TYPE}"),
    "changed-model": (
        "The recogniser's model is not as it was brought in, so it is not used.",
        f"Bring it in again (medoffice import model). {_TYPE}",
    ),
    "unknown-model": ("The recogniser's model is not one that is known by its hash, so it is not used.", _TYPE),
    "not-a-recording": ("This is not a recording that can be read.", "Save it as WAV, MP3, M4A, OGG or WebM."),
    "no-sound": ("There is no sound in this file.", "Look whether it is the right one."),
    "too-long": ("This recording is longer than two hours.", f"Cut it into parts. {_TYPE}"),
}
_BROKE = Refusal("hearing.broke", "The recogniser broke at this recording.", _TYPE)
_HEARD: TypeAdapter[Heard] = TypeAdapter(Heard)


def hear(recording: bytes, hints: Sequence[str] = (), model: SpeechModel | None = None) -> Heard:
    """The words of a recording, with and without hints, by a model, else the office's own, else the one installed.

    Raises Refusal (``hearing.*``) with what to do instead.
    """
    if not recording:
        raise Refusal("hearing.empty", "There is nothing in this file.", "Record it again, or send the file again.")
    if recording[:4] in _DS2:
        words = "This is a DS2 recording, which only its maker's program opens."
        raise Refusal("hearing.ds2", words, "Export it from that program as WAV or MP3.")
    if len(recording) > MOST_BYTES:
        words = f"This recording is larger than {MOST_BYTES >> 20} MB."
        raise Refusal("hearing.too-large", words, f"Save it as MP3 or OGG, or cut it into parts. {_TYPE}")
    told = _run(recording, hints, model or own_model())
    if trouble := told.get("trouble"):
        raise Refusal(f"hearing.{trouble}", *_TROUBLES[str(trouble)])
    try:
        return _HEARD.validate_python(told)
    except ValidationError as error:
        raise _BROKE from error


def _python() -> str:
    """The Python that hears: the one that is named, the extra's own, or this one, in which it may be installed."""
    return os.environ.get("MEDOFFICE_SPEECH_PYTHON") or (str(BESIDE) if BESIDE.is_file() else sys.executable)


def _run(recording: bytes, hints: Sequence[str], model: SpeechModel | None) -> dict[str, object]:
    where = {"model": str(model.folder.resolve()), "files": dict(model.files)} if model else {"model": "", "files": {}}
    asked = json.dumps({**where, "hints": list(hints), "hashes": KNOWN}).encode() + b"\n"
    command = [_python(), "-I", "-B", str(PROGRAM)]
    with tempfile.TemporaryDirectory(prefix="medoffice-hear-") as empty:
        quiet = {"PATH": "/usr/bin:/bin", "HOME": empty, "HF_HUB_OFFLINE": "1"}
        try:
            done = subprocess.run(  # noqa: S603 - nothing of the command line comes from outside
                command,
                input=asked + recording,
                capture_output=True,
                timeout=SECONDS,
                cwd=empty,
                env=quiet,
                check=False,
            )
        except OSError as error:
            raise Refusal("hearing.not-installed", *_TROUBLES["not-installed"]) from error
        except subprocess.TimeoutExpired as error:
            raise _BROKE from error
    if done.returncode or len(done.stdout) > MOST_OUTPUT:
        log.warning("hearing ended with %s", done.returncode)
        raise _BROKE
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise _BROKE from error
    if not isinstance(found, dict):
        raise _BROKE
    return found
