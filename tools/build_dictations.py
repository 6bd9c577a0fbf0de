"""Speaks the dictations to practise with: an Ogg file of Opus, 16 kbit/s, beside the scripts; run by a maintainer.

Usage: ``make dictations``, which finds the voices (``flite``, a package of Debian) and what packs their sound (PyAV, of
the extra ``speech-demo``). Only what was changed since its sound was made is spoken anew. ``sounds.toml`` says of each
sound which script it was made of, its hash, its size and its seconds.
"""

import hashlib
import io
import subprocess
import tempfile
import tomllib

import av
import numpy as np

from medoffice.clinic.dictation.queries.practicum import FOLDER, SOUNDS, practice_dictations, script_hash
from medoffice.clinic.dictation.rules.practicum import spoken_parts
from medoffice.clinic.dictation.types.practicum import PracticeDictation, SpokenPart

RATE, BITS = 16_000, 16_000
VOICES = {"slt": "slt", "rms": "rms", "awb": "awb", "kal": "kal16"}  # as flite calls them
BREATH = np.zeros(RATE // 3, np.float32)
FAINT, NOISE = 0.04, 0.12  # how loud words are that cannot be heard, and what is above them


def main() -> None:
    """Write the sounds, and what they are."""
    before = tomllib.loads(SOUNDS.read_text(encoding="utf-8")) if SOUNDS.exists() else {}
    lines = ["# Written by `make dictations`: of which script each sound was made, and what it is.\n"]
    for one in practice_dictations():
        target, script = FOLDER / f"{one.key}.ogg", script_hash(one)
        told = before.get(one.key, {})
        if told.get("script") != script or not target.exists():
            samples = spoken(one)
            target.write_bytes(packed(samples))
            told = {"script": script, "seconds": round(len(samples) / RATE, 1)}
        data = target.read_bytes()
        lines.append(
            f'\n[{one.key}]\nscript = "{script}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
            f"size = {len(data)}\nseconds = {told['seconds']}\n"
        )
    SOUNDS.write_text("".join(lines), encoding="utf-8")
    for stray in {path.stem for path in FOLDER.glob("*.ogg")} - {one.key for one in practice_dictations()}:
        (FOLDER / f"{stray}.ogg").unlink()
    print(f"{len(practice_dictations())} sounds, {sum(path.stat().st_size for path in FOLDER.glob('*.ogg'))} bytes")


def spoken(one: PracticeDictation) -> np.ndarray:
    """A dictation as numbers from -1 to 1; noise is drawn by its key, so the same script sounds the same."""
    chance = np.random.default_rng(int.from_bytes(one.key.encode(), "big"))
    parts = [_part(part, VOICES[one.voice], chance) for part in spoken_parts(one.say)]
    return np.concatenate([BREATH, *(piece for part in parts for piece in (part, BREATH))])


def _part(part: SpokenPart, voice: str, chance: np.random.Generator) -> np.ndarray:
    if part.silence:
        return np.zeros(part.silence * RATE, np.float32)
    said = _said(part.words, voice)
    return said if part.heard else said * FAINT + chance.normal(0, NOISE, len(said)).astype(np.float32)


def _said(words: str, voice: str) -> np.ndarray:
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run(["flite", "-voice", voice, "-t", words, "-o", file.name], check=True)
        with av.open(file.name) as box:
            made = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            frames = [piece for frame in box.decode(audio=0) for piece in made.resample(frame)]
            frames += made.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]).astype(np.float32) / 32768


def packed(samples: np.ndarray) -> bytes:
    """As Opus in Ogg; nothing in it tells when or where it was made."""
    file = io.BytesIO()
    with av.open(file, "w", format="ogg", options={"fflags": "+bitexact"}) as box:
        stream = box.add_stream("libopus", rate=RATE, layout="mono", options={"application": "voip"})
        stream.bit_rate = BITS
        whole = (np.clip(samples, -1, 1) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(whole.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        for packet in (*stream.encode(frame), *stream.encode(None)):
            box.mux(packet)
    return file.getvalue()


if __name__ == "__main__":
    main()
