"""The dictations to practise with, as they ship: scripts in ``data/practicum``, a sound beside each."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.clinic.dictation.types.practicum import PracticeChart, PracticeDictation, Trap

FOLDER = Path(__file__).resolve().parents[1] / "data" / "practicum"
SOUNDS = FOLDER / "sounds.toml"


@cache
def practice_dictations() -> tuple[PracticeDictation, ...]:
    """All of them, by kind. No query."""
    return tuple(one for path in sorted(FOLDER.glob("*.toml")) if path != SOUNDS for one in _of(path))


def practice_dictation(key: str) -> PracticeDictation:
    """One of them. Raises KeyError for one that does not ship. No query."""
    return {one.key: one for one in practice_dictations()}[key]


def practice_sound(key: str) -> bytes:
    """What is heard of one. Raises KeyError for one that does not ship. No query."""
    return (FOLDER / f"{practice_dictation(key).key}.ogg").read_bytes()


def script_hash(one: PracticeDictation) -> str:
    """What a sound was made of: another voice or another word makes another."""
    return hashlib.sha256(f"{one.voice}\n{one.say}".encode()).hexdigest()


def _chart_of(told: dict[str, Any]) -> PracticeChart:
    fields: dict[str, Any] = {name: value if name == "sex" else tuple(value) for name, value in told.items()}
    return PracticeChart(**fields)


def _of(path: Path) -> list[PracticeDictation]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))["dictation"]
    return [
        PracticeDictation(
            key=f"{path.stem}-{number}",
            kind=path.stem,
            title=one["title"],
            author=one["author"],
            voice=one["voice"],
            say=" ".join(one["say"].split()),
            report=one["report"].strip(),
            traps=tuple(map(Trap, one.get("traps", ()))),
            chart=_chart_of(one.get("chart", {})),
        )
        for number, one in enumerate(told, 1)
    ]
