"""What is said in a recording, heard by another process (``hearer.py``): it may break, the office does not.

Hearing is an extra (``speech-demo``). Where it is not installed, a person listens and types. Nothing is sent from here:
the recogniser and its model are files of this machine, and a model whose hash is not known is not used. What the office
has brought in (``speech_models.py``) is used before what is installed. Where another recogniser hears, the same process
tells what is speech (``speech_in``), and of what a browser cannot play, or finds no second of, it makes a copy that it
plays (``copy_of``).

The process asks for the bytes it needs, and gets those of this recording and no others: however long it is, nobody
holds all of it.
"""

import json
import logging
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import IO, BinaryIO, cast

from pydantic import TypeAdapter, ValidationError

from medoffice.kernel.heard import Copied, Heard, Spoken, none_sure_beside
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_forms import Kind
from medoffice.kernel.speech_models import KNOWN, SpeechModel, own_model

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("hearer.py")
BESIDE = Path(__file__).parents[2] / ".speech" / "bin" / "python"  # where ``make speech`` installs the extra
MOST_BYTES, SECONDS = 512 << 20, 6 * 60 * 60  # two hours of sound as WAV are 230 MB
MOST_ASKED, MOST_TOLD = (
    1 << 20,
    64 << 20,
)  # bytes of the recording at once; the words of two hours, the sound of a piece
_ASKS = re.compile(rb"(\d{1,12}) (\d{1,12})\n")
_DS2 = (b"\x03ds2", b"\x01ds2", b"\x06ds2", b"\x07ds2", b"\x08ds2")
_TYPE = "Let a person listen and type it."
_TROUBLES = {
    "not-installed": ("No recogniser is installed here.", f"Install the extra speech-demo (make speech). {_TYPE}"),
    "no-detector": (
        "What tells speech from silence is not installed here, so nothing was sent to the recogniser.",
        f"Install the extra speech-demo (make speech). {_TYPE}",
    ),
    "no-copier": (
        "What makes a recording one that plays here is not installed.",
        "Install the extra speech-demo (make speech), or export it as WAV or MP3.",
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
_COPIED: TypeAdapter[Copied] = TypeAdapter(Copied)


def hear(recording: BinaryIO, hints: Sequence[str] = (), model: SpeechModel | None = None) -> Heard:
    """The words of a recording, with and without hints, by a model, else the office's own, else the one installed.

    Raises Refusal (``hearing.*``) with what to do instead.
    """
    chosen = model or own_model()
    kind = chosen.kind if chosen else Kind.WHISPER
    where, files = (str(chosen.folder.resolve()), dict(chosen.files)) if chosen else ("", {})
    asked = {
        "does": "words",
        "model": where,
        "files": files,
        "kind": kind,
        "main": kind.main,
        "hints": list(hints),
        "hashes": KNOWN,
    }
    told = [one for one, _ in _told(recording, asked)]
    try:
        (found,) = (_HEARD.validate_python(one) for one in told)
    except ValueError as error:
        raise _BROKE from error
    plain, hinted = (none_sure_beside(found.seams, words) for words in (found.plain, found.hinted))
    return replace(found, plain=plain, hinted=hinted)


def speech_in(recording: BinaryIO) -> Generator[Spoken, None, None]:
    """Where somebody speaks in a recording, a piece at a time, with the sound of that, for a recogniser elsewhere.

    No model hears it here. Raises Refusal (``hearing.*``) with what to do instead.
    """
    with closing(_told(recording, {"does": "speech"}, absent="no-detector")) as pieces:
        for told, sound in pieces:
            try:
                found = _SPOKEN.validate_python(told | {"wave": sound})
            except ValidationError as error:
                raise _BROKE from error
            yield found


def copies() -> bool:
    """Whether copies of recordings can be made here: no process is started to see that."""
    return _python() != sys.executable or find_spec("av") is not None


def copy_of(recording: BinaryIO) -> Copied:
    """A recording as every browser plays it: Opus in Ogg, one channel, each second where it was.

    Raises Refusal (``hearing.*``) with what to do instead.
    """
    told = list(_told(recording, {"does": "copy"}, absent="no-copier"))
    try:
        (found,) = (_COPIED.validate_python(one | {"sound": sound}) for one, sound in told)
    except ValueError as error:
        raise _BROKE from error
    return found


def _refuse_unreadable(recording: BinaryIO) -> int:
    """How many bytes it has. Raises Refusal for what is not even tried."""
    size = recording.seek(0, os.SEEK_END)
    if not size:
        raise Refusal("hearing.empty", "There is nothing in this file.", "Record it again, or send the file again.")
    recording.seek(0)
    if recording.read(4) in _DS2:
        words = "This is a DS2 recording, which only its maker's program opens."
        raise Refusal("hearing.ds2", words, "Export it from that program as WAV or MP3.")
    if size > MOST_BYTES:
        words = f"This recording is larger than {MOST_BYTES >> 20} MB."
        raise Refusal("hearing.too-large", words, f"Save it as MP3 or OGG, or cut it into parts. {_TYPE}")
    return size


def _refusal(trouble: str) -> Refusal:
    return Refusal(f"hearing.{trouble}", *_TROUBLES[trouble])


def _python() -> str:
    """The Python that hears: the one that is named, the extra's own, or this one, in which it may be installed."""
    return os.environ.get("MEDOFFICE_SPEECH_PYTHON") or (str(BESIDE) if BESIDE.is_file() else sys.executable)


def _told(
    recording: BinaryIO, asked: Mapping[str, object], absent: str = "not-installed"
) -> Generator[tuple[dict[str, object], bytes], None, None]:
    """What the process tells, each with the bytes behind it. Raises Refusal, also for a trouble that it tells.

    ``absent`` is the trouble where the extra is not installed.
    """
    size = _refuse_unreadable(recording)
    with _started(absent) as process:
        process.give(json.dumps({**asked, "size": size}).encode() + b"\n")
        silent = True
        while (told := process.tells(recording)) is not None:
            silent, trouble = False, str(told[0].get("trouble"))
            if trouble in _TROUBLES:
                raise _refusal(absent if trouble == "not-installed" else trouble)
            yield told
        if process.ended() or silent:
            raise _BROKE


@contextmanager
def _started(absent: str) -> Iterator["_Process"]:
    """The process, which has ended behind this."""
    with tempfile.TemporaryDirectory(prefix="medoffice-hear-") as empty:
        quiet = {"PATH": "/usr/bin:/bin", "HOME": empty, "HF_HUB_OFFLINE": "1"}
        try:
            started = subprocess.Popen(  # noqa: S603 - nothing of the command line comes from outside
                [_python(), "-I", "-B", str(PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=empty,
                env=quiet,
            )
        except OSError as error:
            log.warning("no Python that hears: %s", type(error).__name__)
            raise _refusal(absent) from error
        try:
            yield _Process(started)
        finally:
            started.kill()
            started.communicate()


class _Process:
    """The process that hears: what it is given, and what it tells."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._to, self._by = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)

    def give(self, data: bytes) -> None:
        """Bytes that it waits for; one that has ended may still have told something."""
        with suppress(BrokenPipeError):
            self._to.write(data)
            self._to.flush()

    def tells(self, recording: BinaryIO) -> tuple[dict[str, object], bytes] | None:
        """What it tells next, and the bytes behind that; until then it gets what it asks for. None at its end."""
        limit = Timer(SECONDS, self._process.kill)
        limit.start()
        try:
            while asks := _ASKS.fullmatch(line := self._by.readline(MOST_TOLD)):
                recording.seek(int(asks[1]))
                data = recording.read(min(int(asks[2]), MOST_ASKED))
                if len(data) != int(asks[2]):
                    raise _BROKE
                self.give(data)
            return self._told(line) if line else None
        finally:
            limit.cancel()

    def _told(self, line: bytes) -> tuple[dict[str, object], bytes]:
        try:
            found = json.loads(line)
        except ValueError as error:
            raise _BROKE from error
        if not isinstance(found, dict):
            raise _BROKE
        count = found.get("bytes", 0)
        behind = self._by.read(min(count, MOST_TOLD)) if isinstance(count, int) and count > 0 else b""
        return found, behind

    def ended(self) -> int:
        """How it ended: 0 for well."""
        if code := self._process.wait():
            log.warning("hearing ended with %s", code)
        return code
