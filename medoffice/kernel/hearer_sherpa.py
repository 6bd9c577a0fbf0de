"""Hears by sherpa-onnx, for a model of a form that this reads: what ``hearer.py`` loads, and nothing else.

It imports nothing of the product. Each stretch of speech is heard by itself, cut where it is longer than these models
are made for. The runtime tells parts of words, when each begins and, of a transducer, how probable it was; the words
are put together here. Unverified: no English model of these forms was at hand, only made-up ones were heard by.
"""

import math
import os
import re
from pathlib import Path
from typing import Any

RATE, LONGEST = 16_000, 30  # samples a second; seconds that are heard at once
LAST = 0.4  # seconds: a word's last part is taken to last no longer, where neither the model nor the next word says
CTC, NEMO = frozenset({"medasr-ctc", "nemo-ctc"}), "nemo-transducer"
_MARK, _AROUND = "\u2581", "{}[]"  # what begins a word; what MedASR sets around what it makes of marks and headings
_NOT_IN_HINTS = re.compile(r"[^\w' -]")  # a hint with these would be taken for several, or for a weight


class Ear:
    """A model that hears."""

    def __init__(self, runtime: Any, vad: Any, folder: str, kind: str) -> None:  # noqa: ANN401 - modules
        """Loaded from its folder, which has been looked at; a file that is no such model ends the process."""
        self._vad, self.takes_hints = vad, kind not in CTC
        self._letters = _letters((Path(folder) / "tokens.txt").read_text(encoding="utf-8", errors="replace"))
        at = {name: str(Path(folder) / f"{name}.onnx") for name in ("model", "encoder", "decoder", "joiner")}
        how = {"tokens": str(Path(folder) / "tokens.txt"), "num_threads": os.cpu_count() or 1}
        by = runtime.OfflineRecognizer
        if kind in CTC:
            made = by.from_medasr_ctc if kind == "medasr-ctc" else by.from_nemo_ctc
            self._engine = made(model=at["model"], **how)
            return
        self._engine = by.from_transducer(
            encoder=at["encoder"],
            decoder=at["decoder"],
            joiner=at["joiner"],
            model_type=kind if kind == NEMO else "transducer",
            decoding_method="modified_beam_search",  # the one by which hints are heard
            modeling_unit="bpe",
            bpe_vocab=str(Path(folder) / "bpe.vocab"),
            **how,
        )

    def hear(self, samples: Any, stretches: list[dict[str, int]], hints: list[str]) -> list[dict[str, Any]]:  # noqa: ANN401
        """The words of the stretches of a sound that are speech, with where they are and how sure of each it is.

        With hints nothing is said of that: their weight is in what the runtime tells.
        """
        found: list[dict[str, Any]] = []
        for first, last in self._short(samples, stretches):
            stream = self._engine.create_stream(hotwords="/".join(self._told(hints)) if hints else None)
            stream.accept_waveform(RATE, samples[first:last])
            self._engine.decode_stream(stream)
            told, since = stream.result, first / RATE
            sure = [] if hints else list(told.ys_log_probs)
            words = words_of(list(told.tokens), list(told.timestamps), list(told.durations), sure, last / RATE - since)
            found += (word | {"start": word["start"] + since, "end": word["end"] + since} for word in words)
        if self._letters == "upper":
            found = [word | {"text": word["text"].lower()} for word in found]
        return found

    def _told(self, hints: list[str]) -> list[str]:
        """Hints in the letters that the model has."""
        bare = (" ".join(_NOT_IN_HINTS.sub(" ", hint).split()) for hint in hints)
        return [getattr(hint, self._letters)() if self._letters else hint for hint in bare if hint]

    def _short(self, samples: Any, stretches: list[dict[str, int]]) -> list[tuple[int, int]]:  # noqa: ANN401
        """The stretches, long ones cut where a breath is taken, if one is."""
        found: list[tuple[int, int]] = []
        for one in stretches:
            first, last = one["start"], one["end"]
            if last - first <= LONGEST * RATE:
                found.append((first, last))
                continue
            how = self._vad.VadOptions(max_speech_duration_s=LONGEST)
            parts = self._vad.get_speech_timestamps(samples[first:last], how)
            found += ((first + part["start"], first + part["end"]) for part in parts)
        return found


def words_of(
    parts: list[str], begins: list[float], lasts: list[float], log_sure: list[float], seconds: float
) -> list[dict[str, Any]]:
    """Words from their parts: where each begins and ends (seconds), and how sure it is: as the least sure of its parts.

    A part begins a word if it begins with a space, or the mark for one. What holds no letter and no figure is no word.
    """
    lasts, log_sure = (told if len(told) == len(parts) else [] for told in (lasts, log_sure))
    found: list[dict[str, Any]] = []
    for at, (part, begin) in enumerate(zip(parts, begins, strict=True)):
        text = part.replace(_MARK, " ")
        last = min(begins[at + 1] if at + 1 < len(begins) else seconds, begin + (lasts[at] if lasts else LAST), seconds)
        sure = min(1.0, math.exp(log_sure[at])) if log_sure else None
        if found and not text.startswith(" "):
            before = found[-1]
            before["text"] += text
            before["end"] = max(before["end"], last)
            before["confidence"] = None if sure is None else min(before["confidence"], sure)
        else:
            found.append({"text": text, "start": begin, "end": max(begin, last), "confidence": sure})
    words = ({**word, "text": "".join(one for one in word["text"] if one not in _AROUND).strip()} for word in found)
    return [word for word in words if any(letter.isalnum() for letter in word["text"])]


def _letters(tokens: str) -> str:
    """Whether a model writes in capitals or in small letters alone; nothing if in both."""
    parts = [line.rpartition(" ")[0] for line in tokens.splitlines()]
    text = "".join(part for part in parts if not (part.startswith("<") and part.endswith(">")))
    if any(letter.islower() for letter in text):
        return "" if any(letter.isupper() for letter in text) else "lower"
    return "upper"
