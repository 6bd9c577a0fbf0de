"""What a server answers: words with their times, of sound from which the silence was taken out."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from medoffice.kernel.heard import HeardWord
from medoffice.kernel.refusals import Refusal

SLACK = 0.5  # seconds that a word may end behind the sound: servers round
LONGEST_WORD = 80
_TYPE = "Let a person listen and type it."

Stretches = Sequence[tuple[float, float]]


def words_in(answer: bytes, seconds: float) -> tuple[HeardWord, ...]:
    """The words of an answer about so many seconds of sound. Raises Refusal (``hearing.server-unclear``)."""
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise _unclear("is no JSON") from error
    rows = _rows(told)
    if not rows and str(told.get("text") or "").strip():
        raise _unclear("does not say when its words were said")
    words = [_word(row, seconds) for row in rows]
    for before, after in pairwise(words):
        if after.start < before.start or after.end < before.end:
            raise _unclear("has words that are not in order")
    return tuple(_whole(words, spaced=any(word.text.startswith(" ") for word in words)))


def put_back(words: Sequence[HeardWord], speech: Stretches) -> tuple[HeardWord, ...]:
    """The words at their times in the whole recording, of which only the stretches of speech were heard."""
    return tuple(_put_back(word, speech) for word in words) if speech else ()


def _rows(told: Any) -> list[Any]:  # noqa: ANN401 - of an answer
    """The words of an answer, beside its segments or in them."""
    if not isinstance(told, dict):
        raise _unclear("is not about words")
    rows = told.get("words")
    if rows is None:
        segments = told.get("segments")
        inside = [one.get("words") for one in segments if isinstance(one, dict)] if isinstance(segments, list) else []
        rows = [word for words in inside if isinstance(words, list) for word in words]
    if not isinstance(rows, list):
        raise _unclear("is not about words")
    return rows


def _word(row: Any, seconds: float) -> HeardWord:  # noqa: ANN401 - of an answer
    if not isinstance(row, dict) or not isinstance(row.get("word"), str):
        raise _unclear("has words that are none")
    text, bare = row["word"], row["word"].strip()
    if len(bare) > LONGEST_WORD or not bare.isprintable() or " " in bare:
        raise _unclear("has words that are none")
    start, end, sure = (_number(row.get(name)) for name in ("start", "end", "probability"))
    if start is None or end is None or not 0 <= start <= end <= seconds + SLACK:
        raise _unclear("has words at times that the sound does not have")
    if sure is not None and not 0 <= sure <= 1:
        raise _unclear("is surer of a word than one can be")
    return HeardWord(text, min(start, seconds), min(end, seconds), sure)


def _number(value: object) -> float | None:
    """A number that is one; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e9 and math.isfinite(value) else math.inf


def _whole(words: Sequence[HeardWord], *, spaced: bool) -> Iterator[HeardWord]:
    """Without what holds no letter; where words begin with a space, one that does not is the end of that before it."""
    held: HeardWord | None = None
    for word in words:
        bare = replace(word, text=word.text.strip())
        if not any(letter.isalnum() for letter in bare.text):
            continue
        if held and spaced and not word.text.startswith(" "):
            known = [one for one in (held.confidence, bare.confidence) if one is not None]
            sure = min(known) if len(known) == 2 else None
            held = replace(held, text=held.text + bare.text, end=bare.end, confidence=sure)
            continue
        if held:
            yield held
        held = bare
    if held:
        yield held


def _put_back(word: HeardWord, speech: Stretches) -> HeardWord:
    """By the stretch in which the middle of the word is; it ends with that."""
    middle, gone = (word.start + word.end) / 2, 0.0
    begin, end = speech[-1]
    for first, last in speech:
        if middle <= gone + last - first:
            begin, end = first, last
            break
        gone += last - first
    else:
        gone -= end - begin
    since, until = (min(max(begin + at - gone, begin), end) for at in (word.start, word.end))
    return replace(word, start=since, end=until)


def _unclear(why: str) -> Refusal:
    words = f"The answer of the recogniser's server {why}, so nothing of it is taken."
    return Refusal("hearing.server-unclear", words, _TYPE)
