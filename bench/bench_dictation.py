"""What is heard in dictations that were made up, with and without hints: words, terms, terms nobody said, time.

The build speaks them (``flite``, two voices); without it or without the extra ``speech-demo`` there are no rows.
``text`` is compared after formatting, so that "ten milligrams" and "10 mg" are the same. A wrong word is one put in,
left out or taken for another, a share of the words of what was spoken.
"""

import re
import shutil
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from bench.rows import Row, at_least, at_most
from medoffice.kernel.hearing import hear
from medoffice.kernel.refusals import Refusal
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.hinting import hints_from
from medoffice.standards.dictated.transcribing import transcript

PASSAGES, VOICES = Path(__file__).with_name("dictations") / "passages.toml", ("slt", "rms")


@dataclass
class Tally:
    """What was counted in one way of hearing."""

    words: int = 0
    wrong: int = 0
    terms: int = 0
    found: int = 0
    false: int = 0


def rows() -> Iterator[Row]:
    """The two ways of hearing side by side."""
    if shutil.which("flite") is None:
        yield Row("flite", "not installed", "apt-get install flite")
        return
    told = tomllib.loads(PASSAGES.read_text())["passage"]
    without, with_hints = Tally(), Tally()
    sound = spent = 0.0
    try:
        for one in told:
            hints = hints_from(one["hints"])
            for voice in VOICES:
                data = spoken_by(voice, one["spoken"])
                began = time.perf_counter()
                heard = hear(data, hints)
                spent += time.perf_counter() - began
                sound += heard.audio_seconds
                _count(without, one, transcript(heard, raw=True).draft, hints)
                _count(with_hints, one, transcript(heard, hints, raw=True).draft, hints)
    except Refusal as refusal:
        yield Row("the recogniser", refusal.words, refusal.fix)
        return
    yield Row("passages, voices, seconds of sound", f"{len(told)}, {len(VOICES)}, {sound:.0f}", "")
    for name, tally in (("without hints", without), ("with hints", with_hints)):
        yield Row(f"{name}: wrong words", round(100 * tally.wrong / tally.words, 1), "percent")
        yield Row(f"{name}: terms found", round(100 * tally.found / tally.terms, 1), "percent")
    yield at_least(
        "terms found: more by hints", round(100 * (with_hints.found - without.found) / without.terms), "points", 10
    )
    yield at_most("hints nobody said, in 1,000 words", round(1000 * with_hints.false / with_hints.words, 1), "words", 5)
    yield at_most("both drafts of a minute of sound", round(60 * spent / sound, 1), "s", 60)


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
