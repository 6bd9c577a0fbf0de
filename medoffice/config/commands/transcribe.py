"""``medoffice transcribe AUDIO...``: recordings in, a draft with word times and a formatted report out. No database, no
Django.

Everything happens on this machine, by the extra ``speech-demo``; where it is not installed the answer says so. With
``--server`` a server of the office's own network hears what this machine found to be speech.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from medoffice.config.output import answer, line, say
from medoffice.kernel.heard import Heard
from medoffice.kernel.hearing import MOST_BYTES, hear
from medoffice.kernel.refusals import Refusal
from medoffice.standards.dictated.hinting import hints_from
from medoffice.standards.dictated.transcribing import transcript
from medoffice.standards.dictated.types import DraftWord, Profile

_MOST_HINTS_BYTES, _MOST_TEXT_BYTES, _WRITE = 1 << 20, 1 << 20, "Write one term a line, in UTF-8."
_Hears = Callable[[BinaryIO, Sequence[str]], Heard]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Recordings; the terms that may be said; the draft as it is; the style; a server that hears; ``--json``."""
    parser.add_argument("files", nargs="+", metavar="AUDIO", help="WAV, MP3, M4A, OGG or WebM; - for standard input")
    parser.add_argument(
        "--hints", metavar="FILE", help="terms that may be said, one a line or a JSON list; the first 40"
    )
    parser.add_argument("--raw", action="store_true", help="the draft as it was heard, not formatted")
    parser.add_argument(
        "--style",
        choices=[profile.value for profile in Profile],
        default=Profile.STRICT.value,
        help="strict: letters as published (b.i.d.), diagnoses spelled out; clinic: twice a day (default strict)",
    )
    parser.add_argument("--server", metavar="ADDRESS", help="a server of the office's own network hears")
    parser.add_argument("--model", metavar="NAME", default="", help="its model, by the name it gives it")
    parser.add_argument("--certificate", metavar="FILE", help="its certificate, or its authority's (PEM)")
    parser.add_argument("--key", metavar="FILE", help="a file with the key that it asks for")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """An answer for each recording, in order; 1 if one could not be heard, 2 if hints or server cannot be used."""
    if (arguments.model or arguments.certificate) and not arguments.server:
        raise Refusal("hearing.no-server", "A model or a certificate is named, and no server.", "Name it: --server.")
    hears = _server(arguments) if arguments.server else hear
    hints = _hints(arguments.hints) if arguments.hints else ()
    worst = 0
    for name in arguments.files:
        began = time.monotonic()
        try:
            with _standard_input() if name == "-" else _opened(name) as sound:
                heard = hears(sound, hints)
        except Refusal as refusal:
            told = f"{refusal.words} {refusal.fix}".strip()
            if arguments.json:
                answer({"file": name, "error": told})
            say(f"{name}: {told}")
            worst = 1
            continue
        made = transcript(heard, hints, Profile(arguments.style), raw=arguments.raw)
        if arguments.json:
            answer(
                {
                    "file": name,
                    "text": made.text,
                    "draft": made.draft,
                    "words": [_word(word) for word in made.words],
                    "flags": [flag.as_json() for flag in made.flags],
                    "audio_seconds": round(heard.audio_seconds, 2),
                    "seconds": round(time.monotonic() - began, 2),
                }
            )
            continue
        line(made.text)
        for flag in made.flags:
            say(f"{name}: {flag.kind.value} at {flag.place}: {flag.words}")
    return worst


def _word(word: DraftWord) -> dict[str, object]:
    told: dict[str, object] = {
        "word": word.text,
        "start": round(word.start, 2),
        "end": round(word.end, 2),
        "confidence": None if word.confidence is None else round(word.confidence, 3),
    }
    return told | ({"heard": word.instead} if word.instead else {})


def _server(arguments: argparse.Namespace) -> _Hears:
    """What hears by a server. Raises Refusal for one that may not be asked."""
    from medoffice.clinic.dictation.types.servers import HearingServer
    from medoffice.exchange.hearing_link.api import checked
    from medoffice.exchange.hearing_link.api import hear as hear_there

    certificate, key = (_text(name) if name else "" for name in (arguments.certificate, arguments.key))
    server = checked(HearingServer(arguments.server, arguments.model, certificate, key.strip()))
    return lambda recording, hints: hear_there(recording, hints, server)


def _text(name: str) -> str:
    """What is written in a file. Raises Refusal."""
    with _opened(name) as file:
        return file.read(_MOST_TEXT_BYTES).decode("utf-8", "replace")


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """A file that is read anywhere; what comes by a pipe is held. Raises Refusal, also where it breaks meanwhile."""
    try:
        with Path(name).open("rb") as file:
            yield file if file.seekable() else BytesIO(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise Refusal(
            "hearing.file", f"{error.strerror or 'It cannot be read'}.", "Look whether the name is right."
        ) from error


def _standard_input() -> BytesIO:
    """What comes in by it, held. Raises Refusal where nothing does."""
    data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if not data:
        raise Refusal("hearing.file", "Nothing comes in by standard input.", "Name a recording, or send one to it.")
    return BytesIO(data)


def _hints(name: str) -> tuple[str, ...]:
    """The terms of a file. Raises Refusal."""
    try:
        with Path(name).open("rb") as file:
            text = file.read(_MOST_HINTS_BYTES).decode("utf-8-sig")
        lines = json.loads(text) if text.lstrip()[:1] in {"[", "{"} else text.splitlines()
    except (OSError, ValueError) as error:
        raise Refusal("hearing.hints", f"The hints in {name} cannot be read.", _WRITE) from error
    if not isinstance(lines, list) or not all(isinstance(one, str) for one in lines):
        raise Refusal("hearing.hints", f"The hints in {name} are not terms.", _WRITE)
    return hints_from(lines)
